package org.entente.node.casework;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.exchange.MessageId;
import org.entente.node.forms.FilledForm;
import org.entente.node.ledger.Event;
import org.entente.node.records.RecordId;
import org.entente.node.records.RecordRefusal;
import org.entente.node.records.RecordView;
import org.entente.node.records.SharedThings;
import org.entente.node.records.TakenIn;
import org.entente.node.store.OnMixedDatabases;
import org.entente.node.store.Tx;
import org.junit.jupiter.api.Test;

/** Requests and replies that tell of persons and things, between two nodes. */
@OnMixedDatabases
class ThingsExchangedTest extends Correspondence {
  private static final ToldSubject VAN =
      ToldSubject.of(
          SubjectKind.VEHICLE,
          Map.of("plate", List.of("BG 1234-ŠĆ"), "country", List.of("RS")),
          SubjectRole.USED);

  private MessageId drafted(Subjects subjects) {
    return done(baku.casework
            .drafts()
            .request(baku.desk, belgrade.id, terms(OffenceArea.DRUG_TRAFFICKING), about(subjects)))
        .message();
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

  private static FilledForm traceOfALot(String lot) {
    return new FilledForm(
        "trace-lot",
        Map.ofEntries(
            entry("nature", List.of("mortar-round")),
            entry("calibre", List.of("82 mm")),
            entry("lot", List.of(lot)),
            entry("maker", List.of("908")),
            entry("country", List.of("СФРЈ")),
            entry("found-on", List.of("2026-11-02")),
            entry("found-where", List.of("Bakı")),
            entry("circumstance", List.of("cache")),
            entry("illicit", List.of("transferred-without-licence")),
            entry("legal-ground", List.of("Criminal Code Art. 228")),
            entry("asks", List.of("export", "certificate")),
            entry("use", List.of("investigation")),
            entry("confidential", List.of("yes")),
            entry("keeps", List.of("yes"))));
  }

  /** The same terms under one of the agreements between the two. */
  private Terms under(Terms t, String agreement) {
    String hash =
        baku.agreements.between(belgrade.id).stream()
            .filter(a -> a.instrument().id().value().equals(agreement))
            .map(a -> a.hash().value())
            .findFirst()
            .orElseThrow();
    return new Terms(
        t.offence(),
        t.urgency(),
        t.urgencyReason(),
        t.data(),
        t.specialCategories(),
        t.strictlyNecessary(),
        t.political(),
        t.maxPenaltyMonths(),
        Optional.of(hash));
  }

  private static Subjects tracing(String lot) {
    return new Subjects(List.of(), List.of(), List.of(traceOfALot(lot)));
  }

  @Test
  void aTraceLeavesOnlyUnderAnAgreementThatPermitsTraces() {
    bothHoldASecond(arrangement -> arrangement.replaceFirst("\"trace\",\\s*", ""));
    Terms terms = terms(OffenceArea.DRUG_TRAFFICKING);
    Outcome<MessageStep> first =
        baku.casework
            .drafts()
            .request(baku.desk, belgrade.id, under(terms, SECOND), about(tracing("12-87-908")));
    Outcome<MessageStep> second =
        baku.casework
            .drafts()
            .request(
                baku.desk,
                belgrade.id,
                under(terms, "rs-az-2010-05-13"),
                about(tracing("12-87-908")));

    Outcome<MessageStep> refused =
        baku.casework.approval().submit(baku.desk, done(first).message());

    assertThat(refused.refusal()).containsInstanceOf(Hindrance.Undecided.class);
    baku.send(done(second).message());
    awaitState(baku, done(second).message(), MessageState.DELIVERED);
  }

  @Test
  void oneLotInTwoMattersIsShownInBothInWhateverScriptItWasWritten() {
    MessageId first = arrivedAbout(tracing("ПАРТИЯ 12-87-908"));
    MessageId second = arrivedAbout(tracing("lot 12/87/908"));
    arrivedAbout(tracing("12-8?-908"));
    SharedThings things = belgrade.records.sharedThings();
    followed(things);

    assertThat(things.beside(belgrade.desk, caseOn(belgrade, first)))
        .satisfiesExactly(shared -> {
          assertThat(shared.written()).isEqualTo("ПАРТИЯ 12-87-908");
          assertThat(shared.matters().getFirst().id()).isEqualTo(caseOn(belgrade, second));
        });
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

  /** A reply of Belgrade that tells of a van, as it arrived in Baku. */
  private MessageId toldOfAVan() {
    MessageId request = drafted(new Subjects(List.of(VAN), List.of()));
    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);
    belgradeSends(request, replying(reply(clock.instant()), new Subjects(List.of(VAN), List.of())));
    return baku.view(caseOn(baku, request)).messages().getLast().id();
  }

  @Test
  void whatAPartnerToldOfIsTakenIntoTheIndexWithItsSourceAndHandling() {
    MessageId answer = toldOfAVan();
    TakenIn takenIn = baku.records.takenIn();

    RecordId record = done(takenIn.take(baku.desk, answer, 0));

    RecordView taken = done(baku.records.read(baku.desk, record)).record();
    assertThat(taken.source()).isEqualTo(belgrade.id.value());
    assertThat(taken.described().written()).isEqualTo(VAN.said());
    assertThat(taken.provisions().evaluation().code()).isEqualTo("B2");
    assertThat(taken.provisions().handling()).containsExactly(HandlingCode.H1);
    assertThat(taken.provisions().checkableBy()).isEmpty();
    assertThat(takenIn.take(baku.desk, answer, 0).refusal()).contains(RecordRefusal.TAKEN_ALREADY);
    assertThat(takenIn.take(baku.desk, answer, 1).refusal()).contains(Usual.NOT_FOUND);
    assertThat(takenIn.take(baku.approver, answer, 0).refusal()).contains(Usual.ROLE_MISSING);
    MessageId own = baku.view(caseOn(baku, answer)).messages().getFirst().id();
    assertThat(takenIn.take(baku.desk, own, 0).refusal())
        .as("what was not told by a partner is no news")
        .contains(Usual.NOT_FOUND);
  }

  @Test
  void whatBecomesOfAMessageReachesWhatWasTakenFromIt() {
    MessageId answer = toldOfAVan();
    RecordId record = done(baku.records.takenIn().take(baku.desk, answer, 0));
    Erasure erasure = baku.casework.erasure();

    change(tx -> erasure.handle(tx, answer, Set.of(HandlingCode.H2)));
    assertThat(done(baku.records.read(baku.desk, record)).record().provisions().handling())
        .containsExactly(HandlingCode.H1, HandlingCode.H2);

    change(tx -> erasure.corrected(tx, answer));
    assertThat(done(baku.records.read(baku.desk, record)).record().provisions().reviewBy())
        .isEqualTo(clock.instant());

    change(tx -> erasure.restrict(tx, answer, clock.instant()));
    assertThat(baku.records.read(baku.desk, record).refusal()).contains(Usual.NOT_FOUND);
    assertThat(baku.records.takenIn().take(baku.desk, answer, 0).refusal())
        .contains(Usual.NOT_FOUND);

    change(tx -> erasure.restrict(tx, answer, null));
    RecordId again = done(baku.records.takenIn().take(baku.desk, answer, 0));
    change(tx -> erasure.erase(tx, caseOn(baku, answer), clock.instant()));
    assertThat(baku.records.read(baku.desk, again).refusal()).contains(Usual.NOT_FOUND);
  }

  @Test
  void theSameThingInTwoMattersIsShownInBothAndTheLookIsNoted() {
    MessageId first = arrivedAbout(new Subjects(List.of(VAN), List.of()));
    FilledForm seizure =
        new FilledForm(
            "drugs",
            Map.of(
                "substances.0.found", List.of("heroin"),
                "means-number", List.of("bg 1234 šć"),
                "substances.0.logo", List.of("Lav 9")));
    MessageId second = arrivedAbout(new Subjects(List.of(), List.of(), List.of(seizure)));
    SharedThings things = belgrade.records.sharedThings();
    followed(things);

    List<SharedThings.Shared> beside = things.beside(belgrade.desk, caseOn(belgrade, first));

    assertThat(beside)
        .satisfiesExactly(shared -> {
          assertThat(shared.written()).isEqualTo("BG 1234-ŠĆ");
          assertThat(shared.field()).contains(ColumnMeaning.PLATE);
          assertThat(shared.matters().getFirst().id()).isEqualTo(caseOn(belgrade, second));
        });
    assertThat(done(things.across(belgrade.analyst)).getFirst().matters()).hasSize(2);
    assertThat(things.across(belgrade.approver).refusal()).contains(Usual.ROLE_MISSING);
    assertThat(
            belgrade.proofs.since(Event.THINGS_COMPARED, clock.instant().minus(Duration.ofDays(1))))
        .hasSize(2);

    belgrade.store.write(tx -> {
      belgrade.casework.erasure().restrict(tx, second, clock.instant());
      return true;
    });
    assertThat(things.beside(belgrade.desk, caseOn(belgrade, first))).isEmpty();
    belgrade.store.write(tx -> {
      belgrade.casework.erasure().restrict(tx, second, null);
      return true;
    });
    followed(things);
    assertThat(things.beside(belgrade.desk, caseOn(belgrade, first))).hasSize(1);
  }

  private static void followed(SharedThings things) {
    while (things.behind() > 0) {
      things.follow();
    }
  }

  private MessageId arrivedAbout(Subjects subjects) {
    MessageId request = drafted(subjects);
    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);
    return request;
  }

  private void change(Consumer<Tx> change) {
    baku.store.write(tx -> {
      change.accept(tx);
      return true;
    });
  }
}
