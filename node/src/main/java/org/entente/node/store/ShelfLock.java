package org.entente.node.store;

/** A second lock on the keys of the shelf, such as a key on a token that never leaves it. */
public interface ShelfLock {
  /**
   * @param reference under which the key lies
   */
  byte[] lock(byte[] wrapped, byte[] reference);

  /**
   * @throws IllegalStateException when it was locked elsewhere
   */
  byte[] unlock(byte[] locked, byte[] reference);
}
