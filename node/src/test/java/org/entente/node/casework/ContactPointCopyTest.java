package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.OffenceArea;
import org.entente.ledger.LedgerEntry;
import org.entente.node.Authority;
import org.entente.node.act.Outcome;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.oversight.Figure;
import org.entente.node.oversight.Slice;
import org.entente.node.oversight.Statistics;
import org.entente.node.store.OnMixedDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Baku's node is a designated authority's, Belgrade's a contact point's. */
@OnMixedDatabases
class ContactPointCopyTest extends Correspondence {
  private static final Outcome<MessageStep> UNSAID =
      Outcome.refused(new Hindrance.Faulty(List.of(new ContentFault("copy", "choose", 0))));

  @Override
  protected boolean bakuIsContactPoint() {
    return false;
  }

  private MessageId drafted(OffenceArea offence, @Nullable ContactPointCopy copy) {
    return done(baku.casework
            .drafts()
            .request(baku.desk, belgrade.id, terms(offence), saying(request(), copy)))
        .message();
  }

  private static Content.Request saying(Content.Request r, @Nullable ContactPointCopy copy) {
    return new Content.Request(
        r.person(),
        r.informationSought(),
        r.purpose(),
        r.facts(),
        r.reasonsToBelieve(),
        r.link(),
        r.urgencyReasons(),
        r.restrictions(),
        r.language(),
        r.handling(),
        copy,
        r.attachments());
  }

  private static Content.Reply saying(Content.Reply r, ContactPointCopy copy) {
    return new Content.Reply(
        r.text(),
        r.evaluation(),
        r.handling(),
        r.handlingText(),
        r.assessment(),
        r.asOf(),
        r.refusedPart(),
        copy,
        r.attachments());
  }

  private MessageId arrived(ContactPointCopy copy) {
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING, copy);
    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);
    return request;
  }

  private static Outcome<MessageStep> handedIn(Authority node, MessageId id) {
    return node.casework.approval().submit(node.desk, id);
  }

  @Test
  void aDesignatedAuthoritysRequestStaysUntilItSaysWhatBecomesOfTheCopy() {
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING, null);

    assertThat(handedIn(baku, request)).isEqualTo(UNSAID);

    done(
        baku.casework
            .drafts()
            .change(
                baku.desk,
                request,
                Optional.of(terms(OffenceArea.DRUG_TRAFFICKING)),
                saying(request(), ContactPointCopy.GIVEN)));
    assertThat(done(handedIn(baku, request)).state()).isEqualTo(MessageState.AWAITING_APPROVAL);
  }

  @Test
  void bothSidesReadWhatBecomesOfTheCopyAndTheirLedgersSayIt() {
    MessageId request = arrived(ContactPointCopy.SENSITIVE_INVESTIGATION);

    for (Authority node : List.of(baku, belgrade)) {
      assertThat(node.view(caseOn(node, request)).messages().getFirst().content().copied())
          .contains(ContactPointCopy.SENSITIVE_INVESTIGATION);
      assertThat(noted(node)).containsExactly("sensitive-investigation");
    }
  }

  private static List<String> noted(Authority node) {
    return node.proofs.newest(Long.MAX_VALUE, 10_000).stream()
        .map(LedgerEntry::references)
        .filter(references -> references.containsKey("copy"))
        .map(references -> references.get("copy"))
        .toList();
  }

  @Test
  void aContactPointThatAnswersADesignatedAuthorityOwesItsContactPointACopy() {
    MessageId request = arrived(ContactPointCopy.GIVEN);
    CaseId file = caseOn(belgrade, request);
    assertThat(belgrade.casework.copies().owedIn(file)).isTrue();
    MessageId answer =
        done(belgrade.casework.drafts().answer(belgrade.desk, file, reply(clock.instant())))
            .message();

    assertThat(handedIn(belgrade, answer)).isEqualTo(UNSAID);

    Content.Reply safe = saying(reply(clock.instant()), ContactPointCopy.SAFETY);
    done(belgrade.casework.drafts().change(belgrade.desk, answer, Optional.empty(), safe));
    belgrade.send(answer);
    awaitState(belgrade, answer, MessageState.DELIVERED);
    assertThat(counted(belgrade, Figure.COPY_LEFT_OUT)).isEqualTo(1);
    assertThat(counted(belgrade, Figure.COPY_GIVEN_THERE)).isEqualTo(1);
    assertThat(counted(baku, Figure.COPY_GIVEN)).isEqualTo(1);
    assertThat(counted(baku, Figure.COPY_LEFT_OUT_THERE)).isEqualTo(1);
  }

  private long counted(Authority node, Figure figure) {
    Officer by = node.supervisor;
    Year year = Year.from(clock.instant().atZone(ZoneOffset.UTC));
    Statistics.Report report = done(node.oversight.statistics().of(by, year));
    return report.count(Slice.of(figure));
  }

  @Test
  void theGroundOfTerrorismHoldsInCasesOfTerrorismOnly() {
    MessageId drugs = drafted(OffenceArea.DRUG_TRAFFICKING, ContactPointCopy.TERRORISM);
    MessageId terrorism = drafted(OffenceArea.TERRORISM, ContactPointCopy.TERRORISM);

    assertThat(handedIn(baku, drugs))
        .isEqualTo(
            Outcome.refused(
                new Hindrance.Faulty(List.of(new ContentFault("copy", "not-terrorism", 0)))));
    assertThat(done(handedIn(baku, terrorism)).state()).isEqualTo(MessageState.AWAITING_APPROVAL);
  }

  @Test
  void aContactPointIsAskedNothingForWhatItSendsToAnother() {
    assertThat(belgrade.casework.copies().mayBeOwed()).isFalse();
    assertThat(belgrade.casework.copies().owedTo(baku.id, Optional.empty())).isFalse();
    assertThat(baku.casework.copies().owedTo(belgrade.id, Optional.empty())).isTrue();
  }
}
