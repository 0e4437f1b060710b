package org.entente.node.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.Description;
import org.entente.intake.FirstLook;
import org.entente.intake.SubjectKind;
import org.entente.ledger.Access;
import org.entente.ledger.LedgerEntry;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Content;
import org.entente.node.casework.Correspondence;
import org.entente.node.checks.Asking;
import org.entente.node.checks.CheckId;
import org.entente.node.checks.Justification;
import org.entente.node.exchange.MessageId;
import org.entente.node.followup.Notice;
import org.entente.node.ledger.Entries;
import org.entente.node.ledger.Event;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Role;
import org.entente.node.oversight.AccessAnswers.Choice;
import org.entente.node.records.FileState;
import org.entente.node.records.Found;
import org.entente.node.records.ImportId;
import org.entente.node.records.Importing;
import org.entente.node.records.Plan;
import org.entente.node.records.Question;
import org.entente.node.records.RecordId;
import org.entente.node.records.Screening;
import org.entente.node.records.ScreeningId;
import org.entente.node.store.OnMixedDatabases;
import org.entente.node.store.Paged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The supervisor's desk in Baku, after a real exchange with Belgrade about an invented person. */
@OnMixedDatabases
class OversightTest extends Correspondence {
  private static final String CAVID_IN_SERBIAN = "Џавид Хусејнзаде";
  private static final String REASON = "Complaint 17 of an invented person.";
  private static final String REGISTER =
      "id,given name,family name,date of birth,passport\n1,Cavid,Hüseynzadə,1984-03-21,C0481516\n";

  private final Officer analyst = officer(Role.ANALYST);
  private final Officer owner = officer(Role.DATA_OWNER);

  private static Officer officer(Role role) {
    return new Officer(
        new OfficerId(UUID.randomUUID()),
        role.name().toLowerCase(Locale.ROOT),
        "Somebody",
        Set.of(role),
        Locale.ENGLISH,
        ZoneOffset.UTC);
  }

  @BeforeEach
  void open() throws IOException {
    baku.records.start();
    belgrade.records.start();
  }

  private void imported() throws InterruptedException {
    byte[] file = REGISTER.getBytes(StandardCharsets.UTF_8);
    Importing importing = baku.records.importing();
    ImportId id = done(importing.receive(owner, "file.csv", new ByteArrayInputStream(file)));
    FirstLook look = done(importing.look(owner, id));
    Plan plan =
        new Plan(
            look.reading(),
            SubjectKind.PERSON,
            look.proposed(),
            "wanted",
            DataSubjectCategory.SUSPECT_OR_CONVICTED,
            OffenceArea.DRUG_TRAFFICKING,
            new Evaluation(Evaluation.Source.B, Evaluation.Information.TWO),
            Set.of(HandlingCode.H1),
            365,
            1_000,
            List.of(belgrade.id));
    done(importing.start(owner, id, plan));
    patiently().until(() -> done(importing.view(owner, id)).state() == FileState.DONE);
    baku.records.awaitIndex();
  }

  private static PersonDescription named(String name) {
    return new PersonDescription(name, "", "", "", "");
  }

  private Oversight desk() {
    return baku.oversight;
  }

  private Officer supervisor() {
    return baku.supervisor;
  }

  private PersonSearch.Findings found(PersonDescription who) {
    LookId id = done(desk().search().search(supervisor(), who, REASON));
    return done(desk().search().open(supervisor(), id));
  }

  private LookId chosen(PersonSearch.Findings found, MentionKey.Kind... kinds) {
    List<MentionKey> keys =
        found.mentions().stream()
            .map(Mention::key)
            .filter(key -> kinds.length == 0 || Arrays.asList(kinds).contains(key.kind()))
            .toList();
    return done(desk().histories().choose(supervisor(), found.id(), keys));
  }

  private History history(LookId id) {
    return done(desk().histories().page(supervisor(), id, Optional.empty()));
  }

  private List<History.Line> lines(History history, Event event) {
    return history.lines().stream().filter(l -> l.entry().event().equals(event.code())).toList();
  }

  private List<LedgerEntry> own(Event event) {
    return baku.proofs.since(event, clock.instant().minus(Duration.ofDays(2)));
  }

  /** The index of requests follows on a thread of its own. */
  private PersonSearch.Findings foundWithCase() {
    patiently().until(() -> !found(named(CAVID_IN_SERBIAN)).of(MentionKey.Kind.CASE).isEmpty());
    return found(named(CAVID_IN_SERBIAN));
  }

  @Test
  void whoLookedAtAPersonAndWhyIsFoundUnderANameInAnotherAlphabet() throws InterruptedException {
    imported();
    MessageId request = arrived();
    Found record =
        done(baku.records.search(Question.empty().named("Huseynzade Cavid"), analyst)).getFirst();
    done(baku.records.read(analyst, record.record().id()));
    CaseId file = caseOn(baku, request);
    assertThat(baku.casework.cases().view(baku.approver, file)).isPresent();
    belgradeSends(request, reply(clock.instant()));

    History history = history(chosen(foundWithCase()));

    assertThat(lines(history, Event.RECORD_READ))
        .extracting(line -> line.entry().actor())
        .containsExactly(analyst.id().toString());
    assertThat(lines(history, Event.RECORDS_SEARCHED))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.why().kind()).isEqualTo(History.Why.Kind.ASKED);
          assertThat(line.why().text()).isEqualTo("Huseynzade Cavid");
        });
    assertThat(lines(history, Event.CASE_READ))
        .extracting(line -> line.entry().actor())
        .contains(baku.approver.id().toString());
    assertThat(lines(history, Event.CASE_READ).getFirst().why().text())
        .contains(request().purpose());
    assertThat(lines(history, Event.RELEASED))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.partner()).isEqualTo(belgrade.id.value());
          assertThat(line.articles()).isNotEmpty();
        });
    assertThat(lines(history, Event.RECEIVED)).hasSize(1);
    assertThat(lines(history, Event.RECORDS_IMPORTED)).hasSize(1);
    assertThat(history.lines())
        .extracting(line -> line.entry().time())
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(history.next()).isEmpty();
  }

  @Test
  void aBlindCheckIsFoundWithItsJustification() {
    Justification why =
        new Justification(
            "Who rented the vehicle.",
            "AZ-17",
            OffenceArea.DRUG_TRAFFICKING,
            DataSubjectCategory.SUSPECT_OR_CONVICTED,
            Justification.Aim.IDENTIFY,
            null);
    Map<ColumnMeaning, String> said =
        Map.of(
            ColumnMeaning.GIVEN,
            "Джавид",
            ColumnMeaning.FAMILY,
            "Гусейнзаде",
            ColumnMeaning.BORN,
            "1984-03-21");
    if (!(Description.read(SubjectKind.PERSON, said) instanceof Description.Read.Meant meant)) {
      throw new AssertionError("The description can be read");
    }
    Outcome<CheckId> asked =
        baku.checks.asking().ask(baku.desk, new Asking.Wish(meant, why, Set.of(belgrade.id)));
    assertThat(asked).isInstanceOf(Outcome.Done.class);

    PersonSearch.Findings found = found(named(CAVID_IN_SERBIAN));
    History history = history(chosen(found, MentionKey.Kind.CHECK));

    assertThat(found.of(MentionKey.Kind.CHECK)).hasSize(1);
    assertThat(lines(history, Event.CHECK_ASKED))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.entry().actor()).isEqualTo(baku.desk.id().toString());
          assertThat(line.partner()).isEqualTo(belgrade.id.value());
          assertThat(line.why().kind()).isEqualTo(History.Why.Kind.CHECK);
          assertThat(line.why().text()).isEqualTo("Who rented the vehicle. (AZ-17)");
          assertThat(line.articles()).isNotEmpty();
        });
  }

  @Test
  void aListThatMetThePersonIsFoundWithItsReason() throws InterruptedException {
    imported();
    byte[] list =
        "name,date of birth\nГусейнзаде Джавид,21.03.1984\n".getBytes(StandardCharsets.UTF_8);
    Screening screening = baku.records.screening();
    ScreeningId id = done(screening.receive(analyst, "flight.csv", new ByteArrayInputStream(list)));
    FirstLook look = done(screening.look(analyst, id));
    done(
        screening.start(
            analyst, id, look.reading(), look.proposed(), "Passengers of an invented flight."));
    patiently().until(() -> done(screening.view(analyst, id)).met() == 1);

    History history = history(chosen(found(named(CAVID_IN_SERBIAN)), MentionKey.Kind.LIST));

    assertThat(lines(history, Event.SCREENING_STARTED))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.why().kind()).isEqualTo(History.Why.Kind.LIST);
          assertThat(line.why().text()).isEqualTo("Passengers of an invented flight.");
        });
  }

  @Test
  void somebodyElseIsNotFoundAndAnUnfinishedDescriptionIsRefused() throws InterruptedException {
    imported();

    assertThat(found(named("Milica Tošović")).mentions()).isEmpty();
    PersonSearch search = desk().search();
    assertThat(search.search(supervisor(), named(" "), REASON))
        .isEqualTo(Outcome.refused(Usual.NOTHING_ASKED));
    assertThat(search.search(supervisor(), named("Cavid"), "because"))
        .isEqualTo(Outcome.refused(Usual.REASON_MISSING));
    assertThat(search.search(supervisor(), named("x".repeat(401)), REASON))
        .isEqualTo(Outcome.refused(Usual.TOO_LONG));
  }

  @Test
  void aPersonIsFoundByANumberAlone() throws InterruptedException {
    imported();

    PersonSearch.Findings found = found(new PersonDescription("", "", "C 048-1516", "", ""));

    assertThat(found.of(MentionKey.Kind.RECORD)).hasSize(1);
    assertThat(found.mentions().getFirst().likeness().numberMet()).isTrue();
  }

  @Test
  void aRestrictedCaseIsFoundThoughItIsInNoIndex() {
    MessageId request = arrived();
    foundWithCase();
    baku.retention
        .reviews()
        .restrict(supervisor(), caseOn(baku, request), "Accuracy is contested by the person.");
    patiently()
        .until(() ->
            found(named(CAVID_IN_SERBIAN)).of(MentionKey.Kind.CASE).stream()
                .anyMatch(t -> ((Mention.OfCase) t).request().restricted()));
    done(
        baku.casework
            .cases()
            .viewRestricted(supervisor(), caseOn(baku, request), "The person asked for access."));

    History history = history(chosen(found(named(CAVID_IN_SERBIAN)), MentionKey.Kind.CASE));

    assertThat(lines(history, Event.RESTRICTED_READ))
        .singleElement()
        .satisfies(line -> assertThat(line.why().text()).isEqualTo("The person asked for access."));
    assertThat(lines(history, Event.CASE_RESTRICTED))
        .singleElement()
        .satisfies(line -> assertThat(line.why().kind()).isEqualTo(History.Why.Kind.KEEPING));
  }

  @Test
  void everyLookIsItselfInTheLedgerAndSaysNoName() throws InterruptedException {
    imported();
    PersonSearch.Findings found = found(named(CAVID_IN_SERBIAN));
    LookId first = chosen(found);
    History again = history(chosen(found(named(CAVID_IN_SERBIAN))));
    done(desk().transfers().register(supervisor(), everything()));
    done(desk().unusual().findings(supervisor(), clock.instant().minusSeconds(60), later()));
    done(desk().glance(supervisor()));

    assertThat(own(Event.PERSON_LOOKED_FOR)).hasSize(2);
    assertThat(own(Event.PERSON_HISTORY_READ)).hasSize(2);
    assertThat(own(Event.SUPERVISION_READ)).hasSize(3);
    assertThat(lines(again, Event.PERSON_HISTORY_READ))
        .as("a supervisor's look is found like everybody's, with its reason")
        .anySatisfy(line -> {
          assertThat(line.entry().references()).containsEntry("look", first.toString());
          assertThat(line.why().text()).isEqualTo(REASON);
        });
    for (LedgerEntry entry : baku.proofs.newest(Long.MAX_VALUE, 1_000)) {
      assertThat(new String(entry.encoded(), StandardCharsets.US_ASCII))
          .doesNotContainIgnoringCase("cavid")
          .doesNotContain("Complaint");
    }
  }

  @Test
  void onlyASupervisorLooksAndOnlyHisOwnLooksOpenForADay() throws InterruptedException {
    imported();
    Instant now = clock.instant();
    for (Officer other : List.of(baku.desk, baku.approver, baku.administrator, analyst, owner)) {
      var refused = Outcome.refused(Usual.ROLE_MISSING);
      assertThat(desk().search().search(other, named("Cavid"), REASON)).isEqualTo(refused);
      assertThat(desk().search().open(other, LookId.next())).isEqualTo(refused);
      assertThat(desk().histories().page(other, LookId.next(), Optional.empty()))
          .isEqualTo(refused);
      assertThat(desk().transfers().register(other, everything())).isEqualTo(refused);
      assertThat(desk().unusual().findings(other, now.minusSeconds(9), now)).isEqualTo(refused);
      assertThat(desk().answers().draft(other, LookId.next(), List.of())).isEqualTo(refused);
      assertThat(desk().answers().newest(other, Paged.FIRST)).isEqualTo(refused);
      assertThat(desk().breaches().draft(other, now, stated(BreachScope.NODE, "")))
          .isEqualTo(refused);
      assertThat(desk().breaches().newest(other, Paged.FIRST)).isEqualTo(refused);
      assertThat(desk().glance(other)).isEqualTo(refused);
    }
    LookId id = found(named(CAVID_IN_SERBIAN)).id();
    Officer second = officer(Role.SUPERVISOR);

    assertThat(desk().search().open(second, id)).isEqualTo(Outcome.refused(Usual.NOT_FOUND));
    clock.pass(Duration.ofHours(25));
    assertThat(desk().search().open(supervisor(), id)).isEqualTo(Outcome.refused(Usual.NOT_FOUND));
  }

  @Test
  void aLookIsForgottenAfterThreeYears() throws InterruptedException {
    imported();
    found(named(CAVID_IN_SERBIAN));
    assertThat(desk().eraseDue()).isZero();

    clock.pass(Duration.ofDays(3 * 366));

    assertThat(desk().eraseDue()).isEqualTo(1);
    assertThat(own(Event.SUPERVISION_LOOK_ERASED)).hasSize(1);
  }

  @Test
  void whatWasNotFoundCannotBeChosen() throws InterruptedException {
    imported();
    PersonSearch.Findings found = found(named(CAVID_IN_SERBIAN));
    MentionKey foreign = new MentionKey(MentionKey.Kind.RECORD, UUID.randomUUID());

    for (List<MentionKey> keys : List.of(List.<MentionKey>of(), List.of(foreign))) {
      assertThat(desk().histories().choose(supervisor(), found.id(), keys))
          .isEqualTo(Outcome.refused(OversightRefusal.NOTHING_CHOSEN));
    }
  }

  private Transfers.Filter everything() {
    return Transfers.Filter.of(clock.instant().minus(Duration.ofDays(30)), later());
  }

  private Instant later() {
    return clock.instant().plusSeconds(1);
  }

  private Transfers.Register register(Transfers.Filter filter) {
    return done(desk().transfers().register(supervisor(), filter));
  }

  @Test
  void theRegisterOfTransfersHoldsEveryDisclosureOfTheLedgerAndNothingElse() {
    MessageId request = arrived();
    belgradeSends(request, reply(clock.instant()));
    MessageId second = arrived();
    bakuSends(second, new Content.Closure("Nothing more is needed."));

    Transfers.Register register = register(everything());

    Map<Long, LedgerEntry> disclosures =
        baku.proofs.newest(Long.MAX_VALUE, 10_000).stream()
            .filter(entry -> entry.access() == Access.DISCLOSURE)
            .collect(Collectors.toMap(LedgerEntry::index, entry -> entry));
    assertThat(register.lines())
        .hasSize(3)
        .extracting(Transfer::position)
        .containsExactlyInAnyOrderElementsOf(disclosures.keySet());
    assertThat(register.lines())
        .allSatisfy(line -> {
          LedgerEntry entry = Objects.requireNonNull(disclosures.get(line.position()));
          assertThat(line.recipient()).isEqualTo(belgrade.id.value());
          assertThat(line.at()).isEqualTo(entry.time());
          assertThat(String.join(" + ", line.articles()))
              .isEqualTo(entry.references().get("articles"));
          assertThat(line.bodyHash()).isEqualTo(entry.content().orElseThrow().hex());
        });
    Transfer sent =
        register.lines().stream().filter(l -> l.act().equals("request")).findFirst().orElseThrow();
    assertThat(sent.subjects()).containsExactly(DataSubjectCategory.SUSPECT_OR_CONVICTED);
    assertThat(sent.data()).containsExactly(DataCategory.PERSONAL_DETAILS);
    assertThat(sent.persons()).contains(1L);
    assertThat(sent.caseReference()).startsWith("AZ-");
    long sum = 0;
    for (Transfer.Kind kind : Transfer.Kind.values()) {
      sum += register.count(kind);
    }
    assertThat(sum).isEqualTo(disclosures.size());
  }

  @Test
  void aNoticeStandsInTheRegisterWithTheDutyItRestsOn() {
    MessageId request = arrived();
    baku.notices
        .desk()
        .send(baku.desk, request, new Notice.Restriction("The person contests its accuracy."));

    Transfers.Filter all = everything();
    assertThat(register(filter(all, "", "", Optional.of(Transfer.Kind.NOTICE))).lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.act()).isEqualTo("restriction");
          assertThat(line.articles()).containsExactly("LED Art. 16(6)");
          assertThat(line.subjects()).containsExactly(DataSubjectCategory.SUSPECT_OR_CONVICTED);
          assertThat(line.caseReference()).startsWith("AZ-");
        });
  }

  @Test
  void theRegisterKnowsEveryEventThatDiscloses() {
    Set<Event> disclosing =
        Arrays.stream(Event.values())
            .filter(event -> event.access() == Access.DISCLOSURE)
            .collect(Collectors.toSet());

    assertThat(Transfers.events()).isEqualTo(disclosing);
  }

  @Test
  void filtersOfTheRegisterLeaveOutWhatTheySay() {
    arrived();
    Transfers.Filter all = everything();
    Transfer line = register(all).lines().getFirst();
    String article = line.articles().getFirst();

    assertThat(register(filter(all, belgrade.id.value(), "", Optional.empty())).lines()).hasSize(1);
    assertThat(register(filter(all, "xx.nobody", "", Optional.empty())).lines()).isEmpty();
    assertThat(register(filter(all, "", article, Optional.empty())).lines()).hasSize(1);
    assertThat(register(filter(all, "", "Art. 99", Optional.empty())).lines()).isEmpty();
    assertThat(register(filter(all, "", "", Optional.of(Transfer.Kind.NOTICE))).lines()).isEmpty();
    assertThat(register(Transfers.Filter.of(line.at(), later())).lines()).hasSize(1);
    assertThat(register(Transfers.Filter.of(line.at().minusSeconds(5), line.at())).lines())
        .as("the end of a period is not in it")
        .isEmpty();
    assertThat(desk().transfers().register(supervisor(), Transfers.Filter.of(later(), later())))
        .isEqualTo(Outcome.refused(OversightRefusal.PERIOD_WRONG));
  }

  private static Transfers.Filter filter(
      Transfers.Filter all, String to, String article, Optional<Transfer.Kind> kind) {
    return new Transfers.Filter(all.from(), all.until(), to, article, kind);
  }

  @Test
  void aLogThatEndedStaysInTheRegister() {
    arrived();
    baku.store.write(tx -> baku.journal.begin(tx, baku.journal.next(tx)));

    Transfers.Register register = register(everything());

    assertThat(register.lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.provable()).isFalse();
          assertThat(line.act()).isEqualTo("request");
        });
  }

  @Test
  void pagesOfTheLedgerBringEveryEntryOnce() {
    arrived();
    Entries entries = new Entries(baku.store);
    Entries.Wanted wanted =
        new Entries.Wanted(Set.of(Event.values()), Instant.EPOCH, clock.instant().plusSeconds(60));
    List<Long> positions = new ArrayList<>();
    Optional<Entries.Place> place = Optional.empty();
    List<Entries.Line> page = entries.newest(wanted, place, 3);
    while (!page.isEmpty()) {
      page.forEach(line -> positions.add(line.entry().index()));
      LedgerEntry last = page.getLast().entry();
      place = Entries.Place.of(new Entries.Place(last.time(), last.index()).toString());
      page = entries.newest(wanted, place, 3);
    }

    long size = baku.store.read(baku.journal::size);
    assertThat(positions).hasSize((int) size).doesNotHaveDuplicates();
    assertThat(new HashSet<>(positions)).contains(0L, size - 1);
  }

  @Test
  void anAnswerTellsWhatWasChosenAndIsTheSameAsIfWhatIsWithheldWereNotThere()
      throws InterruptedException {
    imported();
    LookId onlyRecord = chosen(found(named(CAVID_IN_SERBIAN)), MentionKey.Kind.RECORD);
    AccessAnswers.Letter plain = letter(onlyRecord, Optional.empty());
    arrived();
    LookId both = chosen(foundWithCase(), MentionKey.Kind.RECORD, MentionKey.Kind.CASE);
    AccessAnswers.Letter withheld = letter(both, Optional.of(MentionKey.Kind.CASE));
    AccessAnswers.Letter whole = letter(both, Optional.empty());

    assertThat(withheld.told()).isEqualTo(plain.told());
    assertThat(withheld.told())
        .singleElement()
        .satisfies(told -> {
          assertThat(told.data()).containsEntry("passport", List.of("C0481516"));
          assertThat(told.origin()).isEqualTo("wanted");
          assertThat(told.recipients()).containsExactly(belgrade.id);
          assertThat(told.keptUntil()).isPresent();
        });
    assertThat(whole.told())
        .hasSize(2)
        .anySatisfy(told -> {
          assertThat(told.kind()).isEqualTo(MentionKey.Kind.CASE);
          assertThat(told.recipients()).containsExactly(belgrade.id);
          assertThat(told.data()).containsEntry("familyName", List.of("Hüseynzadə"));
          assertThat(told.articles()).isNotEmpty();
        });
    assertThat(own(Event.ACCESS_ANSWER_DRAFTED)).hasSize(3);
    assertThat(done(desk().answers().newest(supervisor(), Paged.FIRST)).lines().get(1).choices())
        .as("ground and reason stay on the node")
        .anySatisfy(choice -> {
          assertThat(choice.withheld()).isEqualTo(Withholding.INQUIRIES);
          assertThat(choice.reason()).isEqualTo("The suspect must not be warned.");
        });
  }

  private AccessAnswers.Letter letter(LookId history, Optional<MentionKey.Kind> withheld) {
    List<Choice> choices =
        history(history).mentions().stream()
            .map(Mention::key)
            .map(key ->
                withheld.equals(Optional.of(key.kind()))
                    ? Choice.withheld(key, Withholding.INQUIRIES, "The suspect must not be warned.")
                    : Choice.told(key))
            .toList();
    LookId id = done(desk().answers().draft(supervisor(), history, choices));
    clock.pass(Duration.ofSeconds(1));
    done(desk().answers().confirm(baku.approver, id));
    return done(desk().answers().letter(supervisor(), id));
  }

  @Test
  void anAnswerDecidesOnEveryTraceAndWithholdsNothingWithoutAReason() throws InterruptedException {
    imported();
    LookId history = chosen(found(named(CAVID_IN_SERBIAN)), MentionKey.Kind.RECORD);
    MentionKey key = history(history).mentions().getFirst().key();

    assertThat(desk().answers().draft(supervisor(), history, List.of()))
        .isEqualTo(Outcome.refused(OversightRefusal.NOTHING_CHOSEN));
    assertThat(
            desk()
                .answers()
                .draft(
                    supervisor(),
                    history,
                    List.of(Choice.withheld(key, Withholding.CRIME, "short"))))
        .isEqualTo(Outcome.refused(OversightRefusal.GROUND_MISSING));
  }

  @Test
  void aLetterIsTakenOutOnlyOnceASecondPersonConfirmedWhatItTells() throws InterruptedException {
    imported();
    arrived();
    LookId history = chosen(foundWithCase(), MentionKey.Kind.RECORD, MentionKey.Kind.CASE);
    assertThat(history(history).mentions())
        .filteredOn(Mention::open)
        .as("a matter that goes on, with the partner to ask")
        .singleElement()
        .satisfies(mention -> assertThat(mention.partners()).containsExactly(belgrade.id));
    List<Choice> choices =
        history(history).mentions().stream().map(Mention::key).map(Choice::told).toList();
    LookId id = done(desk().answers().draft(supervisor(), history, choices));

    assertThat(desk().answers().letter(supervisor(), id))
        .isEqualTo(Outcome.refused(OversightRefusal.NOT_CONFIRMED));
    assertThat(desk().answers().confirm(supervisor(), id))
        .isEqualTo(Outcome.refused(Usual.SAME_PERSON));
    assertThat(desk().answers().confirm(baku.desk, id))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    done(desk().answers().confirm(baku.approver, id));

    assertThat(done(desk().answers().letter(supervisor(), id)).told()).hasSize(2);
    AccessAnswers.Kept kept = done(desk().answers().kept(supervisor(), id));
    assertThat(kept.confirmedBy()).contains(baku.approver.id());
    assertThat(desk().answers().mentions(kept)).hasSize(2);
  }

  @Test
  void whatWasErasedMeanwhileIsNotInTheLetter() throws InterruptedException {
    imported();
    LookId history = chosen(found(named(CAVID_IN_SERBIAN)), MentionKey.Kind.RECORD);
    MentionKey key = history(history).mentions().getFirst().key();
    LookId id = done(desk().answers().draft(supervisor(), history, List.of(Choice.told(key))));
    done(desk().answers().confirm(baku.approver, id));
    assertThat(done(desk().answers().letter(supervisor(), id)).told()).hasSize(1);

    done(baku.records.erase(owner, RecordId.of(key.id().toString())));

    assertThat(done(desk().answers().letter(supervisor(), id)).told()).isEmpty();
    assertThat(history(history).lost()).isEqualTo(1);
  }

  private BreachReport.Stated stated(BreachScope scope, String about) {
    return new BreachReport.Stated(
        clock.instant().minus(Duration.ofDays(1)),
        later(),
        scope,
        about,
        "A lost laptop was signed in.",
        "",
        "",
        "");
  }

  private BreachReport breach(BreachScope scope, String about) {
    LookId id = done(desk().breaches().draft(supervisor(), clock.instant(), stated(scope, about)));
    return done(desk().breaches().report(supervisor(), id));
  }

  @Test
  void aBreachReportCountsWhatTheNodeKnowsAndLeavesTheRestBlank() throws InterruptedException {
    imported();
    MessageId request = arrived();
    arrived();
    String reference = baku.view(caseOn(baku, request)).summary().reference();

    BreachReport node = breach(BreachScope.NODE, "");
    BreachReport one = breach(BreachScope.CASES, reference.toLowerCase(Locale.ROOT));
    BreachReport partner = breach(BreachScope.PARTNER, belgrade.id.value());

    assertThat(node.figures().cases()).isEqualTo(2);
    assertThat(node.figures().entries("disclosure")).isEqualTo(2);
    assertThat(node.figures().partners()).containsExactly(belgrade.id.value());
    assertThat(node.stated().contact()).isEmpty();
    assertThat(node.dueAt()).isEqualTo(node.awareAt().plus(Duration.ofHours(72)));
    assertThat(one.figures().cases()).isEqualTo(1);
    assertThat(one.figures().entries("disclosure")).isEqualTo(1);
    assertThat(one.figures().categories()).containsEntry("suspect-or-convicted", 1L);
    assertThat(partner.figures().entries("disclosure")).isEqualTo(2);
    assertThat(own(Event.BREACH_REPORT_DRAFTED)).hasSize(3);
    for (String unknown : List.of("", "AZ-1999-000001", "drop table")) {
      assertThat(
              desk()
                  .breaches()
                  .draft(supervisor(), clock.instant(), stated(BreachScope.CASES, unknown)))
          .isEqualTo(Outcome.refused(OversightRefusal.SCOPE_UNKNOWN));
    }
    assertThat(
            desk()
                .breaches()
                .draft(supervisor(), clock.instant().plusSeconds(60), stated(BreachScope.NODE, "")))
        .as("nobody becomes aware tomorrow")
        .isEqualTo(Outcome.refused(OversightRefusal.PERIOD_WRONG));
  }

  @Test
  void aRecordReadAgainAndAgainWithoutACaseIsUnusualAndOneBesideACaseIsNot()
      throws InterruptedException {
    imported();
    Found record =
        done(baku.records.search(Question.empty().named("Cavid Hüseynzadə"), analyst)).getFirst();
    for (int i = 0; i < Rules.AGAIN; i++) {
      done(baku.records.read(analyst, record.record().id()));
      clock.pass(Duration.ofHours(3));
    }
    Instant from = clock.instant().minus(Duration.ofDays(3));

    UnusualLooks.Findings findings = done(desk().unusual().findings(supervisor(), from, later()));

    assertThat(findings.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.rule()).isEqualTo(Finding.Rule.AGAIN_WITHOUT_CASE);
          assertThat(finding.officer()).isEqualTo(analyst.id());
          assertThat(finding.figure()).isEqualTo(Rules.AGAIN);
          assertThat(finding.about()).isEqualTo(record.record().id().toString());
          assertThat(finding.entries()).hasSize(Rules.AGAIN);
        });
  }
}
