package org.entente.node.delivery;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.entente.agreement.AuthorityId;
import org.entente.ledger.Parsed;
import org.entente.ledger.SignedCheckpoint;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Defects;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.partners.Partner;
import org.entente.node.store.Blobs;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.StoreStopped;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.work.Errands;
import org.entente.node.work.Part;
import org.entente.node.work.Round;
import org.entente.node.work.Worker;
import org.entente.seal.Identity;
import org.entente.seal.Statement;

/**
 * Delivers what the outbox holds for one partner until a signed receipt is stored: a thread of its
 * own chooses what may leave, and several messages travel at the same moment, each matter in order
 * ({@link Turn}). Never gives up; the waits grow to {@link #LONGEST_WAIT}.
 */
final class Courier implements Part {
  static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /** Doublings until the longest wait is reached. */
  private static final int DOUBLINGS_MAX = 6;

  /** A look at the database, however busy the machine is. */
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);

  /** Another replica of the node may have released something. */
  private static final Duration IDLE = Duration.ofMillis(250);

  /** The ledgers are compared within moments of the start; then what waits leaves at once. */
  private static final Duration FIRST_LOOK = Duration.ofMillis(20);

  /** Rounds of sending what is missing within one attempt. */
  private static final int ROUNDS = 3;

  static final String RECEIPT_PURPOSE = "receipt";

  /**
   * The receipt's time lies before the message was sealed or after now. It moves clocks here, so it
   * is not taken; and as a partner answers with the same receipt for ever, it is asked again
   * rarely.
   */
  static final String RECEIPT_TIME = "receipt-time";

  /** Sealed at a time that has not come. */
  private static final String FROM_THE_FUTURE = "sealed-in-the-future";

  /** The partner has no receipt of a message, so it has not taken it. */
  private static final String NO_RECEIPT = "no-receipt";

  static final Duration RARELY = Duration.ofHours(1);

  private final Store store;
  private final Journal journal;
  private final Receipts receipts;
  private final Outbox outbox;
  private final Families families;
  private final LedgerWatch watch;
  private final AuthorityId own;
  private final Partner partner;
  private final InstantSource clock;
  private final Worker worker;
  private final Map<Lane, Track> tracks = new EnumMap<>(Lane.class);
  private final Errands senders;

  /** What is on its way; the worker alone adds to it. */
  private final Map<MessageId, Outbox.Waiting> onTheWay = new ConcurrentHashMap<>();

  Courier(Dispatch dispatch, Identity identity, Blobs blobs, Partner partner) {
    this.store = dispatch.store();
    this.journal = dispatch.journal();
    this.receipts = dispatch.receipts();
    this.outbox = dispatch.outbox();
    this.families = dispatch.families();
    this.watch = dispatch.watch();
    this.own = dispatch.own();
    this.clock = dispatch.clock();
    this.partner = partner;
    for (Lane lane : Lane.values()) {
      tracks.put(lane, new Track(lane, new PartnerClient(identity, partner, blobs)));
    }
    this.senders =
        new Errands(
            "sender-" + partner.id(), Arrays.stream(Lane.values()).mapToInt(Lane::atOnce).sum());
    this.worker = Worker.interrupted("courier-" + partner.id(), IDLE, LONGEST_ROUND, this::round);
  }

  @Override
  public void start() {
    outbox.whenPosted(partner.id(), worker::wake);
    worker.start();
  }

  @Override
  public Stream<Worker> workers() {
    return worker.workers();
  }

  /** A message on its way. */
  private record Due(
      MessageId id,
      String family,
      byte[] sealed,
      Optional<String> signed,
      long attempts,
      Instant sealedAt,
      Track track) {}

  /** Looks whenever something was posted or is through. */
  private Round round() {
    if (!watch.compared(partner.id())) {
      return Round.nothingFor(FIRST_LOOK);
    }
    return beginNext() ? Round.DID : Round.NOTHING;
  }

  /** Begins to deliver whatever may leave; false when nothing may. */
  private boolean beginNext() {
    List<Outbox.Waiting> before = List.copyOf(onTheWay.values());
    Instant now = clock.instant();
    List<Outbox.Waiting> next =
        store.read(tx ->
            Departures.next(
                outbox.queue(tx, partner.id(), now), lane -> track(lane).free(now), before));
    next.forEach(this::begin);
    return !next.isEmpty();
  }

  private Track track(Lane lane) {
    return Objects.requireNonNull(tracks.get(lane));
  }

  private void begin(Outbox.Waiting waiting) {
    Track track = track(waiting.lane());
    onTheWay.put(waiting.id(), waiting);
    track.begun();
    boolean _ = senders.send(() -> deliver(waiting.id(), track)); // Not once it was closed.
  }

  private void deliver(MessageId id, Track track) {
    try {
      Optional<Due> due = store.read(tx -> due(tx, id, track));
      if (due.isPresent()) {
        Optional<Fault> fault = attemptSafely(due.get());
        if (fault.isPresent() && fault.get().line()) {
          rest(due.get(), fault.get(), track);
        } else {
          track.through();
          if (fault.isPresent()) {
            postpone(due.get(), fault.get());
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The courier was closed.
    } catch (StoreStopped e) {
      throw e;
    } catch (RuntimeException | Error e) {
      track.failed(clock.instant());
      throw e;
    } finally {
      onTheWay.remove(id);
      track.over();
      worker.wake();
    }
  }

  private Optional<Due> due(Reads tx, MessageId id, Track track) {
    return tx.sql(
            """
            SELECT family, sealed, signed_digest, attempts, created_at FROM outbox
            WHERE message_id = :id\
            """)
        .param("id", id.toString())
        .query((rs, n) ->
            new Due(
                id,
                rs.getString("family"),
                rs.getBytes("sealed"),
                Optional.ofNullable(rs.getString("signed_digest")),
                rs.getLong("attempts"),
                Times.instant(rs.getLong("created_at")),
                track))
        .optional();
  }

  /** A defect in one message must not keep the others from leaving. */
  private Optional<Fault> attemptSafely(Due message) throws InterruptedException {
    try {
      return attempt(message);
    } catch (StoreStopped e) {
      throw e;
    } catch (CertificateOutOfTime e) {
      return Optional.of(new Fault(e.code(), false));
    } catch (RuntimeException e) {
      Defects.note("courier", e);
      return Optional.of(new Fault("defect", false));
    }
  }

  private Optional<Fault> attempt(Due message) throws InterruptedException {
    Optional<String> stop = watch.stop(partner.id());
    if (stop.isPresent()) {
      return Optional.of(new Fault(stop.get(), true));
    }
    boolean ahead = ahead(message);
    if (message.attempts() > 0 || ahead) {
      switch (message.track().client().lostReceipt(message.id())) {
        case PartnerClient.Answer.Receipted r -> {
          return store(message, r.statement());
        }
        case PartnerClient.Answer.Failed f when ahead && !f.fault().code().equals(NO_RECEIPT) -> {
          return Optional.of(f.fault()); // What arrived must not be sealed a second time.
        }
        case PartnerClient.Answer a when ahead -> {
          return sealAgain(message);
        }
        default -> {}
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      switch (message.track().client().post(message.id(), message.sealed())) {
        case PartnerClient.Answer.Receipted r -> {
          return store(message, r.statement());
        }
        case PartnerClient.Answer.Failed f -> {
          return Optional.of(f.fault());
        }
        case PartnerClient.Answer.Missing m -> {
          message.track().through(); // Others need not wait until large files have gone.
          worker.wake();
          for (PartnerClient.MissingAttachment missing : m.attachments()) {
            Optional<Fault> fault = message.track().put(message.id(), missing);
            if (fault.isPresent()) {
              return fault;
            }
          }
        }
      }
    }
    return Optional.of(new Fault("attachments-incomplete", false));
  }

  /**
   * Whether it was sealed while the clock here ran ahead; not asked while the clock is in doubt.
   */
  private boolean ahead(Due message) {
    return message.sealedAt().isAfter(clock.instant().plus(Inbox.CLOCKS_APART))
        && store.provenTime().doubt().isEmpty();
  }

  /**
   * Seals anew what no partner takes because it comes from the future; it leaves at the next turn.
   */
  private Optional<Fault> sealAgain(Due message) {
    MessageId id = message.id();
    Optional<Mail<?>> mail = families.find(message.family());
    Optional<Afresh> afresh = mail.flatMap(family -> family.afresh(id));
    if (afresh.isEmpty()) {
      return Optional.of(new Fault(FROM_THE_FUTURE, false));
    }
    Outbox.Sealing sealing = outbox.seal(id, afresh.get(), clock.instant());
    store.write(tx -> {
      if (outbox.replace(tx, sealing)) {
        afresh.get().keeping().keep(tx, sealing);
        journal.append(
            tx,
            Event.SEALED_AGAIN,
            Journal.NODE,
            Map.of(
                "message",
                id.toString(),
                "partner",
                partner.id().value(),
                "digest",
                digest(sealing.sealed())));
      }
      return true;
    });
    mail.get().settled();
    return Optional.empty();
  }

  /** Checks the receipt and stores it with everything that follows from it. */
  private Optional<Fault> store(Due message, byte[] statement) {
    if (!(Statement.verify(statement, partner.card(), RECEIPT_PURPOSE)
        instanceof Statement.Verification.Verified verified)) {
      return Optional.of(new Fault("receipt-not-signed", false));
    }
    Receipt receipt;
    try {
      receipt = Receipts.parse(verified.statement());
    } catch (IllegalArgumentException e) {
      return Optional.of(new Fault("receipt-malformed", false));
    }
    if (!receipt.sound()) {
      return Optional.of(new Fault("receipt-malformed", false));
    }
    if (!receipt.message().equals(message.id().value())
        || !receipt.sender().equals(own.value())
        || !receipt.recipient().equals(partner.id().value())
        || !receipt.digest().equals(digest(message.sealed()))
        || !sameInside(receipt, message)) {
      return Optional.of(new Fault("receipt-for-another", false));
    }
    if (receipt.at().isBefore(message.sealedAt().minus(Inbox.CLOCKS_APART))
        || receipt.at().isAfter(clock.instant().plus(Inbox.CLOCKS_APART))) {
      return Optional.of(new Fault(RECEIPT_TIME, false));
    }
    store.provenTime().signed(receipt.at());
    Optional<SignedCheckpoint> head = headOver(receipt);
    if (head.isEmpty()) {
      return Optional.of(new Fault("receipt-checkpoint", false));
    }
    Optional<Mail<?>> mail = families.find(message.family());
    if (mail.isEmpty()) { // Written by a later version; it settles when that one runs again.
      return Optional.of(new Fault("family-not-known", false));
    }
    Optional<String> stop =
        store.write(tx -> {
          Optional<String> against = watch.receipted(tx, partner, head.get(), message.sealedAt());
          if (against.isEmpty()) {
            keep(tx, mail.get(), message, receipt, statement);
          }
          return against;
        });
    if (stop.isPresent()) {
      return Optional.of(new Fault(stop.get(), true));
    }
    mail.get().settled();
    return Optional.empty();
  }

  /** Keeps the receipt with what follows from it, unless it was kept before. */
  private void keep(Tx tx, Mail<?> mail, Due message, Receipt receipt, byte[] statement) {
    int rows =
        tx.sql("DELETE FROM outbox WHERE message_id = :id")
            .param("id", message.id().toString())
            .update();
    if (rows == 1) {
      receipts.keep(tx, receipt, statement, Receipts.Of.OURS, partner.id().value());
      journal.append(tx, Event.RECEIPT_STORED, Journal.NODE, references(receipt));
      mail.receipted(tx, message.id(), receipt);
    }
  }

  /** Whether the partner found inside what was put inside, as far as its version says so. */
  private static boolean sameInside(Receipt receipt, Due message) {
    return receipt.signed() == null
        || message.signed().isEmpty()
        || message.signed().get().equals(receipt.signed());
  }

  /** The checkpoint in the receipt, if it is the partner's own and reaches over the entry. */
  private Optional<SignedCheckpoint> headOver(Receipt receipt) {
    if (!(SignedCheckpoint.parse(receipt.checkpoint())
            instanceof Parsed.Read<SignedCheckpoint>(SignedCheckpoint signed))
        || signed.checkpoint().size() <= receipt.entry()
        || !signed.checkpoint().extensions().isEmpty()) {
      return Optional.empty();
    }
    return watch.logs(partner).stream()
        .filter(log -> signed.verify(log).isProven())
        .map(signed::signedOnlyBy)
        .findFirst();
  }

  private static Map<String, String> references(Receipt receipt) {
    Map<String, String> references = new TreeMap<>();
    references.put("message", receipt.message().toString());
    references.put("partner", receipt.recipient());
    references.put("verdict", receipt.verdict().name().toLowerCase(Locale.ROOT));
    references.put("digest", receipt.digest());
    references.put("partner-entry", Long.toString(receipt.entry()));
    return references;
  }

  /**
   * Waits with everything of its lane: what could not be sent would not be helped by trying what
   * stands behind it, and it leaves in order when the partner takes it again.
   */
  private void rest(Due message, Fault fault, Track track) {
    Instant last = clock.instant();
    store.write(tx ->
        tx.sql(
                """
                UPDATE outbox SET attempts = attempts + 1, last_fault = :fault
                WHERE message_id = :id\
                """)
            .param("fault", fault.code())
            .param("id", message.id().toString())
            .update());
    track.failed(last);
  }

  private void postpone(Due message, Fault fault) {
    Duration wait = fault.code().equals(RECEIPT_TIME) ? RARELY : waitAfter(message.attempts());
    Instant next = clock.instant().plus(wait);
    store.write(tx ->
        tx.sql(
                """
                UPDATE outbox
                SET attempts = attempts + 1, last_fault = :fault, next_attempt_at = :next
                WHERE message_id = :id
                """)
            .param("fault", fault.code())
            .param("next", Times.micros(next))
            .param("id", message.id().toString())
            .update());
  }

  /** Doubling waits with a fifth of chance, so that nodes that failed together return apart. */
  static Duration waitAfter(long attempts) {
    long doubled = FIRST_WAIT.toMillis() << Math.min(attempts, DOUBLINGS_MAX);
    long millis = Math.min(doubled, LONGEST_WAIT.toMillis());
    return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 5 + 1));
  }

  static String digest(byte[] sealed) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sealed));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    outbox.whenPosted(partner.id(), () -> {});
    worker.stop();
    senders.close();
    worker.close();
  }
}
