package org.entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.agreement.Demo.BAKU;
import static org.entente.agreement.Demo.BELGRADE;
import static org.entente.agreement.Demo.IN_FORCE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DecisionTest {

  private static final AuthorityId ZAGREB = new AuthorityId("hr.mup");
  private static final Consent CYBER =
      new Consent(
          "case-7/3",
          BELGRADE,
          BAKU,
          OffenceArea.COMPUTER_CRIME,
          IN_FORCE.minus(Duration.ofDays(1)),
          IN_FORCE.plus(Duration.ofDays(1)));

  @Test
  void everyAreaIsDecidedAsTheTableSaysFromBothSides() {
    List<List<String>> table = Vectors.rows("decisions-rs-az-2010.csv");

    assertThat(table).hasSize(OffenceArea.values().length);
    for (List<String> row : table) {
      OffenceArea area = OffenceArea.ofCode(row.get(0)).orElseThrow();
      assertThat(outcome(Act.of(ActKind.REQUEST, BAKU, BELGRADE, area)))
          .isEqualTo(row.get(1) + " " + row.get(2));
      assertThat(outcome(Act.of(ActKind.REQUEST, BELGRADE, BAKU, area)))
          .isEqualTo(row.get(1) + " " + row.get(2));
    }
  }

  @Test
  void aDrugRequestIsPermittedUnderTheListedCrimeAndTheFormsThatCarryIt() {
    Decision.Permitted permitted = permitted(decide(Demo.request(OffenceArea.DRUG_TRAFFICKING)));

    assertThat(permitted.articles())
        .extracting(ArticleReference::label)
        .containsExactly("Art. 1(1)(d)", "Art. 2(1)(a)", "Art. 2(1)(b)");
    Obligations obligations = permitted.obligations();
    assertThat(obligations.answerWithin().limit(Urgency.URGENT, AccessClass.DIRECT))
        .isEqualTo(Duration.ofHours(8));
    assertThat(obligations.handling()).containsExactlyInAnyOrder(HandlingCode.H1, HandlingCode.H2);
    assertThat(obligations.reviewMonths()).isEqualTo(6);
    assertThat(obligations.approvalNeeded()).isTrue();
    assertThat(obligations.copyToContactPoint()).isTrue();
    assertThat(obligations.consent()).isEmpty();
  }

  @Test
  void aReplyNeedsTheReleaseOfASecondPersonAndAClosureDoesNot() {
    Act reply = Act.of(ActKind.REPLY, BELGRADE, BAKU, OffenceArea.DRUG_TRAFFICKING);

    Act closure = Act.of(ActKind.CLOSURE, BELGRADE, BAKU, OffenceArea.DRUG_TRAFFICKING);

    assertThat(permitted(decide(reply)).obligations().approvalNeeded()).isTrue();
    assertThat(permitted(decide(closure)).obligations().approvalNeeded()).isFalse();
  }

  @Test
  void cybercrimeNeedsTheConsentOfTheOtherSide() {
    Decision decision = decide(Demo.request(OffenceArea.COMPUTER_CRIME));

    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.NeedsConsent.class,
            needs -> {
              assertThat(needs.whose()).isEqualTo(BELGRADE);
              assertThat(needs.under().label()).isEqualTo("Art. 1(2)");
              assertThat(needs.ground().remedy(Locale.ENGLISH)).contains("Ask the other side");
            });
  }

  @Test
  void withTheConsentOnRecordCybercrimeIsPermittedUntilTheConsentEnds() {
    Consents consents = Consents.of(List.of(CYBER));
    Act request = Demo.request(OffenceArea.COMPUTER_CRIME);

    Decision.Permitted permitted = permitted(Demo.agreement().decide(request, consents, IN_FORCE));

    assertThat(permitted.articles().getFirst().label()).isEqualTo("Art. 1(2)");
    assertThat(permitted.obligations().consent()).contains("case-7/3");
    assertThat(Demo.agreement().decide(request, consents, CYBER.until()))
        .isInstanceOf(Decision.NeedsConsent.class);
    assertThat(Demo.agreement().decide(request, consents, CYBER.from().minusNanos(1)))
        .isInstanceOf(Decision.NeedsConsent.class);
  }

  @Test
  void aConsentServesTheSideThatGotItAndTheAnswersToIt() {
    Consents consents = Consents.of(List.of(CYBER));
    Act backwards = Act.of(ActKind.REQUEST, BELGRADE, BAKU, OffenceArea.COMPUTER_CRIME);
    Act reply = Act.of(ActKind.REPLY, BELGRADE, BAKU, OffenceArea.COMPUTER_CRIME);

    assertThat(Demo.agreement().decide(backwards, consents, IN_FORCE))
        .isInstanceOf(Decision.NeedsConsent.class);
    assertThat(Demo.agreement().decide(reply, consents, IN_FORCE))
        .isInstanceOf(Decision.Permitted.class);
  }

  @Test
  void aReplyAfterTheConsentEndedAsksNobodyForAnotherOne() {
    Consents consents = Consents.of(List.of(CYBER));
    for (ActKind kind :
        List.of(ActKind.REPLY, ActKind.CLARIFICATION_QUESTION, ActKind.CLARIFICATION_ANSWER)) {
      Act act = Act.of(kind, BELGRADE, BAKU, OffenceArea.COMPUTER_CRIME);

      Decision.Permitted permitted =
          permitted(Demo.agreement().decide(act, consents, CYBER.until()));

      assertThat(permitted.articles().getFirst().label()).isEqualTo("Art. 1(2)");
      assertThat(permitted.obligations().consent()).isEmpty();
    }
  }

  @Test
  void anAreaThatWasTakenOutSilencesNobodyInAnOpenMatter() {
    for (ActKind kind :
        List.of(
            ActKind.REPLY,
            ActKind.REFUSAL,
            ActKind.CLARIFICATION_QUESTION,
            ActKind.CLARIFICATION_ANSWER,
            ActKind.CLOSURE)) {
      permitted(decide(Act.of(kind, BELGRADE, BAKU, OffenceArea.INSIDER_DEALING)));
    }
  }

  @Test
  void whileSuspendedAMatterIsAnsweredAndNoneIsOpened() {
    Agreement suspended = Demo.after(Demo.status(Status.State.SUSPENDED, "2026-01-01T00:00:00Z"));
    Agreement ended = Demo.after(Demo.status(Status.State.TERMINATED, "2026-01-01T00:00:00Z"));
    for (ActKind kind : ActKind.values()) {
      Act act = Act.of(kind, BELGRADE, BAKU, OffenceArea.TERRORISM);
      boolean answers =
          switch (kind) {
            case CLARIFICATION_QUESTION,
                CLARIFICATION_ANSWER,
                REPLY,
                REFUSAL,
                JUDICIAL_DELAY,
                CLOSURE ->
                true;
            default -> false;
          };

      assertThat(suspended.decide(act, none(), IN_FORCE) instanceof Decision.Permitted)
          .as(kind.code())
          .isEqualTo(answers);
      assertThat(ended.decide(act, none(), IN_FORCE) instanceof Decision.Permitted)
          .as(kind.code())
          .isEqualTo(answers);
    }
    Act denial = Act.of(ActKind.CONSENT_DENIAL, BELGRADE, BAKU, OffenceArea.COMPUTER_CRIME);
    assertThat(suspended.decide(denial, none(), IN_FORCE)).isInstanceOf(Decision.Permitted.class);
    Act grant = Act.of(ActKind.CONSENT_GRANT, BELGRADE, BAKU, OffenceArea.COMPUTER_CRIME);
    assertThat(codes(ended.decide(grant, none(), IN_FORCE))).containsExactly(GroundCode.TERMINATED);
  }

  @Test
  void beforeItIsInForceNothingIsAnsweredEither() {
    Act reply = Act.of(ActKind.REPLY, BELGRADE, BAKU, OffenceArea.TERRORISM);

    assertThat(codes(Demo.agreement().decide(reply, none(), Instant.parse("2010-06-01T00:00:00Z"))))
        .containsExactly(GroundCode.NOT_IN_FORCE);
  }

  @Test
  void twoAuthoritiesOfOneStateAreNoPartnersUnderATreatyBetweenStates() {
    Agreement three = withThirdParty("AZ");
    Act sisters = Act.of(ActKind.REQUEST, BAKU, GANJA, OffenceArea.TERRORISM);
    Act abroad = Act.of(ActKind.REQUEST, GANJA, BELGRADE, OffenceArea.TERRORISM);

    assertThat(codes(three.decide(sisters, none(), IN_FORCE)))
        .containsExactly(GroundCode.SAME_STATE);
    assertThat(three.decide(abroad, none(), IN_FORCE)).isInstanceOf(Decision.Permitted.class);
  }

  @Test
  void anInstrumentWithinOneStateBindsItsAuthorities() {
    Agreement domestic =
        Demo.changed()
            .instrument(node ->
                Demo.array(node, "/parties").forEach(p -> ((ObjectNode) p).put("country", "AZ")))
            .read();

    assertThat(domestic.decide(Demo.request(OffenceArea.TERRORISM), none(), IN_FORCE))
        .isInstanceOf(Decision.Permitted.class);
  }

  private static final AuthorityId GANJA = new AuthorityId("az.ganja");

  private static Agreement withThirdParty(String country) {
    return Demo.changed()
        .instrument(node ->
            Demo.array(node, "/parties")
                .addObject()
                .put("authority", GANJA.value())
                .put("country", country)
                .putObject("name")
                .put("en", "A third authority"))
        .arrangement(node -> {
          Demo.array(node, "/contactPoints")
              .addObject()
              .put("authority", GANJA.value())
              .put("address", "office@ganja.example")
              .putObject("name")
              .put("en", "An office");
          Demo.array(node, "/annex")
              .addObject()
              .put("authority", GANJA.value())
              .put("fingerprint", "0c".repeat(32));
        })
        .read();
  }

  @Test
  void trainingLooksAtNoOffence() {
    for (OffenceArea area : OffenceArea.values()) {
      Act training = Act.of(ActKind.TRAINING, BAKU, BELGRADE, area);

      assertThat(permitted(decide(training)).articles())
          .extracting(ArticleReference::label)
          .contains("Art. 2(1)(c)")
          .allMatch(label -> label.startsWith("Art. 2"));
    }
  }

  @Test
  void consentIsAskedGivenAndDeniedUnderTheOpenParagraph() {
    for (ActKind kind :
        List.of(ActKind.CONSENT_REQUEST, ActKind.CONSENT_GRANT, ActKind.CONSENT_DENIAL)) {
      Decision decision = decide(Act.of(kind, BAKU, BELGRADE, OffenceArea.COMPUTER_CRIME));

      assertThat(permitted(decision).articles())
          .extracting(ArticleReference::label)
          .containsExactly("Art. 1(2)");
      assertThat(codes(decide(Act.of(kind, BAKU, BELGRADE, OffenceArea.TERRORISM))))
          .containsExactly(GroundCode.CONSENT_NOT_NEEDED);
      assertThat(codes(decide(Act.of(kind, BAKU, BELGRADE, OffenceArea.INSIDER_DEALING))))
          .containsExactly(GroundCode.OFFENCE_EXCLUDED);
    }
  }

  @Test
  void aConsentCannotBringBackAnExcludedArea() {
    Consent consent =
        new Consent(
            "case-8/1", BELGRADE, BAKU, OffenceArea.INSIDER_DEALING, CYBER.from(), CYBER.until());

    Decision decision =
        Demo.agreement()
            .decide(
                Demo.request(OffenceArea.INSIDER_DEALING), Consents.of(List.of(consent)), IN_FORCE);

    assertThat(codes(decision)).containsExactly(GroundCode.OFFENCE_EXCLUDED);
  }

  @Test
  void aRequestThatMayNotBeMadeCanStillBeRefused() {
    Act refusal = Act.of(ActKind.REFUSAL, BELGRADE, BAKU, OffenceArea.INSIDER_DEALING);

    assertThat(permitted(decide(refusal)).articles())
        .extracting(ArticleReference::label)
        .containsExactly("Art. 2(1)(a)", "Art. 2(1)(b)");
  }

  @Test
  void withoutAnOpenParagraphAnUnlistedCrimeIsOutside() {
    Agreement closed =
        Demo.changed()
            .instrument(node -> Demo.array(node, "/articles/0/paragraphs").remove(1))
            .arrangement(node -> {
              for (String list : List.of("/acts", "/approvalFor")) {
                Demo.array(node, list).removeIf(act -> act.stringValue().startsWith("consent-"));
              }
            })
            .read();

    assertThat(codes(closed.decide(Demo.request(OffenceArea.CORRUPTION), none(), IN_FORCE)))
        .containsExactly(GroundCode.OFFENCE_OUTSIDE);
    Act asking = Act.of(ActKind.CONSENT_REQUEST, BAKU, BELGRADE, OffenceArea.CORRUPTION);
    assertThat(codes(closed.decide(asking, none(), IN_FORCE)))
        .containsExactly(GroundCode.ACT_NOT_IN_INSTRUMENT, GroundCode.ACT_NOT_IN_ARRANGEMENT);
  }

  @Test
  void whatNoRecordedArticleCarriesIsRefused() {
    for (ActKind kind :
        List.of(ActKind.JOINT_WORK, ActKind.ONWARD_TRANSFER, ActKind.EMERGENCY_DISCLOSURE)) {
      assertThat(codes(decide(Act.of(kind, BAKU, BELGRADE, OffenceArea.TERRORISM))))
          .containsExactly(GroundCode.ACT_NOT_IN_INSTRUMENT, GroundCode.ACT_NOT_IN_ARRANGEMENT);
    }
  }

  @Test
  void aDelayIsRefusedWhereTheArrangementKnowsNone() {
    Agreement strict =
        Demo.changed()
            .arrangement(node -> Demo.object(node, "deadlines").put("judicialDeviation", false))
            .read();
    Act delay = Act.of(ActKind.JUDICIAL_DELAY, BELGRADE, BAKU, OffenceArea.TERRORISM);

    assertThat(codes(strict.decide(delay, none(), IN_FORCE)))
        .containsExactly(GroundCode.JUDICIAL_DELAY_NOT_ARRANGED);
    assertThat(decide(delay)).isInstanceOf(Decision.Permitted.class);
  }

  @Test
  void strangersAndMonologuesAreRefused() {
    assertThat(codes(decide(Act.of(ActKind.REQUEST, ZAGREB, BAKU, OffenceArea.TERRORISM))))
        .containsExactly(GroundCode.NOT_A_PARTY);
    assertThat(codes(decide(Act.of(ActKind.REQUEST, BAKU, ZAGREB, OffenceArea.TERRORISM))))
        .containsExactly(GroundCode.NOT_A_PARTY);
    assertThat(codes(decide(Act.of(ActKind.REQUEST, BAKU, BAKU, OffenceArea.TERRORISM))))
        .containsExactly(GroundCode.SAME_AUTHORITY);
  }

  @Test
  void aRefusalNamesEveryGroundNotOnlyTheFirst() {
    Act act =
        Demo.request(OffenceArea.COMPUTER_CRIME)
            .with(Urgency.URGENT, Optional.empty())
            .with(new Safeguards(true, false, true))
            .with(
                PersonalData.of(Set.of(DataSubjectCategory.VICTIM), Set.of(DataCategory.ECONOMIC)));

    assertThat(codes(Demo.agreement().decide(act, none(), Instant.parse("2010-06-01T00:00:00Z"))))
        .containsExactly(
            GroundCode.NOT_IN_FORCE,
            GroundCode.CONSENT_MISSING,
            GroundCode.POLITICAL_CHARACTER,
            GroundCode.STRICT_NECESSITY_MISSING,
            GroundCode.DATA_BEYOND_CATEGORY,
            GroundCode.URGENCY_REASON_MISSING);
  }

  @Test
  void everyGroundSaysWhereItComesFromAndWhatWouldHelp() {
    Decision.Refused refused =
        (Decision.Refused) decide(Act.of(ActKind.REQUEST, BAKU, BAKU, OffenceArea.HORMONES));

    for (Ground ground : refused.grounds()) {
      assertThat(ground.source()).contains("rs-az-2010-05-13");
      assertThat(ground.sentence(Locale.forLanguageTag("sr"))).isNotBlank();
      assertThat(ground.remedy(Locale.forLanguageTag("az"))).isNotBlank();
    }
  }

  private static Decision decide(Act act) {
    return Demo.agreement().decide(act, none(), IN_FORCE);
  }

  private static Consents none() {
    return Consents.none();
  }

  private static String outcome(Act act) {
    return switch (decide(act)) {
      case Decision.Permitted permitted -> "permitted " + permitted.articles().getFirst().label();
      case Decision.NeedsConsent needs -> "needs-consent " + needs.under().label();
      case Decision.Refused refused ->
          "refused " + refused.grounds().getFirst().article().orElseThrow().label();
    };
  }

  private static Decision.Permitted permitted(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Permitted.class);
    return (Decision.Permitted) decision;
  }

  private static List<GroundCode> codes(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    return ((Decision.Refused) decision).grounds().stream().map(Ground::code).toList();
  }
}
