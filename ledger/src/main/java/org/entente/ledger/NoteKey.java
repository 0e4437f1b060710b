package org.entente.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A named Ed25519 key for one type of signature: what a verifier key of C2SP signed-note says. */
final class NoteKey {
  /** Signature type of a log's own signature. */
  static final byte ED25519 = 0x01;

  /** Signature type of a witness's timestamped countersignature. */
  static final byte COSIGNATURE = 0x04;

  static final int KEY_BYTES = 32;
  static final int SIGNATURE_BYTES = 64;

  private static final int KEY_ID_HEX_CHARS = 8;
  private static final String PROVIDER = "SunEC";
  private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte type;
  private final byte[] key;
  private final int id;

  private NoteKey(String name, byte type, byte[] key) {
    this.name = name;
    this.type = type;
    this.key = key;
    this.id = id(name, type, key);
  }

  static Parsed<NoteKey> of(String name, byte type, byte[] key) {
    if (!NoteSignature.isName(name)) {
      return Parsed.refused(
          "bad-key-name",
          "A key's name has 1 to 255 bytes, no space and no plus sign. Choose another name.");
    }
    if (key.length != KEY_BYTES) {
      return Parsed.refused(
          "bad-key-length", "An Ed25519 key has 32 bytes. Ask its owner for the key again.");
    }
    if (WeakKeys.contains(key)) {
      return Parsed.refused(
          "weak-key",
          "Anyone can sign with this key. Do not accept it; ask its owner to make a new one.");
    }
    try {
      byte[] spki =
          ByteBuffer.allocate(SPKI_PREFIX.length + KEY_BYTES).put(SPKI_PREFIX).put(key).array();
      PublicKey _ =
          KeyFactory.getInstance("Ed25519", PROVIDER).generatePublic(new X509EncodedKeySpec(spki));
      return new Parsed.Read<>(new NoteKey(name, type, key.clone()));
    } catch (GeneralSecurityException notAPoint) {
      return Parsed.refused("bad-key", "This is no Ed25519 key. Ask its owner for the key again.");
    }
  }

  static Parsed<NoteKey> parse(String vkey, byte type) {
    String[] parts = vkey.split("\\+", 3);
    byte[] typed = parts.length == 3 ? StrictText.base64(parts[2]) : null;
    if (typed == null || typed.length == 0 || parts[1].length() != KEY_ID_HEX_CHARS) {
      return Parsed.refused(
          "bad-verifier-key", "A verifier key reads name+key id+key. Copy the whole line again.");
    }
    if (typed[0] != type) {
      return Parsed.refused(
          "wrong-key-type",
          "This key is for another kind of signature. Ask its owner for the right one.");
    }
    return switch (of(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length))) {
      case Parsed.Refused<NoteKey> refused -> refused;
      case Parsed.Read<NoteKey>(NoteKey read) when read.text().equals(vkey) ->
          new Parsed.Read<>(read);
      case Parsed.Read<NoteKey> read ->
          Parsed.refused(
              "wrong-key-id", "The key id does not belong to this key. Copy the whole line again.");
    };
  }

  String name() {
    return name;
  }

  int id() {
    return id;
  }

  byte[] key() {
    return key.clone();
  }

  /** The line others configure: {@code name+hex(id)+base64(type || key)}. */
  String text() {
    byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(type).put(key).array();
    return name + "+" + HexFormat.of().toHexDigits(id) + "+" + StrictText.toBase64(typed);
  }

  /** By Bouncy Castle, which takes a tenth of the JDK's time; a node does this for each receipt. */
  boolean verifies(byte[] message, byte[] signature) {
    return signature.length == SIGNATURE_BYTES
        && Ed25519.verify(signature, 0, key, 0, message, 0, message.length);
  }

  boolean signed(NoteSignature signature) {
    return signature.keyId() == id && signature.name().equals(name);
  }

  static int id(String name, byte type, byte[] key) {
    MessageDigest digest = TreeHasher.sha256();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update(type);
    return ByteBuffer.wrap(digest.digest(key)).getInt();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteKey that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
