package org.entente.node.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.entente.node.act.Outcomes.done;
import static org.entente.node.act.Outcomes.refused;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Status;
import org.entente.node.Authority;
import org.entente.node.TwoAuthorities;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.delivery.Arrival;
import org.entente.node.delivery.GroundMoved;
import org.entente.node.delivery.Verdict;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Ruling;
import org.entente.node.store.OnMixedDatabases;
import org.entente.node.store.Paged;
import org.entente.node.store.Vault;
import org.entente.seal.Identity;
import org.entente.seal.IdentityCard;
import org.entente.seal.Sealed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What two authorities can rely on in the life of their agreement. */
@OnMixedDatabases
class NegotiationTest extends TwoAuthorities {
  private static final Identity STRANGER =
      Identity.create("rs.mup", "Somebody else", InstantSource.system(), Duration.ofDays(30));
  private static final String WHY = "The contact points agreed on it.";

  @Test
  void authoritiesWithoutAnAgreementMeetCompareAndRatifyTheirFirst() {
    meet();

    assertThat(permits(baku)).isFalse();
    MessageId proposal = confirmed(baku, propose(baku, belgrade, arrangement(6), null));
    awaitStep(belgrade, proposal);
    assertThat(belgrade.agreements.all()).isEmpty();
    ratify(belgrade, proposal);
    until(() -> !baku.agreements.all().isEmpty());

    String hash = onlyHash(baku);
    assertThat(onlyHash(belgrade)).isEqualTo(hash);
    assertThat(permits(baku)).isTrue();
    assertThat(permits(belgrade)).isTrue();
    assertThat(history(baku, hash)).isEqualTo(history(belgrade, hash));
  }

  @Test
  void aCardIsPinnedOnlyWhenAnotherPersonHasComparedIt() {
    IdentityCard card = belgrade.identity.card();
    URI address = URI.create("https://127.0.0.1:" + belgrade.line.port());

    refused(baku.introductions.introduce(baku.desk, card, address), Usual.ROLE_MISSING);
    refused(
        baku.introductions.introduce(baku.supervisor, baku.identity.card(), address),
        StepRefusal.IDENTITY_DIFFERS);
    done(baku.introductions.introduce(baku.supervisor, card, address));
    refused(confirm(baku.supervisor, card), Usual.SAME_PERSON);
    refused(confirm(baku.desk, card), Usual.ROLE_MISSING);
    refused(confirm(baku.approver, STRANGER.card()), Usual.NOT_FOUND);
    done(confirm(baku.approver, card));

    assertThat(baku.introductions.waiting()).isEmpty();
    refused(
        baku.introductions.introduce(baku.supervisor, STRANGER.card(), address),
        StepRefusal.IDENTITY_DIFFERS);
  }

  @Test
  void anAmendmentReplacesTheOldAgreementOnBothAtTheSameInstant() {
    String before = agreed();
    MessageId proposal = confirmed(baku, propose(baku, belgrade, arrangement(3), before));
    awaitStep(belgrade, proposal);
    assertThat(belgrade.agreements.stateOf(before, baku.id, clock.instant()).effective()).isTrue();
    ratify(belgrade, proposal);
    until(() -> baku.agreements.all().size() == 2);

    String after = baku.agreements.with(belgrade.id).orElseThrow().hash().value();
    assertThat(after).isNotEqualTo(before);
    assertThat(belgrade.agreements.with(baku.id).orElseThrow().hash().value()).isEqualTo(after);
    assertThat(history(baku, after)).isEqualTo(history(belgrade, after));
    assertThat(baku.agreements.stateOf(before, belgrade.id, clock.instant()))
        .isEqualTo(Status.State.TERMINATED);
    assertThat(belgrade.agreements.endOf(before, baku.id))
        .isEqualTo(baku.agreements.endOf(before, belgrade.id));
  }

  @Test
  void aProposalLeavesOnlyWhenASecondPersonConfirmsIt() {
    String before = agreed();

    assertThat(refused(propose(baku.desk, arrangement(3), before))).isEqualTo(Usual.ROLE_MISSING);
    assertThat(refused(propose(baku.approver, arrangement(3), before)))
        .isEqualTo(Usual.ROLE_MISSING);
    MessageId step = done(propose(baku.supervisor, arrangement(3), before)).step();
    assertThat(refused(baku.negotiation.confirm(baku.supervisor, step)))
        .isEqualTo(Usual.SAME_PERSON);
    assertThat(refused(baku.negotiation.confirm(baku.desk, step))).isEqualTo(Usual.ROLE_MISSING);
    done(baku.negotiation.withdraw(baku.supervisor, step));
    assertThat(refused(baku.negotiation.confirm(baku.approver, step))).isEqualTo(Usual.WRONG_STATE);
    assertThat(belgrade.negotiation.steps(Paged.FIRST).lines()).isEmpty();
  }

  @Test
  void aProposalThatIsBrokenOrKnownOrOfOtherIdentitiesIsNotPrepared() {
    String before = agreed();
    byte[] wider =
        new String(arrangement(6), StandardCharsets.UTF_8)
            .replaceFirst("\"trace\"", "\"trace\", \"onward-transfer\"")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(refused(propose(baku.supervisor, wider, before))).isInstanceOf(ProposalBroken.class);
    assertThat(refused(propose(baku.supervisor, arrangement(6), before)))
        .isEqualTo(StepRefusal.SAME_AS_IN_FORCE);
    assertThat(refused(propose(baku.supervisor, arrangement(3, STRANGER), before)))
        .isEqualTo(StepRefusal.IDENTITY_DIFFERS);
    assertThat(refused(propose(baku.supervisor, arrangement(3), "0".repeat(64))))
        .isEqualTo(Usual.NOT_FOUND);
  }

  @Test
  void aRejectedProposalChangesNothing() {
    String before = agreed();
    MessageId proposal = confirmed(baku, propose(baku, belgrade, arrangement(3), before));
    awaitStep(belgrade, proposal);

    assertThat(refused(belgrade.negotiation.reject(belgrade.supervisor, proposal, " ")))
        .isEqualTo(Usual.REASON_MISSING);
    MessageId rejection =
        done(belgrade.negotiation.reject(belgrade.supervisor, proposal, WHY)).step();
    awaitStep(baku, rejection);

    assertThat(baku.negotiation.step(rejection).orElseThrow().note().reasons()).isEqualTo(WHY);
    assertThat(refused(belgrade.negotiation.ratify(belgrade.supervisor, proposal)))
        .isEqualTo(Usual.WRONG_STATE);
    assertThat(onlyHash(baku)).isEqualTo(before);
    assertThat(onlyHash(belgrade)).isEqualTo(before);
  }

  @Test
  void whoeverProposedCannotRatify() {
    String before = agreed();
    MessageId proposal = confirmed(baku, propose(baku, belgrade, arrangement(3), before));

    assertThat(refused(baku.negotiation.ratify(baku.supervisor, proposal)))
        .isEqualTo(Usual.NOT_FOUND);
  }

  @Test
  void oneSideSuspendsAndBothStopUntilItTakesThatBack() {
    String hash = agreed();
    done(belgrade.negotiation.suspend(belgrade.supervisor, hash, WHY));

    assertThat(permits(belgrade)).isFalse();
    until(() -> !permits(baku));
    assertThat(refused(baku.negotiation.resume(baku.supervisor, hash)))
        .isEqualTo(StepRefusal.NOT_SUSPENDED_BY_US);
    MessageId back =
        confirmed(belgrade, done(belgrade.negotiation.resume(belgrade.supervisor, hash)).step());
    awaitDelivered(belgrade, back);
    until(() -> permits(baku) && permits(belgrade));
  }

  @Test
  void whatBothHaveSuspendedWorksAgainOnlyWhenBothHaveTakenItBack() {
    String hash = agreed();
    baku.line.cutAfter(0);
    belgrade.line.cutAfter(0);
    MessageId one = done(belgrade.negotiation.suspend(belgrade.supervisor, hash, WHY)).step();
    MessageId other = done(baku.negotiation.suspend(baku.supervisor, hash, WHY)).step();
    baku.line.mend();
    belgrade.line.mend();
    passUntilDelivered(belgrade, one);
    passUntilDelivered(baku, other);

    tick(Duration.ofSeconds(1));
    awaitDelivered(
        baku, confirmed(baku, done(baku.negotiation.resume(baku.supervisor, hash)).step()));
    until(() -> !baku.agreements.suspendedBy(hash, belgrade.id, baku.id));
    until(() -> !belgrade.agreements.suspendedBy(hash, baku.id, baku.id));
    assertThat(permits(baku)).isFalse();
    assertThat(permits(belgrade)).isFalse();
    tick(Duration.ofSeconds(1));
    awaitDelivered(
        belgrade,
        confirmed(belgrade, done(belgrade.negotiation.resume(belgrade.supervisor, hash)).step()));
    until(() -> permits(baku) && permits(belgrade));
  }

  @Test
  void aNoticeEndsTheAgreementOnBothAfterItsDays() {
    String hash = agreed();
    int days = baku.agreements.noticeDaysOf(hash);
    MessageId step =
        confirmed(baku, done(baku.negotiation.terminate(baku.supervisor, hash, WHY)).step());
    awaitDelivered(baku, step);
    until(() -> baku.agreements.endOf(hash, belgrade.id).isPresent());
    until(() -> belgrade.agreements.endOf(hash, baku.id).isPresent());

    assertThat(permits(baku)).isTrue();
    assertThat(refused(baku.negotiation.terminate(baku.supervisor, hash, WHY)))
        .isEqualTo(Usual.WRONG_STATE);
    Instant end = baku.agreements.endOf(hash, belgrade.id).orElseThrow();
    assertThat(end)
        .isEqualTo(belgrade.agreements.endOf(hash, baku.id).orElseThrow())
        .isEqualTo(clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(days)));
    assertThat(permits(baku, end.minusMillis(1))).isTrue();
    assertThat(permits(baku, end)).isFalse();
    assertThat(permits(belgrade, end)).isFalse();
  }

  @Test
  void ourOwnTerminationRunsFromItsReleaseWhateverThePartnerAnswers() {
    String hash = agreed();
    belgrade.line.cutAfter(0);
    Instant released = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = released.plus(Duration.ofDays(baku.agreements.noticeDaysOf(hash)));
    MessageId step =
        confirmed(baku, done(baku.negotiation.terminate(baku.supervisor, hash, WHY)).step());

    assertThat(baku.agreements.endOf(hash, belgrade.id)).contains(end);
    tick(Duration.ofDays(3));
    belgrade.line.mend();
    passUntilDelivered(baku, step);
    until(() -> belgrade.agreements.endOf(hash, baku.id).isPresent());

    assertThat(belgrade.agreements.endOf(hash, baku.id)).contains(end);
    assertThat(baku.agreements.endOf(hash, belgrade.id)).contains(end);
  }

  @Test
  void aDeliveredProposalThatWasTakenBackIsNotRatified() {
    String before = agreed();
    MessageId proposal = confirmed(baku, propose(baku, belgrade, arrangement(3), before));
    awaitDelivered(baku, proposal);
    assertThat(refused(belgrade.negotiation.withdraw(belgrade.supervisor, proposal)))
        .isEqualTo(Usual.WRONG_STATE);
    belgrade.line.cutAfter(0); // What Baku says of it does not arrive before the ratification.
    done(baku.negotiation.withdraw(baku.supervisor, proposal));

    assertRatificationRefused(proposal, "proposal-withdrawn");
    assertThat(onlyHash(baku)).isEqualTo(before);
  }

  @Test
  void aProposalThatIsTakenBackIsTakenBackAtThePartnerToo() {
    String before = agreed();
    MessageId proposal = confirmed(baku, propose(baku, belgrade, arrangement(3), before));
    awaitDelivered(baku, proposal);
    MessageId prepared = done(belgrade.negotiation.ratify(belgrade.supervisor, proposal)).step();
    assertThat(belgrade.negotiation.waiting(belgrade.approver)).isEqualTo(1);

    done(baku.negotiation.withdraw(baku.supervisor, proposal));

    until(() -> belgrade.negotiation.step(proposal).orElseThrow().state() == StepState.WITHDRAWN);
    assertThat(refused(belgrade.negotiation.confirm(belgrade.approver, prepared)))
        .isEqualTo(StepRefusal.PROPOSAL_WITHDRAWN);
    done(belgrade.negotiation.withdraw(belgrade.supervisor, prepared));
    assertThat(refused(belgrade.negotiation.ratify(belgrade.supervisor, proposal)))
        .isEqualTo(StepRefusal.PROPOSAL_WITHDRAWN);
    assertThat(belgrade.negotiation.waiting(belgrade.approver)).isZero();
    Step told =
        baku.negotiation.steps(Paged.FIRST).lines().stream()
            .filter(step -> step.kind() == NoteKind.WITHDRAWAL)
            .findFirst()
            .orElseThrow();
    awaitDelivered(baku, told.id());
    assertThat(refused(baku.negotiation.withdraw(baku.supervisor, proposal)))
        .isEqualTo(Usual.WRONG_STATE);
    assertThat(onlyHash(belgrade)).isEqualTo(before);
    MessageId again = confirmed(baku, propose(baku, belgrade, arrangement(4), before));
    awaitStep(belgrade, again);
    ratify(belgrade, again);
    until(() -> baku.agreements.all().size() == 2);
  }

  @Test
  void aNoticeThatThePartnerDidNotTakeIsGivenAgainAndItsDaysRunFromThen() {
    String hash = agreed();
    belgrade.line.cutAfter(0);
    MessageId first =
        confirmed(baku, done(baku.negotiation.terminate(baku.supervisor, hash, WHY)).step());
    baku.store.write(tx -> {
      StepRows.arrived(
          tx, first, StepState.REFUSED_BY_PARTNER, clock.instant(), "notice-too-short");
      return tx.sql("DELETE FROM outbox WHERE message_id = :id")
          .param("id", first.toString())
          .update();
    });
    belgrade.line.mend();
    tick(Duration.ofDays(40));

    MessageId again = done(baku.negotiation.terminate(baku.supervisor, hash, WHY)).step();
    confirmed(baku, again);
    passUntilDelivered(baku, again);
    until(() -> belgrade.agreements.endOf(hash, baku.id).isPresent());

    assertThat(baku.agreements.endOf(hash, belgrade.id))
        .isEqualTo(belgrade.agreements.endOf(hash, baku.id));
    assertThat(baku.agreements.endOf(hash, belgrade.id).orElseThrow())
        .isAfter(clock.instant().plus(Duration.ofDays(baku.agreements.noticeDaysOf(hash) - 1)));
    assertThat(refused(baku.negotiation.terminate(baku.supervisor, hash, WHY)))
        .isEqualTo(Usual.WRONG_STATE);
  }

  @Test
  void aSuspensionThatThePartnerDidNotTakeIsGivenAgainAndOneResumptionEndsIt() {
    String hash = agreed();
    belgrade.line.cutAfter(0);
    MessageId first = done(baku.negotiation.suspend(baku.supervisor, hash, WHY)).step();
    assertThat(refused(baku.negotiation.suspend(baku.supervisor, hash, WHY)))
        .isEqualTo(Usual.WRONG_STATE);
    baku.store.write(tx -> {
      StepRows.arrived(tx, first, StepState.REFUSED_BY_PARTNER, clock.instant(), "agreement-state");
      return tx.sql("DELETE FROM outbox WHERE message_id = :id")
          .param("id", first.toString())
          .update();
    });
    belgrade.line.mend();
    tick(Duration.ofDays(1));

    MessageId again = done(baku.negotiation.suspend(baku.supervisor, hash, WHY)).step();
    passUntilDelivered(baku, again);
    until(() -> belgrade.agreements.suspendedBy(hash, baku.id, baku.id));
    MessageId back = done(baku.negotiation.resume(baku.supervisor, hash)).step();
    confirmed(baku, back);
    passUntilDelivered(baku, back);
    until(() -> !belgrade.agreements.suspendedBy(hash, baku.id, baku.id));

    assertThat(baku.agreements.stateOf(hash, belgrade.id, clock.instant()).effective()).isTrue();
    assertThat(belgrade.agreements.stateOf(hash, baku.id, clock.instant()).effective()).isTrue();
  }

  @Test
  void aProposalLapsesOnBothSidesNinetyDaysAfterItArrived() {
    String before = agreed();
    MessageId proposal = confirmed(baku, propose(baku, belgrade, arrangement(3), before));
    awaitDelivered(baku, proposal);
    assertThat(baku.negotiation.step(proposal).orElseThrow().lapsesAt())
        .isEqualTo(belgrade.negotiation.step(proposal).orElseThrow().lapsesAt())
        .isPresent();
    MessageId prepared = done(belgrade.negotiation.ratify(belgrade.supervisor, proposal)).step();
    clock.pass(Duration.ofDays(90).minusSeconds(1));
    assertThat(belgrade.negotiation.waiting(belgrade.approver)).isEqualTo(1);
    clock.pass(Duration.ofSeconds(1));

    assertThat(refused(belgrade.negotiation.confirm(belgrade.approver, prepared)))
        .isEqualTo(StepRefusal.PROPOSAL_LAPSED);
    done(belgrade.negotiation.withdraw(belgrade.supervisor, prepared));
    assertThat(refused(belgrade.negotiation.ratify(belgrade.supervisor, proposal)))
        .isEqualTo(StepRefusal.PROPOSAL_LAPSED);
    assertThat(belgrade.negotiation.waiting(belgrade.supervisor)).isZero();
  }

  @Test
  void aRatificationThatComesAfterTheProposalLapsedIsRefused() {
    String before = agreed();
    MessageId proposal = confirmed(baku, propose(baku, belgrade, arrangement(3), before));
    awaitDelivered(baku, proposal);
    baku.line.cutAfter(0);
    MessageId late =
        confirmed(
            belgrade, done(belgrade.negotiation.ratify(belgrade.supervisor, proposal)).step());
    clock.pass(Duration.ofDays(91));
    baku.line.mend();

    awaitRefused(late, "proposal-lapsed");
    assertThat(onlyHash(baku)).isEqualTo(before);
  }

  @Test
  void aProposalThatOurNodeKnowsAsRefusedCannotBeRatified() {
    String before = agreed();
    MessageId proposal = confirmed(baku, propose(baku, belgrade, arrangement(3), before));
    awaitDelivered(baku, proposal);
    baku.store.write(tx -> {
      StepRows.arrived(
          tx, proposal, StepState.REFUSED_BY_PARTNER, clock.instant(), "agreement-broken");
      return true;
    });

    assertRatificationRefused(proposal, "proposal-refused");
    assertThat(onlyHash(baku)).isEqualTo(before);
  }

  @Test
  void twoRatificationsThatComeAtTheSameMomentCountOnce() {
    String before = agreed();
    MessageId proposal = confirmed(baku, propose(baku, belgrade, arrangement(3), before));
    awaitDelivered(baku, proposal);
    Verdict.Keep first = judged(proposal);
    Verdict.Keep second = judged(proposal);

    baku.store.write(tx -> first.keeping().keep(tx));

    assertThatThrownBy(() -> baku.store.write(tx -> second.keeping().keep(tx)))
        .isInstanceOf(GroundMoved.class);
    assertThat(onlyHash(baku)).isNotNull();
  }

  /** What Baku's node thinks of a ratification by Belgrade before it keeps it. */
  private Verdict.Keep judged(MessageId proposal) {
    NoteHeader header =
        new NoteHeader(
            NoteKind.RATIFICATION,
            belgrade.id,
            baku.id,
            baku.negotiation.step(proposal).orElseThrow().agreement(),
            proposal.value(),
            "0f".repeat(16));
    NotesArriving notes =
        new NotesArriving(
            baku.id,
            baku.store,
            new Vault(BAKU_KEYS.masterKey(), baku.store),
            baku.agreements,
            baku.decisions);
    Sealed<byte[]> body = Sealed.of(NoteBody.bytes(new Note.Ratification("")));
    Arrival arrival =
        new Arrival(
            MessageId.next(),
            belgrade.id,
            header.envelope(),
            body,
            body,
            clock.instant(),
            clock.instant(),
            () -> Arrival.Standing.HERE);
    return (Verdict.Keep) notes.judge(header, arrival);
  }

  private void assertRatificationRefused(MessageId proposal, String code) {
    awaitRefused(
        confirmed(
            belgrade, done(belgrade.negotiation.ratify(belgrade.supervisor, proposal)).step()),
        code);
  }

  private void awaitRefused(MessageId step, String code) {
    until(() -> {
      tick(Duration.ofSeconds(1));
      return belgrade
          .negotiation
          .step(step)
          .filter(s -> s.refusal().equals(Optional.of(code)))
          .isPresent();
    });
    assertThat(belgrade.negotiation.step(step).orElseThrow().state())
        .isEqualTo(StepState.REFUSED_BY_PARTNER);
  }

  @Test
  void whereTwoAgreementsBindTheSameAuthoritiesTheOneThatPermitsDecides() {
    agreed();
    byte[] other =
        new String(SHIPPED.instrument(), StandardCharsets.UTF_8)
            .replace("rs-az-2010-05-13", "rs-az-2025-01-01")
            .replace("\"cultural-goods\"", "\"computer-crime\"")
            .getBytes(StandardCharsets.UTF_8);
    baku.agree(
        other, under(other), SHIPPED.history(), belgrade.identity.card(), belgrade.line.port());

    Ruling onComputers = ruling(OffenceArea.COMPUTER_CRIME);
    Ruling onGoods = ruling(OffenceArea.CULTURAL_GOODS);
    Ruling onTerrorism = ruling(OffenceArea.TERRORISM);

    assertThat(basis(onComputers)).isEqualTo("rs-az-2025-01-01");
    assertThat(basis(onGoods)).isEqualTo("rs-az-2010-05-13");
    assertThat(((Ruling.Permitted) onTerrorism).alternatives()).hasSize(1);
    assertThat(((Ruling.Permitted) onGoods).alternatives()).isEmpty();
  }

  private Ruling ruling(OffenceArea area) {
    return baku.decisions.on(Act.of(ActKind.REQUEST, baku.id, belgrade.id, area), clock.instant());
  }

  private static String basis(Ruling ruling) {
    return ((Ruling.Permitted) ruling).agreement().id().value();
  }

  /** The shipped arrangement, made for another instrument. */
  private static byte[] under(byte[] instrument) {
    if (new AgreementReader().readInstrument(instrument)
        instanceof AgreementReader.InstrumentReading.Read read) {
      return new String(arrangement(6), StandardCharsets.UTF_8)
          .replaceFirst("\"id\" : \"[^\"]*\"", "\"id\" : \"rs-az-2025-01-01\"")
          .replaceFirst("\"hash\" : \"[^\"]*\"", "\"hash\" : \"" + read.hash().value() + "\"")
          .getBytes(StandardCharsets.UTF_8);
    }
    throw new AssertionError("The instrument of the test is broken");
  }

  @Test
  void aQuotaIsCountedByDirectionAndEndsWithTheDay() {
    byte[] limited =
        new String(arrangement(6), StandardCharsets.UTF_8)
            .replaceFirst(
                "\"reviewMonths\"",
                "\"quotas\" : [ { \"act\" : \"request\", \"perDay\" : 2 } ], \"reviewMonths\"")
            .getBytes(StandardCharsets.UTF_8);
    baku.agree(
        SHIPPED.instrument(),
        limited,
        SHIPPED.history(),
        belgrade.identity.card(),
        belgrade.line.port());
    String hash = onlyHash(baku);
    Act out = request(baku, belgrade);

    Agreement agreement = baku.agreements.all().getFirst();
    List<Boolean> room =
        baku.store.write(tx ->
            Stream.generate(
                    () -> {
                      boolean one = baku.decisions.hasRoom(tx, agreement, out, clock.instant());
                      if (one) {
                        baku.decisions.counted(tx, hash, out, clock.instant());
                      }
                      return one;
                    })
                .limit(3)
                .toList());

    assertThat(room).containsExactly(true, true, false);

    assertThat(permits(baku)).isFalse();
    assertThat(baku.decisions.on(request(belgrade, baku), clock.instant()))
        .isInstanceOf(Ruling.Permitted.class);
    assertThat(permits(baku, clock.instant().plus(Duration.ofDays(1)))).isTrue();
  }

  @Test
  void aRestartFindsTheAgreementAsItWasLeft() {
    String hash = agreed();
    done(belgrade.negotiation.suspend(belgrade.supervisor, hash, WHY));
    Decisions afresh = belgrade.decisionsAfresh();

    assertThat(afresh.on(request(belgrade, baku), clock.instant()))
        .isInstanceOf(Ruling.NotPermitted.class);
  }

  // What officers do.

  private void meet() {
    introduce(baku, belgrade);
    introduce(belgrade, baku);
  }

  private static void introduce(Authority own, Authority other) {
    URI address = URI.create("https://127.0.0.1:" + other.line.port());
    IdentityCard card = other.identity.card();
    done(own.introductions.introduce(own.supervisor, card, address));
    done(own.introductions.confirm(own.approver, other.id, card.fingerprint().hex()));
  }

  private Outcome<AuthorityId> confirm(Officer by, IdentityCard card) {
    return baku.introductions.confirm(by, belgrade.id, card.fingerprint().hex());
  }

  /** Both hold the shipped agreement; its hash. */
  private String agreed() {
    bothHold(arrangement(6));
    return onlyHash(baku);
  }

  private Outcome<TakenStep> propose(Officer by, byte[] arrangement, String amends) {
    return baku.negotiation.propose(
        by, belgrade.id, SHIPPED.instrument(), arrangement, amends, WHY);
  }

  private static MessageId propose(
      Authority own, Authority other, byte[] arrangement, @Nullable String amends) {
    return done(own.negotiation.propose(
            own.supervisor, other.id, SHIPPED.instrument(), arrangement, amends, WHY))
        .step();
  }

  private static MessageId confirmed(Authority own, MessageId step) {
    return done(own.negotiation.confirm(own.approver, step)).step();
  }

  private static void ratify(Authority own, MessageId proposal) {
    MessageId step = confirmed(own, done(own.negotiation.ratify(own.supervisor, proposal)).step());
    awaitDelivered(own, step);
    String hash = own.negotiation.step(step).orElseThrow().agreement();
    until(() -> own.agreements.held(hash).isPresent());
  }

  // What can be seen.

  private static byte[] arrangement(int reviewMonths) {
    return arrangement(reviewMonths, BELGRADE_KEYS);
  }

  private static byte[] arrangement(int reviewMonths, Identity belgrade) {
    byte[] file =
        SHIPPED.arrangement(
            Map.of(
                new AuthorityId("az.mia"),
                new Fingerprint(BAKU_KEYS.card().fingerprint().hex()),
                new AuthorityId("rs.mup"),
                new Fingerprint(belgrade.card().fingerprint().hex())));
    return new String(file, StandardCharsets.UTF_8)
        .replaceFirst("\"reviewMonths\" : 6", "\"reviewMonths\" : " + reviewMonths)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String onlyHash(Authority node) {
    List<Agreement> all = node.agreements.all();
    assertThat(all).hasSize(1);
    return all.getFirst().hash().value();
  }

  private static List<Status> history(Authority node, String hash) {
    return node.agreements.held(hash).orElseThrow().history().statuses();
  }

  private boolean permits(Authority node) {
    return permits(node, clock.instant());
  }

  private boolean permits(Authority node, Instant at) {
    Authority other = node == baku ? belgrade : baku;
    return node.decisions.on(request(node, other), at) instanceof Ruling.Permitted;
  }

  private static Act request(Authority from, Authority to) {
    return Act.of(ActKind.REQUEST, from.id, to.id, OffenceArea.TERRORISM);
  }

  private void tick(Duration by) {
    clock.pass(by);
  }

  private static void awaitStep(Authority node, MessageId step) {
    until(() -> node.negotiation.step(step).isPresent());
  }

  private static void awaitDelivered(Authority node, MessageId step) {
    until(() ->
        node.negotiation.step(step).filter(s -> s.state() == StepState.DELIVERED).isPresent());
  }

  /**
   * An attempt on the cut line may end after it was mended and be tried again only later; so time
   * goes on until the step has arrived.
   */
  private void passUntilDelivered(Authority node, MessageId step) {
    until(() -> {
      tick(Duration.ofSeconds(1));
      return node.negotiation.step(step).filter(s -> s.state() == StepState.DELIVERED).isPresent();
    });
  }

  private static void until(Callable<Boolean> seen) {
    await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(seen);
  }
}
