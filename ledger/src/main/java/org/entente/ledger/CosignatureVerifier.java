package org.entente.ledger;

/**
 * A witness's public key under the witness's name (C2SP tlog-cosignature, Ed25519). Immutable; safe
 * for many threads.
 */
public final class CosignatureVerifier {
  private final NoteKey key;

  private CosignatureVerifier(NoteKey key) {
    this.key = key;
  }

  /**
   * For a key that was checked before.
   *
   * @throws IllegalStateException if {@link #read(String, byte[])} would refuse it
   */
  public CosignatureVerifier(String name, byte[] publicKey32) {
    this(NoteKey.of(name, NoteKey.COSIGNATURE, publicKey32).orThrow());
  }

  /**
   * For a foreign key: refuses a bad name, a wrong length, and keys under which anyone can sign.
   */
  public static Parsed<CosignatureVerifier> read(String name, byte[] publicKey32) {
    return wrap(NoteKey.of(name, NoteKey.COSIGNATURE, publicKey32));
  }

  /** Reads a verifier key line: {@code name+key id+key}. */
  public static Parsed<CosignatureVerifier> parse(String vkey) {
    return wrap(NoteKey.parse(vkey, NoteKey.COSIGNATURE));
  }

  private static Parsed<CosignatureVerifier> wrap(Parsed<NoteKey> key) {
    return switch (key) {
      case Parsed.Read<NoteKey>(NoteKey read) -> new Parsed.Read<>(new CosignatureVerifier(read));
      case Parsed.Refused<NoteKey>(String code, String sentence) -> Parsed.refused(code, sentence);
    };
  }

  /** The witness's name. */
  public String name() {
    return key.name();
  }

  /** The first four bytes of SHA-256(name, newline, 0x04, key). */
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

  boolean verifies(byte[] message, byte[] signature) {
    return key.verifies(message, signature);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CosignatureVerifier that && key.equals(that.key);
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
