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
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.entente.agreement.AccessClass;
import org.entente.agreement.ActKind;
import org.entente.agreement.Deadline;
import org.entente.agreement.DeadlineRule;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;
import org.entente.node.Authority;
import org.entente.node.LedgerOf;
import org.entente.node.act.Usual;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.NewOfficer;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Role;
import org.entente.node.store.Database;
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

  private static List<CaseId> ids(Paged<WorkLine> page) {
    return page.lines().stream().map(line -> line.summary().id()).toList();
  }

  private Paged<WorkLine> page(WorkView view) {
    return page(view, Paged.FIRST);
  }

  private Paged<WorkLine> page(WorkView view, Paged.Wanted wanted) {
    return baku.casework.worklist().page(baku.desk, view, WorkFilter.NONE, wanted);
  }

  private long count(WorkView view) {
    return Objects.requireNonNull(
        baku.casework.worklist().counts(baku.desk, WorkFilter.NONE).get(view));
  }

  private static WorkLine lineOf(Authority node, Officer officer, CaseId id) {
    return node.casework.worklist().lines(officer, List.of(id)).getFirst();
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

    Paged<WorkLine> page = page(WorkView.OPEN);

    assertThat(page.total()).isEqualTo(2_001);
    assertThat(ids(page).getFirst()).isEqualTo(pressing);
    assertThat(page.lines()).hasSize(Paged.SIZE);
    assertThat(count(WorkView.OPEN)).isEqualTo(2_001);
    assertThat(count(WorkView.RELEASE)).isZero();
    assertThat(count(WorkView.CLOSED)).isZero();
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
    Paged<WorkLine> page = page(WorkView.OPEN);
    seen.addAll(ids(page));
    while (page.hasNext()) {
      page = page(WorkView.OPEN, new Paged.Wanted(page.wanted().number() + 1, Paged.SIZE));
      seen.addAll(ids(page));
    }

    assertThat(seen).hasSize(620);
    assertThat(new HashSet<>(seen)).hasSize(620);
    assertThat(page(WorkView.OPEN, new Paged.Wanted(999, Paged.SIZE)).lines()).hasSize(20);
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

    Paged<WorkLine> waiting = page(WorkView.RELEASE);

    assertThat(ids(waiting)).containsExactly(caseOn(baku, draft));
    assertThat(waiting.lines().getFirst().summary().pending())
        .contains(MessageState.AWAITING_APPROVAL);
    assertThat(count(WorkView.RELEASE)).isEqualTo(1);
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

    assertThat(ids(page(WorkView.OPEN))).isEqualTo(cases);
  }

  @Test
  void anAnswerThatNobodyHasReadStandsAmongWhatPressesAndNotBehindEverything() {
    MessageId request = arrived();
    belgradeSends(request, reply(clock.instant()));
    patiently().until(() -> stateOn(baku, request) == CaseState.ANSWERED);
    Instant later = clock.instant().plus(Duration.ofMinutes(1));
    CaseId newer = baku.store.write(tx -> opened(tx, Urgency.NORMAL, later, false));
    CaseId answered = caseOn(baku, request);

    assertThat(ids(page(WorkView.OPEN))).containsExactly(answered, newer);
  }

  /** Open, waiting and closed matters of every kind, made at once. */
  private void twentyThousand() {
    baku.store.write(tx ->
        tx.sql(
                """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
                INSERT INTO case_file (id, reference, partner, side, request, opening,
                  agreement_hash, offence, urgency, state, opened_at, closed_at, last_at, holder,
                  step, turn, pressure, presses_at)
                SELECT '00000000-0000-7000-8000-' || CAST(100000000000 + i AS TEXT),
                  'AZ-2020-' || CAST(100000 + i AS TEXT), 'rs.mup',
                  CASE WHEN i % 2 = 0 THEN 'OURS' ELSE 'THEIRS' END,
                  '00000000-0000-7000-9000-' || CAST(100000000000 + i AS TEXT), 'REQUEST', :hash,
                  'DRUG_TRAFFICKING', 'NORMAL', 'OPEN', i, CASE WHEN i % 10 = 0 THEN i END, i,
                  CASE WHEN i % 7 = 0 THEN CAST(:desk AS TEXT) END, 'ANSWER',
                  CASE i % 6 WHEN 0 THEN 'DESK' WHEN 1 THEN 'PARTNER' WHEN 2 THEN 'AUTHORITY'
                    ELSE 'APPROVER' END, i % 4,
                  i / 3
                FROM n
                """)
            .param("hash", "0".repeat(64))
            .param("desk", baku.desk.id().toString())
            .update());
  }

  @Test
  void pagingThroughTwentyThousandCasesMeetsEachOfAViewOnceAndReadsAlongAnIndex() {
    twentyThousand();
    for (WorkView view : WorkView.values()) {
      List<CaseId> seen = new ArrayList<>();
      Paged<WorkLine> page = page(view, new Paged.Wanted(1, Paged.MOST));
      seen.addAll(ids(page));
      while (page.hasNext()) {
        page = page(view, new Paged.Wanted(page.wanted().number() + 1, Paged.MOST));
        seen.addAll(ids(page));
      }
      assertThat(seen).as(view.code()).isNotEmpty().hasSize((int) count(view));
      assertThat(seen).as(view.code()).doesNotHaveDuplicates();
    }
    baku.store.write(tx -> tx.sql("ANALYZE").update());
    for (WorkView view : WorkView.values()) {
      List<String> plan = plan(WorkRows.paging(view, WorkFilter.NONE));
      assertThat(String.join(" ", plan)).contains("case_").containsIgnoringCase("index");
      if (view != WorkView.MINE) { // One officer's cases may be sorted.
        assertThat(plan)
            .as(view.code())
            .noneMatch(line -> line.contains("TEMP B-TREE") || line.contains("Sort"));
      }
    }
    // Where most of a table is counted, PostgreSQL reads the table.
    if (databases.baku() == Database.SQLITE) {
      for (WorkView view : WorkView.values()) {
        assertThat(String.join(" ", plan(WorkRows.counting(view, WorkFilter.NONE))))
            .contains("USING COVERING INDEX case_");
      }
    }
  }

  private List<String> plan(String statement) {
    boolean sqlite = databases.baku() == Database.SQLITE;
    return baku.store.read(tx ->
        tx.sql((sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + statement)
            .param("officers", List.of(baku.desk.id().toString()))
            .param("dayEnds", 500L)
            .param("size", 50)
            .param("offset", 0)
            .query((rs, n) -> rs.getString(sqlite ? 4 : 1))
            .list());
  }

  @Test
  void theColumnsThatAListReadsSayWhatTheMigrationSaysOfEveryCase() throws IOException {
    MessageId request = arrived();
    drafted(OffenceArea.TERRORISM);
    MessageId waiting = drafted(OffenceArea.TERRORISM);
    done(baku.casework.approval().submit(baku.desk, waiting));
    MessageId returned = drafted(OffenceArea.DRUG_TRAFFICKING);
    done(baku.casework.approval().submit(baku.desk, returned));
    done(baku.casework.approval().giveBack(baku.approver, returned, "Say it in words."));
    MessageId gone = drafted(OffenceArea.DRUG_TRAFFICKING);
    done(baku.casework.drafts().discard(baku.desk, gone));
    sameAfterMigration(baku);
    sameAfterMigration(belgrade);
    belgradeSends(request, new Content.Question("Which hotel in Niš was it, and when?", List.of()));
    sameAfterMigration(baku);
    sameAfterMigration(belgrade);
    bakuSends(request, new Content.Answer("The hotel at the station, in November.", List.of()));
    CaseId theirs = caseOn(belgrade, request);
    done(belgrade.casework.cases().triage(belgrade.desk, theirs, AccessClass.INDIRECT));
    sameAfterMigration(belgrade);
    belgradeSends(request, reply(clock.instant()));
    sameAfterMigration(baku);
    sameAfterMigration(belgrade);
    bakuSends(request, new Content.Closure("The supplier was found."));
    sameAfterMigration(baku);
    sameAfterMigration(belgrade);
  }

  private static List<String> columns(Authority node) {
    return node.store.read(tx ->
        tx.sql(
                """
                SELECT reference, holder, last_kind, last_state, step, turn, pressure, presses_at
                FROM case_file
                ORDER BY id
                """)
            .query((rs, n) -> {
              List<String> each = new ArrayList<>();
              for (int i = 1; i <= 8; i++) {
                each.add(String.valueOf(rs.getObject(i)));
              }
              return String.join(" ", each);
            })
            .list());
  }

  private static void sameAfterMigration(Authority node) throws IOException {
    Path migrations = Path.of("src/main/resources/db/migration");
    String migration =
        Files.readString(migrations.resolve("V22__work_list.sql"))
            + Files.readString(migrations.resolve("V39__answers_to_read.sql"));
    List<String> before = columns(node);
    node.store.write(tx -> {
      for (String statement : migration.replaceAll("--[^\n]*", "").split(";", -1)) {
        // A draft makes its writer the holder of a partner's matter; the migration cannot know.
        if (statement.strip().startsWith("UPDATE") && !statement.contains("SET holder")) {
          tx.sql(statement.strip()).update();
        }
      }
      return true;
    });

    assertThat(columns(node)).isEqualTo(before);
  }

  @Test
  void aLineSaysWhomTheMatterIsAboutWhatHappenedLastAndWhatComesNext() {
    MessageId request = arrived();
    CaseId id = caseOn(belgrade, request);

    WorkLine line = lineOf(belgrade, belgrade.desk, id);

    assertThat(line.person().map(PersonSought::familyName)).contains("Hüseynzadə");
    assertThat(line.ground()).contains(UrgencyReason.THREAT_TO_LIFE);
    assertThat(line.last().state()).contains(MessageState.RECEIVED);
    assertThat(line.step()).isEqualTo(NextStep.TRIAGE);
    assertThat(line.holder()).isEmpty();
    assertThat(lineOf(baku, baku.desk, caseOn(baku, request)).holder()).contains(baku.desk.id());
  }

  @Test
  void aNameThatIsRestrictedOrErasedIsOnNoListAndNoNameIsInTheDatabase() {
    MessageId request = arrived();
    CaseId id = caseOn(belgrade, request);
    Instant now = clock.instant();
    belgrade.store.write(tx -> {
      belgrade.casework.erasure().restrict(tx, id, now);
      return true;
    });
    assertThat(lineOf(belgrade, belgrade.desk, id).person()).isEmpty();
    assertThat(lineOf(belgrade, belgrade.desk, id).withheld())
        .contains(Content.Withheld.Why.RESTRICTED);
    belgrade.store.write(tx -> {
      belgrade.casework.erasure().restrict(tx, id, null);
      return belgrade.casework.erasure().erase(tx, id, now);
    });

    assertThat(lineOf(belgrade, belgrade.desk, id).withheld())
        .contains(Content.Withheld.Why.ERASED);
    assertThat(lineOf(belgrade, belgrade.desk, id).step()).isEqualTo(NextStep.NOTHING);
  }

  @Test
  void aNameOnAListIsALookThatTheLedgerHoldsOnceADay() {
    arrived();
    long before = listed();
    page(WorkView.OPEN);
    page(WorkView.OPEN);
    assertThat(listed()).isEqualTo(before + 1);
    clock.pass(Duration.ofDays(1));
    page(WorkView.OPEN);

    assertThat(listed()).isEqualTo(before + 2);
    assertThat(LedgerOf.text(baku.store)).doesNotContain("Hüseynzadə");
  }

  private long listed() {
    return LedgerOf.events(baku.store).stream().filter(Event.CASES_LISTED.code()::equals).count();
  }

  @Test
  void aCaseHasNewsUntilItsOfficerOpensIt() {
    MessageId request = arrived();
    CaseId ours = caseOn(baku, request);
    baku.view(ours);
    assertThat(baku.casework.worklist().unread(baku.desk)).isZero();
    clock.pass(Duration.ofMinutes(5));
    belgradeSends(request, reply(clock.instant()));

    assertThat(lineOf(baku, baku.desk, ours).unread()).isTrue();
    assertThat(baku.casework.worklist().unread(baku.desk)).isEqualTo(1);
    clock.pass(Duration.ofMinutes(1));
    baku.view(ours);
    assertThat(lineOf(baku, baku.desk, ours).unread()).isFalse();
    assertThat(baku.casework.worklist().unread(baku.desk)).isZero();
  }

  @Test
  void aViewCanBeNarrowedAndItsCountsFollow() {
    arrived();
    MessageId draft = drafted(OffenceArea.TERRORISM);
    WorkFilter terrorism =
        new WorkFilter(
            Optional.of(belgrade.id),
            Optional.of(ActKind.REQUEST),
            Optional.of(OffenceArea.TERRORISM),
            Optional.of(Urgency.URGENT),
            Optional.of(Side.OURS),
            Optional.of(baku.desk.id()));

    Paged<WorkLine> narrow =
        baku.casework.worklist().page(baku.desk, WorkView.OPEN, terrorism, Paged.FIRST);

    assertThat(ids(narrow)).containsExactly(caseOn(baku, draft));
    assertThat(baku.casework.worklist().counts(baku.desk, terrorism))
        .containsEntry(WorkView.OPEN, 1L)
        .containsEntry(WorkView.MINE, 1L)
        .containsEntry(WorkView.PARTNER, 0L);
    assertThat(count(WorkView.PARTNER)).isEqualTo(1);
  }

  private Officer employed(String login, Role role) {
    baku.officers.open(
        new NewOfficer(login, "Somebody", Set.of(role), "en", "UTC", "amber bicycle under rain"),
        Journal.NODE);
    return baku.officers.all().stream()
        .filter(officer -> officer.login().equals(login))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCaseIsTakenGivenToAColleagueAndHandedBack() {
    Officer leyla = employed("leyla", Role.DESK);
    Officer murad = employed("murad", Role.DESK);
    Officer analyst = employed("analyst", Role.ANALYST);
    CaseId id = baku.store.write(tx -> opened(tx, Urgency.NORMAL, clock.instant(), true));
    Holding holding = baku.casework.holding();
    assertThat(ids(page(WorkView.NEW))).containsExactly(id);

    done(holding.take(leyla, id));
    assertThat(page(WorkView.NEW).lines()).isEmpty();
    assertThat(holding.take(leyla, id).refusal()).contains(Usual.WRONG_STATE);
    assertThat(holding.assign(leyla, id, analyst.id()).refusal())
        .contains(Rejection.NOT_A_COLLEAGUE);
    assertThat(holding.take(analyst, id).refusal()).contains(Usual.ROLE_MISSING);
    done(holding.assign(baku.approver, id, murad.id()));
    assertThat(holding.handBack(leyla, id).refusal()).contains(Usual.WRONG_STATE);
    done(holding.handBack(murad, id));

    assertThat(ids(page(WorkView.NEW))).containsExactly(id);
    assertThat(LedgerOf.events(baku.store))
        .containsSubsequence("case-assigned", "case-assigned", "case-handed-back");
  }

  @Test
  void theCasesOfAnOfficerWhoIsAwayAreAmongTheDeputysUntilThatDay() {
    Officer leyla = employed("leyla", Role.DESK);
    Officer murad = employed("murad", Role.DESK);
    CaseId id = baku.store.write(tx -> opened(tx, Urgency.NORMAL, clock.instant(), true));
    Holding holding = baku.casework.holding();
    done(holding.take(leyla, id));
    Instant back = clock.instant().plus(Duration.ofDays(7));
    assertThat(holding.deputise(leyla, leyla.id(), back).refusal())
        .contains(Rejection.NOT_A_COLLEAGUE);
    assertThat(holding.deputise(leyla, murad.id(), clock.instant()).refusal())
        .contains(Rejection.DEPUTY_TOO_LONG);
    done(holding.deputise(leyla, murad.id(), back));

    assertThat(mine(murad)).containsExactly(id);
    assertThat(holding.deputy(leyla.id())).contains(new Holding.Deputy(murad.id(), back));
    clock.pass(Duration.ofDays(7));
    assertThat(mine(murad)).isEmpty();
    assertThat(holding.deputy(leyla.id())).isEmpty();
  }

  private List<CaseId> mine(Officer officer) {
    return ids(baku.casework.worklist().page(officer, WorkView.MINE, WorkFilter.NONE, Paged.FIRST));
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
