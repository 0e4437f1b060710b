package org.entente.ledger;

import java.nio.charset.StandardCharsets;

/**
 * A log's public key under the log's name: what a partner configures from the agreement's annex.
 * Immutable; safe for many threads.
 */
public final class CheckpointVerifier {
  private final NoteKey key;

  private CheckpointVerifier(NoteKey key) {
    this.key = key;
  }

  /**
   * For a key that was checked before, such as this node's own.
   *
   * @param name the log's origin
   * @throws IllegalStateException if {@link #read(String, byte[])} would refuse it
   */
  public CheckpointVerifier(String name, byte[] publicKey32) {
    this(NoteKey.of(name, NoteKey.ED25519, publicKey32).orThrow());
  }

  /**
   * For a foreign key: refuses a bad name, a wrong length, and keys under which anyone can sign.
   */
  public static Parsed<CheckpointVerifier> read(String name, byte[] publicKey32) {
    return wrap(NoteKey.of(name, NoteKey.ED25519, publicKey32));
  }

  /** Reads a verifier key line of C2SP signed-note: {@code name+key id+key}. */
  public static Parsed<CheckpointVerifier> parse(String vkey) {
    return wrap(NoteKey.parse(vkey, NoteKey.ED25519));
  }

  private static Parsed<CheckpointVerifier> wrap(Parsed<NoteKey> key) {
    return switch (key) {
      case Parsed.Read<NoteKey>(NoteKey read) -> new Parsed.Read<>(new CheckpointVerifier(read));
      case Parsed.Refused<NoteKey>(String code, String sentence) -> Parsed.refused(code, sentence);
    };
  }

  /** The log's origin. */
  public String name() {
    return key.name();
  }

  /** The first four bytes of SHA-256(name, newline, 0x01, key). */
  public int keyId() {
    return key.id();
  }

  /** The public key. */
  public byte[] publicKey32() {
    return key.key();
  }

  /** The verifier key line others configure. */
  public String vkey() {
    return key.text();
  }

  /** Whether a line claims to be by this key: same name, same key id. */
  public boolean claims(NoteSignature signature) {
    return key.signed(signature);
  }

  /** Whether this key signed this text of a note. */
  boolean verifies(String text, NoteSignature signature) {
    return key.signed(signature)
        && key.verifies(text.getBytes(StandardCharsets.UTF_8), signature.signature());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CheckpointVerifier that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return vkey();
  }
}
