package org.entente.node.countersigning;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.ledger.Checkpoint;
import org.entente.ledger.CheckpointSigner;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.ConsistencyProof;
import org.entente.ledger.Cosignature;
import org.entente.ledger.Countersigning;
import org.entente.ledger.Hash;
import org.entente.ledger.Parsed;
import org.entente.ledger.SignedCheckpoint;
import org.entente.ledger.TwoHeads;
import org.entente.ledger.Verdict;
import org.entente.ledger.Witness;
import org.entente.ledger.WitnessRequest;
import org.entente.node.delivery.PartnerDoor.Reply;
import org.entente.node.partners.Partner;
import org.entente.node.store.Reads;
import org.entente.node.store.Tx;

/**
 * Decides on heads of partners' logs. What was seen last is read, compared and stored in one
 * transaction, before the answer leaves.
 */
final class HeadComparison {
  /**
   * A smaller head within this time may have been on its way when the larger one was seen; a
   * partner that offers one afterwards has had a whole request's time to learn of it.
   */
  static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

  private static final String TEXT = "text/plain;charset=UTF-8";

  private final Needs needs;
  private final LogStopping stopping;
  private final CheckpointSigner signer;

  HeadComparison(Needs needs, LogStopping stopping) {
    this.needs = needs;
    this.stopping = stopping;
    this.signer = needs.witness();
  }

  /** Answers a request to countersign (C2SP tlog-witness, add-checkpoint). */
  Reply countersign(Partner partner, byte[] body) {
    if (!(WitnessRequest.parse(body) instanceof Parsed.Read<WitnessRequest>(WitnessRequest read))
        || !read.offered().checkpoint().extensions().isEmpty()) {
      return Reply.problem(400, "request-malformed");
    }
    CheckpointVerifier log = needs.store().read(tx -> PartnerLogs.logs(tx, partner)).getFirst();
    if (read.offered().verify(log) instanceof Verdict.NotProven(String code, String sentence)) {
      return Reply.problem(403, code);
    }
    WitnessRequest request =
        new WitnessRequest(read.oldSize(), read.path(), read.offered().signedOnlyBy(log));
    return needs.store().write(tx -> decide(tx, partner.id(), log, request));
  }

  private Reply decide(Tx tx, AuthorityId partner, CheckpointVerifier log, WitnessRequest request) {
    Optional<LogStop> stop = LogStopRows.against(tx, needs.own(), partner);
    if (stop.isPresent()) {
      return against(stop.get());
    }
    Instant now = needs.clock().instant();
    Optional<PartnerLogs.Seen> last = PartnerLogs.head(tx, partner);
    long known = last.map(PartnerLogs.Seen::size).orElse(0L);
    Checkpoint next = request.offered().checkpoint();
    if (next.size() < known) {
      return smaller(tx, partner, log, last.orElseThrow(), request.offered());
    }
    boolean otherRoot =
        last.isPresent()
            && next.size() == known
            && !last.get().note().checkpoint().root().equals(next.root());
    if (!otherRoot && request.oldSize() != known) {
      return conflict(known);
    }
    return switch (new Witness(log, signer)
        .countersign(request, last.map(PartnerLogs.Seen::note), now)) {
      case Countersigning.Given(Cosignature given) -> {
        PartnerLogs.keep(tx, partner, request.offered().with(given), now);
        yield new Reply(200, TEXT, text(given.line().line() + "\n"));
      }
      case Countersigning.Fork(SignedCheckpoint earlier, SignedCheckpoint offered) ->
          stopped(tx, partner, log, new TwoHeads(earlier, offered, List.of()));
      case Countersigning.Refused(String code, String sentence) ->
          // The signature holds and the sizes fit: what fails is the proof that the log only grew.
          known == 0
              ? Reply.problem(422, code)
              : stopped(
                  tx,
                  partner,
                  log,
                  new TwoHeads(last.orElseThrow().note(), request.offered(), request.path()));
    };
  }

  private Reply smaller(
      Tx tx,
      AuthorityId partner,
      CheckpointVerifier log,
      PartnerLogs.Seen last,
      SignedCheckpoint offered) {
    Instant now = needs.clock().instant();
    if (last.toldAt().isEmpty()) {
      PartnerLogs.told(tx, partner, now);
      return conflict(last.size());
    }
    return last.toldAt().get().plus(ON_ITS_WAY).isAfter(now)
        ? conflict(last.size())
        : stopped(tx, partner, log, new TwoHeads(last.note(), offered, List.of()));
  }

  private Reply stopped(Tx tx, AuthorityId partner, CheckpointVerifier log, TwoHeads heads) {
    return against(stopping.with(tx, partner, log, heads));
  }

  private static Reply against(LogStop stop) {
    return stop.own() ? Reply.problem(503, "witness-stopped") : Reply.problem(403, stop.code());
  }

  private static Reply conflict(long known) {
    return new Reply(409, "text/x.tlog.size", text(known + "\n"));
  }

  /**
   * A head came in a receipt: compares it with what was seen as far as that goes without a proof,
   * and keeps it until the partner has proven it.
   *
   * @return why the receipt must not be taken
   */
  Optional<String> receipted(Tx tx, Partner partner, SignedCheckpoint head, Instant sealedAt) {
    Optional<LogStop> stop = LogStopRows.against(tx, needs.own(), partner.id());
    CheckpointVerifier log = PartnerLogs.logs(tx, partner).getFirst();
    if (stop.isPresent() || !head.checkpoint().origin().equals(log.name())) {
      return stop.map(LogStop::code);
    }
    Optional<PartnerLogs.Seen> last = PartnerLogs.head(tx, partner.id());
    long known = last.map(PartnerLogs.Seen::size).orElse(0L);
    boolean otherRoot =
        last.isPresent()
            && head.checkpoint().size() == known
            && !last.get().note().checkpoint().root().equals(head.checkpoint().root());
    // The receipt names our message, which is younger than what was seen: so is the receipt.
    boolean shrank =
        head.checkpoint().size() < known && last.orElseThrow().seenAt().isBefore(sealedAt);
    if (otherRoot || shrank) {
      TwoHeads heads = new TwoHeads(last.orElseThrow().note(), head, List.of());
      return Optional.of(stopping.with(tx, partner.id(), log, heads).code());
    }
    if (head.checkpoint().size() != known) {
      PartnerLogs.pend(tx, partner.id(), head, needs.clock().instant());
    }
    return Optional.empty();
  }

  /** Which proof a head of a receipt needs: from one size to the other. */
  record Wanted(long from, long to) {}

  /** What is to be proven between this head and the last one; empty when nothing is. */
  Optional<Wanted> wanted(Reads tx, AuthorityId partner, PartnerLogs.Pending pending) {
    long size = pending.note().checkpoint().size();
    long known = PartnerLogs.head(tx, partner).map(PartnerLogs.Seen::size).orElse(0L);
    return known == 0 || known == size
        ? Optional.empty()
        : Optional.of(new Wanted(Math.min(size, known), Math.max(size, known)));
  }

  /** Works a head of a receipt off; the path is the one that {@link #wanted} asked for. */
  void settle(Partner partner, PartnerLogs.Pending pending, WitnessedPath path) {
    needs
        .store()
        .write(tx -> {
          if (LogStopRows.against(tx, needs.own(), partner.id()).isEmpty()
              && wanted(tx, partner.id(), pending).equals(path.wanted())) {
            settle(tx, partner, pending, path);
          }
          return true;
        });
  }

  /** A path as the partner gave it, with what was asked. */
  record WitnessedPath(Optional<Wanted> wanted, List<Hash> path) {}

  private void settle(Tx tx, Partner partner, PartnerLogs.Pending pending, WitnessedPath path) {
    Instant now = needs.clock().instant();
    CheckpointVerifier log = PartnerLogs.logs(tx, partner).getFirst();
    SignedCheckpoint head = pending.note();
    Optional<PartnerLogs.Seen> last = PartnerLogs.head(tx, partner.id());
    PartnerLogs.settled(tx, partner.id(), head);
    if (last.isPresent() && last.get().size() > 0) {
      PartnerLogs.Seen seen = last.get();
      boolean first = pending.seenAt().isBefore(seen.seenAt());
      TwoHeads heads =
          first
              ? new TwoHeads(head, seen.note(), path.path())
              : new TwoHeads(seen.note(), head, path.path());
      if (!fits(heads, path)) {
        stopping.with(tx, partner.id(), log, heads);
        return;
      }
      if (seen.size() >= head.checkpoint().size()) {
        return;
      }
    }
    Cosignature ours = Cosignature.create(head.checkpoint(), signer, now);
    PartnerLogs.keep(tx, partner.id(), head.with(ours), now);
  }

  /** Whether the smaller one is the beginning of the larger one, whichever was seen first. */
  private static boolean fits(TwoHeads heads, WitnessedPath path) {
    Checkpoint one = heads.earlier().checkpoint();
    Checkpoint other = heads.later().checkpoint();
    if (path.wanted().isEmpty()) {
      return one.equals(other);
    }
    Wanted wanted = path.wanted().get();
    Checkpoint small = one.size() == wanted.from() ? one : other;
    Checkpoint large = one.size() == wanted.from() ? other : one;
    return new ConsistencyProof(wanted.from(), wanted.to(), path.path())
        .verify(small.root(), large.root())
        .isProven();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
