package org.entente.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry with the proof that it is in a log: a C2SP tlog-proof whose extra line carries the
 * entry. Everything a court needs, beside the log's key. Immutable. By custom stored as {@code
 * *.tlog-proof}.
 *
 * @param checkpoint of the log's size in the proof
 */
public record ProofFile(LedgerEntry entry, InclusionProof proof, SignedCheckpoint checkpoint) {
  /** Longest text in characters: the largest checkpoint, and an entry and a path beside it. */
  public static final int MAX_CHARS = SignedCheckpoint.MAX_CHARS + 16 * 1024;

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  /** Refuses parts that speak of different entries or sizes. */
  public ProofFile {
    if (entry.index() != proof.index() || proof.size() != checkpoint.checkpoint().size()) {
      throw new IllegalArgumentException(
          "entry, proof and checkpoint speak of one place in one log");
    }
  }

  /** The text. */
  public String encode() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    text.append(EXTRA).append(StrictText.toBase64(entry.encoded())).append('\n');
    text.append(INDEX).append(proof.index()).append('\n');
    proof.path().forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(checkpoint.encode()).toString();
  }

  /** The text in UTF-8. */
  public byte[] bytes() {
    return encode().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a file of bytes. */
  public static Parsed<ProofFile> parse(byte[] bytes) {
    String text = bytes.length > 4 * MAX_CHARS ? null : StrictText.utf8(bytes);
    return text == null ? malformed() : parse(text);
  }

  /** Reads exactly what {@link #encode} writes. Proves nothing yet. */
  public static Parsed<ProofFile> parse(String text) {
    int empty = text.length() > MAX_CHARS ? -1 : text.indexOf("\n\n");
    if (empty < 0) {
      return malformed();
    }
    String[] lines = text.substring(0, empty).split("\n", -1);
    if (!lines[0].equals(HEADER)) {
      return lines[0].startsWith("c2sp.org/tlog-proof@")
          ? Parsed.refused(
              "unknown-version", "The proof is of a later version. Update this software.")
          : malformed();
    }
    if (lines.length < 3
        || lines.length - 3 > InclusionProof.MAX_PATH
        || !lines[1].startsWith(EXTRA)) {
      return malformed();
    }
    byte[] encoded = StrictText.base64(lines[1].substring(EXTRA.length()));
    if (encoded == null
        || !(LedgerEntry.parse(encoded) instanceof Parsed.Read<LedgerEntry>(LedgerEntry entry))) {
      return Parsed.refused(
          "bad-entry", "The proof carries no entry of a log. Ask for the file again.");
    }
    if (!lines[2].equals(INDEX + entry.index())) {
      return Parsed.refused(
          "wrong-index", "The proof is for another place than the entry's. Ask for it again.");
    }
    List<Hash> path = new ArrayList<>();
    for (int i = 3; i < lines.length; i++) {
      Hash hash = Hash.fromBase64(lines[i]).orElse(null);
      if (hash == null) {
        return malformed();
      }
      path.add(hash);
    }
    return switch (SignedCheckpoint.parse(text.substring(empty + 2))) {
      case Parsed.Refused<SignedCheckpoint>(String code, String sentence) ->
          Parsed.refused(code, sentence);
      case Parsed.Read<SignedCheckpoint>(SignedCheckpoint signed) -> {
        InclusionProof proof = new InclusionProof(entry.index(), signed.checkpoint().size(), path);
        yield new Parsed.Read<>(new ProofFile(entry, proof, signed));
      }
    };
  }

  /**
   * Checks offline that the log signed the checkpoint, enough witnesses countersigned it, and the
   * entry is in it.
   *
   * @param keys from a trusted way; the file carries none
   * @param witnessesRequired how many of the witnesses in {@code keys} must have countersigned; 0
   *     for none
   */
  public Verdict verify(LogKeys keys, int witnessesRequired) {
    if (checkpoint.verify(keys.log()) instanceof Verdict.NotProven notSigned) {
      return notSigned;
    }
    long cosigned =
        keys.witnesses().stream().filter(w -> checkpoint.cosignedBy(w).isPresent()).count();
    if (cosigned < witnessesRequired) {
      return Verdict.notProven(
          "too-few-witnesses",
          cosigned
              + " of "
              + witnessesRequired
              + " required witnesses countersigned. Ask for a later proof.");
    }
    return proof.verify(entry.leafHash(), checkpoint.checkpoint().root());
  }

  private static Parsed<ProofFile> malformed() {
    return Parsed.refused(
        "not-a-proof-file", "This is no proof of an entry. Ask for the file again.");
  }
}
