package org.entente.node.web.checks;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.AuthorityId;
import org.entente.intake.Description;
import org.entente.intake.SubjectKind;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.checks.Asking;
import org.entente.node.checks.CheckId;
import org.entente.node.checks.CheckReading;
import org.entente.node.checks.CheckView;
import org.entente.node.checks.Checks;
import org.entente.node.checks.Justification;
import org.entente.node.checks.Preview;
import org.entente.node.officers.Officer;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Partners;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.AgreementChoices;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Reader;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking partners blindly: the form with its preview, what came, and the way on after a hit. */
@Controller
class CheckPages {
  private final Pages pages;
  private final Asking asking;
  private final CheckReading reading;
  private final Checks checks;
  private final Partners partners;
  private final AgreementsInForce agreements;
  private final InstantSource clock;
  private final Sentences sentences;
  private final CheckBeginnings beginnings;

  CheckPages(
      Pages pages,
      Checks checks,
      Partners partners,
      AgreementsInForce agreements,
      Sentences sentences,
      CheckBeginnings beginnings,
      InstantSource clock) {
    this.beginnings = beginnings;
    this.pages = pages;
    this.asking = checks.asking();
    this.reading = checks.reading();
    this.checks = checks;
    this.partners = partners;
    this.agreements = agreements;
    this.clock = clock;
    this.sentences = sentences;
  }

  /** The form as it is to be shown. */
  private record Shown(SubjectKind kind, Form form, String said, Optional<Preview> preview) {}

  @GetMapping("/checks")
  ResponseEntity<String> newest(Visit visit, Paged.Wanted wanted) {
    return switch (reading.newest(visit.officer(), wanted)) {
      case Outcome.Done<Paged<CheckView>>(Paged<CheckView> all) ->
          pages.show(200, visit, (templates, reader) -> templates.checksChecks(reader, all));
      case Outcome.Refused<Paged<CheckView>>(Refusal reason) ->
          pages.refused(visit, "check-refusal", reason);
    };
  }

  @GetMapping("/checks/new")
  ResponseEntity<String> empty(Visit visit, @RequestParam Map<String, String> from) {
    if (!Rights.may(visit.officer(), Right.ASK_PARTNERS)) {
      return pages.refused(visit, "check-refusal", Usual.ROLE_MISSING);
    }
    CheckBeginnings.Begun begun = beginnings.form(visit.officer(), from);
    MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
    known().forEach(partner -> all.add("partner", partner.value()));
    Form form = begun.form().with(new Form(all), Set.of("partner"));
    return show(visit, 200, new Shown(begun.kind(), form, "", Optional.empty()));
  }

  @PostMapping("/checks/new")
  ResponseEntity<String> ask(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    SubjectKind kind =
        SubjectKind.ofCode(form.text("kind"))
            .filter(CheckForm.kinds()::contains)
            .orElse(SubjectKind.PERSON);
    Optional<Justification> why = CheckForm.why(form);
    List<String> lacking = CheckForm.lacking(form);
    if (why.isEmpty() || !lacking.isEmpty()) {
      Locale language = visit.officer().language();
      String named =
          lacking.stream()
              .map(key -> sentences.of(language, key))
              .collect(Collectors.joining(" · "));
      return again(visit, kind, form, 422, sentences.of(language, "error.form") + " " + named);
    }
    return switch (CheckForm.read(kind, form)) {
      case Description.Read.Faulty faulty ->
          again(visit, kind, form, 422, sentence(visit.officer(), faulty));
      case Description.Read.Meant meant -> {
        Set<AuthorityId> chosen = CheckForm.partners(form, known());
        Asking.Wish wish =
            new Asking.Wish(meant, why.get(), chosen, CheckForm.agreements(form, choices()));
        yield form.has("step", "preview")
            ? preview(visit, kind, form, wish)
            : ask(visit, kind, form, wish);
      }
    };
  }

  private String sentence(Officer officer, Description.Read.Faulty faulty) {
    String fault = sentences.of(officer.language(), "row-fault." + faulty.fault().code());
    return faulty.field().isEmpty()
        ? fault
        : sentences.of(officer.language(), "record-field." + faulty.field()) + ": " + fault;
  }

  private ResponseEntity<String> preview(
      Visit visit, SubjectKind kind, Form form, Asking.Wish wish) {
    return switch (asking.preview(visit.officer(), wish)) {
      case Outcome.Done<Preview>(Preview preview) ->
          show(visit, 200, new Shown(kind, form, "", Optional.of(preview)));
      case Outcome.Refused<Preview>(Refusal reason) ->
          pages.refused(visit, "check-refusal", reason);
    };
  }

  private ResponseEntity<String> ask(Visit visit, SubjectKind kind, Form form, Asking.Wish wish) {
    return switch (asking.ask(visit.officer(), wish)) {
      case Outcome.Done<CheckId>(CheckId id) -> Pages.to("/checks/" + id);
      case Outcome.Refused<CheckId>(Refusal reason) ->
          again(
              visit,
              kind,
              form,
              RefusalStatus.of(reason),
              sentences.of(visit.officer().language(), "check-refusal." + reason.code()));
    };
  }

  private ResponseEntity<String> again(
      Visit visit, SubjectKind kind, Form form, int status, String said) {
    return show(visit, status, new Shown(kind, form, said, Optional.empty()));
  }

  private ResponseEntity<String> show(Visit visit, int status, Shown shown) {
    return pages.show(
        status,
        visit,
        (templates, reader) ->
            templates.checksAsk(
                reader,
                shown.kind(),
                shown.form(),
                shown.said(),
                shown.preview(),
                known(),
                choices()));
  }

  private AgreementChoices choices() {
    return AgreementChoices.of(agreements, partners, clock.instant());
  }

  private List<AuthorityId> known() {
    return checks.askable();
  }

  @GetMapping("/checks/{id}")
  ResponseEntity<String> view(Visit visit, @PathVariable String id) {
    return switch (reading.view(visit.officer(), CheckId.of(id))) {
      case Outcome.Refused<CheckView>(Refusal reason) ->
          pages.refused(visit, "check-refusal", reason);
      case Outcome.Done<CheckView>(CheckView view) -> {
        Reader reader = pages.reader(visit);
        CheckPicture picture = CheckPicture.of(view.answers(), reader::name);
        ResponseEntity<String> page =
            pages.show(200, reader, (templates, _) -> templates.checksCheck(reader, view, picture));
        yield view.waiting() ? Pages.again(page, 1) : page;
      }
    };
  }

  /** The partner's signed answer, for a party that has to prove it. */
  @GetMapping("/checks/{id}/{partner}/answer.check")
  ResponseEntity<Object> proof(Visit visit, @PathVariable String id, @PathVariable String partner) {
    Optional<List<byte[]>> statements =
        reading.proof(visit.officer(), CheckId.of(id), new AuthorityId(partner));
    if (statements.isEmpty()) {
      ResponseEntity<String> page = pages.refused(visit, "check-refusal", Usual.NOT_FOUND);
      return ResponseEntity.status(page.getStatusCode())
          .headers(page.getHeaders())
          .body(page.getBody());
    }
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("answer.check").build().toString())
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(statements.get().get(1));
  }
}
