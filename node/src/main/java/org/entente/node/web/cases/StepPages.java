package org.entente.node.web.cases;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.agreement.AccessClass;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Content;
import org.entente.node.casework.Hindrance;
import org.entente.node.casework.MessageStep;
import org.entente.node.casework.WorkView;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.FormToken;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Visit;
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

/** Every step that can be taken on a case from its page. */
@Controller
class StepPages {
  private final Pages pages;
  private final CasePage casePage;
  private final Casework casework;
  private final AuthorityId own;
  private final InstantSource clock;

  StepPages(
      Pages pages, CasePage casePage, Casework casework, AuthorityId own, InstantSource clock) {
    this.own = own;
    this.clock = clock;
    this.pages = pages;
    this.casePage = casePage;
    this.casework = casework;
  }

  @PostMapping("/cases/{id}/messages")
  ResponseEntity<String> answer(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
    CaseId caseId = CaseId.of(id);
    Form form = new Form(fields);
    Typed typed = Typed.in(form.text("kind"), form);
    if (SubjectBox.reads(form)) {
      return casePage.again(visit, caseId, typed.with(read(form)));
    }
    Optional<Content> content = AnswerForm.content(form);
    return content.isEmpty()
        ? casePage.incomplete(visit, caseId, typed)
        : casePage.after(
            visit, caseId, casework.drafts().answer(visit.officer(), caseId, content.get()), typed);
  }

  @PostMapping("/messages/{id}/content")
  ResponseEntity<String> change(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    Typed typed = Typed.in(id, form);
    MessageId message = MessageId.of(id);
    if (SubjectBox.reads(form)) {
      return onCase(
          visit, message, caseId -> casePage.again(visit, caseId, typed.with(read(form))));
    }
    Optional<Content> content = AnswerForm.content(form);
    return onCase(
        visit,
        message,
        caseId ->
            content.isEmpty()
                ? casePage.incomplete(visit, caseId, typed)
                : casePage.afterChange(
                    visit,
                    caseId,
                    casework
                        .drafts()
                        .change(
                            visit.officer(),
                            message,
                            Optional.empty(),
                            content.get(),
                            Optional.ofNullable(form.optional("seen"))),
                    typed));
  }

  private Form read(Form form) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return SubjectBox.read(form, "text", false, own, today);
  }

  @PostMapping("/cases/{id}/triage")
  ResponseEntity<String> triage(
      Visit visit, @PathVariable String id, @RequestParam(defaultValue = "") String access) {
    CaseId caseId = CaseId.of(id);
    Optional<AccessClass> chosen = AccessClass.ofCode(access);
    return chosen.isEmpty()
        ? casePage.incomplete(visit, caseId, Typed.nothing())
        : casePage.after(
            visit, caseId, casework.cases().triage(visit.officer(), caseId, chosen.get()));
  }

  /** Asks before a draft goes for good. */
  @GetMapping("/messages/{id}/discard")
  ResponseEntity<String> sure(Visit visit, @PathVariable String id) {
    return casework
        .drafts()
        .discarding(visit.officer(), MessageId.of(id))
        .map(what ->
            pages.show(
                200,
                visit,
                (templates, reader) ->
                    templates.frameSure(
                        reader,
                        reader.t("discard.title"),
                        what.wholeCase()
                            ? reader.t("discard.whole-case", what.reference())
                            : reader.t("discard.draft", what.reference()),
                        "/messages/" + id + "/discard",
                        reader.t("action.discard"),
                        "/cases/" + what.caseId())))
        .orElseGet(() -> pages.notFound(visit));
  }

  @PostMapping("/messages/{id}/{step}")
  ResponseEntity<String> step(
      Visit visit,
      @PathVariable String id,
      @PathVariable String step,
      @RequestParam(defaultValue = "") String note,
      @RequestParam Optional<String> seen,
      @RequestParam(defaultValue = "") String next) {
    MessageId message = MessageId.of(id);
    MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
    typed.add("note", note);
    Optional<Supplier<Outcome<MessageStep>>> taken =
        switch (step) {
          case "submission" ->
              Optional.of(() -> casework.approval().submit(visit.officer(), message, seen));
          case "release" ->
              Optional.of(() -> casework.approval().release(visit.officer(), message, seen));
          case "return" ->
              Optional.of(() -> casework.approval().giveBack(visit.officer(), message, note, seen));
          case "take-over" ->
              Optional.of(() -> casework.drafts().takeOver(visit.officer(), message, seen));
          case "take-back" ->
              Optional.of(() -> casework.approval().takeBack(visit.officer(), message));
          case "discard" -> Optional.of(() -> casework.drafts().discard(visit.officer(), message));
          default -> Optional.empty();
        };
    return taken.isEmpty()
        ? pages.notFound(visit)
        : onCase(
            visit,
            message,
            caseId -> {
              Outcome<MessageStep> outcome = taken.get().get();
              boolean lacks =
                  outcome.refusal().filter(Hindrance.Faulty.class::isInstance).isPresent();
              if (lacks && casework.drafts().isRequest(message)) {
                return Pages.to("/requests/" + id + "/" + RequestStep.CHECK.code());
              }
              Optional<WorkView> onward = WorkView.ofCode(next);
              return outcome.refusal().isEmpty() && onward.isPresent()
                  ? Pages.to(onward(visit, onward.get(), caseId))
                  : casePage.after(
                      visit,
                      caseId,
                      outcome,
                      Typed.in(
                          lacks || step.equals("return") ? id : "",
                          lacks ? AnswerForm.empty() : new Form(typed)));
            });
  }

  /** The matter that stands next in a view of the work list, or the view if it is empty. */
  private String onward(Visit visit, WorkView view, CaseId done) {
    return casework
        .worklist()
        .next(visit.officer(), view, done)
        .map(id -> "/cases/" + id)
        .orElse("/?view=" + view.code());
  }

  /** The way for a browser without scripts; the file passes through memory, so it is limited. */
  @PostMapping("/messages/{id}/files")
  ResponseEntity<String> attach(
      Visit visit, @PathVariable String id, @RequestParam MultipartFile file) throws IOException {
    FormToken.require(visit.request());
    MessageId message = MessageId.of(id);
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    try (InputStream in = file.getInputStream()) {
      return onCase(
          visit,
          message,
          caseId ->
              casePage.after(
                  visit,
                  caseId,
                  casework.attachments().attach(visit.officer(), message, name, in)));
    }
  }

  /** The way of the upload script: the raw bytes, of any size, with a progress bar over there. */
  @PostMapping(
      path = "/messages/{id}/stream",
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
      produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> stream(
      Officer officer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String name,
      InputStream file) {
    return pages.received(
        officer, "rejection", casework.attachments().attach(officer, MessageId.of(id), name, file));
  }

  @PostMapping("/messages/{id}/attachments/{attachment}/removal")
  ResponseEntity<String> detach(
      Visit visit, @PathVariable String id, @PathVariable String attachment) {
    MessageId message = MessageId.of(id);
    return onCase(
        visit,
        message,
        caseId ->
            casePage.after(
                visit,
                caseId,
                casework
                    .attachments()
                    .detach(visit.officer(), message, AttachmentId.of(attachment))));
  }

  /** What is done with the case that a message belongs to. */
  private interface WithCase {
    ResponseEntity<String> on(CaseId id);
  }

  private ResponseEntity<String> onCase(Visit visit, MessageId message, WithCase step) {
    return casework.cases().caseOf(message).map(step::on).orElseGet(() -> pages.notFound(visit));
  }
}
