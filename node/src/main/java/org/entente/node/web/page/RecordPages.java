package org.entente.node.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.intake.SubjectKind;
import org.entente.node.officers.Officer;
import org.entente.node.records.Attempt;
import org.entente.node.records.Found;
import org.entente.node.records.Pair;
import org.entente.node.records.Question;
import org.entente.node.records.RecordId;
import org.entente.node.records.RecordPage;
import org.entente.node.records.RecordRefusal;
import org.entente.node.records.Records;
import org.entente.node.store.Paged;
import org.entente.node.web.Addresses;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The national index: searching it, reading a record, joining what means the same. */
@Controller
class RecordPages {
  private final Pages pages;
  private final Records records;

  RecordPages(Pages pages, Records records) {
    this.pages = pages;
    this.records = records;
  }

  @GetMapping("/records")
  ResponseEntity<String> form(Officer officer, HttpServletRequest request) {
    return show(officer, request, 200, new Form(new LinkedMultiValueMap<>()), Optional.empty(), "");
  }

  /** What is asked travels in the body: a name has no place in an address. */
  @PostMapping("/records")
  ResponseEntity<String> search(
      Officer officer,
      HttpServletRequest request,
      @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    for (String field : fields.keySet()) {
      if (form.text(field).length() > Question.TEXT_MAX) {
        return show(officer, request, 422, form, Optional.empty(), "too-long");
      }
    }
    Question question = question(form);
    return switch (records.search(question, officer)) {
      case Attempt.Done<List<Found>>(List<Found> found) ->
          show(
              officer,
              request,
              200,
              form,
              Optional.of(found),
              question.dateUnread() ? "date-unread" : "");
      case Attempt.Refused<List<Found>>(RecordRefusal reason) ->
          show(officer, request, 422, form, Optional.empty(), reason.code());
    };
  }

  private static Question question(Form form) {
    return new Question(
        Optional.empty(),
        form.text("name"),
        form.text("born"),
        form.text("document"),
        form.text("vehicle"),
        form.text("firearm"),
        form.text("phone"),
        form.text("account"),
        SubjectKind.ofCode(form.text("kind")),
        DataSubjectCategory.ofCode(form.text("category")),
        OffenceArea.ofCode(form.text("offence")),
        form.text("source"),
        form.has("typing", "true"));
  }

  private ResponseEntity<String> show(
      Officer officer,
      HttpServletRequest request,
      int status,
      Form form,
      Optional<List<Found>> found,
      String said) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("form", form);
    parts.put("found", found);
    parts.put("said", said);
    parts.put("sources", records.sources());
    parts.put("standing", records.standing());
    parts.put("waiting", records.duplicates().waiting());
    return pages.show(status, "records", pages.reader(officer, request), parts);
  }

  @GetMapping("/records/{id:[0-9a-f-]{36}}")
  ResponseEntity<String> read(
      Officer officer, HttpServletRequest request, @PathVariable String id) {
    return switch (records.read(officer, RecordId.of(id))) {
      case Attempt.Done<RecordPage>(RecordPage page) ->
          pages.show(
              200, "record", pages.reader(officer, request), Map.of("page", page, "said", ""));
      case Attempt.Refused<RecordPage>(RecordRefusal reason) -> refused(officer, request, reason);
    };
  }

  @PostMapping("/records/{id:[0-9a-f-]{36}}/erasure")
  ResponseEntity<String> erase(
      Officer officer, HttpServletRequest request, @PathVariable String id) {
    return after(officer, request, records.erase(officer, RecordId.of(id)), "/records");
  }

  @PostMapping("/records/{id:[0-9a-f-]{36}}/separation")
  ResponseEntity<String> separate(
      Officer officer, HttpServletRequest request, @PathVariable String id) {
    return after(
        officer,
        request,
        records.duplicates().separate(officer, RecordId.of(id)),
        "/records/" + RecordId.of(id));
  }

  @GetMapping("/records/pairs")
  ResponseEntity<String> pairs(Officer officer, HttpServletRequest request, Paged.Wanted wanted) {
    return switch (records.duplicates().open(officer, wanted)) {
      case Attempt.Done<Paged<Pair>>(Paged<Pair> open) ->
          pages.show(200, "pairs", pages.reader(officer, request), Map.of("pairs", open));
      case Attempt.Refused<Paged<Pair>>(RecordRefusal reason) -> refused(officer, request, reason);
    };
  }

  @PostMapping("/records/pairs/{pair:[0-9a-f-]{36}}")
  ResponseEntity<String> decide(
      Officer officer,
      HttpServletRequest request,
      @PathVariable String pair,
      @RequestParam(defaultValue = "") String keep) {
    UUID id = UUID.fromString(pair);
    Attempt<?> attempt =
        keep.isEmpty()
            ? records.duplicates().tellApart(officer, id)
            : records.duplicates().merge(officer, id, Addresses.read(keep, RecordId::of));
    return after(officer, request, attempt, "/records/pairs");
  }

  @PostMapping("/records/index")
  ResponseEntity<String> reindex(Officer officer, HttpServletRequest request) {
    return after(officer, request, records.reindex(officer), "/records");
  }

  private ResponseEntity<String> after(
      Officer officer, HttpServletRequest request, Attempt<?> attempt, String to) {
    return attempt instanceof Attempt.Refused<?>(RecordRefusal reason)
        ? refused(officer, request, reason)
        : Pages.to(to);
  }

  private ResponseEntity<String> refused(
      Officer officer, HttpServletRequest request, RecordRefusal reason) {
    return pages.show(
        reason == RecordRefusal.NOT_FOUND ? 404 : 409,
        "nothere",
        pages.reader(officer, request),
        Map.of("key", "record-refusal." + reason.code()));
  }
}
