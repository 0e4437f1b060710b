package org.entente.node.records;

/** The search index is not reached now; what was asked of it may be asked again. */
public final class IndexSilent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IndexSilent(String message) {
    super(message);
  }

  IndexSilent(String message, Throwable cause) {
    super(message, cause);
  }
}
