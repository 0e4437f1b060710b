package org.entente.node.countersigning;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.entente.agreement.AuthorityId;
import org.entente.ledger.ConsistencyProof;
import org.entente.ledger.Cosignature;
import org.entente.ledger.CosignatureVerifier;
import org.entente.ledger.Hash;
import org.entente.ledger.NoteSignature;
import org.entente.ledger.Parsed;
import org.entente.ledger.SignedCheckpoint;
import org.entente.ledger.TwoHeads;
import org.entente.ledger.WitnessRequest;
import org.entente.node.delivery.LedgerWatch;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.partners.Partner;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.seal.IdentityCard;
import org.entente.seal.Statement;

/** Asks one partner: for its key, what it holds of our log, proofs, and its countersignature. */
final class LedgerRounds {
  /** The partner may have learnt of a larger head, from a receipt, between question and answer. */
  private static final int TRIES = 3;

  private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,14})\n?");

  private final Needs needs;
  private final Partner partner;
  private final HeadComparison comparing;
  private final LogStopping stopping;
  private final Store store;
  private final AtomicLong wanted = new AtomicLong();
  private boolean lookedBack;

  LedgerRounds(Needs needs, Partner partner, HeadComparison comparing, LogStopping stopping) {
    this.needs = needs;
    this.partner = partner;
    this.comparing = comparing;
    this.stopping = stopping;
    this.store = needs.store();
  }

  /** Wants exactly this head countersigned next, unless a larger one was. */
  void wants(long size) {
    wanted.set(size);
  }

  /** Whether the log has grown since this partner countersigned it, or something is in its way. */
  boolean due() {
    return store.read(tx -> {
      OwnHeads.Countersigned held = OwnHeads.by(tx, partner.id());
      return wanted.get() > held.size() || held.size() != needs.journal().size(tx);
    });
  }

  /**
   * One round of questions, one at a time.
   *
   * @return whether the partner has countersigned
   */
  synchronized boolean round() throws InterruptedException {
    try (WitnessClient client = new WitnessClient(needs.identity(), partner)) {
      if (!lookedBack) {
        lookedBack = lookBack(client);
      }
      if (!lookedBack || stopped() || !learnKey(client)) {
        return false;
      }
      learnAbilities(client);
      provePending(client);
      return !stopped() && ask(client);
    }
  }

  private boolean stopped() {
    return store.read(tx -> LogStopRows.against(tx, needs.own(), partner.id())).isPresent();
  }

  /**
   * Compares the own log with what the partner holds of it. Only a head that this node signed
   * counts: no partner can make it stop with another.
   *
   * @return whether the partner answered
   */
  private boolean lookBack(WitnessClient client) throws InterruptedException {
    Optional<WitnessClient.Reply> reply = client.get("/v1/checkpoint");
    if (reply.isEmpty()) {
      refused("not-reachable");
      return false;
    }
    if (reply.get().status() == 200
        && SignedCheckpoint.parse(text(reply.get().body()))
            instanceof Parsed.Read<SignedCheckpoint>(SignedCheckpoint held)
        && held.checkpoint().extensions().isEmpty()) {
      store.write(tx -> {
        lookBack(tx, held);
        return true;
      });
    }
    return true;
  }

  private void lookBack(Tx tx, SignedCheckpoint held) {
    var log = needs.journal().log(tx);
    if (!held.verify(log).isProven()
        || LogStopRows.against(tx, needs.own(), needs.own()).isPresent()) {
      return;
    }
    long size = held.checkpoint().size();
    SignedCheckpoint own = needs.journal().checkpoint(tx);
    boolean behind = size > own.checkpoint().size();
    if (!behind && needs.journal().root(tx, size).equals(held.checkpoint().root())) {
      return;
    }
    List<Hash> path =
        behind ? List.of() : needs.journal().consistency(tx, size, own.checkpoint().size());
    List<NoteSignature> lines =
        held.signatures().stream().filter(line -> log.claims(line) || isPartners(line)).toList();
    stopping.withAll(
        tx,
        behind ? LogStop.OWN_BEHIND : LogStop.OWN_DIFFERS,
        new TwoHeads(new SignedCheckpoint(held.checkpoint(), lines), own, path));
  }

  private boolean isPartners(NoteSignature line) {
    return line.name().equals(Needs.witnessName(partner.id()))
        && line.value().length() < 2 * Hash.BYTES * 3;
  }

  private boolean learnKey(WitnessClient client) throws InterruptedException {
    if (store.read(tx -> PartnerLogs.witnessKey(tx, partner.id())).isPresent()) {
      return true;
    }
    Optional<WitnessClient.Reply> reply = client.get("/v1/witness");
    if (reply.isEmpty() || reply.get().status() != 200) {
      refused(reply.isEmpty() ? "not-reachable" : "not-a-witness");
      return false;
    }
    byte[] statement = reply.get().body();
    Optional<CosignatureVerifier> key = WitnessStatement.read(statement, partner.card());
    if (key.isEmpty()) {
      refused("witness-key-wrong");
      return false;
    }
    store.write(tx -> {
      PartnerLogs.keep(tx, partner.id(), key.get(), statement, needs.clock().instant());
      return true;
    });
    return true;
  }

  /** Asks what the partner's node understands, which an update of it changes. */
  private void learnAbilities(WitnessClient client) throws InterruptedException {
    if (!needs.abilities().due(partner.id())) {
      return;
    }
    Optional<WitnessClient.Reply> reply = client.get("/v1/abilities");
    if (reply.isPresent() && reply.get().status() == 200) {
      needs.abilities().take(partner, reply.get().body());
    } else if (reply.isPresent() && reply.get().status() == 404) {
      needs.abilities().none(partner.id());
    }
  }

  /** Has the partner prove the heads that came in its receipts. */
  private void provePending(WitnessClient client) throws InterruptedException {
    for (PartnerLogs.Pending pending : store.read(tx -> PartnerLogs.pending(tx, partner.id()))) {
      Optional<HeadComparison.Wanted> proof =
          store.read(tx -> comparing.wanted(tx, partner.id(), pending));
      List<Hash> path = List.of();
      if (proof.isPresent()) {
        Optional<WitnessClient.Reply> reply =
            client.get("/v1/consistency/" + proof.get().from() + "/" + proof.get().to());
        if (reply.isEmpty() || reply.get().status() != 200) {
          return; // Asked again in the next round.
        }
        path = hashes(text(reply.get().body()));
      }
      comparing.settle(partner, pending, new HeadComparison.WitnessedPath(proof, path));
      if (stopped()) {
        return;
      }
    }
  }

  /** What is no hash, or too much, proves nothing and is left out. */
  private static List<Hash> hashes(String text) {
    List<Hash> path = new ArrayList<>();
    text.lines()
        .limit(ConsistencyProof.MAX_PATH)
        .forEach(line -> Hash.fromBase64(line).ifPresent(path::add));
    return path;
  }

  /** A head to be countersigned, with the proof from where the partner knows the log. */
  private record Offer(WitnessRequest request, SignedCheckpoint head) {}

  private boolean ask(WitnessClient client) throws InterruptedException {
    for (int turn = 0; turn < TRIES; turn++) {
      Optional<Offer> offer = store.write(this::offer);
      if (offer.isEmpty()) {
        lookBack(client);
        return false;
      }
      Optional<WitnessClient.Reply> reply =
          client.post(
              "/v1/checkpoint", offer.get().request().encode().getBytes(StandardCharsets.UTF_8));
      if (reply.isEmpty()) {
        refused("not-reachable");
        return false;
      }
      if (!conflict(client, reply.get())) {
        return answered(client, offer.get(), reply.get());
      }
    }
    return false;
  }

  /** Empty when the partner knows more entries than there are. */
  private Optional<Offer> offer(Tx tx) {
    long size = needs.journal().size(tx);
    long known = OwnHeads.by(tx, partner.id()).known();
    long exactly = wanted.getAndSet(0);
    long offered = exactly > known && exactly <= size ? exactly : size;
    if (offered < known) {
      return Optional.empty();
    }
    SignedCheckpoint head = OwnHeads.head(tx, needs.journal(), offered, needs.clock().instant());
    SignedCheckpoint plain = head.signedOnlyBy(needs.journal().log(tx));
    List<Hash> path = needs.journal().consistency(tx, known, offered);
    return Optional.of(new Offer(new WitnessRequest(known, path, plain), plain));
  }

  /** Whether the partner wants the proof from elsewhere and was understood. */
  private boolean conflict(WitnessClient client, WitnessClient.Reply reply)
      throws InterruptedException {
    String said = text(reply.body());
    if (reply.status() != 409 || !SIZE.matcher(said).matches()) {
      return false;
    }
    long known = Long.parseLong(said.strip());
    boolean there =
        store.write(tx -> {
          if (known > needs.journal().size(tx)) {
            return false;
          }
          OwnHeads.known(tx, partner.id(), known);
          return true;
        });
    if (!there) {
      lookBack(client);
    }
    return there;
  }

  private boolean answered(WitnessClient client, Offer offer, WitnessClient.Reply reply)
      throws InterruptedException {
    if (reply.status() == 200) {
      return countersigned(offer.head(), text(reply.body()));
    }
    String code = reply.status() == 409 ? "log-behind" : LedgerWatch.codeOf(reply.body());
    refused(code);
    if (code.startsWith("log-")) {
      lookBack(client);
    } else if (code.equals("other-log")) {
      tell(client);
    }
    return false;
  }

  private boolean countersigned(SignedCheckpoint head, String answer) {
    Optional<CosignatureVerifier> key = store.read(tx -> PartnerLogs.witnessKey(tx, partner.id()));
    if (key.isPresent()
        && answer.endsWith("\n")
        && NoteSignature.parse(answer.substring(0, answer.length() - 1))
            instanceof Parsed.Read<NoteSignature>(NoteSignature line)
        && Cosignature.read(line) instanceof Parsed.Read<Cosignature>(Cosignature made)
        && made.verify(head.checkpoint(), key.get()).isProven()) {
      store.write(tx -> {
        OwnHeads.countersigned(tx, partner.id(), head, made, needs.clock().instant());
        return true;
      });
      store.provenTime().signed(made.time());
      return true;
    }
    wrong();
    return false;
  }

  /** A countersignature that does not hold is an entry once, until a good one comes. */
  private void wrong() {
    String code = "cosignature-wrong";
    store.write(tx -> {
      if (!OwnHeads.by(tx, partner.id()).refusal().equals(Optional.of(code))) {
        OwnHeads.refused(tx, partner.id(), code);
        needs
            .journal()
            .append(
                tx,
                Event.COUNTERSIGNATURE_REFUSED,
                Journal.NODE,
                Map.of("partner", partner.id().value(), "code", code));
      }
      return true;
    });
  }

  /** Tells the partner that the log was begun anew. */
  private void tell(WitnessClient client) throws InterruptedException {
    Optional<byte[]> statement = store.read(LogContinuation::statement);
    if (statement.isPresent()) {
      Optional<WitnessClient.Reply> reply = client.post("/v1/log", statement.get());
      refused(
          reply
              .map(r -> r.status() == 202 ? "log-begun-anew" : LedgerWatch.codeOf(r.body()))
              .orElse("not-reachable"));
    }
  }

  private void refused(String code) {
    store.write(tx -> {
      if (!OwnHeads.by(tx, partner.id()).refusal().equals(Optional.of(code))) {
        OwnHeads.refused(tx, partner.id(), code);
      }
      return true;
    });
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  AuthorityId partner() {
    return partner.id();
  }

  /** The statement by which a partner names the key it countersigns with. */
  static final class WitnessStatement {
    static final String PURPOSE = "witness-key";

    private WitnessStatement() {}

    static Optional<CosignatureVerifier> read(byte[] statement, IdentityCard card) {
      return Statement.verify(statement, card, PURPOSE)
                  instanceof Statement.Verification.Verified verified
              && CosignatureVerifier.parse(text(verified.statement()))
                  instanceof Parsed.Read<CosignatureVerifier>(CosignatureVerifier key)
              && key.name().equals(card.authority() + "/witness")
          ? Optional.of(key)
          : Optional.empty();
    }
  }
}
