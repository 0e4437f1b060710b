package org.entente.node.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;
import static org.entente.node.act.Outcomes.refused;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.node.LedgerOf;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Content;
import org.entente.node.casework.MessageState;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.OnMixedDatabases;
import org.entente.node.store.Paged;
import org.junit.jupiter.api.Test;

/** What the giver of an item says about it afterwards, and how that reaches everyone who got it. */
@OnMixedDatabases
class CorrectionsAndErasuresTest extends NoticeCorrespondence {
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
}
