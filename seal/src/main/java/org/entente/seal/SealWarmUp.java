package org.entente.seal;

/**
 * Compiles AES-GCM before the first message: interpreted it is 250 times slower, and a single large
 * call does not trigger the compiler in time.
 */
public final class SealWarmUp {
  private static final int BLOCK_BYTES = 16 * 1024;

  /** Enough for the intrinsic to be in place; more costs start-up time without effect. */
  private static final int MAX_ROUNDS = 400;

  private SealWarmUp() {}

  /**
   * Encrypts and decrypts some random bytes; bounded, a fraction of a second.
   *
   * @return how many bytes were processed
   */
  public static long run() {
    var key = ContentKey.create();
    var block = new byte[BLOCK_BYTES];
    var place = new byte[0];
    long processed = 0;
    try {
      for (int i = 0; i < MAX_ROUNDS; i++) {
        processed += key.decrypt(key.encrypt(block, place), place).length;
      }
      return processed;
    } catch (SealException e) {
      throw new AssertionError("what was encrypted decrypts", e);
    } finally {
      key.destroy();
    }
  }
}
