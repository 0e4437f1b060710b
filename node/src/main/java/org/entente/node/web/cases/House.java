package org.entente.node.web.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.casework.HouseNotes;
import org.entente.node.casework.Route;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;

/** What of a matter stays in the own house: whom it was put to there, and notes. */
public record House(List<Route> routes, List<HouseNotes.Note> notes) {
  public House {
    routes = List.copyOf(routes);
    notes = List.copyOf(notes);
  }

  static House of(Casework casework, Officer by, CaseId id) {
    return new House(casework.routing().of(by, id), casework.notes().of(by, id));
  }

  /** Everybody whose name is shown. */
  Set<OfficerId> officers() {
    Set<OfficerId> named = new HashSet<>();
    routes.forEach(route -> {
      named.add(route.askedBy());
      route.came().ifPresent(came -> named.add(came.by()));
    });
    notes.forEach(note -> named.add(note.by()));
    return named;
  }
}
