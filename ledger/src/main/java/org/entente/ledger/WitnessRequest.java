package org.entente.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log sends to a witness: its new checkpoint and the proof that it only grew since the one
 * the witness knows (C2SP tlog-witness, body of add-checkpoint). Immutable.
 *
 * @param oldSize of the checkpoint the witness signed last; 0 for first contact
 * @param path of the consistency proof; empty for first contact
 */
public record WitnessRequest(long oldSize, List<Hash> path, SignedCheckpoint offered) {
  /** Longest path (tlog-witness). */
  public static final int MAX_PATH = 63;

  /** Longest text in characters. */
  public static final int MAX_CHARS = SignedCheckpoint.MAX_CHARS + 4 * 1024;

  private static final String OLD = "old ";

  /** Refuses a size outside the limits and a path that is too long. */
  public WitnessRequest {
    path = List.copyOf(path);
    if (oldSize < 0 || oldSize > MerkleTree.MAX_SIZE || path.size() > MAX_PATH) {
      throw new IllegalArgumentException(
          "a request has an old size up to 2^48 and at most 63 hashes");
    }
  }

  /** Builds the request from the log's stored hashes. */
  public static WitnessRequest of(Nodes nodes, long oldSize, SignedCheckpoint offered) {
    ConsistencyProof proof = MerkleTree.consistency(nodes, oldSize, offered.checkpoint().size());
    return new WitnessRequest(oldSize, proof.path(), offered);
  }

  /** The text. */
  public String encode() {
    StringBuilder text = new StringBuilder(OLD).append(oldSize).append('\n');
    path.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(offered.encode()).toString();
  }

  /** Reads a body of bytes. */
  public static Parsed<WitnessRequest> parse(byte[] bytes) {
    String text = bytes.length > 4 * MAX_CHARS ? null : StrictText.utf8(bytes);
    return text == null ? malformed() : parse(text);
  }

  /** Reads exactly what {@link #encode} writes. Checks neither proof nor signature. */
  public static Parsed<WitnessRequest> parse(String text) {
    int empty = text.length() > MAX_CHARS ? -1 : text.indexOf("\n\n");
    if (empty < 0) {
      return malformed();
    }
    String[] lines = text.substring(0, empty).split("\n", -1);
    long oldSize =
        lines[0].startsWith(OLD) ? StrictText.decimal(lines[0].substring(OLD.length())) : -1;
    if (oldSize < 0 || oldSize > MerkleTree.MAX_SIZE || lines.length - 1 > MAX_PATH) {
      return malformed();
    }
    List<Hash> path = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      Hash hash = Hash.fromBase64(lines[i]).orElse(null);
      if (hash == null) {
        return malformed();
      }
      path.add(hash);
    }
    return switch (SignedCheckpoint.parse(text.substring(empty + 2))) {
      case Parsed.Read<SignedCheckpoint>(SignedCheckpoint read) ->
          new Parsed.Read<>(new WitnessRequest(oldSize, path, read));
      case Parsed.Refused<SignedCheckpoint>(String code, String sentence) ->
          Parsed.refused(code, sentence);
    };
  }

  private static Parsed<WitnessRequest> malformed() {
    return Parsed.refused(
        "bad-witness-request", "This is no request to countersign. Send it again.");
  }
}
