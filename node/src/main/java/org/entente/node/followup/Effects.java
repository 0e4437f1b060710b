package org.entente.node.followup;

import java.time.Instant;
import java.util.Map;
import org.entente.node.casework.Erasure;
import org.entente.node.casework.Items.Item;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.retention.Reviews;
import org.entente.node.store.Tx;

/**
 * What a notice does to the item it is about, on the node of its receiver and, when it leaves, on
 * that of its sender. A legal hold turns an erasure into a restriction until it is lifted.
 */
final class Effects {
  /** Told to the sender when an item is kept. */
  static final String UNDER_HOLD = "legal-hold";

  private final Erasure erasure;
  private final Reviews reviews;
  private final Journal journal;

  Effects(Erasure erasure, Reviews reviews, Journal journal) {
    this.erasure = erasure;
    this.reviews = reviews;
    this.journal = journal;
  }

  /**
   * What became of the item.
   *
   * @param remains its files, to be cleared after the transaction
   */
  record Effect(NoticeState state, Erasure.Remains remains) {
    static Effect applied() {
      return new Effect(NoticeState.APPLIED, Erasure.Remains.none());
    }
  }

  /** What goes to the origin, and what answers it, does nothing to the item itself. */
  Effect apply(Tx tx, Item item, NoticeRows.Row row, Notice notice, String actor, Instant at) {
    if (row.kind().toOrigin() || row.kind().followsAnother()) {
      return Effect.applied();
    }
    Effect effect =
        switch (notice) {
          case Notice.Erasure e -> erase(tx, item, actor, at);
          case Notice.Recall r -> row.ours() ? Effect.applied() : erase(tx, item, actor, at);
          case Notice.Restriction r -> {
            erasure.restrict(tx, item.id(), at);
            yield Effect.applied();
          }
          case Notice.Lifting l -> {
            boolean kept =
                NoticeRows.keptUnderHold(tx).stream().anyMatch(k -> k.about().equals(item.id()));
            if (!kept) {
              erasure.restrict(tx, item.id(), null);
            }
            yield Effect.applied();
          }
          case Notice.Handling h -> {
            erasure.handle(tx, item.id(), h.codes());
            yield Effect.applied();
          }
          case Notice.Correction c -> {
            erasure.corrected(tx, item.id());
            yield Effect.applied();
          }
          case Notice.Inaccuracy i -> Effect.applied();
          case Notice.Passing p -> Effect.applied();
          case Notice.Permission p -> Effect.applied();
          case Notice.Finding f -> Effect.applied();
          case Notice.Acknowledgement a -> Effect.applied();
          case Notice.Reminder r -> Effect.applied();
        };
    note(tx, item, row, effect.state(), actor);
    return effect;
  }

  /** Only what is erased here and now has an entry: not what was before, not what is kept. */
  Effect erase(Tx tx, Item item, String actor, Instant at) {
    if (item.standing().erasedAt().isPresent()) {
      return Effect.applied();
    }
    if (reviews.held(tx, item.caseId())) {
      erasure.restrict(tx, item.id(), at);
      return new Effect(NoticeState.KEPT, Erasure.Remains.none());
    }
    journal.append(tx, Event.MESSAGE_ERASED, actor, Map.of("message", item.id().toString()));
    return new Effect(NoticeState.APPLIED, erasure.erase(tx, item.id(), at));
  }

  void note(Tx tx, Item item, NoticeRows.Row row, NoticeState state, String actor) {
    Map<String, String> references = row.references(item);
    references.put("outcome", state.outcome());
    journal.append(tx, Event.NOTICE_APPLIED, actor, references);
  }
}
