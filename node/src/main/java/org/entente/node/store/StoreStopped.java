package org.entente.node.store;

import org.entente.node.work.EndOfWork;
import org.jspecify.annotations.Nullable;

/** The database cannot be used any more; the node must be stopped and its disk looked at. */
public final class StoreStopped extends EndOfWork {
  private static final long serialVersionUID = 1L;

  StoreStopped(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
