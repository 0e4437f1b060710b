package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.intake.SubjectKind;
import org.entente.node.act.Outcome;
import org.entente.node.exchange.MessageId;
import org.entente.node.forms.FilledForm;
import org.entente.node.store.OnMixedDatabases;
import org.junit.jupiter.api.Test;

/** Requests and replies that tell of persons and things, between two nodes. */
@OnMixedDatabases
class ThingsExchangedTest extends Correspondence {
  private static final ToldSubject VAN =
      ToldSubject.of(
          SubjectKind.VEHICLE,
          Map.of("plate", List.of("BG 1234-ŠĆ"), "country", List.of("RS")),
          SubjectRole.USED);

  private static Content.Request about(Subjects subjects) {
    Content.Request r = request();
    return new Content.Request(
        null,
        r.informationSought(),
        r.purpose(),
        r.facts(),
        r.reasonsToBelieve(),
        r.link(),
        r.urgencyReasons(),
        r.restrictions(),
        r.language(),
        r.handling(),
        null,
        subjects,
        List.of());
  }

  private MessageId drafted(Subjects subjects) {
    return done(baku.casework
            .drafts()
            .request(baku.desk, belgrade.id, terms(OffenceArea.DRUG_TRAFFICKING), about(subjects)))
        .message();
  }

  private static Content.Reply replying(Content.Reply r, Subjects subjects) {
    return new Content.Reply(
        r.text(),
        r.evaluation(),
        r.handling(),
        r.handlingText(),
        r.assessment(),
        r.asOf(),
        null,
        null,
        subjects,
        List.of());
  }

  @Test
  void aRequestAboutAVehicleAloneArrivesAndIsAnsweredWithAPersonAndAThing() {
    Subjects asked = new Subjects(List.of(VAN), List.of());
    MessageId request = drafted(asked);
    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);

    MessageView arrived = belgrade.view(caseOn(belgrade, request)).messages().getFirst();
    assertThat(arrived.content().tells()).isEqualTo(asked);
    assertThat(arrived.content().about()).isEmpty();
    assertThat(arrived.notUnderstood()).isEmpty();
    assertThat(arrived.header().act().data().bySubject())
        .isEqualTo(
            Map.of(DataSubjectCategory.SUSPECT_OR_CONVICTED, Set.of(DataCategory.TRANSPORT)));

    Subjects told =
        new Subjects(
            List.of(
                VAN,
                ToldSubject.of(
                    SubjectKind.PERSON,
                    Map.of("family", List.of("Lukić"), "given", List.of("Mirko")),
                    SubjectRole.SUSPECT)),
            List.of(new SubjectLink(1, SubjectLink.Kind.OWNS, 0)));
    belgradeSends(request, replying(reply(clock.instant()), told));
    MessageView answer = baku.view(caseOn(baku, request)).messages().getLast();
    assertThat(answer.content().tells()).isEqualTo(told);
    assertThat(answer.header().act().data().bySubject())
        .isEqualTo(
            Map.of(
                DataSubjectCategory.SUSPECT_OR_CONVICTED,
                Set.of(DataCategory.TRANSPORT, DataCategory.PERSONAL_DETAILS)));
  }

  @Test
  void aSeizureInAFormArrivesAsItWasFilledIn() {
    FilledForm seizure =
        new FilledForm(
            "drugs",
            Map.of(
                "substances.0.found", List.of("heroin"),
                "means-number", List.of("BG 1234-ŠĆ"),
                "controlled-delivery", List.of("not-known")));
    Subjects asked = new Subjects(List.of(), List.of(), List.of(seizure));
    MessageId request = drafted(asked);
    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);

    MessageView arrived = belgrade.view(caseOn(belgrade, request)).messages().getFirst();
    assertThat(arrived.content().tells()).isEqualTo(asked);
    assertThat(arrived.notUnderstood()).isEmpty();
    assertThat(arrived.header().act().data().bySubject())
        .isEqualTo(
            Map.of(
                DataSubjectCategory.SUSPECT_OR_CONVICTED,
                Set.of(DataCategory.TRANSPORT, DataCategory.CRIMINAL_CONDUCT)));
  }

  @Test
  void aVictimsVehicleDoesNotLeaveAndTheReasonIsTheLaw() {
    Subjects subjects =
        new Subjects(
            List.of(
                VAN,
                ToldSubject.of(
                    SubjectKind.PERSON, Map.of("family", List.of("Lukić")), SubjectRole.VICTIM)),
            List.of(new SubjectLink(1, SubjectLink.Kind.OWNS, 0)));
    MessageId request = drafted(subjects);

    Outcome<MessageStep> handedIn = baku.casework.approval().submit(baku.desk, request);

    assertThat(handedIn.refusal()).containsInstanceOf(Hindrance.Undecided.class);
  }

  @Test
  void aDraftThatIsChangedIsDecidedOnWhatItSaysNow() {
    MessageId request = drafted(new Subjects(List.of(VAN), List.of()));
    ToldSubject wallet =
        ToldSubject.of(SubjectKind.WALLET, Map.of("wallet", List.of("0x1")), SubjectRole.PROCEEDS);

    done(
        baku.casework
            .drafts()
            .change(
                baku.desk,
                request,
                Optional.of(terms(OffenceArea.DRUG_TRAFFICKING)),
                about(new Subjects(List.of(wallet), List.of()))));

    assertThat(baku.message(request).orElseThrow().header().act().data().bySubject())
        .isEqualTo(Map.of(DataSubjectCategory.SUSPECT_OR_CONVICTED, Set.of(DataCategory.ECONOMIC)));
  }
}
