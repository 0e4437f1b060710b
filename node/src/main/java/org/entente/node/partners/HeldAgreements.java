package org.entente.node.partners;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Reading;
import org.entente.agreement.Status;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.jspecify.annotations.Nullable;

/** The rows of agreements and of what became of them. */
final class HeldAgreements {
  private HeldAgreements() {}

  private record Row(String hash, byte[] instrument, byte[] arrangement) {}

  static List<Held> all(Reads tx, AuthorityId own) {
    return tx
        .sql("SELECT hash, instrument, arrangement FROM agreement ORDER BY loaded_at DESC, hash")
        .query((rs, n) ->
            new Row(rs.getString("hash"), rs.getBytes("instrument"), rs.getBytes("arrangement")))
        .list()
        .stream()
        .map(row -> Held.of(read(row.instrument(), row.arrangement()), own, marks(tx, row.hash())))
        .toList();
  }

  /** The parties of agreements whose files are no longer those that the hash was made of. */
  static Set<AuthorityId> changed(Reads tx) {
    Set<AuthorityId> parties = new HashSet<>();
    tx.sql("SELECT hash, instrument, arrangement FROM agreement")
        .query((rs, n) ->
            new Row(rs.getString("hash"), rs.getBytes("instrument"), rs.getBytes("arrangement")))
        .list()
        .forEach(row -> {
          Agreement agreement = read(row.instrument(), row.arrangement());
          if (!agreement.hash().value().equals(row.hash())) {
            agreement.parties().forEach(party -> parties.add(party.authority()));
          }
        });
    return parties;
  }

  private static List<Held.Mark> marks(Reads tx, String hash) {
    return tx.sql(
            """
            SELECT partner, state, at, side
            FROM agreement_life
            WHERE hash = :hash
            ORDER BY at, position
            """)
        .param("hash", hash)
        .query((rs, n) ->
            new Held.Mark(
                new AuthorityId(rs.getString("partner")),
                Status.State.valueOf(rs.getString("state")),
                Times.instant(rs.getLong("at")),
                new AuthorityId(rs.getString("side"))))
        .list();
  }

  static boolean insert(
      Tx tx, Agreement agreement, byte[] instrument, byte[] arrangement, Instant at) {
    return tx.sql(
                """
                INSERT INTO agreement (hash, id, instrument, arrangement, loaded_at)
                VALUES (:hash, :id, :instrument, :arrangement, :now)
                ON CONFLICT (hash) DO NOTHING
                """)
            .param("hash", agreement.hash().value())
            .param("id", agreement.id().value())
            .param("instrument", instrument)
            .param("arrangement", arrangement)
            .param("now", Times.micros(at))
            .update()
        == 1;
  }

  static void mark(
      Tx tx,
      String hash,
      AuthorityId partner,
      Status.State state,
      Instant at,
      AuthorityId side,
      @Nullable UUID step) {
    tx.sql(
            """
            INSERT INTO agreement_life (hash, partner, position, state, at, side, step)
            VALUES (:hash, :partner, (SELECT COALESCE(MAX(position), -1) + 1
              FROM agreement_life WHERE hash = :hash AND partner = :partner), :state, :at,
              :side, :step)
            ON CONFLICT (hash, partner, state, at, side) DO NOTHING
            """)
        .param("hash", hash)
        .param("partner", partner.value())
        .param("state", state.name())
        .param("at", Times.micros(at))
        .param("side", side.value())
        .param("step", step == null ? null : step.toString())
        .update();
  }

  /** The end that a step gave lies at another instant. */
  static void move(Tx tx, String hash, UUID step, Instant end) {
    tx.sql(
            "UPDATE agreement_life SET at = :at WHERE hash = :hash AND step = :step AND state = :over")
        .param("at", Times.micros(end))
        .param("hash", hash)
        .param("step", step.toString())
        .param("over", Status.State.TERMINATED.name())
        .update();
  }

  /** The steps that end it with a partner; empty for an end that no step gave. */
  static List<Optional<UUID>> endingSteps(Reads tx, String hash, AuthorityId partner) {
    return tx.sql(
            """
            SELECT step
            FROM agreement_life
            WHERE hash = :hash AND partner = :partner AND state = :over
            """)
        .param("hash", hash)
        .param("partner", partner.value())
        .param("over", Status.State.TERMINATED.name())
        .query((rs, n) -> Optional.ofNullable(rs.getString("step")).map(UUID::fromString))
        .list();
  }

  /** Takes back the end that a step gave. */
  static void unend(Tx tx, String hash, UUID step) {
    tx.sql("DELETE FROM agreement_life WHERE hash = :hash AND step = :step AND state = :over")
        .param("hash", hash)
        .param("step", step.toString())
        .param("over", Status.State.TERMINATED.name())
        .update();
  }

  static Optional<AgreementsInForce.Files> files(Reads tx, String hash) {
    return tx.sql("SELECT instrument, arrangement FROM agreement WHERE hash = :hash")
        .param("hash", hash)
        .query((rs, n) ->
            new AgreementsInForce.Files(rs.getBytes("instrument"), rs.getBytes("arrangement")))
        .optional();
  }

  static Agreement read(byte[] instrument, byte[] arrangement) {
    return switch (new AgreementReader().read(instrument, arrangement)) {
      case Reading.Read read -> read.agreement();
      case Reading.Broken broken ->
          throw new IllegalStateException(
              "A stored agreement cannot be read by this version: " + broken.faults());
    };
  }
}
