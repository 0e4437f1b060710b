package org.entente.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * Countersigns one partner's log (C2SP tlog-witness).
 *
 * <p><b>Guarantees.</b> Countersigns only a checkpoint that the partner signed and that only adds
 * to the one countersigned last.
 *
 * <p><b>Does not guarantee</b> anything across calls by itself: the caller must, in one database
 * transaction, read the checkpoint countersigned last, call, and store the new one, before the
 * countersignature leaves the node.
 *
 * @param log the partner's key
 * @param signer this node's key for countersigning, not its key for its own log
 */
public record Witness(CheckpointVerifier log, CheckpointSigner signer) {
  /**
   * Checks a request and countersigns.
   *
   * @param last the partner's checkpoint this node countersigned last; empty before the first
   */
  public Countersigning countersign(
      WitnessRequest request, Optional<SignedCheckpoint> last, Instant now) {
    SignedCheckpoint offered = request.offered();
    if (offered.verify(log) instanceof Verdict.NotProven(String code, String sentence)) {
      return new Countersigning.Refused(code, sentence);
    }
    Checkpoint next = offered.checkpoint();
    long known = last.map(seen -> seen.checkpoint().size()).orElse(0L);
    if (last.isPresent()
        && known == next.size()
        && !last.get().checkpoint().root().equals(next.root())) {
      return new Countersigning.Fork(last.get(), offered);
    }
    if (request.oldSize() != known) {
      return new Countersigning.Refused(
          "other-old-size",
          "This witness last countersigned a log of "
              + known
              + " entries. Send the proof from there.");
    }
    if (next.size() < known) {
      return new Countersigning.Refused(
          "log-shrank",
          "The log offered is smaller than the one countersigned last. Send the current one.");
    }
    if (known == 0) {
      // Also for a countersigned empty log: there is nothing yet that could have been rewritten.
      return request.path().isEmpty()
          ? given(next, now)
          : new Countersigning.Refused(
              "proof-too-long", "A first request carries no proof. Send it without.");
    }
    ConsistencyProof proof = new ConsistencyProof(known, next.size(), request.path());
    Hash knownRoot = last.orElseThrow().checkpoint().root();
    return switch (proof.verify(knownRoot, next.root())) {
      case Verdict.Proven() -> given(next, now);
      case Verdict.NotProven(String code, String sentence) ->
          new Countersigning.Refused(code, sentence);
    };
  }

  private Countersigning given(Checkpoint checkpoint, Instant now) {
    return new Countersigning.Given(Cosignature.create(checkpoint, signer, now));
  }
}
