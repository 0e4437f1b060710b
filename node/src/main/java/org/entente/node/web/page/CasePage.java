package org.entente.node.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.CaseView;
import org.entente.node.casework.Casework;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.Outcome;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.records.CrossCheck;
import org.entente.node.records.PossibleMatch;
import org.entente.node.records.Records;
import org.entente.node.web.Sentences;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows a case, also with what was typed into one of its forms and did not go through. */
@Component
class CasePage {
  private final Pages pages;
  private final Casework casework;
  private final Officers officers;
  private final Sentences sentences;
  private final CrossCheck crossCheck;

  CasePage(
      Pages pages, Casework casework, Officers officers, Sentences sentences, Records records) {
    this.crossCheck = records.crossCheck();
    this.pages = pages;
    this.casework = casework;
    this.officers = officers;
    this.sentences = sentences;
  }

  ResponseEntity<String> show(Officer officer, HttpServletRequest request, CaseId id) {
    return show(officer, request, id, 200, Typed.nothing());
  }

  /** Back to the case after a step that was taken; the case with the reason after another. */
  ResponseEntity<String> after(
      Officer officer, HttpServletRequest request, CaseId id, Outcome outcome) {
    return after(officer, request, id, outcome, Typed.nothing());
  }

  ResponseEntity<String> after(
      Officer officer, HttpServletRequest request, CaseId id, Outcome outcome, Typed typed) {
    return switch (outcome) {
      case Outcome.Done done -> Pages.to("/cases/" + done.caseId());
      case Outcome.Faulty faulty -> {
        Map<String, String> faults = new HashMap<>();
        faulty
            .faults()
            .forEach(f ->
                faults.putIfAbsent(typed.field(f.field()), sentences.fault(officer.language(), f)));
        yield show(officer, request, id, 422, typed.with(why(officer, outcome), faults));
      }
      case Outcome.Undecided u ->
          show(officer, request, id, 409, typed.with(why(officer, outcome), Map.of()));
      case Outcome.Rejected r ->
          show(officer, request, id, 409, typed.with(why(officer, outcome), Map.of()));
    };
  }

  ResponseEntity<String> incomplete(
      Officer officer, HttpServletRequest request, CaseId id, Typed typed) {
    String notice = sentences.of(officer.language(), "error.form");
    return show(officer, request, id, 422, typed.with(notice, Map.of()));
  }

  private String why(Officer officer, Outcome outcome) {
    return sentences.why(officer.language(), outcome);
  }

  private ResponseEntity<String> show(
      Officer officer, HttpServletRequest request, CaseId id, int status, Typed typed) {
    Reader reader = pages.reader(officer, request);
    Optional<CaseView> view = casework.cases().view(officer, id);
    if (view.isEmpty()) {
      return pages.show(404, "notice", reader, Map.of("key", "error.not-found"));
    }
    Map<String, Object> parts = new HashMap<>();
    parts.put("view", view.get());
    Optional<CrossCheck.Beside> beside = crossCheck.beside(officer, id);
    parts.put("beside", beside);
    parts.put("names", names(view.get(), beside));
    parts.put("typed", typed);
    parts.put("access", casework.cases().access(id));
    return pages.show(status, "case", reader, parts);
  }

  private Map<OfficerId, String> names(CaseView view, Optional<CrossCheck.Beside> beside) {
    Map<OfficerId, String> names = new HashMap<>();
    for (MessageView message : view.messages()) {
      message.draftedBy().ifPresent(id -> names.computeIfAbsent(id, this::name));
      message.releasedBy().ifPresent(id -> names.computeIfAbsent(id, this::name));
    }
    for (PossibleMatch match : beside.map(CrossCheck.Beside::matches).orElse(List.of())) {
      match.decidedBy().ifPresent(id -> names.computeIfAbsent(id, this::name));
    }
    return names;
  }

  private String name(OfficerId id) {
    return officers.nameOf(id).orElse(id.toString());
  }
}
