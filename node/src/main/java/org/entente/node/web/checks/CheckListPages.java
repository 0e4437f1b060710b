package org.entente.node.web.checks;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.FirstLook;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.checks.Checks;
import org.entente.node.checks.Justification;
import org.entente.node.checks.ListId;
import org.entente.node.checks.ListView;
import org.entente.node.checks.ListedAnswers;
import org.entente.node.checks.Lists;
import org.entente.node.officers.Officer;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Partners;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.AgreementChoices;
import org.entente.node.web.frame.CsvFile;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.FormToken;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Lists that partners are asked about: taken in, confirmed, released, followed, handed out. */
@Controller
class CheckListPages {
  private static final int SHOWN = 100;
  private static final String ALL = "/checks/lists";

  private final Pages pages;
  private final Lists lists;
  private final CheckFiles files;
  private final Checks checks;
  private final Partners partners;
  private final AgreementsInForce agreements;
  private final InstantSource clock;
  private final Sentences sentences;

  CheckListPages(
      Pages pages,
      Checks checks,
      CheckFiles files,
      Partners partners,
      AgreementsInForce agreements,
      Sentences sentences,
      InstantSource clock) {
    this.pages = pages;
    this.lists = checks.lists();
    this.files = files;
    this.checks = checks;
    this.partners = partners;
    this.agreements = agreements;
    this.clock = clock;
    this.sentences = sentences;
  }

  @GetMapping(ALL)
  ResponseEntity<String> newest(Visit visit, Paged.Wanted wanted) {
    return switch (lists.newest(visit.officer(), wanted)) {
      case Outcome.Done<Paged<ListView>>(Paged<ListView> all) ->
          pages.show(200, visit, (templates, reader) -> templates.checksLists(reader, all));
      case Outcome.Refused<Paged<ListView>>(Refusal reason) ->
          pages.refused(visit, "check-refusal", reason);
    };
  }

  @PostMapping(
      path = ALL,
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
      produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> receive(
      Officer officer, @RequestParam(defaultValue = "") String name, InputStream file) {
    return pages.received(
        officer,
        "check-refusal",
        lists.receive(officer, name, file),
        id -> Optional.of(ALL + "/" + id));
  }

  /** Without a script: a form like any other. */
  @PostMapping(ALL + "/form")
  ResponseEntity<String> receive(Visit visit, @RequestParam MultipartFile file) throws IOException {
    FormToken.require(visit.request());
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    try (InputStream in = file.getInputStream()) {
      return switch (lists.receive(visit.officer(), name, in)) {
        case Outcome.Done<ListId>(ListId id) -> Pages.to(ALL + "/" + id);
        case Outcome.Refused<ListId>(Refusal reason) ->
            pages.refused(visit, "check-refusal", reason);
      };
    }
  }

  @GetMapping(ALL + "/{id}")
  ResponseEntity<String> view(
      Visit visit, @PathVariable String id, @RequestParam(defaultValue = "0") long passed) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    known().forEach(partner -> fields.add("partner", partner.value()));
    return show(visit, ListId.of(id), new Typing(Math.max(0, passed), new Form(fields), ""), 200);
  }

  /** Where the reader is, and what was typed. */
  private record Typing(long passed, Form form, String said) {}

  private ResponseEntity<String> show(Visit visit, ListId id, Typing typing, int status) {
    Outcome<ListView> tried = lists.view(visit.officer(), id);
    if (tried instanceof Outcome.Refused<ListView>(Refusal reason)) {
      return pages.refused(visit, "check-refusal", reason);
    }
    ListView view = ((Outcome.Done<ListView>) tried).value();
    List<ListedAnswers> lines = lines(visit.officer(), view, typing.passed());
    ResponseEntity<String> page =
        pages.show(
            status,
            visit,
            (templates, reader) ->
                templates.checksList(
                    reader,
                    view,
                    look(visit.officer(), view),
                    lines,
                    lines.size() == SHOWN ? typing.passed() + SHOWN : 0L,
                    typing.form(),
                    typing.said(),
                    known(),
                    choices()));
    return view.state() != ListView.State.RUNNING ? page : Pages.again(page, 3);
  }

  private Optional<FirstLook> look(Officer officer, ListView view) {
    return view.state() == ListView.State.UPLOADED
            && lists.look(officer, view.id()) instanceof Outcome.Done<FirstLook>(FirstLook look)
        ? Optional.of(look)
        : Optional.empty();
  }

  private List<ListedAnswers> lines(Officer officer, ListView view, long passed) {
    return view.state() == ListView.State.DONE
            && lists.lines(officer, view.id(), passed, SHOWN)
                instanceof Outcome.Done<List<ListedAnswers>>(List<ListedAnswers> lines)
        ? lines
        : List.of();
  }

  @PostMapping(ALL + "/{id}/start")
  ResponseEntity<String> start(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
    ListId list = ListId.of(id);
    Outcome<FirstLook> look = lists.look(visit.officer(), list);
    if (look instanceof Outcome.Refused<FirstLook>(Refusal reason)) {
      return pages.refused(visit, "check-refusal", reason);
    }
    Form form = new Form(fields);
    Map<String, ColumnMeaning> columns = new LinkedHashMap<>();
    List<String> names = ((Outcome.Done<FirstLook>) look).value().columns();
    for (int i = 0; i < names.size(); i++) {
      String column = names.get(i);
      ColumnMeaning.ofCode(form.text("column-" + i)).ifPresent(f -> columns.put(column, f));
    }
    Optional<Justification> why = CheckForm.why(form);
    if (why.isEmpty()) {
      return again(visit, list, form, 422, sentences.of(visit.officer().language(), "error.form"));
    }
    return lists.start(
                visit.officer(),
                list,
                columns,
                CheckForm.partners(form, known()),
                CheckForm.agreements(form, choices()),
                why.get())
            instanceof Outcome.Refused<ListId>(Refusal reason)
        ? again(
            visit,
            list,
            form,
            RefusalStatus.of(reason),
            sentences.of(visit.officer().language(), "check-refusal." + reason.code()))
        : Pages.to(ALL + "/" + list);
  }

  private ResponseEntity<String> again(
      Visit visit, ListId list, Form form, int status, String said) {
    return show(visit, list, new Typing(0, form, said), status);
  }

  @PostMapping(ALL + "/{id}/release")
  ResponseEntity<String> release(Visit visit, @PathVariable String id) {
    return after(visit, lists.release(visit.officer(), ListId.of(id)));
  }

  @PostMapping(ALL + "/{id}/again")
  ResponseEntity<String> again(Visit visit, @PathVariable String id) {
    return after(visit, lists.again(visit.officer(), ListId.of(id)));
  }

  @PostMapping(ALL + "/{id}/end")
  ResponseEntity<String> cancel(Visit visit, @PathVariable String id) {
    return after(visit, lists.cancel(visit.officer(), ListId.of(id)));
  }

  private ResponseEntity<String> after(Visit visit, Outcome<ListId> tried) {
    return switch (tried) {
      case Outcome.Done<ListId>(ListId id) -> Pages.to(ALL + "/" + id);
      case Outcome.Refused<ListId>(Refusal reason) -> pages.refused(visit, "check-refusal", reason);
    };
  }

  /** Null when the file itself was the answer. */
  @GetMapping(ALL + "/{id}/results.csv")
  @Nullable ResponseEntity<String> results(
      Visit visit, HttpServletResponse response, @PathVariable String id) throws IOException {
    return switch (files.results(visit.officer(), ListId.of(id))) {
      case Outcome.Done<CsvFile>(CsvFile csv) -> {
        csv.answer(response);
        yield null;
      }
      case Outcome.Refused<CsvFile>(Refusal reason) ->
          pages.refused(visit, "check-refusal", reason);
    };
  }

  private AgreementChoices choices() {
    return AgreementChoices.of(agreements, partners, clock.instant());
  }

  private List<AuthorityId> known() {
    return checks.askable();
  }
}
