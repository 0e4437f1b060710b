package org.entente.node.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;
import static org.entente.node.act.Outcomes.refused;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.node.LedgerOf;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.casework.Content;
import org.entente.node.casework.MessageState;
import org.entente.node.casework.MessageStep;
import org.entente.node.casework.Rejection;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.OnMixedDatabases;
import org.entente.seal.Identity;
import org.junit.jupiter.api.Test;

/** What is passed on to third authorities, and what its giver has to consent to. */
@OnMixedDatabases
class PassingOnTest extends NoticeCorrespondence {
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
