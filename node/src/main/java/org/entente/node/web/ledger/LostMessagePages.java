package org.entente.node.web.ledger;

import java.util.UUID;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.delivery.LostMessages;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officers;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What partners hold receipts of and this node lost, and the way to have it again. */
@Controller
class LostMessagePages {
  private static final String AT = "/lost-messages";

  private final Pages pages;
  private final LostMessages lost;
  private final Officers officers;

  LostMessagePages(Pages pages, LostMessages lost, Officers officers) {
    this.pages = pages;
    this.lost = lost;
    this.officers = officers;
  }

  @GetMapping(AT)
  ResponseEntity<String> list(Visit visit, Paged.Wanted wanted) {
    return show(visit, 200, "", wanted);
  }

  @PostMapping(AT + "/comparison")
  ResponseEntity<String> compare(Visit visit) {
    return after(visit, lost.compare(visit.officer()));
  }

  @PostMapping(AT + "/{id}/settled")
  ResponseEntity<String> settle(Visit visit, @PathVariable UUID id) {
    return after(visit, lost.settle(visit.officer(), new MessageId(id)));
  }

  private ResponseEntity<String> after(Visit visit, Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?> done -> Pages.to(AT);
      case Outcome.Refused<?>(Refusal why) ->
          show(visit, RefusalStatus.of(why), "lost-messages-refused." + why.code(), Paged.FIRST);
    };
  }

  private ResponseEntity<String> show(Visit visit, int status, String said, Paged.Wanted wanted) {
    return pages.show(
        status,
        visit,
        (templates, reader) ->
            templates.ledgerLostMessages(
                reader,
                lost.comparisons(),
                lost.page(visit.officer(), wanted),
                officers,
                said.isEmpty() ? "" : reader.t(said)));
  }
}
