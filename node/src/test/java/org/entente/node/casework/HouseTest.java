package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.agreement.AccessClass;
import org.entente.agreement.ClockEvent;
import org.entente.agreement.Deadline;
import org.entente.agreement.DeadlineState;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.ledger.Access;
import org.entente.ledger.LedgerEntry;
import org.entente.node.Authority;
import org.entente.node.LedgerOf;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.store.OnMixedDatabases;
import org.entente.node.store.Paged;
import org.junit.jupiter.api.Test;

/** What a matter needs of the requested authority's own state before it can be answered. */
@OnMixedDatabases
class HouseTest extends Correspondence {
  private static final String ASKED = "Entries of the person since the first of November.";
  private static final String WHY = "A judge has to authorise the bank's answer.";

  private CaseId file(MessageId request) {
    return caseOn(belgrade, request);
  }

  private UUID routed(MessageId request, Route.Kind kind) {
    return done(
        belgrade
            .casework
            .routing()
            .ask(
                belgrade.desk,
                file(request),
                kind,
                new Route.Asked("Border police, Preševo", "+381 11 000 000", ASKED)));
  }

  private NextStep step(MessageId request) {
    return belgrade.view(file(request)).step();
  }

  private List<CaseId> shown(WorkView view) {
    return belgrade
        .casework
        .worklist()
        .page(belgrade.desk, view, WorkFilter.NONE, new Paged.Wanted(1, 50))
        .lines()
        .stream()
        .map(line -> line.summary().id())
        .toList();
  }

  // A judge has to authorise the answer.

  @Test
  void aDelayForAJudgeMovesTheDueDayOnBothNodesAndTheMatterStaysOpen() {
    MessageId request = arrived();
    Instant expected = clock.instant().plus(Duration.ofDays(9));

    belgradeSends(request, new Content.Delay(WHY, expected));

    for (Authority node : List.of(baku, belgrade)) {
      Deadline deadline = deadlineOn(node, request);
      assertThat(deadline.dueAt(clock.instant())).isEqualTo(expected);
      assertThat(stateOn(node, request)).isEqualTo(CaseState.OPEN);
    }
    clock.pass(Duration.ofDays(8));
    belgradeSends(request, reply(clock.instant()));
    assertThat(deadlineOn(baku, request).state(clock.instant())).isEqualTo(DeadlineState.MET);
  }

  @Test
  void aDelayAnnouncedWhileTheClockStandsCountsFromThenOn() {
    MessageId request = arrived();
    belgradeSends(request, new Content.Question("Which of the two brothers is meant?", List.of()));
    clock.pass(Duration.ofHours(2));
    Instant expected = clock.instant().plus(Duration.ofDays(3));
    belgradeSends(request, new Content.Delay(WHY, expected));
    clock.pass(Duration.ofHours(1));
    bakuSends(request, new Content.Answer("The elder one, born in 1984.", List.of()));

    for (Authority node : List.of(baku, belgrade)) {
      assertThat(deadlineOn(node, request).dueAt(clock.instant())).isEqualTo(expected);
    }
    assertThat(deadlineOn(baku, request).events())
        .hasSize(2)
        .last()
        .isInstanceOf(ClockEvent.JudicialDelay.class);
  }

  @Test
  void aPartnerCannotPutTheAnswerOffForEver() {
    MessageId request = arrived();
    for (int i = 1; i <= CaseClock.DELAYS_MOST; i++) {
      clock.pass(Duration.ofMinutes(1));
      Instant expected = clock.instant().plus(Duration.ofDays(i));
      belgrade.store.write(tx -> {
        CaseClock.delay(tx, file(request), clock.instant(), expected);
        return true;
      });
    }

    assertThat(
            belgrade
                .casework
                .drafts()
                .answer(
                    belgrade.desk,
                    file(request),
                    new Content.Delay(WHY, clock.instant().plus(Duration.ofDays(1)))))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
  }

  // A part of a request is refused.

  @Test
  void aReplyThatRefusesAPartSaysWhichAndWhyOnBothSides() {
    MessageId request = arrived();
    Content.Reply reply =
        new Content.Reply(
            "Two entries, both at Preševo.",
            new Evaluation(Evaluation.Source.B, Evaluation.Information.TWO),
            Set.of(HandlingCode.H1),
            null,
            false,
            clock.instant().toString().substring(0, 10),
            new Content.RefusedPart(
                RefusalGround.JUDICIAL_AUTHORISATION_REFUSED,
                "The statements of the bank account.",
                "The judge did not authorise it."),
            List.of());

    belgradeSends(request, reply);

    assertThat(baku.view(caseOn(baku, request)).messages().getLast().content()).isEqualTo(reply);
    assertThat(stateOn(baku, request)).isEqualTo(CaseState.ANSWERED);
    for (Authority node : List.of(baku, belgrade)) {
      assertThat(grounds(node)).containsExactly("c");
    }
  }

  private static List<String> grounds(Authority node) {
    return node.proofs.newest(Long.MAX_VALUE, 10_000).stream()
        .map(LedgerEntry::references)
        .filter(references -> references.containsKey("ground"))
        .map(references -> references.get("ground"))
        .toList();
  }

  // Authorities of the own state.

  @Test
  void aRoutedMatterWithoutAnswerReturnsToTheDeskAtHalfTime() {
    MessageId request = arrived();
    done(belgrade.casework.cases().triage(belgrade.desk, file(request), AccessClass.DIRECT));
    routed(request, Route.Kind.AUTHORITY);
    assertThat(step(request)).isEqualTo(NextStep.AWAIT_AUTHORITY);
    assertThat(shown(WorkView.AUTHORITY)).containsExactly(file(request));
    assertThat(shown(WorkView.NEW)).isEmpty();

    clock.pass(Duration.ofHours(3));
    belgrade.casework.routing().sendBack();
    assertThat(step(request)).isEqualTo(NextStep.AWAIT_AUTHORITY);

    clock.pass(Duration.ofMinutes(61));
    belgrade.casework.routing().sendBack();

    assertThat(step(request)).isEqualTo(NextStep.ASK_AGAIN);
    assertThat(shown(WorkView.AUTHORITY)).isEmpty();
    assertThat(shown(WorkView.NEW)).containsExactly(file(request));
  }

  @Test
  void whatAnAuthorityAnsweredIsKeptWithTheMatterOnce() {
    MessageId request = arrived();
    done(belgrade.casework.cases().triage(belgrade.desk, file(request), AccessClass.INDIRECT));
    UUID route = routed(request, Route.Kind.AUTHORITY);
    Routing routing = belgrade.casework.routing();

    done(routing.came(belgrade.desk, route, Route.Result.GIVEN, "Two entries at Preševo."));

    assertThat(routing.came(belgrade.desk, route, Route.Result.NOTHING, "They hold nothing."))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
    assertThat(routing.of(belgrade.approver, file(request)))
        .singleElement()
        .satisfies(kept -> {
          assertThat(kept.asked().to()).isEqualTo("Border police, Preševo");
          assertThat(kept.came().orElseThrow().text()).isEqualTo("Two entries at Preševo.");
        });
    assertThat(step(request)).isEqualTo(NextStep.ANSWER);
    assertThat(LedgerOf.events(belgrade.store)).contains("routed", "route-came");
  }

  @Test
  void aMatterThatWaitsForAJudgeSaysSoAndTakesNoAnswerThatAJudgeCannotGive() {
    MessageId request = arrived();
    UUID route = routed(request, Route.Kind.JUDGE);

    assertThat(step(request)).isEqualTo(NextStep.AWAIT_JUDGE);
    assertThat(
            belgrade
                .casework
                .routing()
                .came(belgrade.desk, route, Route.Result.NOTHING, "Nothing was found."))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
  }

  @Test
  void onlyADeskOfTheRequestedAuthorityAsksOthersAndOnlyWhileTheMatterIsOpen() {
    MessageId request = arrived();
    Route.Asked asked = new Route.Asked("Border police", "", ASKED);

    assertThat(
            belgrade
                .casework
                .routing()
                .ask(belgrade.approver, file(request), Route.Kind.AUTHORITY, asked))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    assertThat(
            baku.casework
                .routing()
                .ask(baku.desk, caseOn(baku, request), Route.Kind.AUTHORITY, asked))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
    belgradeSends(request, reply(clock.instant()));
    assertThat(
            belgrade
                .casework
                .routing()
                .ask(belgrade.desk, file(request), Route.Kind.AUTHORITY, asked))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
  }

  // Notes of the own house.

  @Test
  void aNoteOfTheOwnHouseIsReadByItsOfficersAndStruckOutByItsWriterAlone() {
    MessageId request = arrived();
    HouseNotes notes = belgrade.casework.notes();
    UUID note = done(notes.add(belgrade.desk, file(request), "Call the colleague in Niš first."));

    assertThat(notes.of(belgrade.approver, file(request)))
        .extracting(HouseNotes.Note::text)
        .containsExactly("Call the colleague in Niš first.");
    assertThat(notes.strike(belgrade.approver, note)).isEqualTo(Outcome.refused(Usual.NOT_FOUND));
    done(notes.strike(belgrade.desk, note));
    assertThat(notes.of(belgrade.desk, file(request))).isEmpty();
    assertThat(LedgerOf.events(belgrade.store)).contains("case-noted", "case-note-struck");
  }

  @Test
  void whatStaysInTheHouseGoesWithTheContentOfTheCase() {
    MessageId request = arrived();
    routed(request, Route.Kind.AUTHORITY);
    done(
        belgrade
            .casework
            .notes()
            .add(belgrade.desk, file(request), "Call the colleague in Niš first."));

    belgrade.store.write(
        tx -> belgrade.casework.erasure().erase(tx, file(request), clock.instant()));

    assertThat(belgrade.casework.notes().of(belgrade.desk, file(request))).isEmpty();
    assertThat(belgrade.casework.routing().of(belgrade.desk, file(request))).isEmpty();
  }

  @Test
  void theLedgerSaysThatSomebodyWasAskedAndNeverWho() {
    MessageId request = arrived();
    routed(request, Route.Kind.AUTHORITY);

    assertThat(belgrade.proofs.since(Event.ROUTED, clock.instant().minusSeconds(3_600)))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.access()).isEqualTo(Access.DISCLOSURE);
          assertThat(entry.references()).containsOnlyKeys("matter", "route", "to");
        });
  }
}
