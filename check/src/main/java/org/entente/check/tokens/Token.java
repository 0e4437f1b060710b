package org.entente.check.tokens;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One exact token. Two subjects meet where they share one.
 *
 * @param family what it is made of
 * @param text what it holds, canonical; its form follows from the family, see {@code
 *     docs/protocol/check-tokens.md}
 */
public record Token(Family family, String text) {
  /** Begins every token, so that no other input of the function can be one; names the version. */
  private static final byte[] DOMAIN = "Entente-Token-v1".getBytes(StandardCharsets.US_ASCII);

  /** No number and no two parts of a name are longer; longer ones are no tokens. */
  static final int LONGEST_TEXT = 500;

  public Token {
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException("a token holds 1 to " + LONGEST_TEXT + " characters");
    }
  }

  /** The function's input: domain, one byte for the family, the text in UTF-8. */
  public byte[] bytes() {
    byte[] held = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(DOMAIN.length + 1 + held.length)
        .put(DOMAIN)
        .put((byte) family.code())
        .put(held)
        .array();
  }

  /** Never prints what it holds. */
  @Override
  public String toString() {
    return "Token[" + family + "]";
  }
}
