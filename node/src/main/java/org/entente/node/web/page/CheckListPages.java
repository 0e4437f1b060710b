package org.entente.node.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.FirstLook;
import org.entente.node.checks.CheckRefusal;
import org.entente.node.checks.Checks;
import org.entente.node.checks.Justification;
import org.entente.node.checks.ListId;
import org.entente.node.checks.ListView;
import org.entente.node.checks.ListedAnswers;
import org.entente.node.checks.Lists;
import org.entente.node.checks.Tried;
import org.entente.node.officers.Officer;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.store.Paged;
import org.entente.node.web.Sentences;
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
  private final Partners partners;
  private final Sentences sentences;

  CheckListPages(
      Pages pages, Checks checks, CheckFiles files, Partners partners, Sentences sentences) {
    this.pages = pages;
    this.lists = checks.lists();
    this.files = files;
    this.partners = partners;
    this.sentences = sentences;
  }

  @GetMapping(ALL)
  ResponseEntity<String> newest(Officer officer, HttpServletRequest request, Paged.Wanted wanted) {
    return switch (lists.newest(officer, wanted)) {
      case Tried.Done<Paged<ListView>>(Paged<ListView> all) ->
          pages.show(200, "checklists", pages.reader(officer, request), Map.of("lists", all));
      case Tried.Refused<Paged<ListView>>(CheckRefusal reason) ->
          pages.refused(officer, request, reason);
    };
  }

  @PostMapping(
      path = ALL,
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
      produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> receive(
      Officer officer, @RequestParam(defaultValue = "") String name, InputStream file) {
    String why =
        lists.receive(officer, name, file) instanceof Tried.Refused<ListId>(CheckRefusal reason)
            ? sentences.of(officer.language(), "check-refusal." + reason.code())
            : "";
    return ResponseEntity.status(why.isEmpty() ? 201 : 409)
        .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
        .body(why);
  }

  /** Without a script: a form like any other. */
  @PostMapping(ALL + "/form")
  ResponseEntity<String> receive(
      Officer officer, HttpServletRequest request, @RequestParam MultipartFile file)
      throws IOException {
    FormToken.require(request);
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    try (InputStream in = file.getInputStream()) {
      return lists.receive(officer, name, in) instanceof Tried.Refused<ListId>(CheckRefusal reason)
          ? pages.refused(officer, request, reason)
          : Pages.to(ALL);
    }
  }

  @GetMapping(ALL + "/{id}")
  ResponseEntity<String> view(
      Officer officer,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "0") long passed) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    known().forEach(partner -> fields.add("partner", partner.value()));
    return show(
        officer,
        request,
        ListId.of(id),
        new Typing(Math.max(0, passed), new Form(fields), ""),
        200);
  }

  /** Where the reader is, and what was typed. */
  private record Typing(long passed, Form form, String said) {}

  private ResponseEntity<String> show(
      Officer officer, HttpServletRequest request, ListId id, Typing typing, int status) {
    Tried<ListView> tried = lists.view(officer, id);
    if (tried instanceof Tried.Refused<ListView>(CheckRefusal reason)) {
      return pages.refused(officer, request, reason);
    }
    ListView view = ((Tried.Done<ListView>) tried).value();
    Map<String, Object> parts = new HashMap<>();
    parts.put("list", view);
    parts.put("look", look(officer, view));
    List<ListedAnswers> lines = lines(officer, view, typing.passed());
    parts.put("lines", lines);
    parts.put("next", lines.size() == SHOWN ? typing.passed() + SHOWN : 0L);
    parts.put("form", typing.form());
    parts.put("said", typing.said());
    parts.put("partners", known());
    ResponseEntity<String> page =
        pages.show(status, "checklist", pages.reader(officer, request), parts);
    return view.state() != ListView.State.RUNNING ? page : Pages.again(page, 3);
  }

  private Optional<FirstLook> look(Officer officer, ListView view) {
    return view.state() == ListView.State.UPLOADED
            && lists.look(officer, view.id()) instanceof Tried.Done<FirstLook>(FirstLook look)
        ? Optional.of(look)
        : Optional.empty();
  }

  private List<ListedAnswers> lines(Officer officer, ListView view, long passed) {
    return view.state() == ListView.State.DONE
            && lists.lines(officer, view.id(), passed, SHOWN)
                instanceof Tried.Done<List<ListedAnswers>>(List<ListedAnswers> lines)
        ? lines
        : List.of();
  }

  @PostMapping(ALL + "/{id}/start")
  ResponseEntity<String> start(
      Officer officer,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> fields) {
    ListId list = ListId.of(id);
    Tried<FirstLook> look = lists.look(officer, list);
    if (look instanceof Tried.Refused<FirstLook>(CheckRefusal reason)) {
      return pages.refused(officer, request, reason);
    }
    Form form = new Form(fields);
    Map<String, ColumnMeaning> columns = new LinkedHashMap<>();
    List<String> names = ((Tried.Done<FirstLook>) look).value().columns();
    for (int i = 0; i < names.size(); i++) {
      String column = names.get(i);
      ColumnMeaning.ofCode(form.text("column-" + i)).ifPresent(f -> columns.put(column, f));
    }
    Optional<Justification> why = CheckForm.why(form);
    if (why.isEmpty()) {
      return again(officer, request, list, form, sentences.of(officer.language(), "error.form"));
    }
    return lists.start(officer, list, columns, CheckForm.partners(form, known()), why.get())
            instanceof Tried.Refused<ListId>(CheckRefusal reason)
        ? again(
            officer,
            request,
            list,
            form,
            sentences.of(officer.language(), "check-refusal." + reason.code()))
        : Pages.to(ALL + "/" + list);
  }

  private ResponseEntity<String> again(
      Officer officer, HttpServletRequest request, ListId list, Form form, String said) {
    return show(officer, request, list, new Typing(0, form, said), 422);
  }

  @PostMapping(ALL + "/{id}/release")
  ResponseEntity<String> release(
      Officer officer, HttpServletRequest request, @PathVariable String id) {
    return after(officer, request, lists.release(officer, ListId.of(id)));
  }

  @PostMapping(ALL + "/{id}/end")
  ResponseEntity<String> cancel(
      Officer officer, HttpServletRequest request, @PathVariable String id) {
    return after(officer, request, lists.cancel(officer, ListId.of(id)));
  }

  private ResponseEntity<String> after(
      Officer officer, HttpServletRequest request, Tried<ListId> tried) {
    return switch (tried) {
      case Tried.Done<ListId>(ListId id) -> Pages.to(ALL + "/" + id);
      case Tried.Refused<ListId>(CheckRefusal reason) -> pages.refused(officer, request, reason);
    };
  }

  /** Null when the file itself was the answer. */
  @GetMapping(ALL + "/{id}/results.csv")
  @Nullable ResponseEntity<String> results(
      Officer officer,
      HttpServletRequest request,
      HttpServletResponse response,
      @PathVariable String id)
      throws IOException {
    return switch (files.results(officer, ListId.of(id))) {
      case Tried.Done<RecordFiles.File>(RecordFiles.File csv) -> {
        csv.answer(response);
        yield null;
      }
      case Tried.Refused<RecordFiles.File>(CheckRefusal reason) ->
          pages.refused(officer, request, reason);
    };
  }

  private List<AuthorityId> known() {
    return partners.all().stream().map(Partner::id).toList();
  }
}
