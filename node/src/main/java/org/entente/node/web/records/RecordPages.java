package org.entente.node.web.records;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.intake.SubjectKind;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.exchange.MessageId;
import org.entente.node.records.Found;
import org.entente.node.records.Pair;
import org.entente.node.records.Question;
import org.entente.node.records.RecordId;
import org.entente.node.records.RecordPage;
import org.entente.node.records.RecordRefusal;
import org.entente.node.records.Records;
import org.entente.node.records.SharedThings;
import org.entente.node.records.TakenIn;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.Addresses;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Visit;
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
  ResponseEntity<String> form(Visit visit) {
    return show(visit, 200, new Form(new LinkedMultiValueMap<>()), Optional.empty(), "");
  }

  /** What is asked travels in the body: a name has no place in an address. */
  @PostMapping("/records")
  ResponseEntity<String> search(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    for (String field : fields.keySet()) {
      if (form.text(field).length() > Question.TEXT_MAX) {
        return show(visit, 422, form, Optional.empty(), "too-long");
      }
    }
    Question question = question(form);
    return switch (records.search(question, visit.officer())) {
      case Outcome.Done<List<Found>>(List<Found> found) ->
          show(visit, 200, form, Optional.of(found), question.dateUnread() ? "date-unread" : "");
      case Outcome.Refused<List<Found>>(Refusal reason) ->
          show(visit, RefusalStatus.of(reason), form, Optional.empty(), reason.code());
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
      Visit visit, int status, Form form, Optional<List<Found>> found, String said) {
    return pages.show(
        status,
        visit,
        (templates, reader) ->
            templates.recordsRecords(
                reader,
                form,
                found,
                said,
                records.sources(),
                records.standing(),
                records.duplicates().waiting()));
  }

  @GetMapping("/records/{id:[0-9a-f-]{36}}")
  ResponseEntity<String> read(Visit visit, @PathVariable String id) {
    return switch (records.read(visit.officer(), RecordId.of(id))) {
      case Outcome.Done<RecordPage>(RecordPage page) ->
          pages.show(200, visit, (templates, reader) -> templates.recordsRecord(reader, page, ""));
      case Outcome.Refused<RecordPage>(Refusal reason) -> refused(visit, reason);
    };
  }

  /** Of which things several matters tell. */
  @GetMapping("/records/shared")
  ResponseEntity<String> shared(Visit visit) {
    return switch (records.sharedThings().across(visit.officer())) {
      case Outcome.Done<List<SharedThings.Shared>>(List<SharedThings.Shared> shared) ->
          pages.show(200, visit, (templates, reader) -> templates.recordsShared(reader, shared));
      case Outcome.Refused<List<SharedThings.Shared>>(Refusal reason) -> refused(visit, reason);
    };
  }

  /** Shows what would be taken from a message, and under which source and handling. */
  @GetMapping("/records/taking/{message:[0-9a-f-]{36}}/{place:[0-9]{1,3}}")
  ResponseEntity<String> offered(
      Visit visit, @PathVariable String message, @PathVariable int place) {
    return offered(visit, 200, MessageId.of(message), place, "");
  }

  private ResponseEntity<String> offered(
      Visit visit, int status, MessageId message, int place, String said) {
    return switch (records.takenIn().offered(visit.officer(), message, place)) {
      case Outcome.Done<TakenIn.Offered>(TakenIn.Offered offered) ->
          pages.show(
              status,
              visit,
              (templates, reader) ->
                  templates.recordsTaking(
                      reader, offered, "/records/taking/" + message + "/" + place, said));
      case Outcome.Refused<TakenIn.Offered>(Refusal reason) -> refused(visit, reason);
    };
  }

  @PostMapping("/records/taking/{message:[0-9a-f-]{36}}/{place:[0-9]{1,3}}")
  ResponseEntity<String> take(Visit visit, @PathVariable String message, @PathVariable int place) {
    MessageId from = MessageId.of(message);
    return switch (records.takenIn().take(visit.officer(), from, place)) {
      case Outcome.Done<RecordId>(RecordId record) -> Pages.to("/records/" + record);
      case Outcome.Refused<RecordId>(Refusal reason) when reason == RecordRefusal.TAKEN_ALREADY ->
          offered(visit, RefusalStatus.of(reason), from, place, reason.code());
      case Outcome.Refused<RecordId>(Refusal reason) -> refused(visit, reason);
    };
  }

  @PostMapping("/records/{id:[0-9a-f-]{36}}/erasure")
  ResponseEntity<String> erase(Visit visit, @PathVariable String id) {
    return after(visit, records.erase(visit.officer(), RecordId.of(id)), "/records");
  }

  @PostMapping("/records/{id:[0-9a-f-]{36}}/separation")
  ResponseEntity<String> separate(Visit visit, @PathVariable String id) {
    return after(
        visit,
        records.duplicates().separate(visit.officer(), RecordId.of(id)),
        "/records/" + RecordId.of(id));
  }

  @GetMapping("/records/pairs")
  ResponseEntity<String> pairs(Visit visit, Paged.Wanted wanted) {
    return switch (records.duplicates().open(visit.officer(), wanted)) {
      case Outcome.Done<Paged<Pair>>(Paged<Pair> open) ->
          pages.show(200, visit, (templates, reader) -> templates.recordsPairs(reader, open));
      case Outcome.Refused<Paged<Pair>>(Refusal reason) -> refused(visit, reason);
    };
  }

  @PostMapping("/records/pairs/{pair:[0-9a-f-]{36}}")
  ResponseEntity<String> decide(
      Visit visit, @PathVariable String pair, @RequestParam(defaultValue = "") String keep) {
    UUID id = UUID.fromString(pair);
    Outcome<?> attempt =
        keep.isEmpty()
            ? records.duplicates().tellApart(visit.officer(), id)
            : records.duplicates().merge(visit.officer(), id, Addresses.read(keep, RecordId::of));
    return after(visit, attempt, "/records/pairs");
  }

  @PostMapping("/records/index")
  ResponseEntity<String> reindex(Visit visit) {
    return after(visit, records.reindex(visit.officer()), "/records");
  }

  private ResponseEntity<String> after(Visit visit, Outcome<?> attempt, String to) {
    return attempt instanceof Outcome.Refused<?>(Refusal reason)
        ? refused(visit, reason)
        : Pages.to(to);
  }

  private ResponseEntity<String> refused(Visit visit, Refusal reason) {
    return pages.refused(visit, "record-refusal", reason);
  }
}
