package org.entente.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers, Base64 and UTF-8 in exactly one spelling, so that no two texts mean the same
 * bytes.
 */
final class StrictText {
  private static final int MAX_DECIMAL_DIGITS = 18;

  private StrictText() {}

  static String toBase64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte @Nullable [] base64(String text) {
    return isAscii(text) ? base64(text.getBytes(StandardCharsets.US_ASCII)) : null;
  }

  /**
   * Null unless the text is padded, free of other characters, and its unused last bits are zero.
   */
  static byte @Nullable [] base64(byte[] text) {
    if (text.length % 4 != 0) {
      return null;
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
    // The JDK ignores unused bits of the last character: encode the last group again and compare.
    int tail = bytes.length % 3;
    if (tail != 0) {
      byte[] last =
          Base64.getEncoder().encode(Arrays.copyOfRange(bytes, bytes.length - tail, bytes.length));
      for (int i = 0; i < 4; i++) {
        if (last[i] != text[text.length - 4 + i]) {
          return null;
        }
      }
    }
    return bytes;
  }

  /** A number of at most 18 digits without sign or leading zero; -1 for anything else. */
  static long decimal(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return decimal(bytes, 0, bytes.length);
  }

  /** The same, of a part of a text. */
  static long decimal(byte[] text, int from, int to) {
    int length = to - from;
    if (length == 0 || length > MAX_DECIMAL_DIGITS || (length > 1 && text[from] == '0')) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      byte digit = text[i];
      if (digit < '0' || digit > '9') {
        return -1;
      }
      value = value * 10 + (digit - '0');
    }
    return value;
  }

  static boolean isLowerHex(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return isLowerHex(bytes, 0, bytes.length);
  }

  /** The same, of a part of a text. */
  static boolean isLowerHex(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = text[i];
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }

  /** True for text that signed-note allows on a line: encodable as UTF-8, nothing below U+0020. */
  static boolean isLine(String text) {
    return text.chars().noneMatch(c -> c < 0x20)
        && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
