package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.agreement.AccessClass;
import org.entente.agreement.Act;
import org.entente.agreement.DataCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.OnMixedDatabases;
import org.junit.jupiter.api.Test;

/** What leaves is what was looked at: nothing changes between the look and the step. */
@OnMixedDatabases
class SentIsSeenTest extends Correspondence {
  private static final Content.Question FIRST =
      new Content.Question("Which of the two passports did he show?", List.of());
  private static final Content.Question OTHER =
      new Content.Question("A text that the partner must never hold.", List.of());

  private static Content.Request other() {
    Content.Request r = request();
    return new Content.Request(
        r.person(),
        "Something that nobody released.",
        r.purpose(),
        r.facts(),
        r.reasonsToBelieve(),
        r.link(),
        r.urgencyReasons(),
        r.restrictions(),
        r.language(),
        r.handling(),
        List.of());
  }

  /** Whenever a draft is changed while it is handed in, both sides hold the same text. */
  @Test
  void aDraftThatIsChangedWhileItLeavesLeavesAsItIsShown() {
    for (int moment = 0; moment < 4; moment++) {
      MessageId request = arrived();
      MessageId question =
          done(belgrade.casework.drafts().answer(belgrade.desk, caseOn(belgrade, request), FIRST))
              .message();
      AtomicReference<Outcome<MessageStep>> changed = new AtomicReference<>();
      clock.meanwhile(
          moment,
          () ->
              changed.set(
                  belgrade
                      .casework
                      .drafts()
                      .change(belgrade.desk, question, Optional.empty(), OTHER)));

      Outcome<MessageStep> left = belgrade.casework.approval().submit(belgrade.desk, question);
      clock.meanwhile(-1, () -> {});

      if (left instanceof Outcome.Refused<MessageStep>(Refusal reason)) {
        assertThat(reason).as("moment %s", moment).isEqualTo(Rejection.CHANGED_MEANWHILE);
        assertThat(changed.get()).isInstanceOf(Outcome.Done.class);
        done(belgrade.casework.approval().submit(belgrade.desk, question));
      }
      awaitState(belgrade, question, MessageState.DELIVERED);
      assertThat(baku.message(question).orElseThrow().content())
          .as("moment %s", moment)
          .isEqualTo(belgrade.message(question).orElseThrow().content());
    }
  }

  @Test
  void anApproverReleasesOnlyWhatTheySaw() {
    MessageId draft = drafted(OffenceArea.DRUG_TRAFFICKING);
    done(baku.casework.approval().submit(baku.desk, draft));
    Optional<String> seen = Optional.of(baku.message(draft).orElseThrow().seen());
    done(baku.casework.approval().giveBack(baku.approver, draft, "Shorter.", seen));
    done(
        baku.casework
            .drafts()
            .change(baku.desk, draft, Optional.of(terms(OffenceArea.DRUG_TRAFFICKING)), other()));
    done(baku.casework.approval().submit(baku.desk, draft));

    assertThat(baku.casework.approval().release(baku.approver, draft, seen))
        .isEqualTo(Outcome.refused(Rejection.CHANGED_MEANWHILE));
    assertThat(baku.casework.approval().giveBack(baku.approver, draft, "Again.", seen))
        .isEqualTo(Outcome.refused(Rejection.CHANGED_MEANWHILE));
    Optional<String> now = Optional.of(baku.message(draft).orElseThrow().seen());
    done(baku.casework.approval().release(baku.approver, draft, now));
  }

  @Test
  void anotherUrgencyOrAnotherFileIsSomethingElseToRelease() {
    MessageId draft = drafted(OffenceArea.DRUG_TRAFFICKING);
    String before = baku.message(draft).orElseThrow().seen();
    done(
        baku.casework
            .attachments()
            .attach(
                baku.desk,
                draft,
                "note.txt",
                new ByteArrayInputStream("A note.".getBytes(StandardCharsets.UTF_8))));
    String withFile = baku.message(draft).orElseThrow().seen();
    done(
        baku.casework
            .drafts()
            .change(baku.desk, draft, Optional.of(terms(OffenceArea.TERRORISM)), request()));
    String otherCrime = baku.message(draft).orElseThrow().seen();

    assertThat(withFile).isNotEqualTo(before);
    assertThat(otherCrime).isNotEqualTo(withFile);
    assertThat(baku.casework.approval().submit(baku.desk, draft, Optional.of(withFile)))
        .isEqualTo(Outcome.refused(Rejection.CHANGED_MEANWHILE));
  }

  @Test
  void aSecondTabDoesNotReplaceWhatTheFirstOneKept() {
    MessageId draft = drafted(OffenceArea.DRUG_TRAFFICKING);
    Optional<String> opened = Optional.of(baku.message(draft).orElseThrow().seen());
    Optional<Terms> terms = Optional.of(terms(OffenceArea.DRUG_TRAFFICKING));
    done(baku.casework.drafts().change(baku.desk, draft, terms, other(), opened));

    assertThat(baku.casework.drafts().change(baku.desk, draft, terms, request(), opened))
        .isEqualTo(Outcome.refused(Rejection.CHANGED_MEANWHILE));

    assertThat(((Content.Request) baku.message(draft).orElseThrow().content()).informationSought())
        .isEqualTo(other().informationSought());
  }

  @Test
  void whatPressesByLawIsSeenBeforeReleaseAndByTheReceiver() {
    Terms terms =
        new Terms(
            OffenceArea.DRUG_TRAFFICKING,
            Urgency.URGENT,
            Optional.of(UrgencyReason.THREAT_TO_LIFE),
            Set.of(DataCategory.PERSONAL_DETAILS),
            true,
            true,
            false);
    MessageId request =
        done(baku.casework.drafts().request(baku.desk, belgrade.id, terms, request())).message();
    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);

    Act there = belgrade.message(request).orElseThrow().header().act();
    assertThat(there.safeguards().specialCategories()).isTrue();
    assertThat(there.safeguards().strictNecessityStated()).isTrue();
    assertThat(there.urgencyReason()).contains(UrgencyReason.THREAT_TO_LIFE);
  }

  @Test
  void howAPartnersRequestIsReachedIsChosenByAnOfficer() {
    CaseId file = caseOn(belgrade, arrived());
    assertThat(belgrade.casework.cases().triaged(file)).isFalse();

    done(belgrade.casework.cases().triage(belgrade.desk, file, AccessClass.DIRECT));

    assertThat(belgrade.casework.cases().triaged(file)).isTrue();
  }
}
