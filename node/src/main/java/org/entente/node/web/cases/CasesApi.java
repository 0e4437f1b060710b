package org.entente.node.web.cases;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AccessClass;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.OffenceArea;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.entente.node.casework.Attachments;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.CaseView;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Content;
import org.entente.node.casework.MessageStep;
import org.entente.node.casework.Rejection;
import org.entente.node.delivery.PartnersAbilities;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.web.cases.CaseWanted.ConsentWanted;
import org.entente.node.web.cases.CaseWanted.DelayWanted;
import org.entente.node.web.cases.CaseWanted.GrantWanted;
import org.entente.node.web.cases.CaseWanted.InformationWanted;
import org.entente.node.web.cases.CaseWanted.NoteWanted;
import org.entente.node.web.cases.CaseWanted.RefusalWanted;
import org.entente.node.web.cases.CaseWanted.ReplyWanted;
import org.entente.node.web.cases.CaseWanted.RequestWanted;
import org.entente.node.web.cases.CaseWanted.TextWanted;
import org.entente.node.web.cases.CaseWanted.TriageWanted;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases, messages and their attachments. */
@RestController
@RequestMapping("/api/v1")
class CasesApi {
  private final Casework casework;
  private final Problems problems;
  private final Sentences sentences;
  private final PartnersAbilities abilities;
  private final InstantSource clock;

  CasesApi(
      Casework casework,
      Problems problems,
      Sentences sentences,
      PartnersAbilities abilities,
      InstantSource clock) {
    this.casework = casework;
    this.sentences = sentences;
    this.problems = problems;
    this.abilities = abilities;
    this.clock = clock;
  }

  @GetMapping("/cases/{id}")
  ResponseEntity<Object> view(Officer officer, @PathVariable String id) {
    return casework
        .cases()
        .view(officer, CaseId.of(id))
        .<ResponseEntity<Object>>map(
            v -> ResponseEntity.ok(CaseAnswer.of(v, abilities, clock.instant())))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  record ReadingWanted(@Nullable String reason) {}

  /** Reads what is restricted; the reason is kept beside the entry of the look. */
  @PostMapping("/cases/{id}/restricted-reading")
  ResponseEntity<Object> restricted(
      Officer officer, @PathVariable String id, @RequestBody ReadingWanted wanted) {
    return switch (casework
        .cases()
        .viewRestricted(officer, CaseId.of(id), Wanted.orEmpty(wanted.reason()))) {
      case Outcome.Done<CaseView>(CaseView view) ->
          ResponseEntity.ok(CaseAnswer.of(view, abilities, clock.instant()));
      case Outcome.Refused<CaseView>(Refusal why) ->
          Problems.refused(sentences, officer, "retention-refused", why);
    };
  }

  @PostMapping("/requests")
  ResponseEntity<Object> request(Officer officer, @RequestBody RequestWanted wanted) {
    AuthorityId partner = Wanted.authority("partner", wanted.partner());
    return created(
        officer,
        switch (wanted.content()) {
          case Content.Unfinished begun ->
              casework.drafts().begin(officer, partner, wanted.area(), begun);
          case Content.Request whole ->
              casework.drafts().request(officer, partner, wanted.terms(), whole);
          default -> throw new IllegalStateException("Not a request");
        });
  }

  @PutMapping("/requests/{message}")
  ResponseEntity<Object> change(
      Officer officer,
      @PathVariable String message,
      @RequestParam Optional<String> seen,
      @RequestBody RequestWanted wanted) {
    MessageId id = MessageId.of(message);
    return done(
        officer,
        wanted.content() instanceof Content.Unfinished begun
            ? casework.drafts().change(officer, id, wanted.area(), begun, seen)
            : casework
                .drafts()
                .change(officer, id, Optional.of(wanted.terms()), wanted.content(), seen));
  }

  @PostMapping("/informations")
  ResponseEntity<Object> inform(Officer officer, @RequestBody InformationWanted wanted) {
    return created(
        officer,
        casework
            .drafts()
            .information(
                officer,
                Wanted.authority("partner", wanted.partner()),
                wanted.terms(),
                wanted.content()));
  }

  @PutMapping("/informations/{message}")
  ResponseEntity<Object> change(
      Officer officer,
      @PathVariable String message,
      @RequestParam Optional<String> seen,
      @RequestBody InformationWanted wanted) {
    return done(
        officer,
        casework
            .drafts()
            .change(
                officer,
                MessageId.of(message),
                Optional.of(wanted.terms()),
                wanted.content(),
                seen));
  }

  @PostMapping("/consent-requests")
  ResponseEntity<Object> askConsent(Officer officer, @RequestBody ConsentWanted wanted) {
    return created(
        officer,
        casework
            .drafts()
            .askConsent(
                officer,
                Wanted.authority("partner", wanted.partner()),
                Wanted.code("offence", wanted.offence(), OffenceArea::ofCode),
                Optional.ofNullable(wanted.agreement()),
                new Content.ConsentQuestion(Wanted.orEmpty(wanted.reasons()))));
  }

  @PostMapping("/cases/{id}/clarification-questions")
  ResponseEntity<Object> ask(
      Officer officer, @PathVariable String id, @RequestBody TextWanted wanted) {
    return answer(officer, id, new Content.Question(Wanted.orEmpty(wanted.text()), List.of()));
  }

  @PostMapping("/cases/{id}/clarification-answers")
  ResponseEntity<Object> clarify(
      Officer officer, @PathVariable String id, @RequestBody TextWanted wanted) {
    return answer(officer, id, new Content.Answer(Wanted.orEmpty(wanted.text()), List.of()));
  }

  @PostMapping("/cases/{id}/replies")
  ResponseEntity<Object> reply(
      Officer officer, @PathVariable String id, @RequestBody ReplyWanted wanted) {
    return answer(officer, id, wanted.content());
  }

  @PostMapping("/cases/{id}/refusals")
  ResponseEntity<Object> refuse(
      Officer officer, @PathVariable String id, @RequestBody RefusalWanted wanted) {
    return answer(officer, id, wanted.content());
  }

  @PostMapping("/cases/{id}/judicial-delays")
  ResponseEntity<Object> delay(
      Officer officer, @PathVariable String id, @RequestBody DelayWanted wanted) {
    return answer(officer, id, wanted.content());
  }

  @PostMapping("/cases/{id}/consent-grants")
  ResponseEntity<Object> grant(
      Officer officer, @PathVariable String id, @RequestBody GrantWanted wanted) {
    return answer(
        officer, id, new Content.ConsentGrant(Wanted.orEmpty(wanted.text()), wanted.until()));
  }

  @PostMapping("/cases/{id}/consent-denials")
  ResponseEntity<Object> deny(
      Officer officer, @PathVariable String id, @RequestBody TextWanted wanted) {
    return answer(officer, id, new Content.ConsentDenial(Wanted.orEmpty(wanted.text())));
  }

  @PostMapping("/cases/{id}/closures")
  ResponseEntity<Object> close(
      Officer officer, @PathVariable String id, @RequestBody TextWanted wanted) {
    return answer(officer, id, new Content.Closure(Wanted.orEmpty(wanted.text())));
  }

  @PostMapping("/cases/{id}/triage")
  ResponseEntity<Object> triage(
      Officer officer, @PathVariable String id, @RequestBody TriageWanted wanted) {
    AccessClass access = Wanted.code("access", wanted.access(), AccessClass::ofCode);
    return done(officer, casework.cases().triage(officer, CaseId.of(id), access));
  }

  @PostMapping("/messages/{id}/submission")
  ResponseEntity<Object> submit(
      Officer officer, @PathVariable String id, @RequestParam Optional<String> seen) {
    return done(officer, casework.approval().submit(officer, MessageId.of(id), seen));
  }

  @PostMapping("/messages/{id}/take-back")
  ResponseEntity<Object> takeBack(Officer officer, @PathVariable String id) {
    return done(officer, casework.approval().takeBack(officer, MessageId.of(id)));
  }

  @PostMapping("/messages/{id}/release")
  ResponseEntity<Object> release(
      Officer officer, @PathVariable String id, @RequestParam Optional<String> seen) {
    return done(officer, casework.approval().release(officer, MessageId.of(id), seen));
  }

  @PostMapping("/messages/{id}/return")
  ResponseEntity<Object> giveBack(
      Officer officer,
      @PathVariable String id,
      @RequestParam Optional<String> seen,
      @RequestBody NoteWanted wanted) {
    return done(
        officer,
        casework
            .approval()
            .giveBack(officer, MessageId.of(id), Wanted.orEmpty(wanted.note()), seen));
  }

  /** Replaces what a drafted reply says, such as one that was not finished. */
  @PutMapping("/messages/{id}/reply")
  ResponseEntity<Object> changeReply(
      Officer officer,
      @PathVariable String id,
      @RequestParam Optional<String> seen,
      @RequestBody ReplyWanted wanted) {
    return changed(officer, id, wanted.content(), seen);
  }

  /** Replaces what a drafted refusal says. */
  @PutMapping("/messages/{id}/refusal")
  ResponseEntity<Object> changeRefusal(
      Officer officer,
      @PathVariable String id,
      @RequestParam Optional<String> seen,
      @RequestBody RefusalWanted wanted) {
    return changed(officer, id, wanted.content(), seen);
  }

  private ResponseEntity<Object> changed(
      Officer officer, String id, Content content, Optional<String> seen) {
    return done(
        officer,
        casework.drafts().change(officer, MessageId.of(id), Optional.empty(), content, seen));
  }

  /** A colleague goes on with a draft, as it was seen. */
  @PostMapping("/messages/{id}/take-over")
  ResponseEntity<Object> takeOver(
      Officer officer, @PathVariable String id, @RequestParam Optional<String> seen) {
    return done(officer, casework.drafts().takeOver(officer, MessageId.of(id), seen));
  }

  @DeleteMapping("/messages/{id}")
  ResponseEntity<Object> discard(Officer officer, @PathVariable String id) {
    return done(officer, casework.drafts().discard(officer, MessageId.of(id)));
  }

  /** Takes the raw bytes of a file; streams them, so that size does not matter. */
  @PostMapping("/messages/{id}/attachments")
  ResponseEntity<Object> attach(
      Officer officer, @PathVariable String id, @RequestParam String name, InputStream file) {
    return created(officer, casework.attachments().attach(officer, MessageId.of(id), name, file));
  }

  @DeleteMapping("/messages/{id}/attachments/{attachment}")
  ResponseEntity<Object> detach(
      Officer officer, @PathVariable String id, @PathVariable String attachment) {
    return done(
        officer,
        casework.attachments().detach(officer, MessageId.of(id), AttachmentId.of(attachment)));
  }

  @GetMapping("/attachments/{id}")
  ResponseEntity<?> attachment(Officer officer, @PathVariable String id) {
    return switch (casework.attachments().open(officer, AttachmentId.of(id))) {
      case Attachments.Reading.Absent absent -> done(officer, Outcome.refused(Usual.NOT_FOUND));
      case Attachments.Reading.Damaged damaged ->
          done(officer, Outcome.refused(Rejection.FILE_DAMAGED));
      case Attachments.Reading.Opened opened ->
          ResponseEntity.ok()
              .contentType(MediaType.parseMediaType(opened.attached().mediaType()))
              .contentLength(opened.attached().sizeBytes())
              .header(
                  HttpHeaders.CONTENT_DISPOSITION,
                  ContentDisposition.attachment()
                      .filename(opened.attached().name(), StandardCharsets.UTF_8)
                      .build()
                      .toString())
              .body(new InputStreamResource(opened.content()));
    };
  }

  private ResponseEntity<Object> answer(Officer officer, String id, Content content) {
    return created(officer, casework.drafts().answer(officer, CaseId.of(id), content));
  }

  private ResponseEntity<Object> created(Officer officer, Outcome<MessageStep> outcome) {
    return problems.answer(officer, outcome, HttpStatus.CREATED);
  }

  private ResponseEntity<Object> done(Officer officer, Outcome<MessageStep> outcome) {
    return problems.answer(officer, outcome, HttpStatus.OK);
  }
}
