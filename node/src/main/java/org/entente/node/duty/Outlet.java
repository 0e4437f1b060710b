package org.entente.node.duty;

import java.util.UUID;
import org.entente.duty.Attempt;

/** A way out of the node. Safe for use by many threads. */
interface Outlet extends AutoCloseable {
  /** Whether this can be an address of the way. */
  boolean takes(String address);

  /**
   * Sends a text without content. Gives up before a lease has passed; throws nothing that has to do
   * with the way.
   *
   * @param id the same for each try of one attempt
   */
  Attempt.Outcome send(UUID id, String address, String text);

  @Override
  default void close() {}
}
