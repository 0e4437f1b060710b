package org.entente.node.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;
import static org.entente.node.act.Outcomes.refused;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.entente.node.LedgerOf;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.delivery.Verdict;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.OnMixedDatabases;
import org.entente.node.store.Paged;
import org.entente.seal.Seal;
import org.entente.seal.SealHeader;
import org.entente.seal.SignedMessage;
import org.junit.jupiter.api.Test;

/** What the recipient of an item reports about it, and notices that are not taken. */
@OnMixedDatabases
class ReportsTest extends NoticeCorrespondence {
  /** A report of Belgrade about Baku's request that has arrived. */
  private MessageId reported(MessageId request) {
    MessageId report = sends(belgrade, request, REPORT);
    CaseId here = caseOn(baku, request);
    patiently().until(() -> notice(baku, here, report).isPresent());
    patiently().until(() -> theirs(request, report).state() == NoticeState.DELIVERED);
    return report;
  }

  private NoticeView theirs(MessageId request, MessageId report) {
    return notice(belgrade, caseOn(belgrade, request), report).orElseThrow();
  }

  @Test
  void aReportOfAnInaccuracyTakesTwoPersonsAndWaitsForAnOfficerOfTheOrigin() {
    MessageId request = arrived();
    NoticeDesk desk = belgrade.notices.desk();
    refused(
        desk.send(belgrade.desk, request, new Notice.Inaccuracy("colour", RIGHT, WHY)),
        NoticeRefusal.PASSAGE_UNKNOWN);
    refused(
        desk.send(belgrade.desk, request, new Notice.Inaccuracy("facts", RIGHT, "So.")),
        Usual.REASON_MISSING);
    refused(baku.notices.desk().send(baku.desk, request, REPORT), NoticeRefusal.NOT_RECEIVED);
    NoticeStep waits = done(desk.send(belgrade.supervisor, request, REPORT));
    assertThat(waits.state()).isEqualTo(NoticeState.WAITING);
    refused(desk.release(belgrade.supervisor, waits.notice()), Usual.SAME_PERSON);

    done(desk.release(belgrade.approver, waits.notice()));

    CaseId here = caseOn(baku, request);
    patiently().until(() -> notice(baku, here, waits.notice()).isPresent());
    NoticeView there = notice(baku, here, waits.notice()).orElseThrow();
    assertThat(there.state()).isEqualTo(NoticeState.RECEIVED);
    assertThat(there.says()).contains(REPORT);
    assertThat(there.before()).contains(ENOUGH);
    assertThat(baku.notices.desk().wanting(baku.desk)).isEqualTo(1);
    assertThat(baku.notices.desk().open(baku.desk, Paged.FIRST).lines())
        .extracting(NoticeView::id)
        .containsExactly(waits.notice());
    baku.notices.run();
    patiently().until(() -> theirs(request, waits.notice()).state() == NoticeState.DELIVERED);
    assertThat(content(baku, request)).isEqualTo(request());
    assertThat(content(belgrade, request)).isEqualTo(request());
    assertThat(LedgerOf.text(belgrade.store)).doesNotContain("kilograms", "laboratory");
    assertThat(LedgerOf.text(baku.store)).doesNotContain("kilograms", "laboratory");
  }

  @Test
  void theOriginCorrectsWhatWasReportedAndEverybodyWhoGotItIsTold() {
    MessageId request = arrived();
    MessageId report = reported(request);
    refused(baku.notices.reports().correct(baku.approver, report, RIGHT, WHY), Usual.ROLE_MISSING);

    MessageId correction =
        done(baku.notices.reports().correct(baku.desk, report, RIGHT, WHY)).notice();

    patiently().until(() -> theirs(request, report).state() == NoticeState.APPLIED);
    assertThat(answered(theirs(request, report)))
        .contains(new Notice.Finding(correction.value(), ""));
    awaitNotice(correction, NoticeState.APPLIED);
    assertThat(theirs(request, correction).says()).contains(CORRECTION);
    assertThat(bakuNotice(baku, report).state()).isEqualTo(NoticeState.APPLIED);
    assertThat(baku.notices.desk().wanting(baku.desk)).isZero();
    assertThat(belgrade.notices.desk().open(belgrade.desk, Paged.FIRST).lines()).isEmpty();
    refused(baku.notices.reports().decline(baku.desk, report, WHY), Usual.WRONG_STATE);
    refused(baku.notices.reports().correct(baku.desk, report, RIGHT, WHY), Usual.WRONG_STATE);
    assertThat(baku.notices.desk().of(baku.desk, caseOn(baku, request)).own())
        .filteredOn(n -> n.kind() == NoticeKind.CORRECTION)
        .extracting(NoticeView::id)
        .containsExactly(correction);
  }

  @Test
  void theOriginSaysWhyWhatWasReportedStaysAsItIs() {
    MessageId request = arrived();
    MessageId report = reported(request);
    String why = "The second measurement confirms the first.";
    refused(baku.notices.reports().decline(baku.desk, report, "No."), Usual.REASON_MISSING);
    refused(baku.notices.reports().decline(baku.approver, report, why), Usual.ROLE_MISSING);

    done(baku.notices.reports().decline(baku.desk, report, why));

    patiently().until(() -> theirs(request, report).state() == NoticeState.DECLINED);
    assertThat(answered(theirs(request, report))).contains(new Notice.Finding(null, why));
    assertThat(answered(bakuNotice(baku, report))).contains(new Notice.Finding(null, why));
    assertThat(content(belgrade, request)).isEqualTo(request());
    assertThat(LedgerOf.text(baku.store)).contains("declined").doesNotContain("measurement");
  }

  @Test
  void anAnswerToAReportThatWasLostIsSentAgainWhenItsSenderAsks() {
    MessageId request = arrived();
    MessageId report = reported(request);
    belgrade.line.cutAfter(0);
    done(baku.notices.reports().decline(baku.desk, report, WHY));
    baku.store.write(tx -> tx.sql("DELETE FROM outbox").update());
    belgrade.line.mend();
    clock.pass(NoticeDesk.ANSWER_WITHIN);
    belgrade.notices.run();
    assertThat(theirs(request, report).overdue()).isFalse();
    clock.pass(NoticeDesk.FINDING_WITHIN);
    assertThat(theirs(request, report).overdue()).isTrue();
    assertThat(belgrade.notices.desk().wanting(belgrade.desk)).isEqualTo(1);

    belgrade.notices.run();

    patiently().until(() -> theirs(request, report).state() == NoticeState.DECLINED);
    assertThat(answered(theirs(request, report))).contains(new Notice.Finding(null, WHY));
  }

  @Test
  void aReminderOfAReportNobodyHasAnsweredIsNoAnswer() {
    MessageId request = arrived();
    MessageId report = reported(request);
    clock.pass(NoticeDesk.FINDING_WITHIN);

    belgrade.notices.run();

    patiently().until(() -> LedgerOf.text(baku.store).contains("reminder"));
    baku.notices.run();
    assertThat(bakuNotice(baku, report).state()).isEqualTo(NoticeState.RECEIVED);
    assertThat(theirs(request, report).state()).isEqualTo(NoticeState.DELIVERED);
    done(baku.notices.reports().decline(baku.desk, report, WHY));
    patiently().until(() -> theirs(request, report).state() == NoticeState.DECLINED);
  }

  @Test
  void onlyWhoGotAnItemReportsAboutItAndOnlyItsGiverAnswers() {
    MessageId request = arrived();
    MessageId report = reported(request);
    byte[] inaccuracy =
        ("{\"passage\":\"facts\",\"corrected\":\"Nine.\",\"reasons\":\"" + WHY + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    byte[] finding =
        ("{\"correction\":null,\"reasons\":\"" + WHY + "\"}").getBytes(StandardCharsets.UTF_8);
    byte[] applied = "{\"outcome\":\"APPLIED\",\"reason\":null}".getBytes(StandardCharsets.UTF_8);
    byte[] granted = "{\"granted\":true,\"reasons\":\"\"}".getBytes(StandardCharsets.UTF_8);
    byte[] silent = "{\"correction\":null,\"reasons\":\"\"}".getBytes(StandardCharsets.UTF_8);

    isRefused(judged(NoticeKind.INACCURACY, request, null, inaccuracy), "item-unknown");
    isRefused(judged(NoticeKind.FINDING, request, MessageId.next(), finding), "notice-unknown");
    isRefused(judged(NoticeKind.FINDING, request, report, silent), "notice-malformed");
    isRefused(judged(NoticeKind.ACKNOWLEDGEMENT, request, report, applied), "item-unknown");
    isRefused(judged(NoticeKind.PASSING, request, null, passing("ge.mia")), "item-unknown");
    isRefused(judged(NoticeKind.PASSING, request, null, passing("everybody")), "notice-malformed");
    isRefused(judged(NoticeKind.PERMISSION, request, report, granted), "notice-unknown");
    assertThat(judged(NoticeKind.FINDING, request, report, finding))
        .isInstanceOf(Verdict.Keep.class);
  }

  @Test
  void aNoticeOfAKindThatIsNotKnownIsRefusedInAReceipt() throws Exception {
    MessageId request = arrived();
    belgrade.line.cutAfter(0);
    MessageId id = sends(baku, request, CORRECTION);
    patiently().until(belgrade.line::quiet);
    String header =
        new NoticeHeader(
                NoticeKind.CORRECTION,
                baku.id,
                belgrade.id,
                request.value(),
                request.value(),
                null,
                "0".repeat(32))
            .text()
            .replace("correction", "prophecy");
    Seal.Kept other =
        new Seal(clock)
            .sealAndKeep(
                new SealHeader(
                    id.value(), clock.instant(), header.getBytes(StandardCharsets.UTF_8)),
                new byte[1],
                BAKU_KEYS,
                BELGRADE_KEYS.card());
    baku.store.write(tx ->
        tx.sql("UPDATE outbox SET sealed = :sealed, signed_digest = :signed WHERE message_id = :id")
            .param("sealed", other.sealed())
            .param("signed", SignedMessage.digest(other.signed()))
            .param("id", id.toString())
            .update());
    belgrade.line.mend();
    clock.pass(Duration.ofMinutes(2));

    awaitNotice(id, NoticeState.REFUSED);

    assertThat(bakuNotice(baku, id).refusal()).contains("kind-not-supported");
  }
}
