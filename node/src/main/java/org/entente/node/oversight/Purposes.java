package org.entente.node.oversight;

import java.util.Optional;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Content;
import org.entente.node.casework.Items;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Store;
import org.jspecify.annotations.Nullable;

/** What a case is for, in the words of what opened it. */
final class Purposes {
  private Purposes() {}

  /** Empty where it is erased, restricted, or nobody asked for information. */
  static Optional<String> of(Store store, Casework casework, Items.Whole whole) {
    return store
        .read(tx -> casework.items().content(tx, new MessageId(whole.matter())))
        .map(Purposes::said);
  }

  private static @Nullable String said(Content content) {
    return switch (content) {
      case Content.Request request -> request.purpose();
      case Content.Information information -> information.relevance();
      default -> null;
    };
  }
}
