package org.entente.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Base64;

/** A card as text that survives mail: base64 between two marker lines, nothing before or after. */
final class CardText {
  private static final String BEGIN = "-----BEGIN ENTENTE CARD-----";
  private static final String END = "-----END ENTENTE CARD-----";
  private static final int LINE = 64;

  private CardText() {}

  static boolean is(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == '-';
  }

  static String armour(byte[] encoded) {
    var body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded);
    return BEGIN + "\n" + body + "\n" + END + "\n";
  }

  /** Mail programs change line ends and add blanks to them; nothing else may differ. */
  static byte[] unarmour(byte[] text) throws IOException {
    var lines =
        new String(text, US_ASCII).stripTrailing().lines().map(String::stripTrailing).toList();
    if (lines.size() < 3 || !lines.getFirst().equals(BEGIN) || !lines.getLast().equals(END)) {
      throw new IOException("not an armoured card");
    }
    try {
      return Base64.getDecoder().decode(String.join("", lines.subList(1, lines.size() - 1)));
    } catch (IllegalArgumentException notBase64) {
      throw new IOException("not an armoured card", notBase64);
    }
  }
}
