package org.entente.node.web.records;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.FirstLook;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.officers.Officer;
import org.entente.node.records.FileState;
import org.entente.node.records.ImportId;
import org.entente.node.records.Records;
import org.entente.node.records.ScreenedLine;
import org.entente.node.records.Screening;
import org.entente.node.records.ScreeningId;
import org.entente.node.records.ScreeningView;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.CsvFile;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.FormToken;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Lists held against the index: taken in, confirmed, read with a bar, shown and handed out. */
@Controller
class ScreeningPages {
  private static final int SHOWN = 100;

  private final Pages pages;
  private final Screening screening;
  private final RecordFiles files;

  ScreeningPages(Pages pages, Records records, RecordFiles files) {
    this.pages = pages;
    this.screening = records.screening();
    this.files = files;
  }

  @GetMapping("/records/screenings")
  ResponseEntity<String> list(Visit visit, Paged.Wanted wanted) {
    return switch (screening.list(visit.officer(), wanted)) {
      case Outcome.Done<Paged<ScreeningView>>(Paged<ScreeningView> all) ->
          pages.show(200, visit, (templates, reader) -> templates.recordsScreenings(reader, all));
      case Outcome.Refused<Paged<ScreeningView>>(Refusal reason) -> refused(visit, reason);
    };
  }

  @PostMapping(
      path = "/records/screenings",
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
      produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> receive(
      Officer officer, @RequestParam(defaultValue = "") String name, InputStream file) {
    return pages.received(
        officer,
        "record-refusal",
        screening.receive(officer, name, file),
        id -> Optional.of("/records/screenings/" + id));
  }

  /** Without a script: a form like any other, for smaller files. */
  @PostMapping("/records/screenings/form")
  ResponseEntity<String> receive(Visit visit, @RequestParam MultipartFile file) throws IOException {
    FormToken.require(visit.request());
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    try (InputStream in = file.getInputStream()) {
      return switch (screening.receive(visit.officer(), name, in)) {
        case Outcome.Done<ScreeningId>(ScreeningId id) -> Pages.to("/records/screenings/" + id);
        case Outcome.Refused<ScreeningId>(Refusal reason) -> refused(visit, reason);
      };
    }
  }

  @GetMapping("/records/screenings/{id}")
  ResponseEntity<String> view(
      Visit visit,
      @PathVariable String id,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam MultiValueMap<String, String> fields) {
    return show(visit, ScreeningId.of(id), after, 200, "", new Form(fields));
  }

  /** The list read as proposed, or in the way an officer chose. */
  private Outcome<FirstLook> look(Officer officer, ScreeningId id, Form form) {
    return screening
        .look(officer, id)
        .then(proposed ->
            ImportPages.layout(form, proposed)
                .map(reading -> screening.look(officer, id, reading))
                .orElseGet(() -> Outcome.done(proposed)));
  }

  private ResponseEntity<String> show(
      Visit visit, ScreeningId id, long after, int status, String said, Form form) {
    Outcome<ScreeningView> attempt = screening.view(visit.officer(), id);
    if (attempt instanceof Outcome.Refused<ScreeningView>(Refusal why)) {
      return refused(visit, why);
    }
    ScreeningView view = ((Outcome.Done<ScreeningView>) attempt).value();
    boolean uploaded = view.state() == FileState.UPLOADED;
    Optional<Outcome<FirstLook>> looked =
        uploaded ? Optional.of(look(visit.officer(), id, form)) : Optional.empty();
    Optional<FirstLook> look = looked.flatMap(Outcome::result);
    String why = looked.flatMap(Outcome::refusal).map(Refusal::code).orElse(said);
    List<ScreenedLine> lines =
        uploaded
            ? List.of()
            : screening.lines(visit.officer(), id, after, SHOWN).result().orElse(List.of());
    ResponseEntity<String> page =
        pages.show(
            status,
            visit,
            (templates, reader) ->
                templates.recordsScreening(
                    reader, view, look, lines, lines.size() == SHOWN, why, form.text("reason")));
    return view.state() == FileState.RUNNING ? Pages.again(page, 2) : page;
  }

  @PostMapping("/records/screenings/{id}/start")
  ResponseEntity<String> start(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
    ScreeningId list = ScreeningId.of(id);
    Form form = new Form(fields);
    Outcome<FirstLook> look = look(visit.officer(), list, form);
    if (look instanceof Outcome.Refused<FirstLook>(Refusal reason)) {
      return refused(visit, reason);
    }
    FirstLook seen = ((Outcome.Done<FirstLook>) look).value();
    Map<String, ColumnMeaning> columns = new LinkedHashMap<>();
    List<String> names = seen.columns();
    for (int i = 0; i < names.size(); i++) {
      String column = names.get(i);
      ColumnMeaning.ofCode(form.text("column-" + i)).ifPresent(f -> columns.put(column, f));
    }
    String reason = form.text("reason");
    return screening.start(visit.officer(), list, seen.reading(), columns, reason)
            instanceof Outcome.Refused<ScreeningId>(Refusal why)
        ? show(visit, list, 0, RefusalStatus.of(why), why.code(), form)
        : Pages.to("/records/screenings/" + list);
  }

  @PostMapping("/records/screenings/{id}/end")
  ResponseEntity<String> cancel(Visit visit, @PathVariable String id) {
    return screening.cancel(visit.officer(), ScreeningId.of(id))
            instanceof Outcome.Refused<ScreeningId>(Refusal reason)
        ? refused(visit, reason)
        : Pages.to("/records/screenings/" + ScreeningId.of(id));
  }

  @GetMapping("/records/screenings/{id}/results.csv")
  @Nullable ResponseEntity<String> results(
      Visit visit, HttpServletResponse response, @PathVariable String id) throws IOException {
    return file(visit, response, files.screened(visit.officer(), ScreeningId.of(id)));
  }

  @GetMapping("/records/imports/{id}/faults.csv")
  @Nullable ResponseEntity<String> faults(
      Visit visit, HttpServletResponse response, @PathVariable String id) throws IOException {
    return file(visit, response, files.faults(visit.officer(), ImportId.of(id)));
  }

  /** Null when the file itself was the answer. */
  private @Nullable ResponseEntity<String> file(
      Visit visit, HttpServletResponse response, Outcome<CsvFile> file) throws IOException {
    return switch (file) {
      case Outcome.Done<CsvFile>(CsvFile csv) -> {
        csv.answer(response);
        yield null;
      }
      case Outcome.Refused<CsvFile>(Refusal reason) -> refused(visit, reason);
    };
  }

  private ResponseEntity<String> refused(Visit visit, Refusal reason) {
    return pages.refused(visit, "record-refusal", reason);
  }
}
