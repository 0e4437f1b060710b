package org.entente.node.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.entente.node.Authority;
import org.entente.node.act.Outcome;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Content;
import org.entente.node.casework.Correspondence;
import org.entente.node.partners.AgreementsInForce;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of cases when the agreement they came under ends. */
class AgreementEndTest {
  private static final String WHY = "The trial in Novi Sad has not ended.";

  abstract static class Ended extends Correspondence {

    CaseId open() {
      return caseOn(baku, arrived());
    }

    Instant end() {
      String hash = baku.agreements.all().getFirst().hash().value();
      clock.pass(Duration.ofDays(1));
      Instant end = clock.instant();
      for (Authority each : List.of(baku, belgrade)) {
        each.store.write(tx -> {
          Authority other = each == baku ? belgrade : baku;
          each.agreements.terminated(
              tx, hash, new AgreementsInForce.Change(other.id, baku.id, end, UUID.randomUUID()));
          return true;
        });
        each.agreements.reload();
      }
      clock.pass(Duration.ofHours(1));
      baku.retention.run();
      return end;
    }

    Review review(CaseId id) {
      return baku.retention.reviews().of(baku.desk, id).orElseThrow().review();
    }

    boolean erased(CaseId id) {
      return baku.view(id).messages().stream()
          .allMatch(m ->
              m.content() instanceof Content.Withheld w && w.why() == Content.Withheld.Why.ERASED);
    }
  }

  @Nested
  class WhereItMayBeKept extends Ended {
    @Test
    void anOpenExchangeIsConcludedByTheEndAndReviewedAsArranged() {
      CaseId id = open();
      Instant end = end();

      assertThat(review(id).concludedAt()).contains(end);
      assertThat(review(id).reviewBy())
          .contains(end.atOffset(ZoneOffset.UTC).plusMonths(6).toInstant());
      assertThat(
              baku.retention
                  .reviews()
                  .proposeExtension(
                      baku.desk, id, review(id).reviewBy().orElseThrow().plusSeconds(1), WHY))
          .isInstanceOf(Outcome.Done.class);
    }
  }

  @Nested
  class WhereItIsToBeDestroyed extends Ended {
    @Override
    protected void beforeTheyStart() {
      String text = new String(arrangement(), StandardCharsets.UTF_8).strip();
      String use =
          ", \"use\": {\"evidence\": \"with-consent\", \"onward\": \"with-consent\","
              + " \"afterEnd\": \"destroy\"}}";
      bothHold((text.substring(0, text.length() - 1) + use).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everythingGoesThirtyDaysAfterTheEndWasSeenAndNobodyExtendsIt() {
      CaseId id = open();
      end();
      Instant due = clock.instant().plus(Duration.ofDays(30));
      assertThat(review(id).reviewBy()).contains(due);
      assertThat(review(id).urgency(clock.instant())).isEqualTo(Review.Urgency.SOON);

      clock.pass(Duration.ofDays(10));
      baku.retention.run();
      assertThat(review(id).reviewBy()).contains(due);
      assertThat(baku.retention.reviews().proposeExtension(baku.desk, id, due.plusSeconds(1), WHY))
          .isEqualTo(Outcome.refused(RetentionRefusal.AGREEMENT_OVER));

      clock.pass(Duration.ofDays(21));
      baku.retention.run();
      assertThat(erased(id)).isTrue();
    }

    @Test
    void aHoldForProceedingsKeepsIt() {
      CaseId id = open();
      end();
      baku.retention.reviews().hold(baku.supervisor, id, WHY);

      clock.pass(Duration.ofDays(40));
      baku.retention.run();

      assertThat(erased(id)).isFalse();
    }

    @Test
    void nothingHappensWhileItIsInForce() {
      CaseId id = open();
      clock.pass(Duration.ofDays(40));
      baku.retention.run();

      assertThat(erased(id)).isFalse();
      assertThat(baku.retention.reviews().of(baku.desk, id)).isEmpty();
    }
  }
}
