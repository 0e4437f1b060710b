package org.entente.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One signature line of a C2SP signed-note: a name, and the Base64 of key id and signature. Having
 * one says nothing until a {@link CheckpointVerifier} or {@link CosignatureVerifier} has checked
 * it. Immutable.
 *
 * @param name of the key
 * @param value Base64 of four bytes of key id and at least one byte of signature
 */
public record NoteSignature(String name, String value) {
  /** Longest name in bytes of UTF-8: the length that later cosignature formats can carry. */
  public static final int MAX_NAME_BYTES = 255;

  /** Longest signature: the largest standard post-quantum ones are a little under 5 kB. */
  public static final int MAX_SIGNATURE_BYTES = 5120;

  private static final int KEY_ID_BYTES = 4;
  private static final String DASH = "— ";

  /** Refuses a name or value that a line cannot carry. */
  public NoteSignature {
    if (!isName(name) || !isValue(value)) {
      throw new IllegalArgumentException("not a signature line of a signed note");
    }
  }

  static NoteSignature of(String name, int keyId, byte[] signature) {
    byte[] bytes =
        ByteBuffer.allocate(KEY_ID_BYTES + signature.length).putInt(keyId).put(signature).array();
    return new NoteSignature(name, StrictText.toBase64(bytes));
  }

  /** Reads one line, without its newline. */
  public static Parsed<NoteSignature> parse(String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      return malformed();
    }
    String name = line.substring(DASH.length(), space);
    String value = line.substring(space + 1);
    return isName(name) && isValue(value)
        ? new Parsed.Read<>(new NoteSignature(name, value))
        : malformed();
  }

  /** The line, without its newline. */
  public String line() {
    return DASH + name + " " + value;
  }

  /** The first four bytes of the hash of name, type and key. */
  public int keyId() {
    return ByteBuffer.wrap(decoded()).getInt();
  }

  /** The bytes after the key id. */
  public byte[] signature() {
    byte[] bytes = decoded();
    return Arrays.copyOfRange(bytes, KEY_ID_BYTES, bytes.length);
  }

  private byte[] decoded() {
    byte[] bytes = StrictText.base64(value);
    if (bytes == null) {
      throw new IllegalStateException("checked when it was made");
    }
    return bytes;
  }

  static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_NAME_BYTES
        && StrictText.isLine(name)
        && StrictText.utf8Length(name) <= MAX_NAME_BYTES
        && name.chars().noneMatch(c -> c == '+' || c == 0x7f || c == 0x85 || isSpace(c));
  }

  private static boolean isSpace(int c) {
    return Character.isSpaceChar(c) || Character.isWhitespace(c);
  }

  private static boolean isValue(String value) {
    if (value.length() > (KEY_ID_BYTES + MAX_SIGNATURE_BYTES + 2) / 3 * 4) {
      return false;
    }
    byte[] bytes = StrictText.base64(value);
    return bytes != null && bytes.length > KEY_ID_BYTES;
  }

  private static Parsed<NoteSignature> malformed() {
    return Parsed.refused(
        "bad-signature-line",
        "A signature line reads dash, name, Base64. Ask the sender for the text again.");
  }
}
