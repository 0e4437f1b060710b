package org.entente.node.work;

import org.jspecify.annotations.Nullable;

/**
 * What all work rests on is gone for good, such as the store. Workers end without a word; the part
 * that is gone says why itself.
 */
public abstract class EndOfWork extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  protected EndOfWork(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
