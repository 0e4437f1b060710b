package org.entente.node.officers;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Times;

/**
 * Personal access tokens for programs that act for one officer. A token is shown once; the node
 * keeps its SHA-256 (a token has 256 random bits, so no slow hash is needed) and looks it up by
 * that digest, so that no secret is compared byte by byte.
 */
public final class AccessTokens {
  private static final String PREFIX = "ent_";
  private static final int SECRET_BYTES = 32;

  /** The longest life of a token. */
  public static final Duration LONGEST = Duration.ofDays(365);

  private static final int LABEL_MAX = 60;
  private static final int PER_OFFICER = 20;

  private final Store store;
  private final Journal journal;
  private final Officers officers;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public AccessTokens(Store store, Journal journal, Officers officers, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.officers = officers;
    this.clock = clock;
  }

  /** A token as its owner sees it afterwards. */
  public record Token(UUID id, String label, Instant createdAt, Instant expiresAt) {}

  /** A fresh token with the only copy of its secret. */
  public record Issued(Token token, String secret) {
    @Override
    public String toString() {
      return "Issued[" + token.id() + "]";
    }
  }

  /** Issues a token; empty when label or life are not acceptable or too many are in use. */
  public Optional<Issued> issue(OfficerId officer, String label, Duration life) {
    if (label.isBlank()
        || label.length() > LABEL_MAX
        || life.compareTo(LONGEST) > 0
        || !life.isPositive()) {
      return Optional.empty();
    }
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    Token token =
        new Token(
            Generators.timeBasedEpochRandomGenerator().generate(),
            label.strip(),
            now,
            now.plus(life));
    return store.write(tx -> {
      if (of(tx, officer, now).size() >= PER_OFFICER) {
        return Optional.empty();
      }
      tx.sql(
              """
              INSERT INTO access_token (id, officer_id, label, digest, created_at, expires_at)
              VALUES (:id, :officer, :label, :digest, :created, :expires)
              """)
          .param("id", token.id().toString())
          .param("officer", officer.toString())
          .param("label", token.label())
          .param("digest", digest(secret))
          .param("created", Times.micros(token.createdAt()))
          .param("expires", Times.micros(token.expiresAt()))
          .update();
      journal.append(
          tx, Event.TOKEN_ISSUED, officer.toString(), Map.of("token", token.id().toString()));
      return Optional.of(new Issued(token, secret));
    });
  }

  /** Whose token this is; empty when unknown, expired, revoked or the account is closed. */
  public Optional<Officer> officerOf(String secret) {
    if (!secret.startsWith(PREFIX) || secret.length() > 100) {
      return Optional.empty();
    }
    return store
        .read(tx ->
            tx.sql(
                    """
                    SELECT officer_id
                    FROM access_token
                    WHERE digest = :digest AND revoked_at IS NULL AND expires_at > :now
                    """)
                .param("digest", digest(secret))
                .param("now", Times.micros(clock.instant()))
                .query(String.class)
                .optional())
        .flatMap(id -> officers.find(OfficerId.of(id)));
  }

  /** The officer's tokens that still work, newest first. */
  public List<Token> of(OfficerId officer) {
    Instant now = clock.instant();
    return store.read(tx -> of(tx, officer, now));
  }

  private static List<Token> of(Reads tx, OfficerId officer, Instant now) {
    return tx.sql(
            """
            SELECT id, label, created_at, expires_at
            FROM access_token
            WHERE officer_id = :officer AND revoked_at IS NULL AND expires_at > :now
            ORDER BY created_at DESC, id DESC
            """)
        .param("officer", officer.toString())
        .param("now", Times.micros(now))
        .query((rs, n) ->
            new Token(
                UUID.fromString(rs.getString("id")),
                rs.getString("label"),
                Times.instant(rs.getLong("created_at")),
                Times.instant(rs.getLong("expires_at"))))
        .list();
  }

  /** Ends a token of this officer. */
  public void revoke(OfficerId officer, UUID token) {
    store.write(tx -> {
      int rows =
          tx.sql(
                  """
                  UPDATE access_token
                  SET revoked_at = :now
                  WHERE id = :id AND officer_id = :officer AND revoked_at IS NULL
                  """)
              .param("now", Times.micros(clock.instant()))
              .param("id", token.toString())
              .param("officer", officer.toString())
              .update();
      if (rows == 1) {
        journal.append(
            tx, Event.TOKEN_REVOKED, officer.toString(), Map.of("token", token.toString()));
      }
      return rows;
    });
  }

  private static String digest(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
