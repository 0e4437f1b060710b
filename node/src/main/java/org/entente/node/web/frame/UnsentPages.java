package org.entente.node.web.frame;

import java.util.UUID;
import org.entente.node.casework.Unsent;
import org.entente.node.officers.Officer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What an officer typed and could not send: to go on with, or to put away. */
@Controller
class UnsentPages {
  private final Pages pages;
  private final Unsent unsent;

  UnsentPages(Pages pages, Unsent unsent) {
    this.pages = pages;
    this.unsent = unsent;
  }

  @GetMapping("/unsent/{id}")
  ResponseEntity<String> view(Visit visit, @PathVariable UUID id) {
    return unsent
        .open(visit.officer().id(), id)
        .map(kept ->
            pages.show(200, visit, (templates, reader) -> templates.frameUnsent(reader, kept)))
        .orElseGet(() -> pages.notFound(visit));
  }

  @PostMapping("/unsent/{id}/removal")
  ResponseEntity<String> discard(Officer officer, @PathVariable UUID id) {
    unsent.discard(officer.id(), id);
    return Pages.to("/");
  }
}
