package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.AccessClass;
import org.entente.agreement.Act;
import org.entente.agreement.DataCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;
import org.entente.node.LedgerOf;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.entente.node.delivery.SealedAttachment;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
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
  void aFileOfAnotherMessageCannotBeTakenOutOfADraft() throws Exception {
    MessageId hers = drafted(OffenceArea.DRUG_TRAFFICKING);
    MessageId other = drafted(OffenceArea.DRUG_TRAFFICKING);
    done(attach(hers));
    AttachmentId file = files(hers).getFirst();

    assertThat(baku.casework.attachments().detach(baku.desk, other, file))
        .isEqualTo(Outcome.refused(Usual.NOT_FOUND));

    assertThat(baku.casework.attachments().open(baku.desk, file))
        .isInstanceOf(Attachments.Reading.Opened.class);
  }

  @Test
  void filesThatComeAtTheSameMomentAreNoMoreThanAMessageCarries() throws Exception {
    MessageId draft = drafted(OffenceArea.DRUG_TRAFFICKING);
    List<Future<Outcome<MessageStep>>> all;
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      all = threads.invokeAll(Collections.nCopies(SealedAttachment.MOST + 8, () -> attach(draft)));
    }

    Outcome<MessageStep> tooMany = Outcome.refused(Rejection.ATTACHMENTS_TOO_MANY);
    for (Future<Outcome<MessageStep>> each : all) {
      assertThat(each.get()).matches(o -> o instanceof Outcome.Done || o.equals(tooMany));
    }
    assertThat(files(draft)).hasSize(SealedAttachment.MOST);
    assertThat(attach(draft)).isEqualTo(tooMany);
  }

  /** What officers can do with one message before it leaves. */
  private enum Step {
    CHANGE,
    ATTACH,
    DETACH,
    SUBMIT,
    TAKE_BACK,
    RELEASE,
    GIVE_BACK,
    DISCARD
  }

  private Outcome<MessageStep> step(Step step, MessageId draft, AttachmentId file) {
    return switch (step) {
      case CHANGE ->
          baku.casework
              .drafts()
              .change(baku.desk, draft, Optional.of(terms(OffenceArea.DRUG_TRAFFICKING)), other());
      case ATTACH -> attach(draft);
      case DETACH -> baku.casework.attachments().detach(baku.desk, draft, file);
      case SUBMIT -> baku.casework.approval().submit(baku.desk, draft);
      case TAKE_BACK -> baku.casework.approval().takeBack(baku.desk, draft);
      case RELEASE -> baku.casework.approval().release(baku.approver, draft);
      case GIVE_BACK -> baku.casework.approval().giveBack(baku.approver, draft, "Shorter.");
      case DISCARD -> baku.casework.drafts().discard(baku.desk, draft);
    };
  }

  private static final Set<String> STEPS =
      Stream.of(
              Event.DRAFT_CHANGED,
              Event.ATTACHED,
              Event.SUBMITTED,
              Event.TAKEN_BACK,
              Event.RELEASED,
              Event.RETURNED,
              Event.DRAFT_DISCARDED)
          .map(Event::code)
          .collect(Collectors.toSet());

  /** Entries of steps that officers took with a message. */
  private List<String> taken(MessageId message) {
    return Stream.of(LedgerOf.text(baku.store).split("entente-entry/1\n"))
        .filter(entry -> entry.contains("ref message " + message))
        .filter(entry -> STEPS.stream().anyMatch(code -> entry.contains("event " + code + "\n")))
        .toList();
  }

  /** All pairs of steps at the same moment, on what is a draft and on what waits for release. */
  @Test
  void whateverTwoOfficersDoAtTheSameMomentEachStepCountsOnceAndBothSidesHoldTheSame()
      throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<MessageId> left = new ArrayList<>();
    for (Step one : Step.values()) {
      for (Step two : Step.values()) {
        if (one.compareTo(two) > 0) {
          continue;
        }
        String about = one + " and " + two + ", seed " + seed;
        MessageId draft = drafted(OffenceArea.DRUG_TRAFFICKING);
        done(attach(draft));
        AttachmentId file = files(draft).getFirst();
        if (random.nextBoolean() || one.compareTo(Step.SUBMIT) > 0) {
          done(baku.casework.approval().submit(baku.desk, draft));
        }
        int before = taken(draft).size();
        long ahead = random.nextLong(2_000_000);
        Future<Outcome<MessageStep>> first;
        Future<Outcome<MessageStep>> second;
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
          first = threads.submit(() -> step(one, draft, file));
          second =
              threads.submit(() -> {
                LockSupport.parkNanos(ahead);
                return step(two, draft, file);
              });
        }
        long counted =
            Stream.of(first.get(), second.get()).filter(Outcome.Done.class::isInstance).count();

        assertThat(taken(draft)).as(about).hasSize(before + (int) counted);
        Optional<MessageView> shown = baku.message(draft);
        if (shown.isEmpty()) {
          assertThat(stored(baku, draft)).as(about).contains(MessageState.DISCARDED);
          continue;
        }
        MessageView held = shown.get();
        assertThat(held.content().attachments().stream().map(Attached::id).toList())
            .as(about)
            .isEqualTo(files(draft));
        for (AttachmentId kept : files(draft)) {
          assertThat(baku.blobs.isKept(kept.value())).as(about).isTrue();
        }
        switch (held.state()) {
          case RELEASED, DELIVERED -> left.add(draft);
          case AWAITING_APPROVAL -> done(baku.casework.approval().takeBack(baku.desk, draft));
          default -> {}
        }
      }
    }
    for (MessageId message : left) {
      awaitState(baku, message, MessageState.DELIVERED);
      assertThat(Contents.bytes(belgrade.message(message).orElseThrow().content()))
          .as("seed %s", seed)
          .isEqualTo(Contents.bytes(baku.message(message).orElseThrow().content()));
    }
  }

  private Outcome<MessageStep> attach(MessageId draft) {
    return baku.casework
        .attachments()
        .attach(
            baku.desk,
            draft,
            "note.txt",
            new ByteArrayInputStream("A note.".getBytes(StandardCharsets.UTF_8)));
  }

  private List<AttachmentId> files(MessageId message) {
    return baku.message(message).orElseThrow().header().attachments().stream()
        .map(SealedAttachment::id)
        .toList();
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
