package org.entente.node.web.oversight;

import java.util.List;
import java.util.Optional;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.ledger.Entries;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.oversight.Histories;
import org.entente.node.oversight.History;
import org.entente.node.oversight.LookId;
import org.entente.node.oversight.MentionKey;
import org.entente.node.oversight.Oversight;
import org.entente.node.oversight.PersonDescription;
import org.entente.node.oversight.PersonSearch;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Reader;
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

/** Who looked at a person, and why. Addresses hold the identifier of the look, never a name. */
@Controller
class PersonLookPages {
  private final Pages pages;
  private final OversightRefusals refusals;
  private final OversightFiles files;
  private final PersonSearch search;
  private final Histories histories;
  private final Officers officers;

  PersonLookPages(
      Pages pages,
      OversightRefusals refusals,
      OversightFiles files,
      Oversight oversight,
      Officers officers) {
    this.pages = pages;
    this.refusals = refusals;
    this.files = files;
    this.search = oversight.search();
    this.histories = oversight.histories();
    this.officers = officers;
  }

  @GetMapping("/oversight/people")
  ResponseEntity<String> form(Visit visit) {
    return Rights.may(visit.officer(), Right.OVERSEE)
        ? form(visit, 200, new Form(new LinkedMultiValueMap<>()), "")
        : refusals.page(visit, Usual.ROLE_MISSING);
  }

  @PostMapping("/oversight/people")
  ResponseEntity<String> look(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    PersonDescription who =
        new PersonDescription(
            form.text("name"),
            form.text("born"),
            form.text("document"),
            form.text("phone"),
            form.text("account"));
    return switch (search.search(visit.officer(), who, form.text("reason"))) {
      case Outcome.Done<LookId>(LookId id) -> Pages.to("/oversight/people/" + id);
      case Outcome.Refused<LookId>(Refusal reason) ->
          reason == Usual.ROLE_MISSING
              ? refusals.page(visit, reason)
              : form(visit, RefusalStatus.of(reason), form, reason.code());
    };
  }

  private ResponseEntity<String> form(Visit visit, int status, Form form, String said) {
    return pages.show(
        status, visit, (templates, reader) -> templates.oversightPersons(reader, form, said));
  }

  @GetMapping("/oversight/people/{id}")
  ResponseEntity<String> found(Visit visit, @PathVariable String id) {
    return found(visit, LookId.of(id), 200, "");
  }

  private ResponseEntity<String> found(Visit visit, LookId id, int status, String said) {
    Reader reader = pages.reader(visit);
    return switch (search.open(visit.officer(), id)) {
      case Outcome.Done<PersonSearch.Findings>(PersonSearch.Findings found) ->
          pages.show(
              status,
              reader,
              (templates, _) ->
                  templates.oversightMentions(
                      reader, found, new OversightNames(officers, reader), said));
      case Outcome.Refused<PersonSearch.Findings>(Refusal reason) -> refusals.page(visit, reason);
    };
  }

  @PostMapping("/oversight/people/{id}/history")
  ResponseEntity<String> choose(
      Visit visit,
      @PathVariable String id,
      @RequestParam(name = "mention", required = false) List<String> chosen) {
    List<MentionKey> keys =
        chosen == null
            ? List.of()
            : chosen.stream().flatMap(text -> MentionKey.read(text).stream()).toList();
    LookId look = LookId.of(id);
    return switch (histories.choose(visit.officer(), look, keys)) {
      case Outcome.Done<LookId>(LookId history) -> Pages.to("/oversight/histories/" + history);
      case Outcome.Refused<LookId>(Refusal reason) ->
          reason.kind() == Refusal.Kind.INCOMPLETE
              ? found(visit, look, 422, reason.code())
              : refusals.page(visit, reason);
    };
  }

  @GetMapping("/oversight/histories/{id}")
  ResponseEntity<String> history(
      Visit visit, @PathVariable String id, @RequestParam(defaultValue = "") String before) {
    Optional<Entries.Place> place = Entries.Place.of(before);
    Reader reader = pages.reader(visit);
    return switch (histories.page(visit.officer(), LookId.of(id), place)) {
      case Outcome.Done<History>(History history) ->
          pages.show(
              200,
              reader,
              (templates, _) ->
                  templates.oversightHistory(
                      reader, history, place.isEmpty(), new OversightNames(officers, reader)));
      case Outcome.Refused<History>(Refusal reason) -> refusals.page(visit, reason);
    };
  }

  @GetMapping("/oversight/histories/{id}/entries.csv")
  ResponseEntity<byte[]> csv(Officer officer, @PathVariable String id) {
    return switch (files.history(officer, LookId.of(id))) {
      case Outcome.Done<byte[]>(byte[] csv) ->
          OversightRefusals.file("entries.csv", "text/csv;charset=UTF-8", csv);
      case Outcome.Refused<byte[]>(Refusal reason) -> OversightRefusals.none(reason);
    };
  }
}
