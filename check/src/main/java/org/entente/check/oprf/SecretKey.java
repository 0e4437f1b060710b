package org.entente.check.oprf;

import java.util.Arrays;
import javax.security.auth.Destroyable;

/** The key of an owner for one partner and epoch. Never printed; useless once destroyed. */
public final class SecretKey implements Destroyable {
  private final byte[] number;
  private final byte[] publicKey;
  private boolean destroyed;

  SecretKey(byte[] number, byte[] publicKey) {
    this.number = number;
    this.publicKey = publicKey;
  }

  byte[] number() {
    if (destroyed) {
      throw new IllegalStateException("the key of this epoch was destroyed");
    }
    return number;
  }

  /** The commitment to this key: an encoded element. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public void destroy() {
    Arrays.fill(number, (byte) 0);
    destroyed = true;
  }

  @Override
  public boolean isDestroyed() {
    return destroyed;
  }

  @Override
  public String toString() {
    return "an owner's secret key";
  }
}
