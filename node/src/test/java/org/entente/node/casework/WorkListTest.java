package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.entente.agreement.AccessClass;
import org.entente.agreement.ActKind;
import org.entente.agreement.Deadline;
import org.entente.agreement.DeadlineRule;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.OnMixedDatabases;
import org.entente.node.store.Paged;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.junit.jupiter.api.Test;

/** The work list of a desk with many matters: nothing is cut, and what presses stands on top. */
@OnMixedDatabases
class WorkListTest extends Correspondence {
  private int opened;

  /** A matter that a partner opened here, with its clock. */
  private CaseId opened(Tx tx, Urgency urgency, Instant at, boolean clock) {
    CaseId id = CaseId.next();
    opened++;
    CaseRows.insert(
        tx,
        new CaseRows.Row(
            id,
            String.format(Locale.ROOT, "AZ-2020-%06d", opened),
            belgrade.id,
            Optional.empty(),
            Optional.empty(),
            Side.THEIRS,
            MessageId.next().value(),
            ActKind.REQUEST,
            "0".repeat(64),
            OffenceArea.DRUG_TRAFFICKING,
            urgency,
            CaseState.OPEN,
            at,
            Optional.empty(),
            Optional.empty(),
            false));
    if (clock) {
      CaseClock.start(tx, id, rule(), urgency, at);
    }
    return id;
  }

  private DeadlineRule rule() {
    return baku.agreements.with(belgrade.id).orElseThrow().arrangement().deadlines();
  }

  private List<CaseId> ids(Paged<CaseSummary> page) {
    return page.lines().stream().map(CaseSummary::id).toList();
  }

  @Test
  void theOldestAndMostPressingCaseStandsOnTopOfTwoThousandNewerOnes() {
    Instant now = clock.instant();
    CaseId pressing =
        baku.store.write(tx -> {
          CaseId first = opened(tx, Urgency.URGENT, now.minus(Duration.ofHours(1)), true);
          for (int i = 0; i < 2_000; i++) {
            opened(tx, Urgency.NORMAL, now.plusSeconds(i), true);
          }
          return first;
        });

    Paged<CaseSummary> page = baku.casework.cases().open(Paged.FIRST);

    assertThat(page.total()).isEqualTo(2_001);
    assertThat(page.lines().getFirst().id()).isEqualTo(pressing);
    assertThat(page.lines()).hasSize(Paged.SIZE);
    assertThat(baku.casework.cases().counts()).isEqualTo(new Cases.Counts(2_001, 0, 0));
  }

  @Test
  void everyOpenCaseStandsOnExactlyOnePage() {
    Instant now = clock.instant();
    baku.store.write(tx -> {
      for (int i = 0; i < 620; i++) {
        opened(tx, i % 3 == 0 ? Urgency.URGENT : Urgency.NORMAL, now, i % 2 == 0);
      }
      return true;
    });
    List<CaseId> seen = new ArrayList<>();
    Paged<CaseSummary> page = baku.casework.cases().open(Paged.FIRST);
    seen.addAll(ids(page));
    while (page.hasNext()) {
      page = baku.casework.cases().open(new Paged.Wanted(page.wanted().number() + 1, Paged.SIZE));
      seen.addAll(ids(page));
    }

    assertThat(seen).hasSize(620);
    assertThat(new HashSet<>(seen)).hasSize(620);
    assertThat(baku.casework.cases().open(new Paged.Wanted(999, Paged.SIZE)).lines()).hasSize(20);
  }

  @Test
  void whatWaitsForReleaseIsFoundBehindTwoThousandNewerCases() {
    MessageId draft = drafted(OffenceArea.DRUG_TRAFFICKING);
    done(baku.casework.approval().submit(baku.desk, draft));
    Instant now = clock.instant();
    baku.store.write(tx -> {
      for (int i = 0; i < 2_000; i++) {
        opened(tx, Urgency.URGENT, now.plusSeconds(i), true);
      }
      return true;
    });

    Paged<CaseSummary> waiting = baku.casework.cases().waiting(Paged.FIRST);

    assertThat(ids(waiting)).containsExactly(caseOn(baku, draft));
    assertThat(waiting.lines().getFirst().pending()).contains(MessageState.AWAITING_APPROVAL);
    assertThat(baku.casework.cases().counts().waiting()).isEqualTo(1);
  }

  @Test
  void whatIsOverdueComesBeforeWhatIsDueAndWhatIsAnsweredComesLast() {
    Instant now = clock.instant();
    List<CaseId> cases =
        baku.store.write(tx -> {
          CaseId answered = opened(tx, Urgency.URGENT, now.minus(Duration.ofDays(2)), true);
          CaseClock.answer(tx, answered, now.minus(Duration.ofDays(2)).plusSeconds(60));
          CaseId without = opened(tx, Urgency.NORMAL, now.minus(Duration.ofDays(3)), false);
          CaseId due = opened(tx, Urgency.NORMAL, now, true);
          CaseId urgent = opened(tx, Urgency.URGENT, now, true);
          CaseId overdue = opened(tx, Urgency.NORMAL, now.minus(Duration.ofDays(40)), true);
          return List.of(overdue, urgent, due, without, answered);
        });

    assertThat(ids(baku.casework.cases().open(Paged.FIRST))).isEqualTo(cases);
  }

  @Test
  void aListSortsByTheSameInstantThatTheCaseShows() throws IOException {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Instant start = clock.instant().minus(Duration.ofDays(60));
      CaseId id =
          baku.store.write(tx -> {
            Urgency urgency = random.nextBoolean() ? Urgency.URGENT : Urgency.NORMAL;
            CaseId opened = opened(tx, urgency, start, true);
            Instant at = start;
            for (int i = random.nextInt(5); i > 0; i--) {
              at = at.plus(Duration.ofHours(1 + random.nextInt(400)));
              CaseClock.suspend(tx, opened, at);
              if (i > 1 || random.nextBoolean()) {
                at = at.plus(Duration.ofHours(1 + random.nextInt(400)));
                CaseClock.resume(tx, opened, at);
              }
            }
            if (random.nextInt(4) == 0) {
              CaseClock.triage(tx, opened, rule(), urgency, AccessClass.INDIRECT);
            }
            return opened;
          });
      Deadline deadline = baku.store.read(tx -> CaseClock.read(tx, id)).orElseThrow();
      Instant later = clock.instant().plus(Duration.ofDays(400));

      assertThat(sorted(id, later)).as("seed %s", seed).isEqualTo(deadline.dueAt(later));
      Instant before = sorted(id, later);
      migratedAgain(id);
      assertThat(sorted(id, later)).as("seed %s", seed).isEqualTo(before);
    }
  }

  private Instant sorted(CaseId id, Instant now) {
    long due =
        baku.store.read(tx ->
            tx.sql(
                    "SELECT due_at + COALESCE(:now - stands_since, 0) FROM deadline WHERE case_id ="
                        + " :id")
                .param("now", Times.micros(now))
                .param("id", id.toString())
                .query(Long.class)
                .single());
    return Times.instant(due);
  }

  /** What the migration does with a row of before. */
  private void migratedAgain(CaseId id) throws IOException {
    String migration = Files.readString(Path.of("src/main/resources/db/migration/V14__desk.sql"));
    Set<String> updates = new HashSet<>();
    baku.store.write(tx -> {
      tx.sql("UPDATE deadline SET due_at = NULL, stands_since = NULL WHERE case_id = :id")
          .param("id", id.toString())
          .update();
      for (String statement : migration.split(";", -1)) {
        if (statement.strip().startsWith("UPDATE")) {
          tx.sql(statement.strip()).update();
          updates.add(statement);
        }
      }
      return true;
    });
    assertThat(updates).hasSizeGreaterThanOrEqualTo(2);
  }
}
