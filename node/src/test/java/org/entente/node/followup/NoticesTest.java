package org.entente.node.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;
import static org.entente.node.act.Outcomes.refused;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.node.Authority;
import org.entente.node.LedgerOf;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Content;
import org.entente.node.casework.Correspondence;
import org.entente.node.casework.MessageState;
import org.entente.node.casework.MessageStep;
import org.entente.node.casework.Rejection;
import org.entente.node.delivery.Arrival;
import org.entente.node.delivery.Verdict;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Role;
import org.entente.node.store.OnBothDatabases;
import org.entente.node.store.Paged;
import org.entente.seal.Identity;
import org.entente.seal.Seal;
import org.entente.seal.SealHeader;
import org.entente.seal.Sealed;
import org.entente.seal.SignedMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Notices between two authorities over real connections, on both databases. */
@OnBothDatabases
class NoticesTest extends Correspondence {
  private static final String WHY = "The laboratory measured again.";
  private static final String RIGHT = "Seven kilograms were seized at the border.";

  private static final Notice.Correction CORRECTION = new Notice.Correction("facts", RIGHT, WHY);

  private static final Notice.Inaccuracy REPORT = new Notice.Inaccuracy("facts", RIGHT, WHY);

  private static final Officer SECOND =
      new Officer(
          new OfficerId(UUID.randomUUID()),
          "second",
          "Somebody else",
          Set.of(Role.SUPERVISOR),
          Locale.ENGLISH,
          ZoneOffset.UTC);

  /** Sends a notice, whoever that takes. */
  private static MessageId sends(Authority node, MessageId about, Notice notice) {
    NoticeStep done = done(node.notices.desk().send(node.desk, about, notice));
    if (done.state() == NoticeState.WAITING) {
      done(node.notices.desk().release(node.approver, done.notice()));
    }
    return done.notice();
  }

  private static Optional<NoticeView> notice(Authority node, CaseId file, MessageId id) {
    return node.notices.desk().of(node.desk, file).own().stream()
        .filter(n -> n.id().equals(id))
        .findFirst();
  }

  private static NoticeView bakuNotice(Authority baku, MessageId id) {
    return notice(baku, baku.notices.desk().caseOf(id).orElseThrow(), id).orElseThrow();
  }

  private void awaitNotice(MessageId id, NoticeState state) {
    patiently().until(() -> bakuNotice(baku, id).state() == state);
  }

  private static Content content(Authority node, MessageId id) {
    return node.message(id).orElseThrow().content();
  }

  private static Content.Withheld.Why withheld(Authority node, MessageId id) {
    if (content(node, id) instanceof Content.Withheld w) {
      return w.why();
    }
    throw new AssertionError("The content is there");
  }

  @Test
  void aCorrectionReachesThePartnerAndComesBackAcknowledged() {
    MessageId request = arrived();

    MessageId id = sends(baku, request, CORRECTION);

    awaitNotice(id, NoticeState.APPLIED);
    NoticeView there = notice(belgrade, caseOn(belgrade, request), id).orElseThrow();
    assertThat(there.says()).contains(CORRECTION);
    assertThat(there.before()).contains(ENOUGH);
    assertThat(content(belgrade, request)).isEqualTo(request());
    assertThat(bakuNotice(baku, id).answeredAt()).isPresent();
    assertThat(LedgerOf.events(baku.store)).contains("notice-released", "notice-answered");
    assertThat(LedgerOf.events(belgrade.store)).contains("notice-received", "notice-applied");
    assertThat(LedgerOf.text(baku.store)).doesNotContain("kilograms", "laboratory");
  }

  @Test
  void anErasureTakesTwoPersonsAndDestroysBothCopies() {
    MessageId request = arrived();
    NoticeStep waits =
        done(baku.notices.desk().send(baku.supervisor, request, new Notice.Erasure(WHY)));
    assertThat(waits.state()).isEqualTo(NoticeState.WAITING);
    assertThat(baku.notices.desk().wanting(baku.desk)).isEqualTo(1);
    refused(baku.notices.desk().release(baku.supervisor, waits.notice()), Usual.SAME_PERSON);
    refused(baku.notices.desk().release(baku.desk, waits.notice()), Usual.ROLE_MISSING);
    assertThat(content(baku, request)).isEqualTo(request());

    done(baku.notices.desk().release(baku.approver, waits.notice()));

    awaitNotice(waits.notice(), NoticeState.APPLIED);
    assertThat(withheld(baku, request)).isEqualTo(Content.Withheld.Why.ERASED);
    assertThat(withheld(belgrade, request)).isEqualTo(Content.Withheld.Why.ERASED);
    assertThat(belgrade.message(request).orElseThrow().articles()).isNotEmpty();
    assertThat(LedgerOf.events(belgrade.store)).contains("message-erased");
  }

  @Test
  void aRecalledMessageIsErasedThereAndKeptHere() {
    MessageId request = arrived();

    MessageId id = sends(baku, request, new Notice.Recall("It was meant for another authority."));

    awaitNotice(id, NoticeState.APPLIED);
    assertThat(withheld(belgrade, request)).isEqualTo(Content.Withheld.Why.ERASED);
    assertThat(content(baku, request)).isEqualTo(request());
    assertThat(LedgerOf.events(baku.store)).doesNotContain("message-erased");
    assertThat(LedgerOf.events(belgrade.store)).containsOnlyOnce("message-erased");
  }

  @Test
  void theLogSaysOnceThatAMessageWasErasedHoweverOftenItIsAskedFor() {
    MessageId request = arrived();
    awaitNotice(sends(baku, request, new Notice.Erasure(WHY)), NoticeState.APPLIED);

    awaitNotice(sends(baku, request, new Notice.Erasure(WHY)), NoticeState.APPLIED);

    assertThat(LedgerOf.events(baku.store)).containsOnlyOnce("message-erased");
    assertThat(LedgerOf.events(belgrade.store)).containsOnlyOnce("message-erased");
  }

  @Test
  void whatIsHeldForProceedingsIsRestrictedAndErasedOnceTheHoldIsLifted() {
    MessageId request = arrived();
    CaseId there = caseOn(belgrade, request);
    done(belgrade.retention.reviews().hold(belgrade.supervisor, there, WHY));

    MessageId id = sends(baku, request, new Notice.Erasure(WHY));

    awaitNotice(id, NoticeState.KEPT);
    assertThat(withheld(belgrade, request)).isEqualTo(Content.Withheld.Why.RESTRICTED);
    belgrade.notices.run();
    assertThat(withheld(belgrade, request)).isEqualTo(Content.Withheld.Why.RESTRICTED);
    done(belgrade.retention.reviews().liftHold(SECOND, there, "The judgment is final."));
    belgrade.notices.run();
    awaitNotice(id, NoticeState.APPLIED);
    assertThat(withheld(belgrade, request)).isEqualTo(Content.Withheld.Why.ERASED);
  }

  @Test
  void aRestrictionClosesBothCopiesUntilItIsLifted() {
    MessageId request = arrived();
    awaitNotice(sends(baku, request, new Notice.Restriction(WHY)), NoticeState.APPLIED);
    assertThat(withheld(baku, request)).isEqualTo(Content.Withheld.Why.RESTRICTED);
    assertThat(withheld(belgrade, request)).isEqualTo(Content.Withheld.Why.RESTRICTED);

    awaitNotice(sends(baku, request, new Notice.Lifting(WHY)), NoticeState.APPLIED);

    assertThat(content(baku, request)).isEqualTo(request());
    assertThat(content(belgrade, request)).isEqualTo(request());
  }

  @Test
  void handlingIsTightenedOnBothCopiesAndNeverLoosened() {
    MessageId request = arrived();
    Set<HandlingCode> tighter = Set.of(HandlingCode.H1, HandlingCode.H2);
    refused(
        baku.notices
            .desk()
            .send(baku.desk, request, new Notice.Handling(Set.of(HandlingCode.H2), null, WHY)),
        NoticeRefusal.HANDLING_NOT_TIGHTER);

    awaitNotice(sends(baku, request, new Notice.Handling(tighter, null, WHY)), NoticeState.APPLIED);

    assertThat(content(baku, request).handlingCodes()).isEqualTo(tighter);
    assertThat(content(belgrade, request).handlingCodes()).isEqualTo(tighter);
  }

  @Test
  void whoHasNotAcknowledgedIsSeenAndHearsAsSoonAsTheLineIsThere() {
    MessageId request = arrived();
    belgrade.line.cutAfter(0);
    MessageId id = sends(baku, request, CORRECTION);
    patiently().until(belgrade.line::quiet);
    assertThat(baku.notices.desk().wanting(baku.desk)).isZero();
    clock.pass(NoticeDesk.ANSWER_WITHIN);

    assertThat(baku.notices.desk().open(baku.desk, Paged.FIRST).lines())
        .singleElement()
        .matches(NoticeView::overdue)
        .matches(n -> n.state() == NoticeState.RELEASED);
    assertThat(baku.notices.desk().wanting(baku.desk)).isEqualTo(1);
    assertThat(baku.notices.desk().wanting(baku.administrator)).isZero();
    belgrade.line.mend();
    clock.pass(Duration.ofMinutes(2));
    awaitNotice(id, NoticeState.APPLIED);
    assertThat(baku.notices.desk().open(baku.desk, Paged.FIRST).lines()).isEmpty();
    assertThat(baku.notices.desk().wanting(baku.desk)).isZero();
  }

  @Test
  void aReminderBringsAnAcknowledgementThatWasLost() {
    MessageId request = arrived();
    MessageId id = deliveredWithoutAnswer(request);
    forgetsToAnswer(false);
    baku.line.mend();
    clock.pass(NoticeDesk.ANSWER_WITHIN);

    baku.notices.run();

    awaitNotice(id, NoticeState.APPLIED);
  }

  @Test
  void aPartnerThatLostTheNoticeItselfIsSeen() {
    MessageId request = arrived();
    MessageId id = deliveredWithoutAnswer(request);
    forgetsToAnswer(true);
    baku.line.mend();
    clock.pass(NoticeDesk.ANSWER_WITHIN);

    baku.notices.run();

    awaitNotice(id, NoticeState.REFUSED);
    assertThat(bakuNotice(baku, id).refusal()).contains("notice-unknown");
    assertThat(baku.notices.desk().wanting(baku.desk)).isEqualTo(1);
  }

  private MessageId deliveredWithoutAnswer(MessageId request) {
    baku.line.cutAfter(0);
    MessageId id = sends(baku, request, CORRECTION);
    awaitNotice(id, NoticeState.DELIVERED);
    patiently()
        .until(() ->
            belgrade.store.read(
                tx -> tx.sql("SELECT COUNT(*) FROM outbox").query(Long.class).single() == 1));
    return id;
  }

  /** What a restore from an old backup loses. */
  private void forgetsToAnswer(boolean noticeToo) {
    belgrade.store.write(tx -> {
      tx.sql("DELETE FROM outbox").update();
      return noticeToo ? tx.sql("DELETE FROM notice").update() : 0;
    });
  }

  @Test
  void onlyWhoGaveAnItemCanSayAnythingAboutIt() {
    MessageId request = arrived();
    belgradeSends(request, reply(clock.instant()));
    MessageId reply = belgrade.view(caseOn(belgrade, request)).messages().getLast().id();
    byte[] erasure = "{\"reasons\":\"This should be gone.\"}".getBytes(StandardCharsets.UTF_8);

    for (MessageId about : List.of(reply, MessageId.next())) {
      NoticeHeader header =
          new NoticeHeader(
              NoticeKind.ERASURE,
              baku.id,
              belgrade.id,
              about.value(),
              request.value(),
              null,
              "0".repeat(32));
      isRefused(mail().judge(header, arriving(header, erasure)), "item-unknown");
    }
    refused(
        baku.notices.desk().send(baku.desk, reply, new Notice.Erasure(WHY)),
        NoticeRefusal.NOT_EXCHANGED);
    refused(
        baku.notices.desk().send(baku.desk, request, new Notice.Correction("colour", RIGHT, WHY)),
        NoticeRefusal.PASSAGE_UNKNOWN);
  }

  @Test
  void whatWasPassedOnInAnotherCaseIsFollowedThere() {
    MessageId request = arrived();
    belgradeSends(request, reply(clock.instant()));
    MessageId item = baku.view(caseOn(baku, request)).messages().getLast().id();
    MessageId second = drafted(OffenceArea.DRUG_TRAFFICKING);
    done(baku.notices.desk().use(baku.desk, second, item));
    baku.send(second);
    awaitState(baku, second, MessageState.DELIVERED);
    assertThat(baku.notices.desk().recipients(baku.desk, item))
        .containsExactly(new Recipient(belgrade.id, second, caseOn(baku, second)));

    NoticeStep erasure =
        done(belgrade.notices.desk().send(belgrade.desk, item, new Notice.Erasure(WHY)));
    done(belgrade.notices.desk().release(belgrade.approver, erasure.notice()));
    patiently().until(() -> !baku.notices.desk().open(baku.desk, Paged.FIRST).lines().isEmpty());

    assertThat(withheld(baku, item)).isEqualTo(Content.Withheld.Why.ERASED);
    NoticeView onward = baku.notices.desk().open(baku.desk, Paged.FIRST).lines().getFirst();
    assertThat(onward.about()).isEqualTo(second);
    assertThat(onward.carries()).contains(erasure.notice());
    assertThat(onward.state()).isEqualTo(NoticeState.WAITING);
    assertThat(baku.notices.desk().of(baku.desk, caseOn(baku, second)).used())
        .extracting(NoticeView::id)
        .containsExactly(erasure.notice());
    done(baku.notices.desk().release(baku.approver, onward.id()));
    awaitNotice(onward.id(), NoticeState.APPLIED);
    assertThat(withheld(belgrade, second)).isEqualTo(Content.Withheld.Why.ERASED);
  }

  @Test
  void theDutyOutlivesTheAgreement() {
    MessageId request = arrived();
    String hash = baku.message(request).orElseThrow().header().agreementHash();
    baku.negotiation.suspend(baku.supervisor, hash, "For the length of the inquiry.");

    awaitNotice(sends(baku, request, CORRECTION), NoticeState.APPLIED);
  }

  @Test
  void theWordsOfANoticeGoWithItsCase() {
    MessageId request = arrived();
    MessageId id = sends(baku, request, CORRECTION);
    awaitNotice(id, NoticeState.APPLIED);
    belgradeSends(request, reply(clock.instant()));
    baku.retention.run();
    clock.pass(Duration.ofDays(190));

    assertThat(baku.retention.run()).isEqualTo(1);

    assertThat(bakuNotice(baku, id).says()).isEmpty();
    assertThat(bakuNotice(baku, id).kind()).isEqualTo(NoticeKind.CORRECTION);
  }

  // What a recipient reports.

  /** A report of Belgrade about Baku's request that has arrived. */
  private MessageId reported(MessageId request) {
    MessageId report = sends(belgrade, request, REPORT);
    CaseId here = caseOn(baku, request);
    patiently().until(() -> notice(baku, here, report).isPresent());
    patiently().until(() -> theirs(request, report).state() == NoticeState.DELIVERED);
    return report;
  }

  private static Optional<Notice> answered(NoticeView notice) {
    return notice.answer().map(NoticeView.Answer::says);
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

  private static byte[] passing(String recipient) {
    return ("{\"recipient\":\"" + recipient + "\",\"reasons\":\"" + PURPOSE + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What Belgrade makes of a notice of Baku. */
  private Verdict judged(
      NoticeKind kind, MessageId request, @Nullable MessageId answers, byte[] body) {
    NoticeHeader header =
        new NoticeHeader(
            kind,
            baku.id,
            belgrade.id,
            request.value(),
            request.value(),
            answers == null ? null : answers.value(),
            "0".repeat(32));
    return mail().judge(header, arriving(header, body));
  }

  private NoticesArriving mail() {
    return (NoticesArriving) belgrade.notices.arrivals();
  }

  private Arrival arriving(NoticeHeader header, byte[] body) {
    return new Arrival(
        MessageId.next(),
        baku.id,
        header.envelope(),
        Sealed.of(body),
        Sealed.of(body),
        clock.instant(),
        clock.instant(),
        () -> Arrival.Standing.HERE);
  }

  private static void isRefused(Verdict verdict, String code) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Refuse.class, refuse -> assertThat(refuse.code()).isEqualTo(code));
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

  // What is passed on to third authorities.

  private static final String PURPOSE = "The consignment goes on to Tbilisi.";

  /** Baku holds the same agreement with somebody else. */
  private AuthorityId third(String name) {
    Identity keys = Identity.create(name, "Ministry elsewhere", clock, VALIDITY);
    byte[] arrangement =
        SHIPPED.arrangement(
            Map.of(
                baku.id,
                new Fingerprint(BAKU_KEYS.card().fingerprint().hex()),
                belgrade.id,
                new Fingerprint(keys.card().fingerprint().hex())));
    byte[] instrument = renamed(SHIPPED.instrument(), name);
    String there =
        new String(renamed(arrangement, name), StandardCharsets.UTF_8)
            .replace(hash(SHIPPED.instrument()), hash(instrument));
    baku.agree(
        instrument,
        there.getBytes(StandardCharsets.UTF_8),
        SHIPPED.history(),
        keys.card(),
        baku.line.port());
    return new AuthorityId(name);
  }

  private static String hash(byte[] instrument) {
    return new AgreementReader().readInstrument(instrument)
            instanceof AgreementReader.InstrumentReading.Read read
        ? read.hash().value()
        : "";
  }

  private byte[] renamed(byte[] agreement, String name) {
    return new String(agreement, StandardCharsets.UTF_8)
        .replace(belgrade.id.value(), name)
        .replace("rs-az-2010", name.substring(0, 2) + "-az-2010")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** An answer of Belgrade that Baku holds, under these codes. */
  private MessageId given(Set<HandlingCode> codes) {
    MessageId request = arrived();
    Content.Reply reply = reply(clock.instant());
    belgradeSends(
        request,
        new Content.Reply(
            reply.text(),
            reply.evaluation(),
            codes,
            null,
            reply.assessment(),
            reply.asOf(),
            List.of()));
    return baku.view(caseOn(baku, request)).messages().getLast().id();
  }

  private MessageId draftFor(AuthorityId recipient, MessageId item) {
    MessageId draft =
        done(baku.casework
                .drafts()
                .request(baku.desk, recipient, terms(OffenceArea.DRUG_TRAFFICKING), request()))
            .message();
    done(baku.notices.desk().use(baku.desk, draft, item));
    return draft;
  }

  private Outcome<MessageStep> submitted(MessageId draft) {
    return baku.casework.approval().submit(baku.desk, draft);
  }

  private static final Outcome<MessageStep> NOT_CONSENTED =
      Outcome.refused(Rejection.ORIGIN_HAS_NOT_CONSENTED);

  /** Baku asks whether it may pass an item on; Belgrade holds the question. */
  private MessageId asked(MessageId item, AuthorityId recipient) {
    MessageId id = sends(baku, item, new Notice.Passing(recipient.value(), PURPOSE));
    patiently().until(() -> notice(belgrade, caseOn(belgrade, item), id).isPresent());
    awaitNotice(id, NoticeState.DELIVERED);
    return id;
  }

  @Test
  void whatMayNotBePassedOnLeavesOnceItsGiverHasConsentedAndToThatAuthorityOnly() {
    AuthorityId tbilisi = third("ge.mia");
    AuthorityId ankara = third("tr.egm");
    MessageId item = given(Set.of(HandlingCode.H1, HandlingCode.H2));
    MessageId draft = draftFor(tbilisi, item);
    MessageId other = draftFor(ankara, item);
    assertThat(submitted(draft)).isEqualTo(NOT_CONSENTED);
    assertThat(baku.notices.passingOn().missing(baku.desk, draft))
        .containsExactly(
            new PassingOn.Missing(item, belgrade.id, tbilisi, PassingOn.Why.NOT_ASKED));

    MessageId question = asked(item, tbilisi);

    assertThat(submitted(draft)).isEqualTo(NOT_CONSENTED);
    assertThat(baku.notices.passingOn().missing(baku.desk, draft))
        .extracting(PassingOn.Missing::why)
        .containsExactly(PassingOn.Why.ASKED);
    NoticeView there = notice(belgrade, caseOn(belgrade, item), question).orElseThrow();
    assertThat(there.says()).contains(new Notice.Passing("ge.mia", PURPOSE));
    assertThat(there.state()).isEqualTo(NoticeState.RECEIVED);
    PassingOn office = belgrade.notices.passingOn();
    refused(office.answer(belgrade.approver, question, true, ""), Usual.ROLE_MISSING);
    refused(office.answer(belgrade.desk, question, false, "No."), Usual.REASON_MISSING);
    NoticeStep answer = done(office.answer(belgrade.supervisor, question, true, ""));
    assertThat(answer.state()).isEqualTo(NoticeState.WAITING);
    refused(office.answer(belgrade.desk, question, true, ""), Usual.WRONG_STATE);
    refused(
        belgrade.notices.desk().release(belgrade.supervisor, answer.notice()), Usual.SAME_PERSON);
    assertThat(submitted(draft)).isEqualTo(NOT_CONSENTED);
    done(belgrade.notices.desk().release(belgrade.approver, answer.notice()));
    awaitNotice(question, NoticeState.APPLIED);
    assertThat(answered(bakuNotice(baku, question))).contains(new Notice.Permission(true, ""));
    assertThat(LedgerOf.events(baku.store)).contains("consent-recorded");
    assertThat(LedgerOf.events(belgrade.store)).contains("consent-recorded");
    assertThat(LedgerOf.text(belgrade.store)).doesNotContain("consignment");

    assertThat(submitted(draft)).isInstanceOf(Outcome.Done.class);
    assertThat(submitted(other)).isEqualTo(NOT_CONSENTED);
  }

  @Test
  void whatItsGiverDeniesDoesNotLeaveAndMayBeAskedAgain() {
    AuthorityId tbilisi = third("ge.mia");
    MessageId item = given(Set.of(HandlingCode.H2));
    MessageId draft = draftFor(tbilisi, item);
    MessageId question = asked(item, tbilisi);
    PassingOn office = belgrade.notices.passingOn();
    MessageId taken = done(office.answer(belgrade.desk, question, true, "")).notice();
    done(belgrade.notices.desk().withdraw(belgrade.desk, taken));
    String why = "Our source would be endangered.";

    done(
        belgrade
            .notices
            .desk()
            .release(
                belgrade.approver,
                done(office.answer(belgrade.desk, question, false, why)).notice()));

    awaitNotice(question, NoticeState.DECLINED);
    assertThat(answered(bakuNotice(baku, question))).contains(new Notice.Permission(false, why));
    assertThat(submitted(draft)).isEqualTo(NOT_CONSENTED);
    assertThat(baku.notices.passingOn().missing(baku.desk, draft))
        .extracting(PassingOn.Missing::why)
        .containsExactly(PassingOn.Why.DENIED);
    asked(item, tbilisi);
    assertThat(baku.notices.passingOn().missing(baku.desk, draft))
        .extracting(PassingOn.Missing::why)
        .containsExactly(PassingOn.Why.ASKED);
  }

  @Test
  void whatWaitsForReleaseStaysWhenTheGiverForbidsPassingItOnMeanwhile() {
    AuthorityId tbilisi = third("ge.mia");
    MessageId item = given(Set.of(HandlingCode.H1));
    MessageId draft = draftFor(tbilisi, item);
    assertThat(submitted(draft)).isInstanceOf(Outcome.Done.class);
    awaitState(baku, draft, MessageState.AWAITING_APPROVAL);
    Notice tighter = new Notice.Handling(Set.of(HandlingCode.H1, HandlingCode.H2), null, WHY);
    MessageId notice = sends(belgrade, item, tighter);
    patiently().until(() -> notice(baku, caseOn(baku, item), notice).isPresent());

    assertThat(baku.casework.approval().release(baku.approver, draft)).isEqualTo(NOT_CONSENTED);

    assertThat(baku.state(draft)).isEqualTo(MessageState.AWAITING_APPROVAL);
  }

  @Test
  void whatWasErasedIsNotPassedOnAndWhatGoesBackToItsGiverNeedsNoConsent() {
    AuthorityId tbilisi = third("ge.mia");
    MessageId item = given(Set.of(HandlingCode.H2));
    MessageId back = draftFor(belgrade.id, item);
    assertThat(submitted(back)).isInstanceOf(Outcome.Done.class);
    MessageId draft = draftFor(tbilisi, item);
    MessageId recall = sends(belgrade, item, new Notice.Recall("It was meant for somebody else."));
    patiently().until(() -> notice(baku, caseOn(baku, item), recall).isPresent());

    assertThat(submitted(draft)).isEqualTo(NOT_CONSENTED);

    assertThat(baku.notices.passingOn().missing(baku.desk, draft))
        .extracting(PassingOn.Missing::why)
        .containsExactly(PassingOn.Why.ERASED);
  }

  @Test
  void whatPassesOnAnItemIsPassedOnWithItsConsentOnly() {
    AuthorityId tbilisi = third("ge.mia");
    MessageId item = given(Set.of(HandlingCode.H2));
    MessageId between = draftFor(belgrade.id, item);
    baku.send(between);
    awaitState(baku, between, MessageState.DELIVERED);

    MessageId draft = draftFor(tbilisi, between);

    assertThat(submitted(draft)).isEqualTo(NOT_CONSENTED);
    assertThat(baku.notices.passingOn().missing(baku.desk, draft))
        .extracting(PassingOn.Missing::item)
        .containsExactly(item);
  }
}
