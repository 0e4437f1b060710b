package org.entente.node.casework;

import static org.awaitility.Awaitility.await;
import static org.entente.node.act.Outcomes.done;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.core.ConditionFactory;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Deadline;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;
import org.entente.node.Authority;
import org.entente.node.TwoAuthorities;
import org.entente.node.exchange.MessageId;

/** What officers of two authorities write to each other under the shipped agreement. */
public abstract class Correspondence extends TwoAuthorities {
  protected static final String ENOUGH = "Eleven kilograms were seized at the border.";

  @Override
  protected void beforeTheyStart() {
    bothHold(arrangement());
  }

  protected static Terms terms(OffenceArea offence) {
    return new Terms(
        offence,
        Urgency.URGENT,
        Optional.of(UrgencyReason.THREAT_TO_LIFE),
        Set.of(DataCategory.PERSONAL_DETAILS),
        false,
        false,
        false);
  }

  protected static Content.Request request() {
    return new Content.Request(
        new PersonSought(
            "Hüseynzadə",
            "Cavid",
            List.of("Гусейнзаде Джавид"),
            "1984-03",
            null,
            null,
            null,
            DataSubjectCategory.SUSPECT_OR_CONVICTED),
        "Entries to Serbia since the first of November.",
        "Criminal investigation of drug trafficking.",
        ENOUGH,
        "A hotel's receipt from Niš was found.",
        "The person rented the vehicle.",
        "A witness was threatened.",
        null,
        "en",
        Set.of(HandlingCode.H1),
        List.of());
  }

  protected static Content.Reply reply(Instant now) {
    return new Content.Reply(
        "Two entries, both at Preševo.",
        new Evaluation(Evaluation.Source.B, Evaluation.Information.TWO),
        Set.of(HandlingCode.H1),
        null,
        false,
        now.toString().substring(0, 10),
        List.of());
  }

  protected MessageId drafted(OffenceArea offence) {
    return done(baku.casework.drafts().request(baku.desk, belgrade.id, terms(offence), request()))
        .message();
  }

  /** A request of Baku that has reached Belgrade. */
  protected MessageId arrived() {
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);
    return request;
  }

  protected static CaseId caseOn(Authority node, MessageId message) {
    return node.casework.cases().caseOf(message).orElseThrow();
  }

  protected CaseState stateOn(Authority node, MessageId request) {
    return node.view(caseOn(node, request)).summary().state();
  }

  protected Deadline deadlineOn(Authority node, MessageId request) {
    return node.view(caseOn(node, request)).summary().deadline().orElseThrow();
  }

  protected static ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
  }

  /** What a test waits for is looked up in the row alone: opening a case takes far longer. */
  static Optional<MessageState> stored(Authority node, MessageId message) {
    return node.store.read(tx -> MessageRows.find(tx, message).map(MessageRows.Row::state));
  }

  protected static void awaitState(Authority node, MessageId message, MessageState state) {
    patiently().until(() -> stored(node, message).equals(Optional.of(state)));
  }

  protected void awaitFault(MessageId message, String code) {
    patiently().until(() -> baku.message(message).orElseThrow().fault().equals(Optional.of(code)));
  }

  /** The request of these tests, about these and nobody else. */
  protected static Content.Request about(Subjects subjects) {
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

  /** A reply that tells of these. */
  protected static Content.Reply replying(Content.Reply r, Subjects subjects) {
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

  /** An officer of Belgrade answers; both nodes know it afterwards. */
  protected void belgradeSends(MessageId request, Content content) {
    MessageId answer = belgrade.answer(caseOn(belgrade, request), content);
    awaitState(belgrade, answer, MessageState.DELIVERED);
  }

  protected void bakuSends(MessageId request, Content content) {
    MessageId answer = baku.answer(caseOn(baku, request), content);
    awaitState(baku, answer, MessageState.DELIVERED);
  }
}
