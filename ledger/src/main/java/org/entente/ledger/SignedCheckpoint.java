package org.entente.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint with signature lines: the log's own and its witnesses' (C2SP signed-note). Holding
 * one proves nothing; {@link #verify} and {@link #cosignedBy} do. Immutable.
 */
public record SignedCheckpoint(Checkpoint checkpoint, List<NoteSignature> signatures) {
  /** Most signature lines: the log's, and more witnesses than an agreement has parties. */
  public static final int MAX_SIGNATURES = 32;

  /** Longest text in characters: every line at its limit. */
  public static final int MAX_CHARS = 256 * 1024;

  /** Refuses a checkpoint nobody signed, and more lines than the limit. */
  public SignedCheckpoint {
    signatures = List.copyOf(signatures);
    if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw new IllegalArgumentException("a signed checkpoint has 1 to 32 signatures");
    }
  }

  /**
   * Signs as the log.
   *
   * @throws IllegalArgumentException if the signer's name is not the checkpoint's origin
   */
  public static SignedCheckpoint sign(Checkpoint checkpoint, CheckpointSigner log) {
    if (!log.name().equals(checkpoint.origin())) {
      throw new IllegalArgumentException("a log signs checkpoints of its own origin only");
    }
    byte[] text = checkpoint.text().getBytes(StandardCharsets.UTF_8);
    int id = NoteKey.id(log.name(), NoteKey.ED25519, log.publicKey32());
    return new SignedCheckpoint(
        checkpoint, List.of(NoteSignature.of(log.name(), id, log.sign(text))));
  }

  /** The same with a countersignature at the end; unchanged if it is there already. */
  public SignedCheckpoint with(Cosignature cosignature) {
    if (signatures.contains(cosignature.line())) {
      return this;
    }
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.add(cosignature.line());
    return new SignedCheckpoint(checkpoint, more);
  }

  /**
   * The same with the log's own signature only: what strangers added is not kept.
   *
   * @throws IllegalArgumentException if this log did not sign it
   */
  public SignedCheckpoint signedOnlyBy(CheckpointVerifier log) {
    return new SignedCheckpoint(
        checkpoint, signatures.stream().filter(log::claims).limit(1).toList());
  }

  /** The note: text, empty line, signature lines. */
  public String encode() {
    StringBuilder note = new StringBuilder(checkpoint.text()).append('\n');
    for (NoteSignature signature : signatures) {
      note.append(signature.line()).append('\n');
    }
    return note.toString();
  }

  /** Reads exactly what {@link #encode} writes. Checks no signature. */
  public static Parsed<SignedCheckpoint> parse(String note) {
    int empty = note.length() > MAX_CHARS ? -1 : note.lastIndexOf("\n\n");
    if (empty < 0 || !note.endsWith("\n")) {
      return Parsed.refused(
          "bad-note", "This is no signed checkpoint. Ask the sender for the text again.");
    }
    String[] lines = note.substring(empty + 2).split("\n", -1);
    if (lines.length < 2 || lines.length - 1 > MAX_SIGNATURES) {
      return Parsed.refused(
          "bad-note", "A signed checkpoint has 1 to 32 signatures. Ask for the text again.");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (int i = 0; i < lines.length - 1; i++) {
      switch (NoteSignature.parse(lines[i])) {
        case Parsed.Read<NoteSignature>(NoteSignature line) -> signatures.add(line);
        case Parsed.Refused<NoteSignature>(String code, String sentence) -> {
          return Parsed.refused(code, sentence);
        }
      }
    }
    return switch (Checkpoint.parse(note.substring(0, empty + 1))) {
      case Parsed.Read<Checkpoint>(Checkpoint read) ->
          new Parsed.Read<>(new SignedCheckpoint(read, signatures));
      case Parsed.Refused<Checkpoint>(String code, String sentence) ->
          Parsed.refused(code, sentence);
    };
  }

  /**
   * Checks that this log signed this checkpoint. Lines by other keys are ignored; a line that
   * claims to be by this key and is not refuses the whole note (C2SP signed-note, Signatures).
   */
  public Verdict verify(CheckpointVerifier log) {
    if (!checkpoint.origin().equals(log.name())) {
      return Verdict.notProven(
          "other-log", "The checkpoint is another log's. Compare the log's name.");
    }
    List<NoteSignature> claimed = signatures.stream().filter(log::claims).toList();
    if (claimed.isEmpty()) {
      return Verdict.notProven(
          "not-signed",
          "The expected key did not sign this checkpoint. Compare the key with the agreement.");
    }
    String text = checkpoint.text();
    return claimed.stream().allMatch(line -> log.verifies(text, line))
        ? Verdict.proven()
        : Verdict.notProven(
            "bad-signature", "The signature does not fit the checkpoint. Do not use it.");
  }

  /**
   * The countersignature of this witness, if it is there and every line that claims to be by it
   * holds.
   */
  public Optional<Cosignature> cosignedBy(CosignatureVerifier witness) {
    List<NoteSignature> claimed = signatures.stream().filter(witness::claims).toList();
    for (NoteSignature line : claimed) {
      if (!(Cosignature.read(line) instanceof Parsed.Read<Cosignature>(Cosignature read))
          || !read.verify(checkpoint, witness).isProven()) {
        return Optional.empty();
      }
    }
    return claimed.stream().findFirst().map(Cosignature::new);
  }
}
