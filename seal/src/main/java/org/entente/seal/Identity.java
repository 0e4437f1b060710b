package org.entente.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * An authority's own keys: it signs, is encrypted to, speaks TLS and signs ledger checkpoints.
 *
 * <p><b>Guarantees.</b> Private keys leave this class only into the encrypted identity file.
 * Nothing prints them.
 *
 * <p><b>Does not guarantee.</b> Secrecy of past messages after the file and its passphrase were
 * stolen: the recipient key is long lived.
 *
 * <p>Thread-safe.
 */
public final class Identity {
  /** Longest validity of a new identity's certificates. */
  public static final Duration MAX_VALIDITY = Duration.ofDays(3660);

  /** Shortest passphrase an identity file is saved under, in UTF-16 units. */
  public static final int MIN_PASSPHRASE = 12;

  /** Longest passphrase an identity file is saved under, in UTF-16 units. */
  public static final int MAX_PASSPHRASE = 1024;

  /**
   * Certificates begin earlier than they are made. Clocks are set right after an identity was made
   * on a machine that ran ahead, and partners' clocks lie behind: neither may find the certificate
   * not yet valid. Three days cover a wrong date, also over a weekend.
   */
  static final Duration BEGINS_BEFORE = Duration.ofDays(3);

  /** The private halves. */
  record Keys(
      PrivateKey signing,
      PrivateKey recipient,
      PrivateKey transport,
      PrivateKey checkpoint,
      MasterKey master) {
    @Override
    public String toString() {
      return "Keys[…]";
    }
  }

  private final IdentityCard card;
  private final Keys keys;
  private final WitnessKey witness;
  private final EvidenceKey evidence;

  Identity(IdentityCard card, Keys keys) {
    this.card = card;
    this.keys = keys;
    this.witness = WitnessKey.of(keys.checkpoint());
    this.evidence = EvidenceKey.of(keys.checkpoint(), card);
  }

  /**
   * Makes new keys and certificates.
   *
   * @param authority short stable name, such as {@code rs.mup}
   * @param displayName the authority's name for people
   * @param validity how long the certificates are valid, at most {@link #MAX_VALIDITY}
   * @throws IllegalArgumentException if a name or the validity is outside its limits
   */
  public static Identity create(
      String authority, String displayName, InstantSource clock, Duration validity) {
    var subject = AuthorityName.subject(authority, displayName);
    if (validity.compareTo(Duration.ofMinutes(1)) < 0 || validity.compareTo(MAX_VALIDITY) > 0) {
      throw new IllegalArgumentException("validity is between one minute and ten years");
    }
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var valid = new Certificates.Validity(now.minus(BEGINS_BEFORE), now.plus(validity));
    try {
      var signing = KeyPairs.createSigning();
      var recipient = KeyPairs.createRecipient();
      var transport = KeyPairs.createTransport();
      var checkpoint = KeyPairs.createCheckpoint();
      var card =
          IdentityCard.of(
              Certificates.issue(
                  Certificates.Role.SIGNING,
                  subject,
                  signing.getPublic(),
                  signing.getPrivate(),
                  valid),
              Certificates.issue(
                  Certificates.Role.RECIPIENT,
                  subject,
                  recipient.getPublic(),
                  signing.getPrivate(),
                  valid),
              Certificates.issue(
                  Certificates.Role.TRANSPORT,
                  subject,
                  transport.getPublic(),
                  transport.getPrivate(),
                  valid),
              KeyPairs.raw(checkpoint.getPublic()));
      return new Identity(
          card,
          new Keys(
              signing.getPrivate(),
              recipient.getPrivate(),
              transport.getPrivate(),
              checkpoint.getPrivate(),
              MasterKey.create()));
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError("keys of the profile can be made", e);
    }
  }

  /**
   * Writes the identity as PKCS#12: readable by its owner only, complete or not at all,
   * synchronised to disk. An existing file is replaced.
   *
   * @param passphrase at least {@link #MIN_PASSPHRASE} characters; not kept, not cleared
   * @throws IllegalArgumentException if the passphrase is too short or too long
   */
  public void save(Path file, char[] passphrase) throws IOException {
    if (passphrase.length < MIN_PASSPHRASE || passphrase.length > MAX_PASSPHRASE) {
      throw new IllegalArgumentException(
          "a passphrase has " + MIN_PASSPHRASE + " to " + MAX_PASSPHRASE + " characters");
    }
    PrivateFile.replace(file, IdentityFile.encode(this, passphrase));
  }

  /**
   * Opens an identity file and checks that each private key fits its certificate.
   *
   * @throws IdentityException wrong passphrase, damaged file, newer version
   * @throws IOException the file cannot be read, {@link java.nio.file.NoSuchFileException} if there
   *     is none
   */
  public static Identity load(Path file, char[] passphrase) throws IOException, IdentityException {
    return IdentityFile.decode(PrivateFile.read(file, IdentityFile.MAX_BYTES), passphrase);
  }

  /** The public half. */
  public IdentityCard card() {
    return card;
  }

  /** The key over the node's content keys. */
  public MasterKey masterKey() {
    return keys.master();
  }

  /** Plain Ed25519 (RFC 8032) over exactly these bytes: 64 bytes of signature. */
  public byte[] signCheckpoint(byte[] note) {
    try {
      return KeyPairs.sign(Algorithms.CHECKPOINT, keys.checkpoint(), note);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("an Ed25519 key signs", e);
    }
  }

  /** The 32 raw bytes of the key that checks {@link #signCheckpoint}. */
  public byte[] checkpointPublicKey() {
    return card.checkpointPublicKey();
  }

  /**
   * Plain Ed25519 (RFC 8032) over exactly these bytes with the key for countersigning partners'
   * checkpoints, which is never the key of {@link #signCheckpoint}.
   */
  public byte[] countersign(byte[] message) {
    return witness.sign(message);
  }

  /** The 32 raw bytes of the key that checks {@link #countersign}. */
  public byte[] witnessPublicKey() {
    return witness.publicKey();
  }

  /**
   * The self-signed certificate of the key that signs evidence files. It is always the same for
   * this identity; a {@link Statement} binds it to the identity card.
   */
  public X509Certificate evidenceCertificate() {
    return evidence.certificate();
  }

  /** ECDSA over P-256 with SHA-256, DER, over exactly these bytes with the key for evidence. */
  public byte[] signEvidence(byte[] message) {
    return evidence.sign(message);
  }

  Keys keys() {
    return keys;
  }

  @Override
  public String toString() {
    return "Identity[" + card.authority() + "]";
  }
}
