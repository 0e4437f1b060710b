package org.entente.node.web.records;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.intake.FileLayout;
import org.entente.intake.FirstLook;
import org.entente.intake.SubjectKind;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.records.Departed;
import org.entente.node.records.Found;
import org.entente.node.records.ImportId;
import org.entente.node.records.ImportView;
import org.entente.node.records.Importing;
import org.entente.node.records.Plan;
import org.entente.node.records.Question;
import org.entente.node.records.RecordRefusal;
import org.entente.node.records.RecordView;
import org.entente.node.records.Records;
import org.entente.node.records.Screening;
import org.entente.node.records.ScreeningId;
import org.entente.node.records.ScreeningView;
import org.entente.node.web.frame.ColumnsAnswer;
import org.entente.node.web.frame.CsvFile;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.ReadingChoice;
import org.entente.node.web.frame.RecordText;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Wanted;
import org.entente.subject.names.NameMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The national index for programs: search, imports, lists held against it. */
@RestController
@RequestMapping("/api/v1")
public class RecordsApi {
  /** Records that are named at once. */
  private static final int MOST_DEPARTED = 10_000;

  private final Records records;
  private final Importing importing;
  private final Screening screening;
  private final RecordFiles files;
  private final Sentences sentences;

  RecordsApi(Records records, RecordFiles files, Sentences sentences) {
    this.records = records;
    this.importing = records.importing();
    this.screening = records.screening();
    this.files = files;
    this.sentences = sentences;
  }

  /** What is asked; a field that is left out asks nothing. */
  record SearchWanted(
      @Nullable String name,
      @Nullable String born,
      @Nullable String document,
      @Nullable String vehicle,
      @Nullable String firearm,
      @Nullable String phone,
      @Nullable String account,
      @Nullable String kind,
      @Nullable String category,
      @Nullable String offence,
      @Nullable String source) {
    @Override
    public String toString() {
      return "SearchWanted[…]";
    }
  }

  record PartAnswer(String asked, String held, String through, String how) {}

  record EvidenceAnswer(String kind, String asked, String held, double weight) {}

  /**
   * A record that was found, with what spoke for and against it. {@code likeness} is {@code
   * strong}, {@code possible} or {@code weak}; {@code probability} is that of the search, which
   * takes in how large the register is and how many others are called so.
   */
  record FoundAnswer(
      String id,
      String kind,
      String name,
      String born,
      String source,
      String category,
      String offence,
      String evaluation,
      double probability,
      String likeness,
      boolean sameNumber,
      List<PartAnswer> names,
      List<EvidenceAnswer> evidence) {
    static FoundAnswer of(Found f) {
      return new FoundAnswer(
          f.record().id().toString(),
          f.record().kind().code(),
          RecordText.headline(f.record()),
          RecordText.born(f.record()),
          f.record().source(),
          f.record().provisions().category().code(),
          f.record().provisions().offence().code(),
          f.record().provisions().evaluation().code(),
          f.likeness().probability(),
          f.likeness().strength().code(),
          f.likeness().numberMet(),
          f.likeness().name().map(NameMatch::parts).orElse(List.of()).stream()
              .map(p -> new PartAnswer(p.left(), p.right(), p.through(), Problems.code(p.how())))
              .toList(),
          f.likeness().evidence().stream()
              .map(
                  e -> new EvidenceAnswer(Problems.code(e.kind()), e.asked(), e.held(), e.weight()))
              .toList());
    }

    @Override
    public String toString() {
      return "FoundAnswer[" + id + "]";
    }
  }

  @PostMapping("/records/search")
  ResponseEntity<Object> search(Officer officer, @RequestBody SearchWanted wanted) {
    Question question =
        Wanted.made(
            "search",
            () ->
                new Question(
                    Optional.empty(),
                    Wanted.orEmpty(wanted.name()),
                    Wanted.orEmpty(wanted.born()),
                    Wanted.orEmpty(wanted.document()),
                    Wanted.orEmpty(wanted.vehicle()),
                    Wanted.orEmpty(wanted.firearm()),
                    Wanted.orEmpty(wanted.phone()),
                    Wanted.orEmpty(wanted.account()),
                    Optional.ofNullable(wanted.kind())
                        .map(k -> Wanted.code("kind", k, SubjectKind::ofCode)),
                    Optional.ofNullable(wanted.category())
                        .map(c -> Wanted.code("category", c, DataSubjectCategory::ofCode)),
                    Optional.ofNullable(wanted.offence())
                        .map(o -> Wanted.code("offence", o, OffenceArea::ofCode)),
                    Wanted.orEmpty(wanted.source()),
                    false));
    return question.dateUnread()
        ? Problems.of(
            Problems.problem(
                422, "date-unread", sentences.of(officer.language(), "record-refusal.date-unread")))
        : answer(
            officer,
            200,
            records
                .search(question, officer)
                .then(found -> Outcome.done(found.stream().map(FoundAnswer::of).toList())));
  }

  /** How many records there are, and how much of them the search index has followed. */
  record IndexAnswer(long records, int percent, boolean broken) {}

  @GetMapping("/records/index")
  ResponseEntity<Object> index(Officer officer) {
    if (!Rights.may(officer, Right.SEARCH_RECORDS)) {
      return refused(officer, Usual.ROLE_MISSING);
    }
    Records.Standing standing = records.standing();
    return ResponseEntity.ok(
        new IndexAnswer(standing.records(), standing.percent(), standing.broken()));
  }

  /** Takes what a partner's message tells of at a place, from 0, into the index. */
  @PostMapping("/records/taking/{message}/{place:[0-9]{1,3}}")
  ResponseEntity<Object> take(
      Officer officer, @PathVariable String message, @PathVariable int place) {
    return answer(
        officer,
        201,
        records
            .takenIn()
            .take(officer, MessageId.of(message), place)
            .then(id -> Outcome.done(Map.of("record", id.toString()))));
  }

  @PostMapping(path = "/imports", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<Object> takeFile(Officer officer, @RequestParam String name, InputStream file) {
    return answer(
        officer,
        201,
        importing
            .receive(officer, name, file)
            .then(id ->
                importing
                    .look(officer, id)
                    .then(look -> Outcome.done(ColumnsAnswer.of(id.toString(), look)))));
  }

  /** Shows how the file would be read in another way; nothing is kept of it. */
  @PostMapping("/imports/{id}/reading")
  ResponseEntity<Object> importReading(
      Officer officer, @PathVariable String id, @RequestBody ReadingChoice choice) {
    ImportId file = ImportId.of(id);
    return answer(
        officer,
        200,
        importing
            .look(officer, file)
            .then(look -> importing.look(officer, file, layout(choice, look)))
            .then(look -> Outcome.done(ColumnsAnswer.of(id, look))));
  }

  private static FileLayout layout(ReadingChoice choice, FirstLook look) {
    return Wanted.made("reading", () -> choice.over(look.reading()));
  }

  private static ReadingChoice said(@Nullable ReadingChoice reading) {
    return reading == null ? ReadingChoice.NONE : reading;
  }

  /** How the file is read; reading and columns as proposed if they are left out. */
  record ImportWanted(
      @Nullable ReadingChoice reading,
      String kind,
      @Nullable Map<String, String> columns,
      String register,
      String category,
      String offence,
      String evaluation,
      Set<String> handling,
      Integer reviewDays,
      Integer eraseDays,
      List<String> checkableBy) {
    Plan plan(FirstLook look) {
      return Wanted.made(
          "plan",
          () ->
              new Plan(
                  look.reading(),
                  Wanted.code("kind", kind, SubjectKind::ofCode),
                  ColumnsAnswer.meanings(columns, look),
                  register,
                  Wanted.code("category", category, DataSubjectCategory::ofCode),
                  Wanted.code("offence", offence, OffenceArea::ofCode),
                  Wanted.code("evaluation", evaluation, Evaluation::ofCode),
                  handling.stream()
                      .map(h -> Wanted.code("handling", h, HandlingCode::ofCode))
                      .collect(Collectors.toSet()),
                  reviewDays,
                  eraseDays,
                  checkableBy.stream().map(p -> Wanted.authority("checkableBy", p)).toList()));
    }
  }

  @PostMapping("/imports/{id}/start")
  ResponseEntity<Object> startImport(
      Officer officer, @PathVariable String id, @RequestBody ImportWanted wanted) {
    ImportId file = ImportId.of(id);
    return answer(
        officer,
        202,
        importing
            .look(officer, file)
            .then(look -> chosen(officer, file, said(wanted.reading()), look))
            .then(look -> importing.start(officer, file, wanted.plan(look)))
            .then(started -> importing.view(officer, file))
            .then(view -> Outcome.done(ImportAnswer.of(view))));
  }

  /** The file as it was said to be read; refused while something is open that nobody said. */
  private Outcome<FirstLook> chosen(
      Officer officer, ImportId file, ReadingChoice choice, FirstLook look) {
    if (choice.leavesOpen(look)) {
      return Outcome.refused(RecordRefusal.NEEDS_READING);
    }
    return choice.equals(ReadingChoice.NONE)
        ? Outcome.done(look)
        : importing.look(officer, file, layout(choice, look));
  }

  /**
   * How far an import is.
   *
   * @param marked rows that were taken though a field of them was not understood
   * @param departed records of the register that the file no longer holds
   * @param departedChoice what is done with them; null while nobody said
   */
  record ImportAnswer(
      String id,
      String state,
      int percent,
      long rows,
      long added,
      long updated,
      long unchanged,
      long faults,
      long marked,
      long departed,
      @Nullable String departedChoice,
      Optional<String> stopped) {
    static ImportAnswer of(ImportView view) {
      return new ImportAnswer(
          view.id().toString(),
          view.state().code(),
          view.percent(),
          view.counts().rows(),
          view.counts().added(),
          view.counts().updated(),
          view.counts().unchanged(),
          view.counts().faults(),
          view.counts().marked(),
          view.departed().records(),
          view.departed().choice().map(Departed.Choice::code).orElse(null),
          view.stopped());
    }
  }

  @GetMapping("/imports/{id}")
  ResponseEntity<Object> importView(Officer officer, @PathVariable String id) {
    return answer(
        officer,
        200,
        importing.view(officer, ImportId.of(id)).then(view -> Outcome.done(ImportAnswer.of(view))));
  }

  /** A record that the newest file of its register no longer holds. */
  record DepartedAnswer(String id, String kind, String name, String born) {
    static DepartedAnswer of(RecordView record) {
      return new DepartedAnswer(
          record.id().toString(),
          record.kind().code(),
          RecordText.headline(record),
          RecordText.born(record));
    }

    @Override
    public String toString() {
      return "DepartedAnswer[" + id + "]";
    }
  }

  @GetMapping("/imports/{id}/departed")
  ResponseEntity<Object> departed(Officer officer, @PathVariable String id) {
    return answer(
        officer,
        200,
        importing
            .departed(officer, ImportId.of(id), MOST_DEPARTED)
            .then(all -> Outcome.done(all.stream().map(DepartedAnswer::of).toList())));
  }

  /** What is done with them: {@code erase}, {@code keep} or {@code review}. */
  record DepartedWanted(String choice) {}

  @PostMapping("/imports/{id}/departed")
  ResponseEntity<Object> settle(
      Officer officer, @PathVariable String id, @RequestBody DepartedWanted wanted) {
    ImportId file = ImportId.of(id);
    return answer(
        officer,
        200,
        importing
            .settle(officer, file, Wanted.code("choice", wanted.choice(), Departed.Choice::ofCode))
            .then(settled -> importing.view(officer, file))
            .then(view -> Outcome.done(ImportAnswer.of(view))));
  }

  @GetMapping("/imports/{id}/faults.csv")
  @Nullable ResponseEntity<Object> faults(
      Officer officer, HttpServletResponse response, @PathVariable String id) throws IOException {
    return file(officer, response, files.faults(officer, ImportId.of(id)));
  }

  @PostMapping(path = "/screenings", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<Object> takeList(Officer officer, @RequestParam String name, InputStream file) {
    return answer(
        officer,
        201,
        screening
            .receive(officer, name, file)
            .then(id ->
                screening
                    .look(officer, id)
                    .then(look -> Outcome.done(ColumnsAnswer.of(id.toString(), look)))));
  }

  /** Shows how the list would be read in another way; nothing is kept of it. */
  @PostMapping("/screenings/{id}/reading")
  ResponseEntity<Object> screeningReading(
      Officer officer, @PathVariable String id, @RequestBody ReadingChoice choice) {
    ScreeningId list = ScreeningId.of(id);
    return answer(
        officer,
        200,
        screening
            .look(officer, list)
            .then(look -> screening.look(officer, list, layout(choice, look)))
            .then(look -> Outcome.done(ColumnsAnswer.of(id, look))));
  }

  /**
   * Why the list is held against the index; reading and columns as proposed if they are left out.
   */
  record ScreeningWanted(
      String reason, @Nullable Map<String, String> columns, @Nullable ReadingChoice reading) {
    @Override
    public String toString() {
      return "ScreeningWanted[…]";
    }
  }

  @PostMapping("/screenings/{id}/start")
  ResponseEntity<Object> startScreening(
      Officer officer, @PathVariable String id, @RequestBody ScreeningWanted wanted) {
    ScreeningId list = ScreeningId.of(id);
    return answer(
        officer,
        202,
        screening
            .look(officer, list)
            .then(look -> chosen(officer, list, said(wanted.reading()), look))
            .then(look ->
                screening.start(
                    officer,
                    list,
                    look.reading(),
                    ColumnsAnswer.meanings(wanted.columns(), look),
                    wanted.reason()))
            .then(started -> screening.view(officer, list))
            .then(view -> Outcome.done(ScreeningAnswer.of(view))));
  }

  private Outcome<FirstLook> chosen(
      Officer officer, ScreeningId list, ReadingChoice choice, FirstLook look) {
    if (choice.leavesOpen(look)) {
      return Outcome.refused(RecordRefusal.NEEDS_READING);
    }
    return choice.equals(ReadingChoice.NONE)
        ? Outcome.done(look)
        : screening.look(officer, list, layout(choice, look));
  }

  record ScreeningAnswer(
      String id,
      String state,
      int percent,
      long rows,
      long rowsRead,
      long met,
      long faults,
      Optional<String> stopped) {
    static ScreeningAnswer of(ScreeningView view) {
      return new ScreeningAnswer(
          view.id().toString(),
          view.state().code(),
          view.percent(),
          view.rowsAll(),
          view.rowsRead(),
          view.met(),
          view.faults(),
          view.stopped());
    }
  }

  @GetMapping("/screenings/{id}")
  ResponseEntity<Object> screeningView(Officer officer, @PathVariable String id) {
    return answer(
        officer,
        200,
        screening
            .view(officer, ScreeningId.of(id))
            .then(view -> Outcome.done(ScreeningAnswer.of(view))));
  }

  @GetMapping("/screenings/{id}/results.csv")
  @Nullable ResponseEntity<Object> results(
      Officer officer, HttpServletResponse response, @PathVariable String id) throws IOException {
    return file(officer, response, files.screened(officer, ScreeningId.of(id)));
  }

  /** Null when the file itself was the answer. */
  private @Nullable ResponseEntity<Object> file(
      Officer officer, HttpServletResponse response, Outcome<CsvFile> file) throws IOException {
    return switch (file) {
      case Outcome.Done<CsvFile>(CsvFile csv) -> {
        csv.answer(response);
        yield null;
      }
      case Outcome.Refused<CsvFile>(Refusal reason) -> refused(officer, reason);
    };
  }

  private ResponseEntity<Object> answer(Officer officer, int status, Outcome<?> attempt) {
    return switch (attempt) {
      case Outcome.Done<?> done -> ResponseEntity.status(status).body(done.value());
      case Outcome.Refused<?>(Refusal reason) -> refused(officer, reason);
    };
  }

  private ResponseEntity<Object> refused(Officer officer, Refusal reason) {
    return Problems.refused(sentences, officer, "record-refusal", reason);
  }
}
