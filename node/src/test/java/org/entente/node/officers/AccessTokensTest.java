package org.entente.node.officers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.entente.node.LedgerOf;
import org.entente.node.SettableClock;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Database;
import org.entente.node.store.OnBothDatabases;
import org.entente.node.store.Store;
import org.entente.seal.Identity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.ColumnMapRowMapper;

/** What tokens promise on either database. */
@OnBothDatabases
class AccessTokensTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Identity NODE =
      Identity.create("az.mia", "Ministry", InstantSource.system(), Duration.ofDays(30));

  private final SettableClock clock = new SettableClock();
  private Store store;
  private Officers officers;
  private AccessTokens tokens;
  private Officer leyla;
  private Officer rashad;

  @Parameter private Database database = Database.SQLITE;
  @TempDir Path folder;

  @BeforeEach
  void open() throws Exception {
    store = Store.open(database.fresh(folder), () -> {});
    Journal journal = new Journal(LedgerOf.signer(NODE), clock);
    officers = new Officers(store, journal, clock, LightHashing.ARGON2ID);
    tokens = new AccessTokens(store, journal, officers, clock);
    leyla = officer("leyla");
    rashad = officer("rashad");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Officer officer(String login) {
    NewOfficer wanted =
        new NewOfficer(
            login, "Somebody", EnumSet.of(Role.DESK), "az", "Asia/Baku", "amber bicycle in rain");
    if (officers.open(wanted, "node") instanceof Officers.Opened.Done done) {
      return done.officer();
    }
    throw new AssertionError("The account was not opened");
  }

  private AccessTokens.Issued issue(Officer officer) {
    return tokens.issue(officer.id(), "report of the night", DAY).orElseThrow();
  }

  @Test
  void aTokenActsForTheOfficerItWasIssuedTo() {
    AccessTokens.Issued hers = issue(leyla);
    AccessTokens.Issued his = issue(rashad);

    assertThat(tokens.officerOf(hers.secret())).contains(leyla);
    assertThat(tokens.officerOf(his.secret())).contains(rashad);
  }

  @Test
  void aTokenIsShownOnceAndOnlyItsDigestIsKept() throws NoSuchAlgorithmException {
    AccessTokens.Issued issued = issue(leyla);

    List<Map<String, @Nullable Object>> rows =
        store.read(
            tx -> tx.sql("SELECT * FROM access_token").query(new ColumnMapRowMapper()).list());
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(issued.secret().getBytes(StandardCharsets.UTF_8));
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst()).containsEntry("digest", HexFormat.of().formatHex(digest));
    assertThat(rows.toString()).doesNotContain(issued.secret().substring(4));
    assertThat(issued.toString()).doesNotContain(issued.secret().substring(4));
  }

  @Test
  void twoTokensAreNeverTheSame() {
    assertThat(issue(leyla).secret()).isNotEqualTo(issue(leyla).secret());
    assertThat(issue(leyla).secret()).startsWith("ent_").hasSize(47);
  }

  @Test
  void tokensAskedForAtTheSameMomentAreNoMoreThanOneByOne() throws Exception {
    int most = 20;
    for (int i = 1; i < most; i++) {
      issue(leyla);
    }
    int more = 8;
    CountDownLatch together = new CountDownLatch(more);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      threads.invokeAll(
          Collections.nCopies(
              more,
              () -> {
                together.countDown();
                together.await();
                return tokens.issue(leyla.id(), "at once", DAY);
              }));
    }

    assertThat(tokens.of(leyla.id())).hasSize(most);
  }

  @Test
  void whatIsNotATokenLetsNobodyIn() {
    String secret = issue(leyla).secret();
    String digest =
        store.read(tx -> tx.sql("SELECT digest FROM access_token").query(String.class).single());

    for (String wrong :
        List.of(
            "",
            "ent_",
            secret.substring(4),
            secret + "A",
            secret.substring(0, 46),
            "ENT_" + secret.substring(4),
            digest,
            "ent_" + digest,
            "ent_' OR '1'='1",
            "ent_" + "A".repeat(100_000))) {
      assertThat(tokens.officerOf(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void aTokenEndsWithItsLife() {
    AccessTokens.Issued issued = issue(leyla);

    clock.pass(DAY.minusMillis(1));
    assertThat(tokens.officerOf(issued.secret())).contains(leyla);
    clock.pass(Duration.ofMillis(1));
    assertThat(tokens.officerOf(issued.secret())).isEmpty();
    assertThat(tokens.of(leyla.id())).isEmpty();
  }

  @Test
  void aRevokedTokenLetsNobodyIn() {
    AccessTokens.Issued revoked = issue(leyla);
    AccessTokens.Issued left = issue(leyla);

    tokens.revoke(leyla.id(), revoked.token().id());

    assertThat(tokens.officerOf(revoked.secret())).isEmpty();
    assertThat(tokens.officerOf(left.secret())).contains(leyla);
    assertThat(tokens.of(leyla.id())).containsExactly(left.token());
  }

  @Test
  void nobodyRevokesTheTokenOfAColleague() {
    AccessTokens.Issued hers = issue(leyla);
    List<String> before = LedgerOf.events(store);

    tokens.revoke(rashad.id(), hers.token().id());

    assertThat(tokens.officerOf(hers.secret())).contains(leyla);
    assertThat(LedgerOf.events(store)).isEqualTo(before);
  }

  @Test
  void aTokenOfAClosedAccountLetsNobodyIn() {
    AccessTokens.Issued issued = issue(leyla);

    officers.close(leyla.id(), rashad.id());

    assertThat(tokens.officerOf(issued.secret())).isEmpty();
  }

  @Test
  void anOfficerHasTwentyTokensAtMost() {
    UUID first = issue(leyla).token().id();
    for (int i = 1; i < 20; i++) {
      issue(leyla);
    }

    assertThat(tokens.issue(leyla.id(), "one more", DAY)).isEmpty();
    assertThat(tokens.issue(rashad.id(), "of a colleague", DAY)).isPresent();
    tokens.revoke(leyla.id(), first);
    assertThat(tokens.issue(leyla.id(), "in its place", DAY)).isPresent();
  }

  @Test
  void tokensThatEndedMakeRoom() {
    for (int i = 0; i < 20; i++) {
      issue(leyla);
    }

    clock.pass(DAY);

    assertThat(tokens.issue(leyla.id(), "the next day", DAY)).isPresent();
  }

  @Test
  void aTokenHasALabelAndALifeOfAYearAtMost() {
    Duration year = Duration.ofDays(365);

    assertThat(tokens.issue(leyla.id(), " ", DAY)).isEmpty();
    assertThat(tokens.issue(leyla.id(), "x".repeat(61), DAY)).isEmpty();
    assertThat(tokens.issue(leyla.id(), "too long a life", year.plusSeconds(1))).isEmpty();
    assertThat(tokens.issue(leyla.id(), "no life", Duration.ZERO)).isEmpty();
    assertThat(tokens.issue(leyla.id(), "a life before", DAY.negated())).isEmpty();
    assertThat(tokens.issue(leyla.id(), "x".repeat(60), year)).isPresent();
  }

  @Test
  void theNewestTokenStandsFirst() {
    AccessTokens.Issued first = issue(leyla);
    clock.pass(Duration.ofSeconds(1));
    AccessTokens.Issued second = issue(leyla);

    assertThat(tokens.of(leyla.id())).containsExactly(second.token(), first.token());
    assertThat(tokens.of(rashad.id())).isEmpty();
  }

  @Test
  void issueAndRevocationAreInTheLedgerWithoutSecretOrLabel() {
    AccessTokens.Issued issued = issue(leyla);
    tokens.revoke(leyla.id(), issued.token().id());

    assertThat(LedgerOf.events(store)).endsWith("token-issued", "token-revoked");
    assertThat(LedgerOf.text(store))
        .contains(issued.token().id().toString(), leyla.id().toString())
        .doesNotContain(issued.secret().substring(4), "report of the night");
  }
}
