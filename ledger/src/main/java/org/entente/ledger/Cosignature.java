package org.entente.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * A witness's countersignature: "at this second, the largest log I have seen under this origin, and
 * one that only ever grew, was this one" (C2SP tlog-cosignature, Ed25519 cosignature/v1).
 * Immutable.
 *
 * @param line the signature line that carries it
 */
public record Cosignature(NoteSignature line) {
  private static final int TIME_BYTES = 8;
  private static final int BYTES = TIME_BYTES + NoteKey.SIGNATURE_BYTES;

  /** Latest time a text may carry: the end of the year 9999. */
  private static final long MAX_EPOCH_SECONDS = 253_402_300_799L;

  /** Refuses a line that is no timestamped Ed25519 countersignature. */
  public Cosignature {
    if (!isCosignature(line)) {
      throw new IllegalArgumentException("not a timestamped Ed25519 countersignature");
    }
  }

  /**
   * Countersigns. Use {@link Witness} for partners' logs: it checks first that the log only grew.
   *
   * @param time rounded down to the second
   */
  public static Cosignature create(Checkpoint checkpoint, CheckpointSigner witness, Instant time) {
    long seconds = time.getEpochSecond();
    if (seconds < 1 || seconds > MAX_EPOCH_SECONDS) {
      throw new IllegalArgumentException("a countersignature is made between 1970 and 9999");
    }
    byte[] signature = witness.sign(message(checkpoint, seconds));
    byte[] timed =
        ByteBuffer.allocate(TIME_BYTES + signature.length).putLong(seconds).put(signature).array();
    int id = NoteKey.id(witness.name(), NoteKey.COSIGNATURE, witness.publicKey32());
    return new Cosignature(NoteSignature.of(witness.name(), id, timed));
  }

  /** Reads a signature line as a countersignature. Other kinds of lines are refused. */
  public static Parsed<Cosignature> read(NoteSignature line) {
    return isCosignature(line)
        ? new Parsed.Read<>(new Cosignature(line))
        : Parsed.refused(
            "not-a-cosignature", "This line is no countersignature this node can read. Ignore it.");
  }

  /** The witness's name, as claimed. */
  public String witness() {
    return line.name();
  }

  /** When the witness signed, to the second, as claimed until verified. */
  public Instant time() {
    return Instant.ofEpochSecond(ByteBuffer.wrap(line.signature()).getLong());
  }

  /** Checks that this witness countersigned this checkpoint at {@link #time}. */
  public Verdict verify(Checkpoint checkpoint, CosignatureVerifier witness) {
    if (!witness.claims(line)) {
      return Verdict.notProven(
          "other-witness",
          "The countersignature is by another key. Look up the witness's key again.");
    }
    byte[] timed = line.signature();
    byte[] message = message(checkpoint, ByteBuffer.wrap(timed).getLong());
    return witness.verifies(message, Arrays.copyOfRange(timed, TIME_BYTES, BYTES))
        ? Verdict.proven()
        : Verdict.notProven(
            "bad-cosignature",
            "The countersignature does not fit this checkpoint. Ask the witness for it again.");
  }

  private static byte[] message(Checkpoint checkpoint, long seconds) {
    return ("cosignature/v1\ntime " + seconds + "\n" + checkpoint.text())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isCosignature(NoteSignature line) {
    byte[] timed = line.signature();
    if (timed.length != BYTES) {
      return false;
    }
    long seconds = ByteBuffer.wrap(timed).getLong();
    return seconds > 0 && seconds <= MAX_EPOCH_SECONDS;
  }
}
