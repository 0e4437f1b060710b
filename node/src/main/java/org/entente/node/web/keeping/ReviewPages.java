package org.entente.node.web.keeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.TwoHands;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.CaseView;
import org.entente.node.casework.Casework;
import org.entente.node.followup.NoticeOffice;
import org.entente.node.officers.Officer;
import org.entente.node.retention.Retention;
import org.entente.node.retention.RetentionRefusal;
import org.entente.node.retention.Reviews;
import org.entente.node.retention.StepId;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.CaseScreen;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long cases are kept: the list of reviews, and the steps taken from a case's page. */
@Controller
class ReviewPages {
  private final Pages pages;
  private final CaseScreen caseScreen;
  private final Casework casework;
  private final Reviews reviews;
  private final NoticeOffice notices;

  ReviewPages(
      Pages pages,
      CaseScreen caseScreen,
      Casework casework,
      Retention retention,
      NoticeOffice notices) {
    this.pages = pages;
    this.caseScreen = caseScreen;
    this.casework = casework;
    this.reviews = retention.reviews();
    this.notices = notices;
  }

  @GetMapping("/reviews")
  ResponseEntity<String> list(
      Visit visit, Paged.Wanted wanted, @RequestParam(defaultValue = "1") int notices) {
    if (!Rights.may(visit.officer(), Right.READ_CASES)) {
      return pages.notFound(visit);
    }
    return pages.show(
        200,
        visit,
        (templates, reader) ->
            templates.keepingReviews(
                reader,
                reviews.list(visit.officer(), wanted),
                this.notices.desk().open(visit.officer(), new Paged.Wanted(notices, Paged.SIZE))));
  }

  @PostMapping("/cases/{id}/review/{act}")
  ResponseEntity<String> step(
      Visit visit,
      @PathVariable String id,
      @PathVariable String act,
      @RequestParam MultiValueMap<String, String> fields) {
    CaseId caseId = CaseId.of(id);
    Form form = new Form(fields);
    String reason = form.text("reason");
    Outcome<CaseId> outcome =
        switch (act) {
          case "extension" ->
              form.date("until")
                  .map(day ->
                      reviews.proposeExtension(
                          visit.officer(), caseId, endOf(visit.officer(), day), reason))
                  .orElseGet(() -> Outcome.refused(RetentionRefusal.DATE_NOT_ALLOWED));
          case "erasure" -> reviews.proposeErasure(visit.officer(), caseId, reason);
          case "hold" -> reviews.hold(visit.officer(), caseId, reason);
          case "hold-lifting" -> reviews.liftHold(visit.officer(), caseId, reason);
          case "restriction" -> reviews.restrict(visit.officer(), caseId, reason);
          case "restriction-lifting" -> reviews.liftRestriction(visit.officer(), caseId, reason);
          default -> Outcome.refused(Usual.NOT_FOUND);
        };
    return after(visit, caseId, outcome);
  }

  /** The end of a day where the officer is. */
  private static Instant endOf(Officer officer, LocalDate day) {
    return day.plusDays(1).atStartOfDay(officer.zone()).toInstant();
  }

  /** Asks before a step that waits for a second person goes for good. */
  @GetMapping("/review-steps/{id}/withdrawal")
  ResponseEntity<String> sure(Visit visit, @PathVariable String id) {
    return Withdrawal.page(
        pages,
        visit,
        TwoHands.KEEPING,
        reviews.caseOf(StepId.of(id)),
        "withdraw.review",
        "/review-steps/" + id);
  }

  @PostMapping("/review-steps/{id}/{act}")
  ResponseEntity<String> decide(Visit visit, @PathVariable String id, @PathVariable String act) {
    StepId step = StepId.of(id);
    Optional<CaseId> caseId = reviews.caseOf(step);
    if (caseId.isEmpty()) {
      return pages.notFound(visit);
    }
    Outcome<CaseId> outcome =
        switch (act) {
          case "confirmation" -> reviews.confirm(visit.officer(), step);
          case "withdrawal" -> reviews.withdraw(visit.officer(), step);
          default -> Outcome.refused(Usual.NOT_FOUND);
        };
    return after(visit, caseId.get(), outcome);
  }

  /** Shows a case with what of it is restricted, to a supervisor who says why. */
  @PostMapping("/cases/{id}/restricted")
  ResponseEntity<String> restricted(
      Visit visit, @PathVariable String id, @RequestParam(defaultValue = "") String reason) {
    CaseId caseId = CaseId.of(id);
    return switch (casework.cases().viewRestricted(visit.officer(), caseId, reason)) {
      case Outcome.Done<CaseView>(CaseView view) -> caseScreen.show(visit, view);
      case Outcome.Refused<CaseView>(Refusal why) ->
          caseScreen.refused(visit, caseId, "retention-refused", why);
    };
  }

  private ResponseEntity<String> after(Visit visit, CaseId id, Outcome<CaseId> outcome) {
    return switch (outcome) {
      case Outcome.Done<CaseId>(CaseId done) -> Pages.to("/cases/" + done);
      case Outcome.Refused<CaseId>(Refusal why) ->
          caseScreen.refused(visit, id, "retention-refused", why);
    };
  }
}
