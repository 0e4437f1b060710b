package org.entente.node.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AccessClass;
import org.entente.node.casework.Attachments;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.CaseSummary;
import org.entente.node.casework.CaseView;
import org.entente.node.casework.Cases;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Content;
import org.entente.node.casework.MessageState;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.Outcome;
import org.entente.node.casework.RefusalGround;
import org.entente.node.delivery.AttachmentId;
import org.entente.node.delivery.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.web.Sentences;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The work list, the case and every step that can be taken on it. */
@Controller
class CasePages {
  private final Pages pages;
  private final Casework casework;
  private final Officers officers;
  private final Sentences sentences;

  CasePages(Pages pages, Casework casework, Officers officers, Sentences sentences) {
    this.pages = pages;
    this.casework = casework;
    this.officers = officers;
    this.sentences = sentences;
  }

  @GetMapping("/")
  ResponseEntity<String> workList(
      Officer officer,
      HttpServletRequest request,
      @RequestParam(defaultValue = "open") String show) {
    List<CaseSummary> cases =
        !Cases.mayRead(officer)
            ? List.of()
            : show.equals("ended") ? casework.cases().ended() : casework.cases().open();
    if (show.equals("waiting")) {
      cases =
          cases.stream()
              .filter(c -> c.pending().equals(Optional.of(MessageState.AWAITING_APPROVAL)))
              .toList();
    }
    return pages.show(
        200, "worklist", pages.reader(officer, request), Map.of("cases", cases, "show", show));
  }

  @GetMapping("/cases/{id}")
  ResponseEntity<String> view(
      Officer officer, HttpServletRequest request, @PathVariable String id) {
    return view(officer, request, CaseId.of(id), 200, "");
  }

  private ResponseEntity<String> view(
      Officer officer, HttpServletRequest request, CaseId id, int status, String notice) {
    Reader reader = pages.reader(officer, request);
    Optional<CaseView> view = casework.cases().view(officer, id);
    if (view.isEmpty()) {
      return pages.show(404, "notice", reader, Map.of("key", "error.not-found"));
    }
    Map<String, Object> parts = new HashMap<>();
    parts.put("view", view.get());
    parts.put("names", names(view.get()));
    parts.put("notice", notice);
    parts.put("access", casework.cases().access(id));
    return pages.show(status, "case", reader, parts);
  }

  private Map<OfficerId, String> names(CaseView view) {
    Map<OfficerId, String> names = new HashMap<>();
    for (MessageView message : view.messages()) {
      message.draftedBy().ifPresent(id -> names.computeIfAbsent(id, this::name));
      message.releasedBy().ifPresent(id -> names.computeIfAbsent(id, this::name));
    }
    return names;
  }

  private String name(OfficerId id) {
    return officers.nameOf(id).orElse(id.toString());
  }

  @PostMapping("/cases/{id}/messages")
  ResponseEntity<String> answer(
      Officer officer,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form) {
    Form read = new Form(form);
    Optional<Content> content = content(read);
    if (content.isEmpty()) {
      return view(
          officer, request, CaseId.of(id), 422, sentences.of(officer.language(), "error.form"));
    }
    return step(
        officer,
        request,
        CaseId.of(id),
        casework.drafts().answer(officer, CaseId.of(id), content.get()));
  }

  /** The content that a form of the case page describes. */
  private static Optional<Content> content(Form form) {
    String text = form.text("text");
    return switch (form.text("kind")) {
      case "clarification-question" -> Optional.of(new Content.Question(text, List.of()));
      case "clarification-answer" -> Optional.of(new Content.Answer(text, List.of()));
      case "closure" -> Optional.of(new Content.Closure(text));
      case "consent-denial" -> Optional.of(new Content.ConsentDenial(text));
      case "consent-grant" ->
          form.date("until")
              .map(day ->
                  new Content.ConsentGrant(
                      text, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
      case "refusal" ->
          Arrays.stream(RefusalGround.values())
              .filter(g -> g.letter().equals(form.text("ground")))
              .findFirst()
              .map(g -> new Content.Refusal(g, text, List.of()));
      case "reply" ->
          form.evaluation()
              .map(e ->
                  new Content.Reply(
                      text,
                      e,
                      form.handling(),
                      form.optional("handlingText"),
                      form.text("assessment").equals("true"),
                      form.text("asOf"),
                      List.of()));
      default -> Optional.empty();
    };
  }

  @PostMapping("/cases/{id}/triage")
  ResponseEntity<String> triage(
      Officer officer,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam String access) {
    Optional<AccessClass> chosen = AccessClass.ofCode(access);
    return chosen.isEmpty()
        ? view(officer, request, CaseId.of(id), 422, sentences.of(officer.language(), "error.form"))
        : step(
            officer,
            request,
            CaseId.of(id),
            casework.cases().triage(officer, CaseId.of(id), chosen.get()));
  }

  @PostMapping("/messages/{id}/{step}")
  ResponseEntity<String> step(
      Officer officer,
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String step,
      @RequestParam(defaultValue = "") String note) {
    MessageId message = MessageId.of(id);
    Optional<CaseId> caseId = casework.cases().caseOf(message);
    if (caseId.isEmpty()) {
      return pages.show(
          404, "notice", pages.reader(officer, request), Map.of("key", "error.not-found"));
    }
    Optional<Outcome> outcome =
        switch (step) {
          case "submission" -> Optional.of(casework.approval().submit(officer, message));
          case "release" -> Optional.of(casework.approval().release(officer, message));
          case "return" -> Optional.of(casework.approval().giveBack(officer, message, note));
          case "discard" -> Optional.of(casework.drafts().discard(officer, message));
          default -> Optional.empty();
        };
    return outcome.isEmpty()
        ? pages.show(
            404, "notice", pages.reader(officer, request), Map.of("key", "error.not-found"))
        : step(officer, request, caseId.get(), outcome.get());
  }

  @PostMapping("/messages/{id}/files")
  ResponseEntity<String> attach(
      Officer officer,
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam MultipartFile file)
      throws IOException {
    MessageId message = MessageId.of(id);
    Optional<CaseId> caseId = casework.cases().caseOf(message);
    if (caseId.isEmpty()) {
      return pages.show(
          404, "notice", pages.reader(officer, request), Map.of("key", "error.not-found"));
    }
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    try (InputStream in = file.getInputStream()) {
      Outcome outcome = casework.attachments().attach(officer, message, name, in);
      return step(officer, request, caseId.get(), outcome);
    }
  }

  @GetMapping("/attachments/{id}")
  ResponseEntity<InputStreamResource> attachment(Officer officer, @PathVariable String id)
      throws IOException {
    Optional<Attachments.Opened> opened = casework.attachments().open(officer, AttachmentId.of(id));
    if (opened.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(opened.get().attached().sizeBytes())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(opened.get().attached().name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new InputStreamResource(opened.get().content()));
  }

  /**
   * Back to the case after a step that was taken; the case with the reason after one that was not.
   */
  private ResponseEntity<String> step(
      Officer officer, HttpServletRequest request, CaseId id, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> to("/cases/" + done.caseId());
      case Outcome.Faulty faulty -> {
        List<String> lines = new ArrayList<>();
        lines.add(sentences.why(officer.language(), outcome));
        faulty
            .faults()
            .forEach(f ->
                lines.add(
                    sentences.of(officer.language(), "field." + f.field())
                        + ": "
                        + sentences.fault(officer.language(), f)));
        yield view(officer, request, id, 422, String.join(" ", lines));
      }
      case Outcome.Undecided u ->
          view(officer, request, id, 409, sentences.why(officer.language(), outcome));
      case Outcome.Rejected r ->
          view(officer, request, id, 409, sentences.why(officer.language(), outcome));
    };
  }

  static ResponseEntity<String> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
