package org.entente.node.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.intake.FirstLook;
import org.entente.ledger.LedgerEntry;
import org.entente.node.Authority;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Content;
import org.entente.node.casework.Corrections;
import org.entente.node.casework.Correspondence;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.PersonSought;
import org.entente.node.exchange.MessageId;
import org.entente.node.followup.Notice;
import org.entente.node.followup.NoticeStep;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Several;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Role;
import org.entente.node.records.PossibleMatch.Known;
import org.entente.node.records.PossibleMatch.State;
import org.entente.node.store.OnMixedDatabases;
import org.entente.subject.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands beside a request that arrives: between two nodes, with Belgrade's national index. */
@OnMixedDatabases
class CrossCheckTest extends Correspondence {
  private static final String HEADER = "id,given name,family name,date of birth,passport\n";
  private static final String CAVID = "1,Cavid,Hüseynzadə,1984-03-21,C0481516\n";
  private static final String PETAR = "2,Petar,Đorđević,1990-01-02,P004711\n";

  private final Officer owner = Register.officer(Role.DATA_OWNER);
  private Records records;

  @BeforeEach
  void openIndex() throws IOException {
    records = belgrade.records;
    records.start();
  }

  private void imported(String rows) throws InterruptedException {
    imported(records, rows);
  }

  private void imported(Records records, String rows) throws InterruptedException {
    byte[] file = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
    Importing importing = records.importing();
    ImportId id = done(importing.receive(owner, "file.csv", new ByteArrayInputStream(file)));
    FirstLook look = done(importing.look(owner, id));
    done(importing.start(owner, id, Register.plan(look.reading(), look.proposed())));
    patiently().until(() -> done(importing.view(owner, id)).state() == FileState.DONE);
    records.awaitIndex();
  }

  private CrossCheck.Beside beside(MessageId request) {
    CaseId file = caseOn(belgrade, request);
    patiently()
        .until(() ->
            records.crossCheck().beside(belgrade.desk, file).orElseThrow().checkedAt().isPresent());
    return records.crossCheck().beside(belgrade.desk, file).orElseThrow();
  }

  private long entries(Event event) {
    return belgrade.proofs.since(event, clock.instant().minus(Duration.ofDays(1))).size();
  }

  @Test
  void whoIsInTheNationalIndexStandsBesideTheRequestWithReasons() throws InterruptedException {
    imported(CAVID + PETAR);

    CrossCheck.Beside beside = beside(arrived());

    assertThat(beside.matches()).hasSize(1);
    PossibleMatch match = beside.matches().getFirst();
    assertThat(match.state()).isEqualTo(State.OPEN);
    assertThat(match.known()).isInstanceOf(Known.Recorded.class);
    assertThat(match.likeness().name()).isPresent();
    assertThat(match.likeness().evidence()).isNotEmpty();
    assertThat(entries(Event.REQUEST_COMPARED)).isEqualTo(1);
    assertThat(entries(Event.MATCHES_READ)).isPositive();
  }

  @Test
  void aCaseIsFoundByItsPersonInAnotherScriptAndTheLookIsNotedWithWhatItFound() {
    MessageId request = arrived();
    beside(request); // By then the index of requests holds it.
    CaseId file = caseOn(belgrade, request);

    for (String asked :
        List.of("Cavid Huseynzade", "Гусейнзаде Джавид", "Hüseynzadə Cavid 21.3.1984")) {
      assertThat(lookedUp(belgrade.approver, asked).cases()).as(asked).containsExactly(file);
    }
    assertThat(lookedUp(belgrade.approver, "Petar Đorđević").cases()).isEmpty();
    assertThat(records.lookUp(Question.typed("Cavid Hüseynzadə"), owner).refusal()).isEmpty();
    assertThat(lookedUp(owner, "Cavid Hüseynzadə").cases()).isEmpty();
    assertThat(records.lookUp(Question.typed("Cavid Hüseynzadə"), belgrade.administrator).refusal())
        .contains(Usual.ROLE_MISSING);
    LedgerEntry look =
        belgrade
            .proofs
            .since(Event.CASES_SEARCHED, clock.instant().minus(Duration.ofDays(1)))
            .getLast();
    assertThat(entries(Event.CASES_SEARCHED)).isEqualTo(4);
    assertThat(look.references()).doesNotContainValue("Cavid").containsKey("question");
  }

  private Records.LookedUp lookedUp(Officer officer, String text) {
    return done(records.lookUp(Question.typed(text), officer));
  }

  @Test
  void aCaseWithTenPossibleMatchesOpensAndTheLookNamesEachRecord() throws InterruptedException {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 10; i++) {
      rows.append(i).append(",Cavid,Hüseynzadə,1984-03-21,C048").append(1000 + i).append('\n');
    }
    imported(rows.toString());

    CrossCheck.Beside beside = beside(arrived());

    assertThat(beside.matches()).hasSize(10);
    List<String> records =
        beside.matches().stream()
            .map(match -> ((Known.Recorded) match.known()).record().id().toString())
            .toList();
    List<String> looked =
        belgrade
            .proofs
            .since(Event.MATCHES_READ, clock.instant().minus(Duration.ofDays(1)))
            .stream()
            .flatMap(entry -> Several.of(entry.references(), "records", " ").stream())
            .toList();
    assertThat(looked).containsAll(records);
  }

  @Test
  void nobodyKnownIsSaidToBeNobody() throws InterruptedException {
    imported(PETAR);

    CrossCheck.Beside beside = beside(arrived());

    assertThat(beside.checkedAt()).isPresent();
    assertThat(beside.matches()).isEmpty();
  }

  @Test
  void aDecisionIsKeptNotedAndMayBeTakenBack() throws InterruptedException {
    imported(CAVID);
    MessageId request = arrived();
    UUID match = beside(request).matches().getFirst().id();
    CaseId file = caseOn(belgrade, request);

    done(records.crossCheck().decide(belgrade.desk, file, match, true, "Same passport"));
    done(records.crossCheck().again(belgrade.desk, file));

    PossibleMatch decided = beside(request).matches().getFirst();
    assertThat(decided.state()).isEqualTo(State.CONFIRMED);
    assertThat(decided.decidedBy()).contains(belgrade.desk.id());
    assertThat(records.crossCheck().decide(belgrade.desk, file, match, true, "Same passport"))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
    done(records.crossCheck().decide(belgrade.desk, file, match, false, ""));
    assertThat(beside(request).matches().getFirst().state()).isEqualTo(State.REJECTED);
    assertThat(entries(Event.MATCH_CONFIRMED)).isEqualTo(1);
    assertThat(entries(Event.MATCH_REJECTED)).isEqualTo(1);
  }

  @Test
  void whoIsSaidToBeThePersonIsSaidOnAGroundThatGoesWithTheCase() throws InterruptedException {
    imported(CAVID);
    MessageId request = arrived();
    UUID match = beside(request).matches().getFirst().id();
    CaseId file = caseOn(belgrade, request);
    for (String ground : List.of("", "  ", "yes", "x".repeat(CrossCheck.GROUND_MAX + 1))) {
      assertThat(records.crossCheck().decide(belgrade.desk, file, match, true, ground))
          .isEqualTo(Outcome.refused(RecordRefusal.GROUND_MISSING));
    }

    done(records.crossCheck().decide(belgrade.desk, file, match, true, "Same passport"));
    assertThat(beside(request).matches().getFirst().ground()).isEqualTo("Same passport");
    belgrade.store.write(tx -> {
      belgrade.casework.erasure().erase(tx, file, clock.instant());
      return file;
    });

    long grounds =
        belgrade.store.read(tx ->
            tx.sql("SELECT COUNT(*) FROM possible_match WHERE ground_key IS NOT NULL")
                .query(Long.class)
                .single());
    assertThat(grounds).isZero();
  }

  @Test
  void strangersOfTheSameBirthdayAreNoMatch() throws InterruptedException {
    imported(
        CAVID
            + "3,Sevda,Məmmədova,1984-03-21,\n"
            + "4,Mihajlo,Kovačević,1984-03-21,\n"
            + "5,Cavid,Quliyev,1984-03-21,\n"
            + "6,Elçin,Hüseynzadə,1984-03-21,\n");

    CrossCheck.Beside beside = beside(arrived());

    assertThat(beside.matches()).hasSize(1);
    assertThat(beside.matches().getFirst().likeness().strength())
        .isEqualTo(Likeness.Strength.STRONG);
  }

  @Test
  void onlyTheDeskDecidesAndOnlyWhoReadsCasesSees() throws InterruptedException {
    imported(CAVID);
    MessageId request = arrived();
    UUID match = beside(request).matches().getFirst().id();
    CaseId file = caseOn(belgrade, request);

    assertThat(records.crossCheck().decide(belgrade.approver, file, match, true, "Same passport"))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    assertThat(records.crossCheck().again(belgrade.approver, file))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    assertThat(
            records.crossCheck().decide(belgrade.desk, CaseId.next(), match, true, "Same passport"))
        .isEqualTo(Outcome.refused(Usual.NOT_FOUND));
    assertThat(records.crossCheck().beside(belgrade.approver, file)).isPresent();
    assertThat(records.crossCheck().beside(owner, file)).isEmpty();
  }

  @Test
  void aSecondRequestAboutTheSamePersonMeetsTheFirstAndTheFirstShowsTheSecond() {
    MessageId first = arrived();
    beside(first);
    MessageId second = arrived();

    List<PossibleMatch> later = beside(second).matches();
    List<PossibleMatch> earlier = beside(first).matches();

    assertThat(later).hasSize(1);
    assertThat(((Known.Requested) later.getFirst().known()).caseId())
        .isEqualTo(caseOn(belgrade, first));
    assertThat(((Known.Requested) earlier.getFirst().known()).caseId())
        .isEqualTo(caseOn(belgrade, second));
    assertThat(earlier.getFirst().id()).isEqualTo(later.getFirst().id());
  }

  @Test
  void whatWasImportedLaterIsMetByComparingAgain() throws InterruptedException {
    MessageId request = arrived();
    assertThat(beside(request).matches()).isEmpty();
    imported(CAVID);

    done(records.crossCheck().again(belgrade.desk, caseOn(belgrade, request)));

    assertThat(beside(request).matches()).hasSize(1);
  }

  @Test
  void aCorrectedPersonIsComparedFoundAndShownOnBothNodesAndTheWrongOneIsNotComparedAnyMore()
      throws InterruptedException, IOException {
    baku.records.start();
    imported(CAVID + PETAR);
    MessageId request = arrived();
    CaseId file = caseOn(belgrade, request);
    assertThat(known(beside(request))).containsExactly("C0481516");

    corrected(request, "familyName", "Đorđević");
    corrected(request, "givenName", "Petar");
    corrected(request, "birthDate", "1990-01-02");
    corrected(request, "document", "P004711");

    patiently().until(() -> known(beside(request)).equals(List.of("P004711")));
    done(records.crossCheck().again(belgrade.desk, file));
    assertThat(known(beside(request))).containsExactly("P004711");
    for (Authority node : List.of(baku, belgrade)) {
      MessageView message = node.message(request).orElseThrow();
      assertThat(message.corrections())
          .extracting(Corrections.Corrected::passage)
          .containsExactly("familyName", "givenName", "birthDate", "document");
      Content.Request now = (Content.Request) message.corrected();
      PersonSought about = now.about().orElseThrow();
      assertThat(about.familyName()).isEqualTo("Đorđević");
      assertThat(about.birthDate()).isEqualTo("1990-01-02");
      assertThat(message.content()).isEqualTo(request());
      assertThat(node.casework.requestSubjects().person(request)).contains(about);
      assertThat(inRequests(node, "Petar Đorđević", "1990-01-02")).containsExactly(request);
      // Who looked at the wrong person must stay provable.
      assertThat(inRequests(node, "Cavid Hüseynzadə", "1984-03-21")).containsExactly(request);
    }
    MessageId later = arrived();
    assertThat(known(beside(later))).containsExactly("C0481516");
  }

  @Test
  void whatWasDecidedBeforeTheCorrectionIsAskedAnew() throws InterruptedException {
    imported(CAVID);
    MessageId request = arrived();
    UUID match = beside(request).matches().getFirst().id();
    CaseId file = caseOn(belgrade, request);
    done(records.crossCheck().decide(belgrade.desk, file, match, true, "Same passport"));

    corrected(request, "facts", "Twelve kilograms of heroin were found in a lorry.");
    assertThat(beside(request).matches().getFirst().lookAgain())
        .as("the person is the same as before")
        .isFalse();
    corrected(request, "birthDate", "1984-03-22");

    PossibleMatch before = beside(request).matches().getFirst();
    assertThat(before.state()).isEqualTo(State.CONFIRMED);
    assertThat(before.lookAgain()).isTrue();
    done(records.crossCheck().decide(belgrade.desk, file, match, true, "A slip of the register"));
    PossibleMatch anew = beside(request).matches().getFirst();
    assertThat(anew.lookAgain()).isFalse();
    assertThat(anew.ground()).isEqualTo("A slip of the register");
    done(records.crossCheck().decide(belgrade.desk, file, match, false, ""));
    corrected(request, "birthDate", "1984-03-21");
    assertThat(beside(request).matches().getFirst())
        .returns(State.REJECTED, PossibleMatch::state)
        .returns(true, PossibleMatch::lookAgain);
  }

  @Test
  void whatWasDecidedIsAskedAnewOnceTheRegisterSaysSomethingElseOfThePerson()
      throws InterruptedException {
    imported(CAVID);
    MessageId request = arrived();
    UUID match = beside(request).matches().getFirst().id();
    CaseId file = caseOn(belgrade, request);
    done(records.crossCheck().decide(belgrade.desk, file, match, false, "Another house number"));

    imported(CAVID + PETAR);
    assertThat(beside(request).matches().getFirst().lookAgain())
        .as("the register says the same as before")
        .isFalse();
    imported("1,Cavid,Hüseynzadə,1984-03-21,C0481517\n");

    patiently().until(() -> beside(request).matches().getFirst().lookAgain());
    assertThat(beside(request).matches().getFirst().state()).isEqualTo(State.REJECTED);
    done(records.crossCheck().decide(belgrade.desk, file, match, false, "The same other house"));
    assertThat(beside(request).matches().getFirst().lookAgain()).isFalse();
  }

  @Test
  void anOwnRequestWhosePersonWasCorrectedIsCompared() throws InterruptedException, IOException {
    baku.records.start();
    imported(baku.records, PETAR);
    MessageId request = arrived();
    CaseId file = caseOn(baku, request);
    CrossCheck own = baku.records.crossCheck();

    corrected(request, "familyName", "Đorđević");
    corrected(request, "givenName", "Petar");
    corrected(request, "birthDate", "1990-01-02");

    patiently()
        .until(() ->
            own.beside(baku.desk, file)
                .filter(beside -> known(beside).equals(List.of("P004711")))
                .isPresent());
  }

  private void corrected(MessageId request, String passage, String text) {
    NoticeStep sent =
        done(
            baku.notices
                .desk()
                .send(
                    baku.desk,
                    request,
                    new Notice.Correction(passage, text, "The register was wrong.")));
    patiently()
        .until(() ->
            belgrade.message(request).orElseThrow().corrections().stream()
                .anyMatch(c -> c.notice().equals(sent.notice())));
  }

  /** Documents of the records, and references of the cases, that stand beside a request. */
  private static List<String> known(CrossCheck.Beside beside) {
    return beside.matches().stream()
        .map(match ->
            switch (match.known()) {
              case Known.Recorded(RecordView record) ->
                  ((Person) record.described().subject()).documents().getFirst().number();
              case Known.Requested other -> other.reference();
            })
        .toList();
  }

  private static List<MessageId> inRequests(Authority node, String name, String born) {
    Question question =
        new Question(
            Optional.empty(),
            name,
            born,
            "",
            "",
            "",
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            false);
    patiently().until(() -> !node.records.mentions().requests(question).met().isEmpty());
    return node.records.mentions().requests(question).met().stream()
        .map(Mentions.InRequest::message)
        .toList();
  }

  @Test
  void anErasedRecordIsNoMatchAnyMore() throws InterruptedException {
    imported(CAVID);
    MessageId request = arrived();
    Known known = beside(request).matches().getFirst().known();

    done(records.erase(owner, ((Known.Recorded) known).record().id()));

    assertThat(beside(request).matches()).isEmpty();
  }

  @Test
  void aNodeThatLostTheIndexOfRequestsBuildsItAnew() throws IOException {
    MessageId first = arrived();
    beside(first);
    records.close();
    EmbeddedIndex.empty(requestIndex());
    records = belgrade.recordsAfresh();
    records.start();
    MessageId second = arrived();

    assertThat(beside(second).matches()).hasSize(1);
    records.close();
  }

  private Path requestIndex() {
    return belgrade.folder.resolve("request-index");
  }
}
