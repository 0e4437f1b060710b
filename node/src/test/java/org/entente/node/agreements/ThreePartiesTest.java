package org.entente.node.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.act.Outcomes.done;
import static org.entente.node.act.Outcomes.refused;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.History;
import org.entente.agreement.HistoryReader;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Reading;
import org.entente.agreement.ShippedAgreements;
import org.entente.agreement.Status;
import org.entente.node.Authority;
import org.entente.node.SettableClock;
import org.entente.node.act.Outcome;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Content;
import org.entente.node.casework.MessageState;
import org.entente.node.casework.Requests;
import org.entente.node.exchange.MessageId;
import org.entente.node.partners.Ruling;
import org.entente.node.store.Database;
import org.entente.node.store.OnBothDatabases;
import org.entente.node.store.Vault;
import org.entente.seal.Identity;
import org.entente.seal.IdentityCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** One instrument of three parties, each with a node: what two agree binds those two. */
@OnBothDatabases
class ThreePartiesTest {
  private static final Duration VALIDITY = Duration.ofDays(3_650);
  private static final Identity AZ =
      Identity.create("az.mia", "Ministry in Baku", Clock.systemUTC(), VALIDITY);
  private static final Identity RS =
      Identity.create("rs.mup", "Ministry in Belgrade", Clock.systemUTC(), VALIDITY);
  private static final Identity HR =
      Identity.create("hr.mup", "Ministry in Zagreb", Clock.systemUTC(), VALIDITY);
  private static final String WHY = "The parliament has decided so.";
  private static final ShippedAgreements.Shipped SHIPPED = ShippedAgreements.serbiaAzerbaijan2010();

  private final SettableClock clock =
      new SettableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS));
  private Authority baku;
  private Authority belgrade;
  private Authority zagreb;

  @Parameter private Database database = Database.SQLITE;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    baku = node(AZ, folder.resolve("az"));
    belgrade = node(RS, folder.resolve("rs"));
    zagreb = node(HR, folder.resolve("hr"));
    List<Authority> all = List.of(baku, belgrade, zagreb);
    for (Authority node : all) {
      node.start();
    }
    for (Authority own : all) {
      all.stream().filter(other -> other != own).forEach(other -> introduce(own, other));
    }
  }

  private Authority node(Identity identity, Path folder) throws Exception {
    return new Authority(identity, database.fresh(folder), folder, clock);
  }

  @AfterEach
  void stop() throws Exception {
    baku.close();
    belgrade.close();
    zagreb.close();
  }

  @Test
  void whatTwoRatifiedBindsNobodyElse() {
    agree(baku, belgrade);

    assertThat(permits(baku, belgrade)).isTrue();
    assertThat(permits(belgrade, baku)).isTrue();
    for (Authority node : List.of(baku, belgrade)) {
      assertThat(permits(node, zagreb)).isFalse();
      assertThat(permits(zagreb, node)).isFalse();
    }
  }

  @Test
  void theSameWordsAreProposedToTheThirdToo() {
    String hash = agree(baku, belgrade);
    assertThat(refused(proposed(baku, belgrade))).isEqualTo(StepRefusal.SAME_AS_IN_FORCE);

    assertThat(agree(baku, zagreb)).isEqualTo(hash);

    for (Authority other : List.of(belgrade, zagreb)) {
      assertThat(permits(baku, other)).isTrue();
      assertThat(permits(other, baku)).isTrue();
      assertThat(history(baku, other, hash)).isEqualTo(history(other, baku, hash)).hasSize(2);
    }
    assertThat(permits(belgrade, zagreb)).isFalse();
    assertThat(agree(belgrade, zagreb)).isEqualTo(hash);
    assertThat(permits(belgrade, zagreb)).isTrue();
    assertThat(history(belgrade, zagreb, hash)).isEqualTo(history(zagreb, belgrade, hash));
  }

  @Test
  void aSuspensionOfTheThirdIsTakenFromItAndStopsTheExchangeWithItAlone() {
    String hash = agree(baku, belgrade);
    agree(baku, zagreb);

    MessageId note = done(zagreb.negotiation.suspend(zagreb.supervisor, hash, WHY)).step();
    awaitDelivered(zagreb, note);
    until(() -> !permits(baku, zagreb));

    assertThat(permits(baku, belgrade)).isTrue();
    assertThat(permits(belgrade, baku)).isTrue();
    assertThat(permits(zagreb, baku)).isFalse();
    tick();
    MessageId back =
        done(zagreb.negotiation.confirm(
                zagreb.approver, done(zagreb.negotiation.resume(zagreb.supervisor, hash)).step()))
            .step();
    awaitDelivered(zagreb, back);
    until(() -> permits(baku, zagreb) && permits(zagreb, baku));
  }

  @Test
  void whoIsBoundToSeveralSaysTowardsWhomItSuspends() {
    String hash = agree(baku, belgrade);
    agree(baku, zagreb);

    assertThat(refused(baku.negotiation.suspend(baku.supervisor, hash, WHY)))
        .isEqualTo(StepRefusal.PARTNER_UNNAMED);
    MessageId note =
        done(baku.negotiation.suspend(baku.supervisor, hash, Optional.of(belgrade.id), WHY)).step();
    awaitDelivered(baku, note);
    until(() -> !permits(belgrade, baku));

    assertThat(permits(baku, belgrade)).isFalse();
    assertThat(permits(baku, zagreb)).isTrue();
    assertThat(permits(zagreb, baku)).isTrue();
    assertThat(refused(baku.negotiation.resume(baku.supervisor, hash, Optional.of(zagreb.id))))
        .isEqualTo(StepRefusal.NOT_SUSPENDED_BY_US);
  }

  @Test
  void theEndWithOneDestroysOnlyWhatWasExchangedWithIt() {
    String hash = agree(baku, belgrade);
    agree(baku, zagreb);
    CaseId withBelgrade = exchanged(belgrade);
    CaseId withZagreb = exchanged(zagreb);

    MessageId step = done(belgrade.negotiation.terminate(belgrade.supervisor, hash, WHY)).step();
    awaitDelivered(belgrade, done(belgrade.negotiation.confirm(belgrade.approver, step)).step());
    until(() -> baku.agreements.endOf(hash, belgrade.id).isPresent());
    assertThat(baku.agreements.endOf(hash, belgrade.id))
        .isEqualTo(belgrade.agreements.endOf(hash, baku.id));
    assertThat(baku.agreements.endOf(hash, zagreb.id)).isEmpty();

    clock.pass(Duration.ofDays(baku.agreements.noticeDaysOf(hash) + 1L));
    assertThat(permits(baku, belgrade)).isFalse();
    assertThat(permits(baku, zagreb)).isTrue();
    baku.retention.run();
    clock.pass(Duration.ofDays(31));
    baku.retention.run();

    assertThat(erased(withBelgrade)).isTrue();
    assertThat(erased(withZagreb)).isFalse();
  }

  @Test
  void aSecondArrangementLaidDownWithOnePartnerEndsNothingWithAnother() {
    load(baku, belgrade, arrangement(6));
    load(baku, zagreb, arrangement(3));

    assertThat(permits(baku, belgrade)).isTrue();
    assertThat(permits(baku, zagreb)).isTrue();
    assertThat(baku.agreements.with(belgrade.id).orElseThrow().arrangement().reviewMonths())
        .isEqualTo(6);
    assertThat(baku.agreements.with(zagreb.id).orElseThrow().arrangement().reviewMonths())
        .isEqualTo(3);
    load(baku, belgrade, arrangement(3));
    assertThat(baku.agreements.with(belgrade.id).orElseThrow().arrangement().reviewMonths())
        .isEqualTo(3);
  }

  @Test
  void anArrangementOfTwoUnderATreatyOfThreeIsProposedAndBindsThoseTwo() {
    byte[] ofTwo = between("az.mia", "rs.mup");

    assertThat(
            refused(
                baku.negotiation.propose(
                    baku.supervisor, zagreb.id, instrument(), ofTwo, null, WHY)))
        .isEqualTo(StepRefusal.NOT_A_PARTY);
    load(baku, belgrade, ofTwo);

    assertThat(permits(baku, belgrade)).isTrue();
    assertThat(permits(baku, zagreb)).isFalse();
    assertThat(baku.agreements.between(zagreb.id)).isEmpty();
  }

  @Test
  void aHistoryOfThreeIsLoadedAsEachPairSeesIt() {
    String file =
        """
        format: entente-history
        version: 2
        instrument: three-2010-05-13
        entries:
          - {state: signed, at: "2010-05-13T00:00:00Z"}
          - {state: inForce, at: "2011-01-01T00:00:00Z"}
          - {state: bound, party: AZ, at: "2011-01-01T00:00:00Z"}
          - {state: bound, party: RS, at: "2012-01-01T00:00:00Z"}
          - {state: bound, party: HR, at: "2013-01-01T00:00:00Z"}
          - {state: suspended, party: HR, towards: AZ, at: "2014-01-01T00:00:00Z"}
        """;
    History history =
        HistoryReader.read(file.getBytes(StandardCharsets.UTF_8))
                instanceof HistoryReader.Outcome.Read read
            ? read.history()
            : History.none();

    for (Authority partner : List.of(belgrade, zagreb)) {
      baku.agree(
          instrument(), arrangement(6), history, partner.identity.card(), partner.line.port());
    }

    assertThat(permits(baku, belgrade)).isTrue();
    assertThat(permits(baku, zagreb)).isFalse();
    String hash = baku.agreements.all().getFirst().hash().value();
    assertThat(history(baku, belgrade, hash).getLast().at())
        .isEqualTo(Instant.parse("2012-01-01T00:00:00Z"));
    assertThat(history(baku, zagreb, hash))
        .extracting(Status::state)
        .containsExactly(Status.State.SIGNED, Status.State.IN_FORCE, Status.State.SUSPENDED);
  }

  @Test
  void aRestartFindsEachPartnerAsItWasLeft() {
    String hash = agree(baku, belgrade);
    agree(baku, zagreb);
    awaitDelivered(zagreb, done(zagreb.negotiation.suspend(zagreb.supervisor, hash, WHY)).step());
    until(() -> !permits(baku, zagreb));

    assertThat(baku.decisionsAfresh().on(request(baku, belgrade), clock.instant()))
        .isInstanceOf(Ruling.Permitted.class);
    assertThat(baku.decisionsAfresh().on(request(baku, zagreb), clock.instant()))
        .isInstanceOf(Ruling.NotPermitted.class);
  }

  @Test
  void aProposalCannotAmendAnAgreementWithSomebodyElse() {
    String withZagreb = agree(baku, zagreb);
    assertThat(
            refused(
                baku.negotiation.propose(
                    baku.supervisor, belgrade.id, instrument(), arrangement(3), withZagreb, WHY)))
        .isEqualTo(StepRefusal.AMENDS_UNKNOWN);

    agree(belgrade, zagreb);
    MessageId proposal =
        done(belgrade.negotiation.confirm(
                belgrade.approver, forged(belgrade, baku, arrangement(3), withZagreb)))
            .step();
    until(() ->
        belgrade
            .negotiation
            .step(proposal)
            .filter(s -> s.refusal().equals(Optional.of("amends-unknown")))
            .isPresent());
    assertThat(baku.negotiation.step(proposal)).isEmpty();
    assertThat(permits(baku, zagreb)).isTrue();
  }

  @Test
  void twoAuthoritiesOfOneStateNegotiateNoAgreementBetweenStates() {
    byte[] instrument = instrument("RS");
    byte[] arrangement = arrangement(6, instrument);

    assertThat(
            refused(
                belgrade.negotiation.propose(
                    belgrade.supervisor, zagreb.id, instrument, arrangement, null, WHY)))
        .isEqualTo(StepRefusal.SAME_STATE);
    done(baku.negotiation.propose(baku.supervisor, zagreb.id, instrument, arrangement, null, WHY));

    MessageId proposal =
        done(belgrade.negotiation.confirm(
                belgrade.approver,
                forged(belgrade, zagreb, new Note.Proposal(instrument, arrangement, null, WHY))))
            .step();
    until(() ->
        belgrade
            .negotiation
            .step(proposal)
            .filter(s -> s.refusal().equals(Optional.of("same-state")))
            .isPresent());
    assertThat(zagreb.negotiation.step(proposal)).isEmpty();
  }

  private MessageId forged(Authority own, Authority to, byte[] arrangement, String amends) {
    return forged(own, to, new Note.Proposal(instrument(), arrangement, amends, WHY));
  }

  /** A proposal as only a node that checks nothing prepares it. */
  private MessageId forged(Authority own, Authority to, Note.Proposal proposal) {
    MessageId step =
        done(own.negotiation.propose(
                own.supervisor, to.id, instrument(), arrangement(3), null, WHY))
            .step();
    Vault vault = new Vault(own.identity.masterKey(), own.store);
    byte[] body = NoteBody.bytes(proposal);
    String agreement =
        new AgreementReader().read(proposal.instrument(), proposal.arrangement())
                instanceof Reading.Read read
            ? read.agreement().hash().value()
            : "";
    own.store.write(tx -> {
      byte[] salt = StepRows.find(tx, step).orElseThrow().body().salt();
      Vault.Locked locked = vault.lock(body, salt, Negotiation.place(step));
      return tx.sql(
              "UPDATE agreement_step SET sealed_body = :body, wrapped_key = :key, body_hash ="
                  + " :hash, agreement = :agreement WHERE id = :id")
          .param("agreement", agreement)
          .param("body", locked.ciphertext())
          .param("key", locked.wrappedKey())
          .param("hash", locked.hash())
          .param("id", step.toString())
          .update();
    });
    return step;
  }

  private CaseId exchanged(Authority partner) {
    MessageId request =
        done(baku.casework
                .drafts()
                .request(baku.desk, partner.id, Requests.terms(), Requests.request()))
            .message();
    baku.send(request);
    until(() -> baku.state(request) == MessageState.DELIVERED);
    return baku.casework.cases().caseOf(request).orElseThrow();
  }

  private boolean erased(CaseId id) {
    return baku.view(id).messages().stream()
        .allMatch(m ->
            m.content() instanceof Content.Withheld w && w.why() == Content.Withheld.Why.ERASED);
  }

  private void load(Authority own, Authority partner, byte[] arrangement) {
    own.agree(
        instrument(), arrangement, SHIPPED.history(), partner.identity.card(), partner.line.port());
  }

  /** The one proposes, the other ratifies; the hash of what is in force then. */
  private String agree(Authority one, Authority other) {
    MessageId proposal =
        done(one.negotiation.confirm(one.approver, done(proposed(one, other)).step())).step();
    until(() -> other.negotiation.step(proposal).isPresent());
    awaitDelivered(one, proposal);
    MessageId answer =
        done(other.negotiation.confirm(
                other.approver, done(other.negotiation.ratify(other.supervisor, proposal)).step()))
            .step();
    awaitDelivered(other, answer);
    String hash = other.negotiation.step(answer).orElseThrow().agreement();
    until(() -> one.agreements.concluded(hash, other.id));
    until(() -> other.agreements.concluded(hash, one.id));
    return hash;
  }

  private static Outcome<TakenStep> proposed(Authority one, Authority other) {
    return one.negotiation.propose(
        one.supervisor, other.id, instrument(), arrangement(6), null, WHY);
  }

  private static void introduce(Authority own, Authority other) {
    URI address = URI.create("https://127.0.0.1:" + other.line.port());
    IdentityCard card = other.identity.card();
    done(own.introductions.introduce(own.supervisor, card, address));
    done(own.introductions.confirm(own.approver, other.id, card.fingerprint().hex()));
  }

  private boolean permits(Authority from, Authority to) {
    return from.decisions.on(request(from, to), clock.instant()) instanceof Ruling.Permitted;
  }

  private static Act request(Authority from, Authority to) {
    return Act.of(ActKind.REQUEST, from.id, to.id, OffenceArea.TERRORISM);
  }

  private static List<Status> history(Authority own, Authority partner, String hash) {
    return own.agreements.held(hash, partner.id).orElseThrow().history().statuses();
  }

  private void tick() {
    clock.pass(Duration.ofSeconds(1));
  }

  private static void awaitDelivered(Authority node, MessageId step) {
    until(() ->
        node.negotiation.step(step).filter(s -> s.state() == StepState.DELIVERED).isPresent());
  }

  private static void until(Callable<Boolean> seen) {
    await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(seen);
  }

  // The shipped instrument with a third party.

  private static byte[] instrument() {
    return instrument("HR");
  }

  /** The instrument with the third party in this country. */
  private static byte[] instrument(String third) {
    return new String(SHIPPED.instrument(), StandardCharsets.UTF_8)
        .replace("rs-az-2010-05-13", "three-2010-05-13")
        .replaceFirst(
            "\"parties\" *: *\\[",
            "\"parties\": [{\"authority\": \"hr.mup\", \"country\": \""
                + third
                + "\", \"name\": {\"en\": \"Ministry in Zagreb\"}},")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] arrangement(int reviewMonths) {
    return arrangement(reviewMonths, instrument());
  }

  private static byte[] arrangement(int reviewMonths, byte[] instrument) {
    if (!(new AgreementReader().readInstrument(instrument)
        instanceof AgreementReader.InstrumentReading.Read read)) {
      throw new AssertionError("The instrument of the test is broken");
    }
    String annex =
        "\"annex\": [" + String.join(", ", List.of(annex(AZ), annex(RS), annex(HR))) + "]";
    return new String(SHIPPED.arrangementTemplate(), StandardCharsets.UTF_8)
        .replaceFirst("\"id\" *: *\"[^\"]*\"", "\"id\": \"three-2010-05-13\"")
        .replaceFirst("\"hash\" *: *\"[^\"]*\"", "\"hash\": \"" + read.hash().value() + "\"")
        .replaceFirst("\"reviewMonths\" *: *6", "\"reviewMonths\": " + reviewMonths)
        .replaceFirst(
            "\"contactPoints\" *: *\\[",
            "\"contactPoints\": [{\"authority\": \"hr.mup\", \"name\": {\"en\": \"An office\"},"
                + " \"address\": \"office@mup.hr.example\"},")
        .replaceFirst(
            "\"annex\" *: *\\[[^\\]]*\\]",
            annex
                + ", \"use\": {\"evidence\": \"with-consent\", \"onward\": \"with-consent\","
                + " \"afterEnd\": \"destroy\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The arrangement as one of version 2 that leaves Zagreb out. */
  private static byte[] between(String one, String other) {
    return new String(arrangement(6), StandardCharsets.UTF_8)
        .replaceFirst(
            "\"version\" *: *1",
            "\"version\": 2, \"between\": [\"" + one + "\", \"" + other + "\"]")
        .replaceFirst("\\{\"authority\": \"hr.mup\", \"name\"[^}]*\\}[^}]*\\},", "")
        .replace(", " + annex(HR), "")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String annex(Identity identity) {
    return "{\"authority\": \""
        + identity.card().authority()
        + "\", \"fingerprint\": \""
        + identity.card().fingerprint().hex()
        + "\"}";
  }
}
