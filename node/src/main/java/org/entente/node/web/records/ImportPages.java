package org.entente.node.web.records;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.FileLayout;
import org.entente.intake.FirstLook;
import org.entente.intake.SubjectKind;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.checks.Checks;
import org.entente.node.officers.Officer;
import org.entente.node.records.Departed;
import org.entente.node.records.FileState;
import org.entente.node.records.ImportId;
import org.entente.node.records.ImportView;
import org.entente.node.records.Importing;
import org.entente.node.records.Plan;
import org.entente.node.records.RecordView;
import org.entente.node.records.Records;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.FormToken;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.ReadingChoice;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files for the national index: taken in, looked at, read, reported. */
@Controller
class ImportPages {
  private static final int SHOWN_FAULTS = 200;
  private static final int SHOWN_DEPARTED = 200;

  private final Pages pages;
  private final Importing importing;
  private final Checks checks;

  ImportPages(Pages pages, Records records, Checks checks) {
    this.pages = pages;
    this.importing = records.importing();
    this.checks = checks;
  }

  @GetMapping("/records/imports")
  ResponseEntity<String> list(Visit visit, Paged.Wanted wanted) {
    return switch (importing.list(visit.officer(), wanted)) {
      case Outcome.Done<Paged<ImportView>>(Paged<ImportView> all) ->
          pages.show(200, visit, (templates, reader) -> templates.recordsImports(reader, all));
      case Outcome.Refused<Paged<ImportView>>(Refusal reason) -> refused(visit, reason);
    };
  }

  @PostMapping(
      path = "/records/imports",
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
      produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> receive(
      Officer officer, @RequestParam(defaultValue = "") String name, InputStream file) {
    return pages.received(
        officer,
        "record-refusal",
        importing.receive(officer, name, file),
        id -> Optional.of("/records/imports/" + id));
  }

  @GetMapping("/records/imports/{id}")
  ResponseEntity<String> view(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
    return show(visit, ImportId.of(id), new Form(fields), 200, "");
  }

  /** The file read as proposed, or in the way an officer chose. */
  private Outcome<FirstLook> look(Officer officer, ImportId id, Form form) {
    return importing
        .look(officer, id)
        .then(proposed ->
            layout(form, proposed)
                .map(reading -> importing.look(officer, id, reading))
                .orElseGet(() -> Outcome.done(proposed)));
  }

  /** What the form says of the reading; empty where it says nothing or nothing that there is. */
  static Optional<FileLayout> layout(Form form, FirstLook proposed) {
    try {
      return ReadingChoice.of(form).map(choice -> choice.over(proposed.reading()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Without a script: a form like any other, for smaller files. */
  @PostMapping("/records/imports/form")
  ResponseEntity<String> receive(Visit visit, @RequestParam MultipartFile file) throws IOException {
    FormToken.require(visit.request());
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    try (InputStream in = file.getInputStream()) {
      return switch (importing.receive(visit.officer(), name, in)) {
        case Outcome.Done<ImportId>(ImportId id) -> Pages.to("/records/imports/" + id);
        case Outcome.Refused<ImportId>(Refusal reason) -> refused(visit, reason);
      };
    }
  }

  private ResponseEntity<String> show(
      Visit visit, ImportId id, Form form, int status, String said) {
    Outcome<ImportView> attempt = importing.view(visit.officer(), id);
    if (attempt instanceof Outcome.Refused<ImportView>(Refusal reason)) {
      return refused(visit, reason);
    }
    ImportView view = ((Outcome.Done<ImportView>) attempt).value();
    Optional<Outcome<FirstLook>> looked =
        view.state() == FileState.UPLOADED
            ? Optional.of(look(visit.officer(), id, form))
            : Optional.empty();
    String why = looked.flatMap(Outcome::refusal).map(Refusal::code).orElse(said);
    List<Importing.FaultyRow> faults = new ArrayList<>();
    if (view.counts().faults() + view.counts().marked() > 0) {
      importing.faults(
          visit.officer(),
          id,
          f -> {
            if (faults.size() < SHOWN_FAULTS) {
              faults.add(f);
            }
          });
    }
    List<RecordView> departed =
        view.departed().open()
            ? importing.departed(visit.officer(), id, SHOWN_DEPARTED).result().orElse(List.of())
            : List.of();
    ResponseEntity<String> page =
        pages.show(
            status,
            visit,
            (templates, reader) ->
                templates.recordsImport(
                    reader,
                    view,
                    looked.flatMap(Outcome::result),
                    faults,
                    departed,
                    why,
                    checks.askers()));
    return view.state() == FileState.RUNNING ? Pages.again(page, 2) : page;
  }

  @PostMapping("/records/imports/{id}/start")
  ResponseEntity<String> start(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
    ImportId file = ImportId.of(id);
    Form form = new Form(fields);
    Outcome<FirstLook> look = look(visit.officer(), file, form);
    if (look instanceof Outcome.Refused<FirstLook>(Refusal reason)) {
      return refused(visit, reason);
    }
    FirstLook seen = ((Outcome.Done<FirstLook>) look).value();
    Optional<Plan> plan = plan(form, seen);
    if (plan.isEmpty()) {
      return show(visit, file, form, 422, "plan-incomplete");
    }
    return importing.start(visit.officer(), file, plan.get())
            instanceof Outcome.Refused<ImportId>(Refusal reason)
        ? show(visit, file, form, RefusalStatus.of(reason), reason.code())
        : Pages.to("/records/imports/" + file);
  }

  private Optional<Plan> plan(Form form, FirstLook look) {
    Map<String, ColumnMeaning> columns = new LinkedHashMap<>();
    for (int i = 0; i < look.columns().size(); i++) {
      String column = look.columns().get(i);
      ColumnMeaning.ofCode(form.text("column-" + i)).ifPresent(f -> columns.put(column, f));
    }
    Optional<DataSubjectCategory> category = DataSubjectCategory.ofCode(form.text("category"));
    Optional<OffenceArea> offence = OffenceArea.ofCode(form.text("offence"));
    Optional<SubjectKind> kind = SubjectKind.ofCode(form.text("kind"));
    if (category.isEmpty() || offence.isEmpty() || kind.isEmpty() || form.evaluation().isEmpty()) {
      return Optional.empty();
    }
    List<AuthorityId> checkable =
        checks.askers().stream().filter(p -> form.has("checkable", p.value())).toList();
    try {
      return Optional.of(
          new Plan(
              look.reading(),
              kind.get(),
              columns,
              form.text("register").strip(),
              category.get(),
              offence.get(),
              form.evaluation().get(),
              form.handling(),
              Integer.parseInt(form.text("review")),
              Integer.parseInt(form.text("erase")),
              checkable));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @PostMapping("/records/imports/{id}/end")
  ResponseEntity<String> cancel(Visit visit, @PathVariable String id) {
    return importing.cancel(visit.officer(), ImportId.of(id))
            instanceof Outcome.Refused<ImportId>(Refusal reason)
        ? refused(visit, reason)
        : Pages.to("/records/imports/" + ImportId.of(id));
  }

  @PostMapping("/records/imports/{id}/departed")
  ResponseEntity<String> settle(
      Visit visit, @PathVariable String id, @RequestParam(defaultValue = "") String choice) {
    ImportId file = ImportId.of(id);
    Optional<Departed.Choice> chosen = Departed.Choice.ofCode(choice);
    return chosen.isPresent()
            && importing.settle(visit.officer(), file, chosen.get())
                instanceof Outcome.Refused<ImportId>(Refusal reason)
        ? refused(visit, reason)
        : Pages.to("/records/imports/" + file);
  }

  private ResponseEntity<String> refused(Visit visit, Refusal reason) {
    return pages.refused(visit, "record-refusal", reason);
  }
}
