package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.ActKind;
import org.entente.agreement.DataCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.node.act.Outcome;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.OnMixedDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an authority tells without having been asked, Directive (EU) 2023/977 Art. 7. */
@OnMixedDatabases
class InformationTest extends Correspondence {
  private static final Terms TERMS =
      new Terms(
          OffenceArea.DRUG_TRAFFICKING,
          Urgency.NORMAL,
          Optional.empty(),
          Set.of(DataCategory.PERSONAL_DETAILS),
          false,
          false,
          false);

  private Content.Information information(@Nullable PersonSought person) {
    return new Content.Information(
        person,
        "A lorry with a double floor leaves Baku for Niš on Friday.",
        "It will cross the border at Preševo on Sunday.",
        new Evaluation(Evaluation.Source.B, Evaluation.Information.TWO),
        Set.of(HandlingCode.H1),
        null,
        true,
        clock.instant().toString().substring(0, 10),
        "en",
        List.of());
  }

  private MessageId given(Content.Information content) {
    MessageId draft =
        done(baku.casework.drafts().information(baku.desk, belgrade.id, TERMS, content)).message();
    baku.send(draft);
    awaitState(baku, draft, MessageState.DELIVERED);
    return draft;
  }

  @Test
  void whatNobodyAskedForArrivesIsReadAndTheReceiverSaysWhatCameOfIt() {
    Content.Information told = information(request().person());
    MessageId given = given(told);

    assertThat(belgrade.message(given).orElseThrow().content()).isEqualTo(told);
    assertThat(stateOn(belgrade, given)).isEqualTo(CaseState.INFORMED);
    assertThat(belgrade.view(caseOn(belgrade, given)).step()).isEqualTo(NextStep.CLOSE);
    assertThat(baku.view(caseOn(baku, given)).step()).isEqualTo(NextStep.AWAIT_CLOSURE);
    belgradeSends(given, new Content.Closure("The lorry was stopped at Preševo."));

    assertThat(stateOn(baku, given)).isEqualTo(CaseState.CLOSED);
    assertThat(stateOn(belgrade, given)).isEqualTo(CaseState.CLOSED);
  }

  @Test
  void aPersonOfWhomThePartnerTellsIsComparedLikeOneItAsksFor() {
    MessageId given = given(information(request().person()));

    assertThat(belgrade.casework.requestSubjects().of(caseOn(belgrade, given)))
        .extracting(RequestSubject::message)
        .containsExactly(given);
    assertThat(belgrade.casework.requestSubjects().person(given)).contains(request().person());
  }

  @Test
  void informationAboutNobodyInParticularNamesNobody() {
    MessageId given = given(information(null));

    assertThat(belgrade.casework.requestSubjects().of(caseOn(belgrade, given))).isEmpty();
    assertThat(belgrade.message(given).orElseThrow().header().act().data().bySubject()).isEmpty();
  }

  @Test
  void informationHasNoAnswerAndItsClockNeverRuns() {
    MessageId given = given(information(null));
    CaseId file = caseOn(belgrade, given);

    assertThat(belgrade.view(file).next()).containsExactly(ActKind.CLOSURE);
    assertThat(belgrade.view(file).summary().deadline()).isEmpty();
    assertThat(belgrade.casework.drafts().answer(belgrade.desk, file, reply(clock.instant())))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aDraftOfInformationIsChangedOnItsTerms() {
    MessageId draft =
        done(baku.casework.drafts().information(baku.desk, belgrade.id, TERMS, information(null)))
            .message();
    Terms other =
        new Terms(
            OffenceArea.TERRORISM,
            Urgency.NORMAL,
            Optional.empty(),
            Set.of(DataCategory.PERSONAL_DETAILS),
            false,
            false,
            false);

    done(
        baku.casework
            .drafts()
            .change(baku.desk, draft, Optional.of(other), information(request().person())));

    MessageView kept = baku.message(draft).orElseThrow();
    assertThat(kept.header().act().offence()).isEqualTo(OffenceArea.TERRORISM);
    assertThat(kept.content().about()).contains(request().person());
  }

  @Test
  void whatWasGivenIsReviewedLikeEveryConcludedExchange() {
    MessageId given = given(information(null));
    clock.pass(Duration.ofDays(1));

    assertThat(belgrade.casework.erasure().concluded(""))
        .extracting(Concluded::id)
        .contains(caseOn(belgrade, given));
  }
}
