package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;
import static org.entente.node.act.Outcomes.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.entente.agreement.AccessClass;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.Decision;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.Ground;
import org.entente.agreement.GroundCode;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.ShippedAgreements;
import org.entente.agreement.Urgency;
import org.entente.node.Authority;
import org.entente.node.act.Outcome;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.OnMixedDatabases;
import org.entente.seal.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under which agreement a matter stands, from its first message to its last. */
@OnMixedDatabases
class MatterAgreementTest extends Correspondence {
  private static final String WHY = "The laboratory cannot be reached.";

  @Test
  void aReplyStaysUnderTheAgreementOfItsRequestThoughALaxerOneBindsToo() {
    MessageId request = arrived();
    String strict = onlyHash(baku);
    bothHoldASecond();

    CaseId file = caseOn(belgrade, request);
    MessageId reply =
        done(belgrade.casework.drafts().answer(belgrade.desk, file, reply(clock.instant())))
            .message();
    MessageStep submitted = done(belgrade.casework.approval().submit(belgrade.desk, reply));

    assertThat(submitted.state()).isEqualTo(MessageState.AWAITING_APPROVAL);
    done(belgrade.casework.approval().release(belgrade.approver, reply));
    awaitState(belgrade, reply, MessageState.DELIVERED);
    for (Authority node : List.of(baku, belgrade)) {
      assertThat(node.message(reply).orElseThrow().header().agreementHash()).isEqualTo(strict);
    }
    MessageId closure = baku.answer(caseOn(baku, request), new Content.Closure("It is solved."));
    awaitState(baku, closure, MessageState.DELIVERED);
    assertThat(belgrade.message(closure).orElseThrow().header().agreementHash()).isEqualTo(strict);
  }

  @Test
  void whereTwoAgreementsPermitARequestNothingLeavesUntilAnOfficerChooses() {
    bothHoldASecond();
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);

    Outcome<MessageStep> outcome = baku.casework.approval().submit(baku.desk, request);

    assertThat(refused(outcome))
        .isInstanceOfSatisfying(
            Hindrance.AgreementUnnamed.class,
            unnamed -> assertThat(unnamed.agreements()).hasSize(2));
    assertThat(baku.state(request)).isEqualTo(MessageState.DRAFT);

    String strict = hash("rs-az-2010-05-13");
    named(request, strict);
    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);

    for (Authority node : List.of(baku, belgrade)) {
      assertThat(node.message(request).orElseThrow().header().agreementHash()).isEqualTo(strict);
    }
    belgradeSends(request, reply(clock.instant()));
    assertThat(stateOn(baku, request)).isEqualTo(CaseState.ANSWERED);
  }

  @Test
  void aQuestionForConsentNamesItsAgreementWhereTwoPermitIt() {
    bothHoldASecond();
    Content.ConsentQuestion why = new Content.ConsentQuestion("One server serves both states.");

    assertThat(
            refused(
                baku.casework
                    .drafts()
                    .askConsent(baku.desk, belgrade.id, OffenceArea.COMPUTER_CRIME, why)))
        .isInstanceOf(Hindrance.AgreementUnnamed.class);
    MessageId asking =
        done(baku.casework
                .drafts()
                .askConsent(
                    baku.desk,
                    belgrade.id,
                    OffenceArea.COMPUTER_CRIME,
                    Optional.of(hash(SECOND)),
                    why))
            .message();
    baku.send(asking);
    awaitState(baku, asking, MessageState.DELIVERED);
    assertThat(belgrade.message(asking).orElseThrow().header().agreementHash())
        .isEqualTo(hash(SECOND));
  }

  @Test
  void aSecondAgreementThatComesBeforeTheReleaseIsNotTakenInSilence() {
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    done(baku.casework.approval().submit(baku.desk, request));
    bothHoldASecond();

    assertThat(refused(baku.casework.approval().release(baku.approver, request)))
        .isInstanceOf(Hindrance.AgreementUnnamed.class);
    assertThat(baku.state(request)).isEqualTo(MessageState.AWAITING_APPROVAL);
  }

  @Test
  void aChosenAgreementThatDoesNotPermitTheRequestIsNotExchangedForAnother() {
    bothHoldASecond();
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    named(request, hash("rs-az-2010-05-13"));
    done(baku.negotiation.suspend(baku.supervisor, hash("rs-az-2010-05-13"), WHY));

    assertThat(grounds(baku.casework.approval().submit(baku.desk, request)))
        .containsExactly(GroundCode.SUSPENDED);
  }

  @Test
  void anAgreementThatBindsNobodyHereCannotBeChosen() {
    Outcome<MessageStep> outcome =
        baku.casework
            .drafts()
            .request(baku.desk, belgrade.id, terms(Optional.of("0".repeat(64))), request());

    assertThat(outcome)
        .isEqualTo(
            Outcome.refused(
                new Hindrance.Faulty(List.of(new ContentFault("agreement", "unknown", 0)))));
  }

  @Test
  void theChosenAgreementIsTheOneOfTheCaseOnBothNodes() {
    bothHoldASecond();
    MessageId request =
        done(baku.casework
                .drafts()
                .request(baku.desk, belgrade.id, terms(Optional.of(hash(SECOND))), request()))
            .message();
    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);

    for (Authority node : List.of(baku, belgrade)) {
      assertThat(
              node.casework.erasure().under(hash(SECOND), node == baku ? belgrade.id : baku.id, ""))
          .containsExactly(caseOn(node, request));
    }
  }

  @Test
  void anOpenMatterIsAskedBackAnsweredAndClosedWhileTheAgreementIsSuspended() {
    MessageId request = arrived();
    String hash = onlyHash(baku);
    done(belgrade.negotiation.suspend(belgrade.supervisor, hash, WHY));
    patiently().until(() -> !baku.agreements.all().getFirst().inForceAt(clock.instant()));

    MessageId other = drafted(OffenceArea.DRUG_TRAFFICKING);
    assertThat(grounds(baku.casework.approval().submit(baku.desk, other)))
        .containsExactly(GroundCode.SUSPENDED);

    belgradeSends(request, new Content.Question("Which of the two hotels is meant?", List.of()));
    bakuSends(request, new Content.Answer("The one beside the station.", List.of()));
    done(
        belgrade
            .casework
            .cases()
            .triage(belgrade.desk, caseOn(belgrade, request), AccessClass.INDIRECT));
    belgradeSends(request, reply(clock.instant()));
    bakuSends(request, new Content.Closure("The matter is solved."));
    assertThat(stateOn(belgrade, request)).isEqualTo(CaseState.CLOSED);
  }

  @Test
  void anOpenMatterIsRefusedAfterTheAgreementHasEnded() {
    MessageId request = arrived();
    String hash = onlyHash(baku);
    MessageId step = done(belgrade.negotiation.terminate(belgrade.supervisor, hash, WHY)).step();
    done(belgrade.negotiation.confirm(belgrade.approver, step));
    patiently().until(() -> baku.agreements.endOf(hash, belgrade.id).isPresent());
    patiently().until(() -> belgrade.agreements.endOf(hash, baku.id).isPresent());
    clock.pass(Duration.ofDays(200));

    belgradeSends(
        request,
        new Content.Refusal(RefusalGround.NOT_AVAILABLE, "It is not held here.", List.of()));
    assertThat(stateOn(baku, request)).isEqualTo(CaseState.REFUSED);
  }

  @Test
  void policeRecordsUnderPruemTwoAreAskedForAndAnswered(@TempDir Path folder) throws Exception {
    Identity zagreb = Identity.create("hr.mup", "Ministry in Zagreb", clock, VALIDITY);
    Identity ljubljana = Identity.create("si.policija", "Police in Ljubljana", clock, VALIDITY);
    try (Authority hr =
            new Authority(
                zagreb, databases.baku().fresh(folder.resolve("hr")), folder.resolve("hr"), clock);
        Authority si =
            new Authority(
                ljubljana,
                databases.belgrade().fresh(folder.resolve("si")),
                folder.resolve("si"),
                clock)) {
      pruem(hr, si);
      pruem(si, hr);
      hr.start();
      si.start();

      MessageId silent =
          done(hr.casework
                  .drafts()
                  .request(hr.desk, si.id, penalty(OptionalInt.empty()), request()))
              .message();
      assertThat(grounds(hr.casework.approval().submit(hr.desk, silent)))
          .containsExactly(GroundCode.PENALTY_TOO_LOW);
      assertThat(
              refused(
                  hr.casework
                      .drafts()
                      .request(hr.desk, si.id, penalty(OptionalInt.of(-5)), request())))
          .isInstanceOf(Hindrance.Faulty.class);

      MessageId request =
          done(hr.casework.drafts().request(hr.desk, si.id, penalty(OptionalInt.of(60)), request()))
              .message();
      hr.send(request);
      awaitState(hr, request, MessageState.DELIVERED);
      assertThat(si.message(request).orElseThrow().header().act().particulars())
          .satisfies(stated -> {
            assertThat(stated.maxPenaltyMonths()).hasValue(60);
            assertThat(stated.identifiers()).isEqualTo(2);
            assertThat(stated.justified()).isTrue();
          });
      MessageId refusal =
          si.answer(
              caseOn(si, request),
              new Content.Refusal(RefusalGround.NOT_AVAILABLE, "It is not held here.", List.of()));
      awaitState(si, refusal, MessageState.DELIVERED);
      MessageId closure =
          hr.answer(caseOn(hr, request), new Content.Closure("Nothing is held there."));
      awaitState(hr, closure, MessageState.DELIVERED);
    }
  }

  private static void pruem(Authority own, Authority partner) {
    ShippedAgreements.Shipped shipped = ShippedAgreements.prum2PoliceRecords();
    Map<AuthorityId, Fingerprint> identities =
        Map.of(
            own.id, new Fingerprint(own.identity.card().fingerprint().hex()),
            partner.id, new Fingerprint(partner.identity.card().fingerprint().hex()));
    own.agree(
        shipped.instrument(),
        shipped.arrangement(identities),
        shipped.history(),
        partner.identity.card(),
        partner.line.port());
  }

  private static Terms penalty(OptionalInt months) {
    return new Terms(
        OffenceArea.DRUG_TRAFFICKING,
        Urgency.NORMAL,
        Optional.empty(),
        Set.of(DataCategory.PERSONAL_DETAILS),
        false,
        false,
        false,
        months,
        Optional.empty());
  }

  private static Terms terms(Optional<String> agreement) {
    Terms terms = terms(OffenceArea.DRUG_TRAFFICKING);
    return new Terms(
        terms.offence(),
        terms.urgency(),
        terms.urgencyReason(),
        terms.data(),
        false,
        false,
        false,
        OptionalInt.empty(),
        agreement);
  }

  private void named(MessageId request, String hash) {
    done(
        baku.casework
            .drafts()
            .change(baku.desk, request, Optional.of(terms(Optional.of(hash))), request()));
  }

  private static List<GroundCode> grounds(Outcome<MessageStep> outcome) {
    if (refused(outcome) instanceof Hindrance.Undecided(Decision.Refused decision)) {
      return decision.grounds().stream().map(Ground::code).toList();
    }
    throw new AssertionError("It was not refused: " + outcome);
  }

  private static String onlyHash(Authority node) {
    List<Agreement> all = node.agreements.all();
    assertThat(all).hasSize(1);
    return all.getFirst().hash().value();
  }

  private String hash(String instrument) {
    return baku.agreements.all().stream()
        .filter(a -> a.id().value().equals(instrument))
        .map(a -> a.hash().value())
        .findFirst()
        .orElseThrow();
  }
}
