package org.entente.seal;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * Compiles AES-GCM before the first message: interpreted it is 250 times slower, and a single large
 * call does not trigger the compiler in time. A virtual machine that was started without the
 * compiler that knows AES ({@code -XX:TieredStopAtLevel} below 4) gains nothing and is left alone.
 */
public final class SealWarmUp {
  private static final int BLOCK_BYTES = 16 * 1024;

  /** Enough for the intrinsic to be in place; more costs start-up time without effect. */
  private static final int MAX_ROUNDS = 400;

  private static final int AES_LEVEL = 4;

  private SealWarmUp() {}

  /**
   * Encrypts and decrypts some random bytes; bounded, a fraction of a second.
   *
   * @return how many bytes were processed; none where nothing would be gained
   */
  public static long run() {
    if (!compilesAes()) {
      return 0;
    }
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

  /** Whether this machine's second compiler is at work; it alone has the processor's AES. */
  private static boolean compilesAes() {
    var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    try {
      return machine == null
          || Integer.parseInt(machine.getVMOption("TieredStopAtLevel").getValue()) >= AES_LEVEL;
    } catch (IllegalArgumentException unknown) { // Another make of virtual machine.
      return true;
    }
  }
}
