package org.entente.node.web.keeping;

import java.util.Optional;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.TwoHands;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.exchange.MessageId;
import org.entente.node.followup.Notice;
import org.entente.node.followup.NoticeDesk;
import org.entente.node.followup.NoticeKind;
import org.entente.node.followup.NoticeOffice;
import org.entente.node.followup.NoticeStep;
import org.entente.node.followup.PassingOn;
import org.entente.node.followup.Reports;
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

/** Notices about messages, written and released from a case's page. */
@Controller
class NoticePages {
  private final Pages pages;
  private final CaseScreen caseScreen;
  private final Casework casework;
  private final NoticeDesk desk;
  private final Reports reports;
  private final PassingOn passingOn;

  NoticePages(Pages pages, CaseScreen caseScreen, Casework casework, NoticeOffice office) {
    this.pages = pages;
    this.caseScreen = caseScreen;
    this.casework = casework;
    this.desk = office.desk();
    this.reports = office.reports();
    this.passingOn = office.passingOn();
  }

  @PostMapping("/messages/{id}/notices")
  ResponseEntity<String> send(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
    MessageId about = MessageId.of(id);
    Optional<CaseId> caseId = casework.cases().caseOf(about);
    if (caseId.isEmpty()) {
      return pages.notFound(visit);
    }
    Optional<Notice> notice = notice(new Form(fields));
    return notice.isEmpty()
        ? caseScreen.because(visit, caseId.get(), "error.form")
        : after(visit, caseId.get(), desk.send(visit.officer(), about, notice.get()));
  }

  /** What a form says; empty when its kind is none that an officer sends. */
  private static Optional<Notice> notice(Form form) {
    String reasons = form.text("reasons").strip();
    Optional<NoticeKind> kind = NoticeKind.ofCode(form.text("kind"));
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    return switch (kind.get()) {
      case CORRECTION ->
          Optional.of(
              new Notice.Correction(form.text("passage"), form.text("corrected").strip(), reasons));
      case INACCURACY ->
          Optional.of(
              new Notice.Inaccuracy(form.text("passage"), form.text("corrected").strip(), reasons));
      case PASSING -> Optional.of(new Notice.Passing(form.text("recipient"), reasons));
      case ERASURE -> Optional.of(new Notice.Erasure(reasons));
      case RESTRICTION -> Optional.of(new Notice.Restriction(reasons));
      case LIFTING -> Optional.of(new Notice.Lifting(reasons));
      case RECALL -> Optional.of(new Notice.Recall(reasons));
      case HANDLING ->
          Optional.of(new Notice.Handling(form.handling(), form.optional("handlingText"), reasons));
      case FINDING, PERMISSION, ACKNOWLEDGEMENT, REMINDER -> Optional.empty();
    };
  }

  /** Asks before a notice that was prepared goes for good. */
  @GetMapping("/notices/{id}/withdrawal")
  ResponseEntity<String> sure(Visit visit, @PathVariable String id) {
    return Withdrawal.page(
        pages,
        visit,
        TwoHands.NOTICE,
        desk.caseOf(MessageId.of(id)),
        "withdraw.notice",
        "/notices/" + id);
  }

  @PostMapping("/notices/{id}/{act}")
  ResponseEntity<String> decide(
      Visit visit,
      @PathVariable String id,
      @PathVariable String act,
      @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    String reasons = form.text("reasons").strip();
    MessageId notice = MessageId.of(id);
    Optional<CaseId> caseId = desk.caseOf(notice);
    if (caseId.isEmpty()) {
      return pages.notFound(visit);
    }
    Outcome<NoticeStep> outcome =
        switch (act) {
          case "release" -> desk.release(visit.officer(), notice);
          case "withdrawal" -> desk.withdraw(visit.officer(), notice);
          case "correction" ->
              reports.correct(visit.officer(), notice, form.text("corrected").strip(), reasons);
          case "permission" -> passingOn.answer(visit.officer(), notice, true, reasons);
          case "prohibition" -> passingOn.answer(visit.officer(), notice, false, reasons);
          case "denial" -> reports.decline(visit.officer(), notice, reasons);
          default -> Outcome.refused(Usual.NOT_FOUND);
        };
    return after(visit, caseId.get(), outcome);
  }

  /** A draft passes on what a message of another case said. */
  @PostMapping("/messages/{id}/uses")
  ResponseEntity<String> use(
      Visit visit, @PathVariable String id, @RequestParam(defaultValue = "") String item) {
    MessageId draft = MessageId.of(id);
    Optional<CaseId> caseId = casework.cases().caseOf(draft);
    if (caseId.isEmpty()) {
      return pages.notFound(visit);
    }
    MessageId used;
    try {
      used = MessageId.of(item.strip());
    } catch (IllegalArgumentException e) {
      return caseScreen.refused(visit, caseId.get(), "notice-refused", Usual.NOT_FOUND);
    }
    return after(visit, caseId.get(), desk.use(visit.officer(), draft, used));
  }

  private ResponseEntity<String> after(Visit visit, CaseId id, Outcome<NoticeStep> outcome) {
    return switch (outcome) {
      case Outcome.Done<NoticeStep>(NoticeStep step) -> Pages.to("/cases/" + step.caseId());
      case Outcome.Refused<NoticeStep>(Refusal why) ->
          caseScreen.refused(visit, id, "notice-refused", why);
    };
  }
}
