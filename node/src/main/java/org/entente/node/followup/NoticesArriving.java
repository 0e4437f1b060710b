package org.entente.node.followup;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Refusal;
import org.entente.node.casework.Direction;
import org.entente.node.casework.Items;
import org.entente.node.casework.Items.Item;
import org.entente.node.delivery.Ability;
import org.entente.node.delivery.Afresh;
import org.entente.node.delivery.Arrival;
import org.entente.node.delivery.Envelope;
import org.entente.node.delivery.Mail;
import org.entente.node.delivery.NotSupported;
import org.entente.node.delivery.Receipt;
import org.entente.node.delivery.Verdict;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/**
 * What becomes of a partner's notice: it is applied in the transaction of its receipt, and
 * acknowledged by a notice back. Only who gave an item can say anything about it. The codes it
 * refuses with are listed in {@code docs/protocol.md}.
 */
final class NoticesArriving implements Mail<NoticeHeader> {
  private final AuthorityId own;
  private final Store store;
  private final Journal journal;
  private final Items items;
  private final Bodies bodies;
  private final Effects effects;
  private final Onward onward;
  private final Chasing chasing;

  NoticesArriving(
      NoticeOffice.Needs n, Bodies bodies, Effects effects, Onward onward, Chasing chasing) {
    this.own = n.own();
    this.store = n.store();
    this.journal = n.journal();
    this.items = n.casework().items();
    this.bodies = bodies;
    this.effects = effects;
    this.onward = onward;
    this.chasing = chasing;
  }

  @Override
  public Ability ability() {
    return Ability.first(
        NoticeHeader.FAMILY, Arrays.stream(NoticeKind.values()).map(NoticeKind::code).toList());
  }

  @Override
  public NoticeHeader read(Envelope envelope) {
    return NoticeHeader.parse(envelope.text());
  }

  @Override
  public Verdict judge(NoticeHeader header, Arrival arrival) {
    MessageId id = arrival.id();
    AuthorityId from = arrival.from();
    Instant at = arrival.at();
    byte[] bytes = bodies.arrived(from, arrival.body());
    Notice notice;
    try {
      notice = NoticeBody.read(header.kind(), bytes);
    } catch (NotSupported e) {
      return refuse(header, NotSupported.CODE);
    } catch (IllegalArgumentException e) {
      return refuse(header, "notice-malformed");
    }
    Optional<Item> item = store.read(tx -> items.find(tx, new MessageId(header.about())));
    if (item.isEmpty()
        || !item.get().partner().equals(from)
        || !item.get().matter().equals(header.matter())
        || !expected(header.kind()).contains(item.get().direction())) {
      return refuse(header, "item-unknown");
    }
    Optional<String> refusal = store.read(tx -> refusal(tx, item.get(), from, header, notice));
    if (refusal.isPresent()) {
      return refuse(header, refusal.get());
    }
    Locked locked = bodies.lock(id, bytes, header.saltBytes());
    NoticeRows.Row row = NoticeRows.Row.arrived(id, item.get(), header, locked, at);
    byte[] signed = bodies.lockSigned(id, locked, bodies.arrived(from, arrival.signed()));
    return new Verdict.Keep(
        tx -> {
          keep(tx, row, notice, at);
          NoticeRows.keepSigned(tx, id, signed);
          return "";
        },
        Verdict.Opens.NOTHING,
        locked.hash(),
        references(header),
        Event.NOTICE_RECEIVED);
  }

  private static Verdict refuse(NoticeHeader header, String code) {
    return new Verdict.Refuse(code, references(header));
  }

  private static Map<String, String> references(NoticeHeader header) {
    return Map.of(
        "matter", header.matter().toString(),
        "about", header.about().toString(),
        "act", header.kind().code());
  }

  /** Which items a notice of a partner can be about: those it gave us, or those it got of us. */
  private static Set<Direction> expected(NoticeKind kind) {
    return switch (kind) {
      case CORRECTION, ERASURE, RESTRICTION, LIFTING, RECALL, HANDLING, FINDING, PERMISSION ->
          EnumSet.of(Direction.IN);
      case INACCURACY, PASSING, ACKNOWLEDGEMENT -> EnumSet.of(Direction.OUT);
      case REMINDER -> EnumSet.allOf(Direction.class);
    };
  }

  /** Whether a notice answers or asks for this one. */
  private static boolean follows(NoticeKind kind, NoticeRows.Row row) {
    return switch (kind) {
      case ACKNOWLEDGEMENT -> row.ours() && !row.kind().followsAnother() && !row.kind().toOrigin();
      case FINDING -> row.ours() && row.kind() == NoticeKind.INACCURACY;
      case PERMISSION -> row.ours() && row.kind() == NoticeKind.PASSING;
      case REMINDER -> !row.ours() && !row.kind().followsAnother();
      case CORRECTION, ERASURE, RESTRICTION, LIFTING, RECALL, HANDLING, INACCURACY, PASSING ->
          false;
    };
  }

  private Optional<String> refusal(
      Reads tx, Item item, AuthorityId from, NoticeHeader header, Notice notice) {
    if (header.answers() != null) {
      boolean known =
          NoticeRows.find(tx, new MessageId(header.answers()))
              .filter(row -> row.partner().equals(from) && row.about().equals(item.id()))
              .filter(row -> follows(header.kind(), row))
              .isPresent();
      return known ? Optional.empty() : Optional.of("notice-unknown");
    }
    return NoticeDesk.fit(tx, items, item, notice).map(Refusal::code);
  }

  private void keep(Tx tx, NoticeRows.Row row, Notice notice, Instant at) {
    Item item = items.find(tx, row.about()).orElseThrow();
    switch (notice) {
      case Notice.Acknowledgement a -> {
        NoticeRows.insert(tx, row);
        MessageId answered = row.answers().orElseThrow();
        NoticeState state =
            switch (a.outcome()) {
              case APPLIED -> NoticeState.APPLIED;
              case KEPT -> NoticeState.KEPT;
            };
        Chasing.answered(tx, journal, answered, state, at);
      }
      case Notice.Reminder r -> {
        NoticeRows.insert(tx, row);
        NoticeRows.Row reminded = NoticeRows.find(tx, row.answers().orElseThrow()).orElseThrow();
        NoticeRows.answerAgain(tx, reminded.id(), reminded.state());
      }
      case Notice.Inaccuracy i -> NoticeRows.insert(tx, row);
      case Notice.Passing p -> {
        NoticeRows.insert(tx, row);
        PassingRows.asked(tx, row, p);
      }
      case Notice.Permission p -> {
        NoticeRows.insert(tx, row);
        MessageId asked = row.answers().orElseThrow();
        NoticeState state = p.granted() ? NoticeState.APPLIED : NoticeState.DECLINED;
        Chasing.answered(tx, journal, asked, state, at);
        PassingRows.answered(tx, journal, asked, p, Journal.NODE);
      }
      case Notice.Finding f -> {
        NoticeRows.insert(tx, row);
        NoticeState state = f.correction() == null ? NoticeState.DECLINED : NoticeState.APPLIED;
        Chasing.answered(tx, journal, row.answers().orElseThrow(), state, at);
      }
      case Notice.Correction c -> apply(tx, item, row, notice, at);
      case Notice.Erasure e -> apply(tx, item, row, notice, at);
      case Notice.Recall r -> apply(tx, item, row, notice, at);
      case Notice.Restriction r -> apply(tx, item, row, notice, at);
      case Notice.Lifting l -> apply(tx, item, row, notice, at);
      case Notice.Handling h -> apply(tx, item, row, notice, at);
    }
  }

  /** Files of what is erased go with the leftovers: their key is gone with this transaction. */
  private void apply(Tx tx, Item item, NoticeRows.Row row, Notice notice, Instant at) {
    NoticeRows.insert(tx, row);
    onward.prepare(tx, row, notice, at);
    NoticeState state = effects.apply(tx, item, row, notice, Journal.NODE, at).state();
    NoticeRows.answerAgain(tx, row.id(), state);
  }

  @Override
  public Optional<Afresh> afresh(MessageId id) {
    return store
        .read(tx -> NoticeRows.find(tx, id))
        .filter(row -> row.ours() && bodies.open(row).isPresent())
        .flatMap(row ->
            store
                .read(tx -> items.find(tx, row.about()))
                .map(item ->
                    new Afresh(
                        row.header(own, item).envelope(),
                        bodies.bytes(row),
                        (tx, sealing) ->
                            NoticeRows.sealedAgain(
                                tx,
                                id,
                                bodies.lockSigned(id, row.body(), sealing.signed()),
                                sealing.at()))));
  }

  @Override
  public void receipted(Tx tx, MessageId id, Receipt receipt) {
    NoticeRows.Row row = NoticeRows.find(tx, id).orElseThrow();
    boolean refused = receipt.verdict() == Receipt.Verdict.REFUSED;
    // An acknowledgement can come before the receipt of what it acknowledges.
    NoticeState after =
        refused
            ? NoticeState.REFUSED
            : row.state() == NoticeState.RELEASED ? NoticeState.DELIVERED : row.state();
    NoticeRows.arrived(tx, id, after, receipt.at(), receipt.code());
    if (refused && row.kind() == NoticeKind.REMINDER) {
      MessageId lost = row.answers().orElseThrow();
      NoticeRows.arrived(tx, lost, NoticeState.REFUSED, receipt.at(), receipt.code());
    }
  }

  @Override
  public void settled() {
    chasing.acknowledge();
  }
}
