package org.entente.node.web.cases;

import java.time.InstantSource;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Due;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The deadline board. */
@Controller
class BoardPages {
  private final Pages pages;
  private final Casework casework;
  private final Officers officers;
  private final InstantSource clock;

  BoardPages(Pages pages, Casework casework, Officers officers, InstantSource clock) {
    this.pages = pages;
    this.casework = casework;
    this.officers = officers;
    this.clock = clock;
  }

  @GetMapping("/board")
  ResponseEntity<String> board(Visit visit, @RequestParam(defaultValue = "all") String whose) {
    Officer officer = visit.officer();
    boolean mine = whose.equals("mine");
    Paged<Due> due = casework.worklist().due(officer, mine);
    Board board =
        new Board(
            Board.lanes(due.lines(), clock.instant().atZone(officer.zone()), officer.language()),
            mine,
            due.total(),
            officers.names(due.lines().stream().flatMap(d -> d.holder().stream()).toList()));
    return pages.show(200, visit, (templates, reader) -> templates.casesBoard(reader, board));
  }
}
