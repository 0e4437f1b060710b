package org.entente.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Two signed heads of one log that a witness saw one after the other and that do not fit together,
 * as a file for a third person ({@code entente-heads/1}). Immutable.
 *
 * @param earlier seen first; by custom with the countersignature that says when
 * @param later seen afterwards
 * @param path of the consistency proof from the smaller to the larger one, as far as the log gave
 *     one
 */
public record TwoHeads(SignedCheckpoint earlier, SignedCheckpoint later, List<Hash> path) {
  /** Longest text in characters: both notes in Base64 and a path. */
  public static final int MAX_CHARS = 4 * SignedCheckpoint.MAX_CHARS;

  private static final String HEADER = "entente-heads/1";
  private static final String EARLIER = "earlier ";
  private static final String LATER = "later ";
  private static final int FIXED_LINES = 3;

  /** Refuses a path that no tree can have. */
  public TwoHeads {
    path = List.copyOf(path);
    if (path.size() > ConsistencyProof.MAX_PATH) {
      throw new IllegalArgumentException("a path has at most 64 hashes");
    }
  }

  /** What two heads show. */
  public sealed interface Finding {
    /** For a person. */
    String sentence();

    /** The log signed two histories; nobody's word is needed. */
    record Forked() implements Finding {
      @Override
      public String sentence() {
        return "The same key signed two histories of this log. This is proven by the heads alone.";
      }
    }

    /** The later head is smaller. That it came later is what the witness says. */
    record RolledBack() implements Finding {
      @Override
      public String sentence() {
        return "Both heads are signed by the log, and the one seen later has fewer entries. That it was seen later"
            + " is the word of the witness; its countersignature says when it saw the larger one.";
      }
    }

    /** The later head is larger, and the log did not show that it only added. */
    record NotContinued() implements Finding {
      @Override
      public String sentence() {
        return "Both heads are signed by the log, and it did not show that the larger one only adds to the smaller."
            + " Ask the log's owner for the proof from the one size to the other: an honest log can always give it.";
      }
    }

    /**
     * Nothing is to be held against the log.
     *
     * @param code stable, kebab-case
     */
    record Nothing(String code, String sentence) implements Finding {}
  }

  /** Judges the heads under the log's key. */
  public Finding judge(CheckpointVerifier log) {
    for (SignedCheckpoint head : List.of(earlier, later)) {
      if (head.verify(log) instanceof Verdict.NotProven(String code, String sentence)) {
        return new Finding.Nothing(code, sentence);
      }
    }
    Checkpoint first = earlier.checkpoint();
    Checkpoint second = later.checkpoint();
    if (first.size() == second.size()) {
      return first.root().equals(second.root())
          ? new Finding.Nothing("same-head", "The two heads are the same.")
          : new Finding.Forked();
    }
    boolean grew = first.size() < second.size();
    Checkpoint small = grew ? first : second;
    Checkpoint large = grew ? second : first;
    ConsistencyProof proof = new ConsistencyProof(small.size(), large.size(), path);
    if (proof.showsAnotherPast(small.root(), large.root())) {
      return new Finding.Forked();
    }
    if (!grew) {
      return new Finding.RolledBack();
    }
    return small.size() == 0 || proof.verify(small.root(), large.root()).isProven()
        ? new Finding.Nothing("consistent", "The later head only adds to the earlier one.")
        : new Finding.NotContinued();
  }

  /** The text. */
  public String encode() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    text.append(EARLIER).append(base64(earlier)).append('\n');
    text.append(LATER).append(base64(later)).append('\n');
    path.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.toString();
  }

  private static String base64(SignedCheckpoint head) {
    return StrictText.toBase64(head.encode().getBytes(StandardCharsets.UTF_8));
  }

  /** Reads exactly what {@link #encode} writes. Judges nothing. */
  public static Parsed<TwoHeads> parse(String text) {
    if (text.length() > MAX_CHARS || !text.endsWith("\n")) {
      return malformed();
    }
    String[] lines = text.split("\n", -1);
    int last = lines.length - 1;
    if (!lines[0].equals(HEADER)) {
      return lines[0].startsWith("entente-heads/")
          ? Parsed.refused(
              "unknown-version", "The file is of a later version. Update this software.")
          : malformed();
    }
    if (last < FIXED_LINES
        || last - FIXED_LINES > ConsistencyProof.MAX_PATH
        || !lines[1].startsWith(EARLIER)
        || !lines[2].startsWith(LATER)
        || !(head(lines[1].substring(EARLIER.length()))
            instanceof Parsed.Read<SignedCheckpoint>(SignedCheckpoint earlier))
        || !(head(lines[2].substring(LATER.length()))
            instanceof Parsed.Read<SignedCheckpoint>(SignedCheckpoint later))) {
      return malformed();
    }
    List<Hash> path = new ArrayList<>();
    for (int i = FIXED_LINES; i < last; i++) {
      Hash hash = Hash.fromBase64(lines[i]).orElse(null);
      if (hash == null) {
        return malformed();
      }
      path.add(hash);
    }
    return new Parsed.Read<>(new TwoHeads(earlier, later, path));
  }

  private static Parsed<SignedCheckpoint> head(String base64) {
    byte[] bytes = StrictText.base64(base64);
    String note = bytes == null ? null : StrictText.utf8(bytes);
    return note == null
        ? Parsed.refused("bad-note", "This is no signed checkpoint.")
        : SignedCheckpoint.parse(note);
  }

  private static <T> Parsed<T> malformed() {
    return Parsed.refused(
        "not-a-heads-file", "This is no file of two heads of a log. Ask for the file again.");
  }
}
