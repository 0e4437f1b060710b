package org.entente.node.duty;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.entente.duty.Attempt;
import org.entente.duty.Way;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.partners.Decisions;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;

/**
 * How an officer is reached. An address is the officer's own: nobody else reads it, it is sealed,
 * and no chain relies on it before a code that was sent there came back.
 *
 * <p>Safe for use by many threads.
 */
public final class OwnWays {
  /** How long a code may be given. */
  static final Duration CODE_HOLDS = Duration.ofMinutes(30);

  /** Wrong codes until the way has to be entered again. */
  static final int TRIES_MOST = 5;

  /** Codes that are sent to one address in a row cost the authority money. */
  private static final Duration BETWEEN_CODES = Duration.ofMinutes(1);

  private static final int CODE_BELOW = 1_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final AuthorityId own;
  private final Store store;
  private final Journal journal;
  private final Vault vault;
  private final Decisions decisions;
  private final Outlets outlets;
  private final InstantSource clock;

  OwnWays(Duty.Needs n, Outlets outlets) {
    this.own = n.own();
    this.store = n.store();
    this.journal = n.journal();
    this.vault = n.vault();
    this.decisions = n.decisions();
    this.clock = n.clock();
    this.outlets = outlets;
  }

  /**
   * A way as its officer sees it.
   *
   * @param verified whether chains may rely on it
   */
  public record OwnWay(Way way, String address, boolean verified, Instant addedAt) {
    @Override
    public String toString() {
      return "OwnWay[" + way + "]";
    }
  }

  /** Which ways this node has. */
  public Set<Way> offered() {
    return outlets.ways();
  }

  /** Which of them lead out of the node, to an address that an officer enters. */
  public Set<Way> outside() {
    Set<Way> outside = outlets.ways();
    outside.remove(Way.BROWSER);
    return outside;
  }

  /** The officer's own. */
  public List<OwnWay> of(Officer officer) {
    return store.read(tx -> WayRows.of(tx, officer.id())).stream()
        .flatMap(row ->
            said(row).stream()
                .map(said ->
                    new OwnWay(
                        row.way(), said.address(), row.verifiedAt().isPresent(), row.addedAt())))
        .toList();
  }

  /** Enters an address and sends a code there; what the officer had for this way is gone. */
  public Outcome<Way> enter(Officer by, Way way, String typed) {
    if (!Rights.may(by, Right.KEEP_WATCH)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Optional<Outlet> outlet = outlets.of(way);
    if (outlet.isEmpty()) {
      return Outcome.refused(DutyRefusal.WAY_NOT_SET_UP);
    }
    String address = typed.strip().replace(" ", "");
    if (!outlet.get().takes(address)) {
      return Outcome.refused(DutyRefusal.ADDRESS_UNREADABLE);
    }
    Instant now = clock.instant();
    boolean hasty =
        store
            .read(tx -> WayRows.find(tx, by.id(), way))
            .filter(row -> row.addedAt().isAfter(now.minus(BETWEEN_CODES)))
            .filter(row -> !row.addedAt().isAfter(now))
            .isPresent();
    if (hasty) {
      return Outcome.refused(DutyRefusal.CODE_NOT_SENT);
    }
    UUID id = UUID.randomUUID();
    String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODE_BELOW));
    Vault.Locked locked = vault.lock((code + address).getBytes(StandardCharsets.UTF_8), place(id));
    store.write(tx -> {
      WayRows.find(tx, by.id(), way).ifPresent(before -> WayRows.forget(tx, before));
      WayRows.insert(tx, new WayRows.Row(id, by.id(), way, locked, now, 0, Optional.empty()));
      journal.append(tx, Event.WAY_ENTERED, by.id().toString(), Map.of("way", word(way)));
      return true;
    });
    Attempt.Outcome sent =
        outlet.get().send(id, address, Wording.code(by.language(), own.value(), code));
    return sent instanceof Attempt.Outcome.Not
        ? Outcome.refused(DutyRefusal.CODE_NOT_SENT)
        : Outcome.done(way);
  }

  /** Gives the code back that came. */
  public Outcome<Way> verify(Officer by, Way way, String code) {
    Optional<WayRows.Row> found = store.read(tx -> WayRows.find(tx, by.id(), way));
    Optional<Said> said = found.flatMap(this::said);
    if (said.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    boolean right =
        MessageDigest.isEqual(
            said.get().code().getBytes(StandardCharsets.UTF_8),
            code.replace(" ", "").getBytes(StandardCharsets.UTF_8));
    UUID id = found.get().id();
    return store.write(tx -> {
      Optional<WayRows.Row> row =
          WayRows.find(tx, by.id(), way).filter(still -> still.id().equals(id));
      Instant now = clock.instant();
      if (row.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      if (row.get().tries() >= TRIES_MOST || now.isAfter(row.get().addedAt().plus(CODE_HOLDS))) {
        return Outcome.refused(DutyRefusal.CODE_SPENT);
      }
      if (!right) {
        WayRows.missed(tx, id);
        return Outcome.refused(DutyRefusal.CODE_WRONG);
      }
      WayRows.verified(tx, id, now);
      journal.append(tx, Event.WAY_VERIFIED, by.id().toString(), Map.of("way", word(way)));
      return Outcome.done(way);
    });
  }

  /** Takes a way away; where there was none nothing happens. */
  public void remove(Officer by, Way way) {
    store.write(tx -> {
      Optional<WayRows.Row> row = WayRows.find(tx, by.id(), way);
      row.ifPresent(found -> {
        WayRows.forget(tx, found);
        journal.append(tx, Event.WAY_REMOVED, by.id().toString(), Map.of("way", word(way)));
      });
      return row.isPresent();
    });
  }

  /** Where an officer is reached by a way; empty where they are not. A page needs no address. */
  Optional<String> address(OfficerId officer, Way way) {
    if (way == Way.BROWSER) {
      return Optional.of(officer.toString());
    }
    return store
        .read(tx -> WayRows.find(tx, officer, way))
        .filter(row -> row.verifiedAt().isPresent())
        .flatMap(this::said)
        .map(Said::address);
  }

  /** The ways go with the account. */
  static void forget(Tx tx, OfficerId officer) {
    WayRows.of(tx, officer).forEach(row -> WayRows.forget(tx, row));
  }

  /** The stable word of a way, as in the ledger and the API. */
  public static String word(Way way) {
    return switch (way) {
      case BROWSER -> "browser";
      case E_MAIL -> "e-mail";
      case WEBHOOK -> "webhook";
      case SMS -> "sms";
    };
  }

  private record Said(String code, String address) {
    static final int CODE = 6;

    @Override
    public String toString() {
      return "Said[…]";
    }
  }

  private Optional<Said> said(WayRows.Row row) {
    try {
      byte[] bytes = vault.unlock(row.address(), place(row.id())).open(decisions.ownRecords());
      String text = new String(bytes, StandardCharsets.UTF_8);
      return Optional.of(new Said(text.substring(0, Said.CODE), text.substring(Said.CODE)));
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  private static String place(UUID id) {
    return "duty-way/" + id;
  }
}
