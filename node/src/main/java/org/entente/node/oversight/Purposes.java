package org.entente.node.oversight;

import java.util.Optional;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Content;
import org.entente.node.casework.Items;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Store;

/** What a case is for, in the words of the request that opened it. */
final class Purposes {
  private Purposes() {}

  /** Empty where it is erased, restricted, or nobody asked for information. */
  static Optional<String> of(Store store, Casework casework, Items.Whole whole) {
    return store
        .read(tx -> casework.items().content(tx, new MessageId(whole.matter())))
        .map(content -> content instanceof Content.Request request ? request.purpose() : null);
  }
}
