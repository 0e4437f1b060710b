package org.entente.node.web.cases;

import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.ActKind;
import org.entente.node.act.Outcome;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Route;
import org.entente.node.web.frame.Addresses;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What of a matter stays in the own house: whom it is put to there, and notes. */
@Controller
@RequestMapping("/cases/{id}")
class HousePages {
  /** Where on the page of a case it stands. */
  private static final String PLACE = "#house";

  private final CasePage casePage;
  private final Casework casework;

  HousePages(CasePage casePage, Casework casework) {
    this.casePage = casePage;
    this.casework = casework;
  }

  /** A judge was asked: the partner is told of the delay at once, Art. 5(2). */
  @PostMapping("/routes")
  ResponseEntity<String> ask(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
    CaseId caseId = CaseId.of(id);
    Form form = new Form(fields);
    Typed typed = Typed.in("route", form);
    Optional<Route.Kind> kind = Route.Kind.ofCode(form.text("kind"));
    if (kind.isEmpty()) {
      return casePage.unchosen(visit, caseId, typed, "kind");
    }
    Outcome<UUID> outcome =
        casework
            .routing()
            .ask(
                visit.officer(),
                caseId,
                kind.get(),
                new Route.Asked(form.text("to"), form.text("way"), form.text("text")));
    return casePage.after(
        visit,
        caseId,
        outcome,
        typed,
        route ->
            kind.get() == Route.Kind.JUDGE
                ? "/cases/" + id + "?begin=" + ActKind.JUDICIAL_DELAY.code() + "#send"
                : "/cases/" + id + PLACE);
  }

  @PostMapping("/routes/{route}/answer")
  ResponseEntity<String> came(
      Visit visit,
      @PathVariable String id,
      @PathVariable String route,
      @RequestParam MultiValueMap<String, String> fields) {
    CaseId caseId = CaseId.of(id);
    Form form = new Form(fields);
    Typed typed = Typed.in(route, form);
    Optional<Route.Result> result = Route.Result.ofCode(form.text("result"));
    if (result.isEmpty()) {
      return casePage.unchosen(visit, caseId, typed, "result");
    }
    UUID question = Addresses.read(route, UUID::fromString);
    return casePage.after(
        visit,
        caseId,
        casework.routing().came(visit.officer(), question, result.get(), form.text("text")),
        typed,
        asked ->
            result.get() == Route.Result.REFUSED && ofJudge(visit, caseId, question)
                ? "/cases/" + asked + "?begin=judge-refused#send"
                : "/cases/" + asked + PLACE);
  }

  private boolean ofJudge(Visit visit, CaseId id, UUID question) {
    return casework.routing().of(visit.officer(), id).stream()
        .anyMatch(route -> route.id().equals(question) && route.kind() == Route.Kind.JUDGE);
  }

  @PostMapping("/notes")
  ResponseEntity<String> note(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
    CaseId caseId = CaseId.of(id);
    Form form = new Form(fields);
    return casePage.after(
        visit,
        caseId,
        casework.notes().add(visit.officer(), caseId, form.text("note")),
        Typed.in("note", form),
        note -> "/cases/" + id + PLACE);
  }

  @PostMapping("/notes/{note}/strike")
  ResponseEntity<String> strike(Visit visit, @PathVariable String id, @PathVariable String note) {
    return casePage.after(
        visit,
        CaseId.of(id),
        casework.notes().strike(visit.officer(), Addresses.read(note, UUID::fromString)),
        Typed.nothing(),
        caseId -> "/cases/" + caseId + PLACE);
  }
}
