package org.entente.node;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.agreement.AuthorityId;
import org.entente.node.delivery.Ability;
import org.entente.node.delivery.Afresh;
import org.entente.node.delivery.Arrival;
import org.entente.node.delivery.Envelope;
import org.entente.node.delivery.Mail;
import org.entente.node.delivery.Outbox;
import org.entente.node.delivery.Receipt;
import org.entente.node.delivery.Turn;
import org.entente.node.delivery.Verdict;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.store.Tx;

/** A family of mail that no capability has: what it takes to add one. */
final class Postcards implements Mail<Envelope> {
  private static final String SALT = "0f".repeat(16);

  /** What came, by what it says. */
  final Map<MessageId, String> kept = new ConcurrentHashMap<>();

  /** What the partner said of ours. */
  final Map<MessageId, Receipt> receipts = new ConcurrentHashMap<>();

  final AtomicInteger settled = new AtomicInteger();
  private final Ability ability;
  private volatile Optional<RuntimeException> defect = Optional.empty();

  /**
   * @param kinds those that the node knows
   */
  Postcards(String family, String... kinds) {
    this.ability = Ability.first(family, List.of(kinds));
  }

  void breaksWith(RuntimeException fault) {
    this.defect = Optional.of(fault);
  }

  @Override
  public Ability ability() {
    return ability;
  }

  @Override
  public Envelope read(Envelope envelope) {
    return envelope;
  }

  @Override
  public Verdict judge(Envelope header, Arrival arrival) {
    defect.ifPresent(fault -> {
      throw fault;
    });
    return new Verdict.Keep(
        tx -> {
          kept.put(arrival.id(), header.kind());
          return "";
        },
        Verdict.Opens.NOTHING,
        "00".repeat(32),
        Map.of("act", header.kind()),
        Event.RECEIVED);
  }

  /** Writes one to a partner; it leaves by itself. */
  MessageId write(Authority from, AuthorityId to, String kind, Instant now) {
    Envelope envelope =
        Envelope.read(
            "{\"version\":1,\""
                + ability.family()
                + "\":\""
                + kind
                + "\",\"from\":\""
                + from.id
                + "\",\"to\":\""
                + to
                + "\",\"picture\":\"the sea\",\"salt\":\""
                + SALT
                + "\"}");
    MessageId id = MessageId.next();
    Outbox.Sealing sealing =
        from.outbox.seal(id, envelope, "Greetings".getBytes(StandardCharsets.UTF_8), now);
    from.store.write(tx -> {
      from.outbox.post(tx, sealing, Turn.of(id.value(), false));
      return id;
    });
    return id;
  }

  @Override
  public Optional<Afresh> afresh(MessageId id) {
    return Optional.empty();
  }

  @Override
  public void receipted(Tx tx, MessageId id, Receipt receipt) {
    receipts.put(id, receipt);
  }

  @Override
  public void settled() {
    settled.incrementAndGet();
  }
}
