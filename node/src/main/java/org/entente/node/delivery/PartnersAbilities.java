package org.entente.node.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.agreement.AuthorityId;
import org.entente.node.partners.Partner;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.seal.Statement;

/**
 * What the partners' nodes understand, as each of them signed it last. A partner that has no list
 * runs a version from before there were lists, and understands what that version understood.
 *
 * <p>Safe for use by many threads.
 */
public final class PartnersAbilities {
  /** A partner that was updated is noticed after this at the latest. */
  private static final Duration ASK_AGAIN = Duration.ofMinutes(10);

  /** The time at which a list was had is renewed so often, though nothing in it changed. */
  private static final Duration DAY = Duration.ofDays(1);

  private static final Abilities BEFORE = before();

  private final Store store;
  private final InstantSource clock;
  private final Map<AuthorityId, Instant> asked = new ConcurrentHashMap<>();

  public PartnersAbilities(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A list that a partner signed.
   *
   * @param signedAt by the partner's clock
   * @param fetchedAt when it was had last, by the clock here
   */
  public record Held(Abilities abilities, Instant signedAt, Instant fetchedAt) {}

  /** What came of a list that a partner's node sent. */
  public enum Taken {
    KEPT,
    /** As before, and had not long ago. */
    UNCHANGED,
    /** Signed before the one that is held, or in the future. */
    STALE,
    NOT_SIGNED,
    MALFORMED,
    /** Of a later version of lists: what is held stays. */
    NOT_SUPPORTED
  }

  /** Whether the partner's node understands a kind of a family, as far as it has told. */
  public boolean knows(AuthorityId partner, String family, String kind) {
    return of(partner).map(Held::abilities).orElse(BEFORE).knows(family, kind);
  }

  /** Whether the partner's node understands every field of this version of a family's contents. */
  public boolean reads(AuthorityId partner, String family, int version) {
    return of(partner).map(Held::abilities).orElse(BEFORE).mail().stream()
        .anyMatch(ability -> ability.family().equals(family) && ability.content() >= version);
  }

  /** The partner's list; empty when it has none. */
  public Optional<Held> of(AuthorityId partner) {
    return store.read(tx -> held(tx, partner));
  }

  /** Whether it is time to ask the partner's node again. */
  public boolean due(AuthorityId partner) {
    Instant last = asked.get(partner);
    Instant now = clock.instant();
    return last == null || now.isBefore(last) || !now.isBefore(last.plus(ASK_AGAIN));
  }

  /** The partner's node says that it has no list. */
  public void none(AuthorityId partner) {
    asked.put(partner, clock.instant());
    store.write(tx ->
        tx.sql("DELETE FROM partner_abilities WHERE partner = :partner")
            .param("partner", partner.value())
            .update());
  }

  /** Checks what a partner's node answered, and keeps it if it is a newer list of this partner. */
  public Taken take(Partner partner, byte[] statement) {
    Instant now = clock.instant();
    asked.put(partner.id(), now);
    if (!(Statement.verify(statement, partner.card(), Abilities.PURPOSE)
        instanceof Statement.Verification.Verified verified)) {
      return Taken.NOT_SIGNED;
    }
    Abilities abilities;
    try {
      abilities = Abilities.read(verified.statement());
    } catch (NotSupported e) {
      return Taken.NOT_SUPPORTED;
    } catch (IllegalArgumentException e) {
      return Taken.MALFORMED;
    }
    Held fresh = new Held(abilities, verified.signedAt(), now);
    return ahead(fresh.signedAt(), now)
        ? Taken.STALE
        : store.write(tx -> keep(tx, partner.id(), fresh));
  }

  private static Taken keep(Tx tx, AuthorityId partner, Held fresh) {
    Optional<Held> before = held(tx, partner);
    Instant now = fresh.fetchedAt();
    if (before.isPresent()
        && fresh.signedAt().isBefore(before.get().signedAt())
        && !ahead(before.get().signedAt(), now)) {
      return Taken.STALE;
    }
    boolean same = before.map(Held::abilities).equals(Optional.of(fresh.abilities()));
    boolean recent = before.filter(held -> now.isBefore(held.fetchedAt().plus(DAY))).isPresent();
    if (same && recent) {
      return Taken.UNCHANGED;
    }
    tx.sql(
            """
            INSERT INTO partner_abilities (partner, list, signed_at, fetched_at)
            VALUES (:partner, :list, :signed, :now)
            ON CONFLICT (partner) DO UPDATE
            SET list = :list, signed_at = :signed, fetched_at = :now
            """)
        .param("partner", partner.value())
        .param("list", fresh.abilities().toString())
        .param("signed", Times.micros(fresh.signedAt()))
        .param("now", Times.micros(now))
        .update();
    return Taken.KEPT;
  }

  /** Whether a partner signed at a time that has not come. */
  private static boolean ahead(Instant signedAt, Instant now) {
    return signedAt.isAfter(now.plus(Inbox.CLOCKS_APART));
  }

  private static Optional<Held> held(Reads tx, AuthorityId partner) {
    return tx.sql(
            "SELECT list, signed_at, fetched_at FROM partner_abilities WHERE partner = :partner")
        .param("partner", partner.value())
        .query((rs, n) ->
            new Held(
                Abilities.read(rs.getString("list").getBytes(StandardCharsets.UTF_8)),
                Times.instant(rs.getLong("signed_at")),
                Times.instant(rs.getLong("fetched_at"))))
        .optional();
  }

  /** What the last version without lists understood. It never changes. */
  private static Abilities before() {
    try (InputStream in =
        Objects.requireNonNull(
            PartnersAbilities.class.getResourceAsStream("abilities-before-lists.json"))) {
      return Abilities.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
