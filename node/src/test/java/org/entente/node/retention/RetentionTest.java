package org.entente.node.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;
import static org.entente.node.act.Outcomes.refused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.agreement.OffenceArea;
import org.entente.ledger.LedgerFileVerifier;
import org.entente.ledger.Progress;
import org.entente.ledger.Verification;
import org.entente.node.Authority;
import org.entente.node.LedgerOf;
import org.entente.node.act.Usual;
import org.entente.node.casework.Attachments;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Content;
import org.entente.node.casework.Correspondence;
import org.entente.node.casework.MessageState;
import org.entente.node.casework.MessageView;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Role;
import org.entente.node.store.OnMixedDatabases;
import org.entente.node.store.Paged;
import org.entente.node.store.StoreSettings;
import org.junit.jupiter.api.Test;

/** How long cases are kept, on both databases, between two authorities. */
@OnMixedDatabases
class RetentionTest extends Correspondence {
  private static final String WHY = "The trial in Novi Sad has not ended.";

  private final Officer second =
      new Officer(
          new OfficerId(UUID.randomUUID()),
          "second",
          "Somebody else",
          Set.of(Role.SUPERVISOR),
          Locale.ENGLISH,
          ZoneOffset.UTC);

  private CaseId concluded() {
    MessageId request = arrived();
    clock.pass(Duration.ofHours(1));
    belgradeSends(request, reply(clock.instant()));
    baku.retention.run();
    return caseOn(baku, request);
  }

  private Review review(CaseId id) {
    return reviews().of(baku.desk, id).orElseThrow().review();
  }

  private Reviews reviews() {
    return baku.retention.reviews();
  }

  private static StepId waiting(Reviews reviews, Officer officer, CaseId id) {
    return reviews.of(officer, id).orElseThrow().waiting().orElseThrow().id();
  }

  private List<Content> contents(CaseId id) {
    return baku.view(id).messages().stream().map(MessageView::content).toList();
  }

  private boolean erased(CaseId id) {
    return contents(id).stream()
        .allMatch(c -> c instanceof Content.Withheld w && w.why() == Content.Withheld.Why.ERASED);
  }

  private Instant inMonths(int months) {
    return clock.instant().atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
  }

  @Test
  void aConcludedExchangeIsReviewedSixMonthsAfterItsAnswer() {
    CaseId id = concluded();

    assertThat(review(id).reviewBy()).contains(inMonths(6));
    assertThat(review(id).urgency(clock.instant())).isEqualTo(Review.Urgency.LATER);
    assertThat(reviews().soon()).isZero();
  }

  @Test
  void aReviewIsRemindedOfOnceThirtyDaysBefore() {
    CaseId id = concluded();
    clock.pass(Duration.ofDays(160));

    baku.retention.run();
    baku.retention.run();

    assertThat(review(id).urgency(clock.instant())).isEqualTo(Review.Urgency.SOON);
    assertThat(reviews().soon()).isEqualTo(1);
    assertThat(LedgerOf.events(baku.store).stream().filter("review-reminded"::equals)).hasSize(1);
  }

  @Test
  void whatIsErasedSoonIsCountedHoweverManyOthersAreHeld() {
    concluded();
    clock.pass(Duration.ofDays(160));
    Review.Mark hold = new Review.Mark(baku.supervisor.id(), clock.instant());
    baku.store.write(tx -> {
      for (int i = 0; i < 600; i++) {
        CaseId copy = new CaseId(UUID.randomUUID());
        tx.sql(
                "INSERT INTO case_file (id, reference, partner, side, request, opening,"
                    + " agreement_hash, offence, urgency, state, opened_at) SELECT :copy, :copy,"
                    + " partner, side, :copy, opening, agreement_hash, offence, urgency, state,"
                    + " opened_at FROM case_file WHERE reference NOT LIKE '%-%-%-%-%' LIMIT 1")
            .param("copy", copy.toString())
            .update();
        ReviewRows.put(
            tx,
            new Review(
                copy,
                Optional.of(Instant.EPOCH),
                Optional.of(Instant.EPOCH),
                Optional.of(hold),
                Optional.empty(),
                Optional.empty()));
      }
      return 0;
    });

    assertThat(reviews().soon()).isEqualTo(1);
  }

  @Test
  void whatNobodyDecidedOnIsErasedAtItsDateAndLeavesItsSkeleton() {
    CaseId id = concluded();
    String hash = baku.view(id).messages().getFirst().bodyHash();
    clock.pass(Duration.ofDays(190));

    assertThat(baku.retention.run()).isEqualTo(1);

    assertThat(erased(id)).isTrue();
    assertThat(baku.view(id).erasedAt()).isPresent();
    assertThat(baku.view(id).next()).isEmpty();
    assertThat(baku.view(id).messages().getFirst().bodyHash()).isEqualTo(hash);
    assertThat(baku.view(id).messages().getFirst().articles()).isNotEmpty();
    assertThat(baku.view(id).messages().getFirst().header().salt()).matches("0+");
    assertThat(LedgerOf.events(baku.store)).contains("case-erased");
    assertThat(reviews().list(baku.desk, Paged.FIRST).lines()).isEmpty();
  }

  @Test
  void theFilesOfAnErasedCaseAreGone() throws Exception {
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    done(
        baku.casework
            .attachments()
            .attach(
                baku.desk,
                request,
                "exhibit.txt",
                new ByteArrayInputStream("Exhibit".getBytes(StandardCharsets.UTF_8))));
    AttachmentId file = baku.message(request).orElseThrow().content().attachments().getFirst().id();
    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);
    belgradeSends(request, reply(clock.instant()));
    baku.retention.run();
    clock.pass(Duration.ofDays(190));

    baku.retention.run();

    assertThat(baku.blobs.isKept(file.value())).isFalse();
    assertThat(baku.casework.attachments().open(baku.desk, file))
        .isInstanceOf(Attachments.Reading.Absent.class);
  }

  @Test
  void anExtensionTakesAReasonAndASecondPerson() {
    CaseId id = concluded();
    Instant until = inMonths(10);
    refused(reviews().proposeExtension(baku.desk, id, until, "Why?"), Usual.REASON_MISSING);
    done(reviews().proposeExtension(baku.desk, id, until, WHY));
    refused(reviews().confirm(baku.desk, waiting(reviews(), baku.desk, id)), Usual.ROLE_MISSING);

    done(reviews().confirm(baku.approver, waiting(reviews(), baku.desk, id)));

    assertThat(review(id).reviewBy()).contains(until);
    assertThat(reviews().of(baku.desk, id).orElseThrow().steps().getFirst().reason())
        .isEqualTo(WHY);
    clock.pass(Duration.ofDays(190));
    assertThat(baku.retention.run()).isZero();
  }

  @Test
  void whoProposesDoesNotConfirm() {
    CaseId id = concluded();
    done(reviews().proposeExtension(baku.supervisor, id, inMonths(10), WHY));

    refused(
        reviews().confirm(baku.supervisor, waiting(reviews(), baku.desk, id)), Usual.SAME_PERSON);

    assertThat(review(id).reviewBy()).contains(inMonths(6));
  }

  @Test
  void anExtensionThatNobodyConfirmedKeepsNothing() {
    CaseId id = concluded();
    done(reviews().proposeExtension(baku.desk, id, inMonths(10), WHY));
    StepId step = waiting(reviews(), baku.desk, id);
    clock.pass(Duration.ofDays(190));

    assertThat(baku.retention.run()).isEqualTo(1);

    assertThat(erased(id)).isTrue();
    refused(reviews().confirm(baku.approver, step), Usual.WRONG_STATE);
    assertThat(reviews().of(baku.desk, id).orElseThrow().steps().getFirst().reason()).isEmpty();
  }

  @Test
  void twoPersonsEraseBeforeTheDate() {
    CaseId id = concluded();
    done(reviews().proposeErasure(baku.desk, id, "Not needed any more."));
    done(reviews().confirm(baku.approver, waiting(reviews(), baku.desk, id)));

    assertThat(erased(id)).isTrue();
  }

  @Test
  void aLegalHoldStopsEveryErasureUntilSomebodyElseLiftsIt() {
    CaseId id = concluded();
    refused(reviews().hold(baku.desk, id, WHY), Usual.ROLE_MISSING);
    done(reviews().hold(baku.supervisor, id, WHY));
    clock.pass(Duration.ofDays(190));

    assertThat(baku.retention.run()).isZero();
    refused(reviews().proposeErasure(baku.desk, id, WHY), RetentionRefusal.HELD);
    assertThat(review(id).urgency(clock.instant())).isEqualTo(Review.Urgency.OVERDUE);
    refused(reviews().liftHold(baku.supervisor, id, WHY), Usual.SAME_PERSON);
    done(reviews().liftHold(second, id, "The judgment is final."));
    assertThat(baku.retention.run()).isEqualTo(1);
    assertThat(erased(id)).isTrue();
  }

  @Test
  void aRestrictedCaseIsKeptClosedAndReadByASupervisorWithAReason() {
    CaseId id = concluded();

    done(reviews().restrict(baku.supervisor, id, "The person contests the date of entry."));

    assertThat(contents(id))
        .allMatch(
            c -> c instanceof Content.Withheld w && w.why() == Content.Withheld.Why.RESTRICTED);
    refused(baku.casework.cases().viewRestricted(baku.desk, id, WHY), Usual.ROLE_MISSING);
    refused(baku.casework.cases().viewRestricted(baku.supervisor, id, ""), Usual.REASON_MISSING);
    assertThat(
            done(baku.casework.cases().viewRestricted(baku.supervisor, id, WHY))
                .messages()
                .getFirst()
                .content())
        .isInstanceOf(Content.Request.class);
    assertThat(LedgerOf.events(baku.store)).contains("restricted-read");
    clock.pass(Duration.ofDays(190));
    assertThat(baku.retention.run()).isZero();
    done(reviews().liftRestriction(second, id, "The date was confirmed."));
    assertThat(baku.retention.run()).isEqualTo(1);
  }

  @Test
  void whatComesIntoAnErasedCaseIsReviewedAgain() {
    MessageId request = arrived();
    belgradeSends(request, reply(clock.instant()));
    CaseId there = caseOn(belgrade, request);
    belgrade.retention.run();
    clock.pass(Duration.ofDays(190));
    assertThat(belgrade.retention.run()).isEqualTo(1);

    bakuSends(request, new Content.Closure("It led to the next step."));
    belgrade.retention.run();

    Reviews reviews = belgrade.retention.reviews();
    assertThat(reviews.of(belgrade.desk, there).orElseThrow().review().reviewBy())
        .contains(inMonths(6));
    assertThat(belgrade.view(there).messages().getLast().content())
        .isInstanceOf(Content.Closure.class);
    clock.pass(Duration.ofDays(190));
    assertThat(belgrade.retention.run()).isEqualTo(1);
    assertThat(belgrade.view(there).messages().getLast().content())
        .isInstanceOf(Content.Withheld.class);
  }

  @Test
  void afterARestoreADayIsLeftToSetHoldsAgain() throws Exception {
    CaseId first = concluded();
    CaseId second = concluded();
    stop();
    StoreSettings backup = databases.baku().backup(baku.settings);
    baku = new Authority(BAKU_KEYS, baku.settings, baku.folder, clock);
    belgrade = new Authority(BELGRADE_KEYS, belgrade.settings, belgrade.folder, clock);
    done(reviews().proposeErasure(baku.desk, first, "Not needed any more."));
    done(reviews().confirm(baku.approver, waiting(reviews(), baku.desk, first)));
    done(reviews().hold(baku.supervisor, second, WHY));
    baku.close();
    clock.pass(Duration.ofDays(190));

    baku =
        new Authority(
            BAKU_KEYS,
            new StoreSettings(
                backup.url(), backup.user(), backup.password(), baku.settings.shelf()),
            baku.folder,
            clock);

    assertThat(baku.retention.run()).isZero();
    baku.close();
    baku = new Authority(BAKU_KEYS, baku.settings, baku.folder, clock);
    assertThat(baku.retention.run()).as("a restart takes nothing from that day").isZero();
    done(reviews().hold(baku.supervisor, second, WHY));
    clock.pass(Retention.PAUSE_AFTER_RESTORE);
    baku.retention.run();
    assertThat(baku.store.restored()).isFalse();
    assertThat(erased(first)).isTrue();
    assertThat(contents(second).getFirst()).isEqualTo(request());
  }

  @Test
  void reasonsStandInNoEntryOfTheLog() {
    CaseId id = concluded();

    done(reviews().hold(baku.supervisor, id, WHY));

    assertThat(LedgerOf.text(baku.store)).doesNotContain("Novi Sad");
  }

  @Test
  void yesterdaysBackupShowsNothingOfWhatWasErasedAndItsLogVerifies() throws Exception {
    CaseId erased = concluded();
    CaseId kept = concluded();
    stop();
    StoreSettings backup = databases.baku().backup(baku.settings);
    baku = new Authority(BAKU_KEYS, baku.settings, baku.folder, clock);
    belgrade = new Authority(BELGRADE_KEYS, belgrade.settings, belgrade.folder, clock);
    done(reviews().proposeErasure(baku.desk, erased, "Not needed any more."));
    done(reviews().confirm(baku.approver, waiting(reviews(), baku.desk, erased)));
    baku.close();

    baku =
        new Authority(
            BAKU_KEYS,
            new StoreSettings(
                backup.url(), backup.user(), backup.password(), baku.settings.shelf()),
            baku.folder,
            clock);
    baku.retention.start();

    assertThat(baku.store.restored()).isTrue();
    assertThat(erased(erased)).isTrue();
    assertThat(contents(kept).getFirst()).isEqualTo(request());
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    assertThat(baku.proofs.export(log, baku.supervisor.id().toString()))
        .isInstanceOf(Verification.Sound.class);
    assertThat(
            LedgerFileVerifier.verify(new ByteArrayInputStream(log.toByteArray()), Progress.NONE))
        .isInstanceOf(Verification.Sound.class);
  }
}
