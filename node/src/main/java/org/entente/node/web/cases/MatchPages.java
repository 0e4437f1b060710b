package org.entente.node.web.cases;

import java.util.UUID;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.casework.CaseId;
import org.entente.node.records.CrossCheck;
import org.entente.node.records.Records;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an officer makes of the possible matches beside a case. */
@Controller
class MatchPages {
  private final Pages pages;
  private final CrossCheck crossCheck;

  MatchPages(Pages pages, Records records) {
    this.pages = pages;
    this.crossCheck = records.crossCheck();
  }

  @PostMapping("/cases/{id}/matches/{match}")
  ResponseEntity<String> decide(
      Visit visit,
      @PathVariable String id,
      @PathVariable String match,
      @RequestParam boolean same,
      @RequestParam(defaultValue = "") String ground) {
    CaseId file = CaseId.of(id);
    return after(
        visit,
        file,
        crossCheck.decide(visit.officer(), file, UUID.fromString(match), same, ground));
  }

  @PostMapping("/cases/{id}/comparison")
  ResponseEntity<String> again(Visit visit, @PathVariable String id) {
    CaseId file = CaseId.of(id);
    return after(visit, file, crossCheck.again(visit.officer(), file));
  }

  private ResponseEntity<String> after(Visit visit, CaseId file, Outcome<?> attempt) {
    return attempt instanceof Outcome.Refused<?>(Refusal reason)
        ? pages.refused(visit, "record-refusal", reason)
        : Pages.to("/cases/" + file + "#known");
  }
}
