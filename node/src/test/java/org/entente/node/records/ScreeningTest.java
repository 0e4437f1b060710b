package org.entente.node.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.act.Outcomes.done;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.FirstLook;
import org.entente.intake.RowFault;
import org.entente.node.SettableClock;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.store.Database;
import org.entente.node.store.OnBothDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What holding a list against the national index promises on either database. */
@OnBothDatabases
class ScreeningTest {
  private static final String REASON = "Passengers of an invented flight.";
  private static final String LIST =
      """
      name,date of birth,seat
      Петар Ђорђевић,1984-03-21,1A
      Somebody Unheard,1971-07-07,1B
      Huseynov Ramil,31.02.1990,1C
      Ramil Huseynov,1990,1D
      """;

  @TempDir Path folder;
  private Register register;
  private Screening screening;

  @Parameter private Database database = Database.SQLITE;

  @BeforeEach
  void open() throws Exception {
    register = new Register(database.fresh(folder), folder, new SettableClock());
    register.imported(
        RecordsContract.HEADER + RecordsContract.DJORDJEVIC + RecordsContract.HUSEYNOV);
    screening = register.records.screening();
  }

  @AfterEach
  void close() {
    register.close();
  }

  private ScreeningId taken(byte[] list) {
    return done(screening.receive(register.analyst, "flight.csv", new ByteArrayInputStream(list)));
  }

  private ScreeningId started(String list) {
    ScreeningId id = taken(list.getBytes(StandardCharsets.UTF_8));
    FirstLook look = done(screening.look(register.analyst, id));
    return done(screening.start(register.analyst, id, look.reading(), look.proposed(), REASON));
  }

  private ScreeningView ended(ScreeningId id) {
    await().atMost(Duration.ofSeconds(60)).until(() -> view(id).state() != FileState.RUNNING);
    return view(id);
  }

  private ScreeningView view(ScreeningId id) {
    return done(screening.view(register.analyst, id));
  }

  private List<ScreenedLine> lines(ScreeningId id) {
    return done(screening.lines(register.analyst, id, 0, 100));
  }

  @Test
  void aListMeetsWhoIsInTheIndexInWhateverScript() {
    ScreeningId id = started(LIST);

    ScreeningView view = ended(id);

    assertThat(view.state()).isEqualTo(FileState.DONE);
    assertThat(view.rowsRead()).isEqualTo(4).isEqualTo(view.rowsAll());
    assertThat(view.met())
        .isEqualTo(3); // 31 February is no date; the rest of that line is compared.
    assertThat(view.faults()).isEqualTo(1);
    List<ScreenedLine> lines = lines(id);
    assertThat(lines).extracting(ScreenedLine::line).containsExactly(2L, 4L, 5L);
    assertThat(lines.getFirst().cells().get("seat")).containsExactly("1A");
    assertThat(lines.getFirst().found().getFirst().likeness().name()).isPresent();
    assertThat(lines.get(1).fault()).isEqualTo(RowFault.DATE_NOT_READ.code());
    assertThat(lines.get(1).found()).isNotEmpty();
  }

  @Test
  void strangersWithTheSameBirthdayOrTheSameWordForNoNumberAreNotMet() {
    ScreeningId id =
        started(
            """
            name,date of birth,passport
            Mihajlo Kovačević,1984-03-21,-
            Sevda Məmmədova,1984-03-21,N/A
            Marko Đorđević,1984-03-21,nema
            Petar Jovanović,1984-03-21,1.20399E+12
            """);

    assertThat(ended(id).met()).isZero();
  }

  @Test
  void withoutAReasonOrANameNothingIsLookedFor() {
    ScreeningId id = taken(LIST.getBytes(StandardCharsets.UTF_8));
    FirstLook look = done(screening.look(register.analyst, id));

    assertThat(screening.start(register.analyst, id, look.reading(), look.proposed(), "  "))
        .isEqualTo(Outcome.refused(RecordRefusal.LIST_INCOMPLETE));
    assertThat(
            screening.start(
                register.analyst, id, look.reading(), Map.of("seat", ColumnMeaning.BORN), REASON))
        .isEqualTo(Outcome.refused(RecordRefusal.LIST_INCOMPLETE));
    assertThat(view(id).state()).isEqualTo(FileState.UPLOADED);
  }

  @Test
  void onlyAnAnalystHoldsListsAgainstTheIndex() {
    ScreeningId id = started(LIST);
    ended(id);

    assertThat(
            screening.receive(
                register.desk, "flight.csv", new ByteArrayInputStream(new byte[] {'a'})))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    assertThat(screening.lines(register.owner, id, 0, 10))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    assertThat(screening.view(register.approver, id))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
  }

  @Test
  void ofAListThatWasReadOnlyTheKeptLinesRemain() {
    ScreeningId id = started(LIST);
    ended(id);

    ScreeningRows.Row row = register.store.read(tx -> ScreeningRows.find(tx, id)).orElseThrow();

    assertThat(row.list().ciphertext()).isEmpty();
    assertThat(row.list().wrappedKey()).isEmpty();
    List<ScreeningRows.Line> kept = register.store.read(tx -> ScreeningRows.lines(tx, id, 0, 100));
    assertThat(kept).hasSize(3);
  }

  @Test
  void afterItsTimeNothingOfAListIsKeptButItsCounts() {
    ScreeningId id = started(LIST);
    ended(id);
    register.clock.pass(Screening.KEPT.plusSeconds(1));

    screening.eraseDue();

    assertThat(lines(id)).isEmpty();
    assertThat(view(id).met()).isEqualTo(3);
  }

  @Test
  void aListThatNobodyStartedIsDestroyed() {
    ScreeningId id = taken(LIST.getBytes(StandardCharsets.UTF_8));
    register.clock.pass(Screening.WAITS.plusSeconds(1));

    screening.eraseDue();

    assertThat(view(id).state()).isEqualTo(FileState.CANCELLED);
  }

  @Test
  void aNodeThatStoppedGoesOnAndNoLineIsMissedOrTwice() throws Exception {
    StringBuilder list = new StringBuilder("name,date of birth\n");
    for (int i = 0; i < 1_500; i++) {
      list.append("Petar Đorđević,1984-03-21\n");
    }
    ScreeningId id = started(list.toString());
    await().atMost(Duration.ofSeconds(60)).until(() -> view(id).rowsRead() > 0);
    register.restart();
    screening = register.records.screening();

    ScreeningView view = ended(id);

    assertThat(view.rowsRead()).isEqualTo(1_500);
    assertThat(view.met()).isEqualTo(1_500);
    assertThat(done(screening.lines(register.analyst, id, 0, 2_000))).hasSize(1_500);
  }

  @Test
  void whoGivesAListUpKeepsWhatWasFound() {
    ScreeningId id = taken(LIST.getBytes(StandardCharsets.UTF_8));

    done(screening.cancel(register.analyst, id));

    assertThat(view(id).state()).isEqualTo(FileState.CANCELLED);
    assertThat(screening.cancel(register.analyst, id))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
  }

  @Test
  void whateverBytesComeAreTakenOrRefused() {
    Random random = new Random(42);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);
      if (i % 3 == 0) {
        byte[] text = LIST.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, text, 10, Math.min(bytes.length, 5));
        bytes = text;
      }
      Outcome<ScreeningId> attempt =
          screening.receive(register.analyst, "list.csv", new ByteArrayInputStream(bytes));
      if (attempt instanceof Outcome.Done<ScreeningId>(ScreeningId id)) {
        FirstLook look = done(screening.look(register.analyst, id));
        assertThat(look.columns()).isNotEmpty();
      }
    }
  }
}
