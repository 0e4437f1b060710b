package org.entente.node.followup;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.HandlingCode;
import org.entente.node.casework.Items;
import org.entente.node.casework.Items.Item;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Tx;

/**
 * Carries a notice to those whom its item was passed on to. What passes it on usually says more
 * than the item did, so an officer looks at each before it leaves: the notices wait for release.
 */
final class Onward {
  private final Items items;
  private final Bodies bodies;
  private final Journal journal;

  Onward(Items items, Bodies bodies, Journal journal) {
    this.items = items;
    this.bodies = bodies;
    this.journal = journal;
  }

  /** Prepares what has to be carried onward; in the transaction of the notice itself. */
  void prepare(Tx tx, NoticeRows.Row row, Notice notice, Instant at) {
    for (MessageId place : Uses.of(tx, row.about())) {
      Optional<Item> holder = items.find(tx, place);
      if (holder.isEmpty() || !holder.get().exchanged()) {
        continue;
      }
      MessageId id = MessageId.next();
      NoticeRows.Row onward =
          NoticeRows.Row.prepared(
              id,
              holder.get(),
              row.kind(),
              bodies.lock(id, about(tx, holder.get(), notice)),
              NoticeRows.Origin.carrying(row.id()),
              at);
      NoticeRows.insert(tx, onward);
      journal.append(tx, Event.NOTICE_PREPARED, Journal.NODE, onward.references(holder.get()));
    }
  }

  /** The same notice about the message that passes the item on: its passages are others. */
  private Notice about(Tx tx, Item holder, Notice notice) {
    return switch (notice) {
      case Notice.Correction c -> new Notice.Correction(Passages.WHOLE, c.corrected(), c.reasons());
      case Notice.Handling h -> {
        Set<HandlingCode> codes = EnumSet.copyOf(h.codes());
        codes.addAll(items.handling(tx, holder.id()));
        yield new Notice.Handling(codes, h.text(), h.reasons());
      }
      case Notice.Erasure e -> e;
      case Notice.Recall r -> r;
      case Notice.Restriction r -> r;
      case Notice.Lifting l -> l;
      case Notice.Inaccuracy i -> i;
      case Notice.Finding f -> f;
      case Notice.Passing p -> p;
      case Notice.Permission p -> p;
      case Notice.Acknowledgement a -> a;
      case Notice.Reminder r -> r;
    };
  }
}
