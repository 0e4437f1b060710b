package org.entente.check.oprf;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** expand_message_xmd of RFC 9380, section 5.3.1. */
final class Expansion {
  private Expansion() {}

  static byte[] of(String hash, int blockBytes, byte[] message, byte[] tag, int length) {
    MessageDigest digest = digest(hash);
    digest.update(new byte[blockBytes]);
    digest.update(message);
    digest.update((byte) (length >>> 8));
    digest.update((byte) length);
    digest.update((byte) 0);
    digest.update(tag);
    byte[] first = digest.digest(new byte[] {(byte) tag.length});
    byte[] out = new byte[length];
    byte[] block = new byte[first.length];
    int at = 0;
    for (int i = 1; at < length; i++) {
      for (int j = 0; j < block.length; j++) {
        block[j] ^= first[j];
      }
      digest.update(block);
      digest.update((byte) i);
      digest.update(tag);
      block = digest.digest(new byte[] {(byte) tag.length});
      int taken = Math.min(block.length, length - at);
      System.arraycopy(block, 0, out, at, taken);
      at += taken;
    }
    Arrays.fill(first, (byte) 0);
    return out;
  }

  static MessageDigest digest(String hash) {
    try {
      return MessageDigest.getInstance(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
