package org.entente.node.countersigning;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.AuthorityId;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.CosignatureVerifier;
import org.entente.ledger.Hash;
import org.entente.ledger.LogKeys;
import org.entente.ledger.SignedCheckpoint;
import org.entente.node.delivery.LedgerWatch;
import org.entente.node.delivery.OpenDoor;
import org.entente.node.delivery.PartnerDoor;
import org.entente.node.delivery.PartnerDoor.Reply;
import org.entente.node.ledger.Countersignatures;
import org.entente.node.partners.Partner;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Tx;
import org.entente.node.work.Part;
import org.entente.node.work.Worker;
import org.entente.seal.Statement;

/**
 * The ledgers of partners and the own one, compared at every contact.
 *
 * <p><b>Guarantees.</b> Countersigns only a log that was proven to have only grown since it was
 * countersigned last. A log that was rewritten, forked or rolled back stops the exchange with its
 * partner in both directions, over restarts, until two persons lift it; both heads stay. A node
 * whose own log is less than what a partner holds of it stops with everybody.
 *
 * <p><b>Does not guarantee</b> that a partner who never asks again is noticed at once: the table
 * says when it was last seen. Two partners who both lie together are not found out by each other.
 *
 * <p>Safe for use by many threads.
 */
public final class Countersigners implements LedgerWatch, Countersignatures, Part {
  private static final Duration GATHERING = Duration.ofSeconds(3);
  private static final Duration LOOK = Duration.ofMillis(25);
  private static final String TEXT = "text/plain;charset=UTF-8";

  /** A head and a proof are a few kilobytes; notes with many signatures may be larger. */
  private static final int REQUEST_MAX_BYTES = 1 << 20;

  private final Needs needs;
  private final HeadComparison comparing;
  private final LogStopping stopping;
  private final LogContinuation continuing;
  private final LogStopLifting lifting;
  private final Pace pace;
  private final Map<AuthorityId, LedgerRounds> askings = new ConcurrentHashMap<>();
  private final Map<AuthorityId, PartnerWatch> attended = new ConcurrentHashMap<>();
  private boolean attends;

  public Countersigners(Needs needs, Pace pace) {
    this.needs = needs;
    this.pace = pace;
    this.stopping = new LogStopping(needs);
    this.comparing = new HeadComparison(needs, stopping);
    this.continuing = new LogContinuation(needs, stopping);
    this.lifting = new LogStopLifting(needs, continuing);
  }

  /** Begins to ask every partner. */
  @Override
  public synchronized void start() {
    attends = true;
    needs.partners().all().forEach(this::attend);
  }

  /** A partner was pinned, or has another address; from the start on it is asked. */
  public synchronized void attend(Partner partner) {
    if (!attends) {
      return;
    }
    askings.remove(partner.id()); // The address may have changed.
    PartnerWatch watch = new PartnerWatch(asking(partner), pace);
    PartnerWatch before = attended.put(partner.id(), watch);
    if (before != null) {
      before.worker().stop();
    }
    watch.worker().start();
  }

  private LedgerRounds asking(Partner partner) {
    return askings.computeIfAbsent(
        partner.id(), id -> new LedgerRounds(needs, partner, comparing, stopping));
  }

  /** Asks every partner once, now, one after the other. */
  public void askEveryone() throws InterruptedException {
    for (Partner partner : needs.partners().all()) {
      asking(partner).round();
    }
  }

  /** Tells once the ledger of this node was begun anew, after a restore; one listener. */
  public void whenBegunAnew(Runnable listener) {
    continuing.whenBegun(listener);
  }

  /** Steps of officers. */
  public LogStopLifting lifting() {
    return lifting;
  }

  @Override
  public Optional<String> stop(AuthorityId partner) {
    if (needs.partners().doubted().contains(partner)) {
      return Optional.of(LogStop.IDENTITY_DIFFERS);
    }
    return needs
        .store()
        .read(tx -> LogStopRows.against(tx, needs.own(), partner))
        .map(LogStop::code);
  }

  @Override
  public boolean compared(AuthorityId partner) {
    PartnerWatch attending = attended.get(partner);
    return attending == null || attending.tried();
  }

  @Override
  public List<CheckpointVerifier> logs(Partner partner) {
    return needs.store().read(tx -> PartnerLogs.logs(tx, partner));
  }

  @Override
  public Optional<String> receipted(
      Tx tx, Partner partner, SignedCheckpoint head, Instant sealedAt) {
    return comparing.receipted(tx, partner, head, sealedAt);
  }

  @Override
  public List<PartnerDoor> doors() {
    return List.of(
        OpenDoor.post(
            "/v1/checkpoint",
            REQUEST_MAX_BYTES,
            (peer, group, body) -> comparing.countersign(pinned(peer), body)),
        OpenDoor.post(
            "/v1/log",
            REQUEST_MAX_BYTES,
            (peer, group, body) -> continuing.announced(pinned(peer), body)),
        OpenDoor.get("/v1/checkpoint", (peer, group, body) -> lastSeen(peer)),
        OpenDoor.get(
            "/v1/witness",
            (peer, group, body) -> new Reply(200, "application/pkcs7-mime", ownKey())),
        OpenDoor.get(
            "/v1/consistency/([0-9]{1,15}/[0-9]{1,15})",
            (peer, group, body) -> consistency(group.split("/", 2))));
  }

  private Partner pinned(AuthorityId peer) {
    return needs
        .partners()
        .find(peer)
        .orElseThrow(() -> new IllegalStateException("Only a pinned partner comes through"));
  }

  private Reply lastSeen(AuthorityId peer) {
    return needs
        .store()
        .read(tx -> PartnerLogs.head(tx, peer))
        .map(seen -> text(seen.note().encode()))
        .orElseGet(() -> Reply.problem(404, "nothing-seen"));
  }

  /** The signed statement with which key this node countersigns. */
  public byte[] ownKey() {
    return Statement.sign(
        needs.witnessKey().vkey().getBytes(StandardCharsets.UTF_8),
        LedgerRounds.WitnessStatement.PURPOSE,
        needs.identity(),
        needs.clock().instant());
  }

  /** The signed statement with which key a partner countersigns. */
  public Optional<byte[]> keyOf(AuthorityId partner) {
    return needs.store().read(tx -> PartnerLogs.witnessStatement(tx, partner));
  }

  /** The proof that this node's log only grew between two sizes. */
  private Reply consistency(String[] sizes) {
    long from = Long.parseLong(sizes[0]);
    long to = Long.parseLong(sizes[1]);
    return needs
        .store()
        .read(tx -> {
          if (from < 1 || from > to || to > needs.journal().size(tx)) {
            return Reply.problem(404, "no-such-size");
          }
          return text(
              needs.journal().consistency(tx, from, to).stream()
                  .map(hash -> hash.base64() + "\n")
                  .collect(Collectors.joining()));
        });
  }

  private static Reply text(String text) {
    return new Reply(200, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** How the ledger stands with every partner. */
  public List<Witnessing> table() {
    return needs
        .store()
        .read(tx ->
            needs.partners().all().stream()
                .map(partner -> standing(tx, partner.id()))
                .sorted(Comparator.comparing(w -> w.partner().value()))
                .toList());
  }

  private Witnessing standing(Reads tx, AuthorityId partner) {
    OwnHeads.Countersigned held = OwnHeads.by(tx, partner);
    Optional<PartnerLogs.Seen> seen = PartnerLogs.head(tx, partner);
    return new Witnessing(
        partner,
        held.size(),
        held.at(),
        Math.max(0, needs.journal().size(tx) - held.size()),
        held.refusal(),
        seen.map(PartnerLogs.Seen::size).orElse(0L),
        seen.map(PartnerLogs.Seen::seenAt),
        LogStopRows.against(tx, needs.own(), partner).map(LogStop::code));
  }

  /** The stops, open ones first. */
  public Paged<LogStop> stops(Paged.Wanted wanted) {
    return needs.store().read(tx -> LogStopRows.newest(tx, wanted));
  }

  /** Whether anything stands still because ledgers do not fit. */
  public boolean anyStop() {
    return needs.store().read(LogStopRows::anyOpen);
  }

  /** Both heads as a file that a third person checks, with the statement of the finder. */
  public Optional<String> file(UUID stop) {
    return needs
        .store()
        .read(tx ->
            LogStopRows.find(tx, stop)
                .flatMap(found ->
                    LogStopRows.statement(tx, stop)
                        .map(statement ->
                            found.heads().encode()
                                + "statement "
                                + Base64.getEncoder().encodeToString(statement)
                                + "\n")));
  }

  @Override
  public Optional<SignedCheckpoint> over(Reads tx, long position) {
    return OwnHeads.over(tx, position);
  }

  @Override
  public List<CosignatureVerifier> witnesses(Reads tx) {
    return PartnerLogs.witnessKeys(tx, LogKeys.MAX_WITNESSES);
  }

  @Override
  public SignedCheckpoint gather(SignedCheckpoint fresh) {
    long size = fresh.checkpoint().size();
    List<PartnerWatch> answering =
        attended.values().stream().filter(each -> answers(each.asking().partner())).toList();
    answering.forEach(each -> each.asking().wants(size));
    answering.forEach(each -> each.worker().wake());
    for (long waited = 0; waited < GATHERING.dividedBy(LOOK); waited++) {
      if (lines(size, fresh.checkpoint().root()) >= answering.size()) {
        break;
      }
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return needs
        .store()
        .read(tx -> OwnHeads.find(tx, size))
        .filter(held -> held.checkpoint().equals(fresh.checkpoint()))
        .orElse(fresh);
  }

  private long lines(long size, Hash root) {
    return needs
        .store()
        .read(tx -> OwnHeads.find(tx, size))
        .filter(held -> held.checkpoint().root().equals(root))
        .map(held -> held.signatures().size() - 1L)
        .orElse(0L);
  }

  private boolean answers(AuthorityId partner) {
    return needs
        .store()
        .read(tx ->
            OwnHeads.by(tx, partner).refusal().isEmpty()
                && PartnerLogs.witnessKey(tx, partner).isPresent()
                && LogStopRows.against(tx, needs.own(), partner).isEmpty());
  }

  @Override
  public Stream<Worker> workers() {
    return attended.values().stream().flatMap(each -> each.worker().workers());
  }

  @Override
  public synchronized void close() {
    attends = false;
    attended.values().forEach(each -> each.worker().stop());
    attended.values().forEach(each -> each.worker().close());
    attended.clear();
  }
}
