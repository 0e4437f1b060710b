package org.entente.seal;

import java.util.UUID;

/**
 * The memory of messages that were accepted before. Asked last, when sender and message id are
 * verified. It only answers; the caller records acceptance in the transaction that stores the
 * message, where a unique key has the last word between two deliveries at once.
 */
@FunctionalInterface
public interface ReplayGuard {
  /** Whether a message of this sender with this id was accepted before. */
  boolean acceptedBefore(String sender, UUID messageId);

  /** For callers that decide themselves, such as one that answers a repetition with its receipt. */
  static ReplayGuard decidedByCaller() {
    return (_, _) -> false;
  }
}
