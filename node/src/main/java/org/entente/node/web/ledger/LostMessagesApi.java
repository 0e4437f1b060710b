package org.entente.node.web.ledger;

import java.time.Instant;
import java.util.List;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.delivery.LostMessages;
import org.entente.node.officers.Officer;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.PagedAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What partners hold receipts of and this node lost, for programs that follow a restore. */
@RestController
@RequestMapping("/api/v1/lost-messages")
class LostMessagesApi {
  private final LostMessages lost;

  LostMessagesApi(LostMessages lost) {
    this.lost = lost;
  }

  /**
   * A lost message.
   *
   * @param ours whether this node sent it; else it took it
   * @param reference of the matter at the node that took the message; empty where it had none
   * @param takenAt by the clock of the node that took it
   * @param settled whether an officer noted that nothing more is to be done for it
   */
  record LostMessage(
      String message,
      String partner,
      boolean ours,
      String reference,
      Instant takenAt,
      boolean settled) {}

  /** The lost messages, those that nobody settled first. */
  @GetMapping
  ResponseEntity<List<LostMessage>> list(Officer officer, Paged.Wanted wanted) {
    if (!Rights.may(officer, Right.READ_LOG_STOPS)) {
      throw new AccessDeniedException("Only who follows the ledgers sees what was lost");
    }
    return PagedAnswer.of(
        lost.page(officer, wanted)
            .map(l ->
                new LostMessage(
                    l.id().toString(),
                    l.partner().value(),
                    l.ours(),
                    l.reference(),
                    l.at(),
                    l.settledAt().isPresent())));
  }
}
