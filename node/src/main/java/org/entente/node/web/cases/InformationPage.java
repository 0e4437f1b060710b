package org.entente.node.web.cases;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.OffenceArea;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Content;
import org.entente.node.casework.MessageStep;
import org.entente.node.casework.MessageView;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.web.frame.AgreementChoices;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form for information that nobody asked for, new or to be changed. */
@Controller
@RequestMapping("/informations")
class InformationPage {
  private static final String NEW = "/informations/new";

  private final Pages pages;
  private final Casework casework;
  private final Partners partners;
  private final Decisions decisions;
  private final AgreementsInForce agreements;
  private final Sentences sentences;
  private final AuthorityId own;
  private final InstantSource clock;

  InformationPage(
      Pages pages,
      Casework casework,
      Partners partners,
      Decisions decisions,
      AgreementsInForce agreements,
      Sentences sentences,
      AuthorityId own,
      InstantSource clock) {
    this.pages = pages;
    this.casework = casework;
    this.partners = partners;
    this.decisions = decisions;
    this.agreements = agreements;
    this.sentences = sentences;
    this.own = own;
    this.clock = clock;
  }

  @GetMapping("/new")
  ResponseEntity<String> empty(Visit visit) {
    return show(visit, 200, NEW, new Form(new LinkedMultiValueMap<>()), Map.of(), "");
  }

  @PostMapping("/new")
  ResponseEntity<String> draft(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    return take(visit, NEW, new Form(fields), Optional.empty());
  }

  @GetMapping("/{id}")
  ResponseEntity<String> drafted(Visit visit, @PathVariable String id) {
    MessageId message = MessageId.of(id);
    Optional<MessageView> draft = casework.cases().draft(visit.officer(), message);
    return draft
        .flatMap(view -> InformationForm.of(view, casework.drafts().named(message)))
        .map(form -> show(visit, 200, "/informations/" + id, form, Map.of(), ""))
        .orElseGet(() -> pages.notFound(visit));
  }

  @PostMapping("/{id}")
  ResponseEntity<String> change(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
    return take(visit, "/informations/" + id, new Form(fields), Optional.of(MessageId.of(id)));
  }

  private ResponseEntity<String> take(
      Visit visit, String action, Form form, Optional<MessageId> changed) {
    Locale language = visit.officer().language();
    if (SubjectBox.reads(form)) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      Form read = SubjectBox.read(form, "text", true, own, today);
      return show(visit, 200, action, read, Map.of(), "");
    }
    Optional<AuthorityId> partner =
        partners.all().stream()
            .map(Partner::id)
            .filter(id -> id.value().equals(form.text("partner")))
            .findFirst();
    Optional<OffenceArea> offence = OffenceArea.ofCode(form.text("offence"));
    if (partner.isEmpty() || offence.isEmpty()) {
      Map<String, String> faults = new LinkedHashMap<>();
      String choose = sentences.of(language, "content.fault.choose");
      if (partner.isEmpty()) {
        faults.put("partner", choose);
      }
      if (offence.isEmpty()) {
        faults.put("offence", choose);
      }
      return show(visit, 422, action, form, faults, sentences.of(language, "error.form"));
    }
    Outcome<MessageStep> outcome =
        changed
            .map(id -> changed(visit.officer(), id, offence.get(), form))
            .orElseGet(() -> begun(visit.officer(), partner.get(), offence.get(), form));
    return switch (outcome) {
      case Outcome.Done<MessageStep>(MessageStep step) -> Pages.to(Done.place(step));
      case Outcome.Refused<MessageStep>(Refusal why) ->
          show(
              visit,
              RefusalStatus.of(why),
              action,
              form,
              sentences.faults(language, why, UnaryOperator.identity()),
              sentences.why(language, why));
    };
  }

  /** A draft may be incomplete; what keeps it from being handed in is said then. */
  private Outcome<MessageStep> begun(
      Officer by, AuthorityId partner, OffenceArea offence, Form form) {
    return switch (InformationForm.content(form)) {
      case Content.Information whole ->
          casework.drafts().information(by, partner, RequestForm.chosen(form).orElseThrow(), whole);
      case Content.Unfinished begun -> casework.drafts().begin(by, partner, offence, begun);
      default -> throw new IllegalStateException("The form is of information");
    };
  }

  private Outcome<MessageStep> changed(Officer by, MessageId id, OffenceArea offence, Form form) {
    Optional<String> seen = Optional.ofNullable(form.optional("seen"));
    Content content = InformationForm.content(form);
    return content instanceof Content.Unfinished begun
        ? casework.drafts().change(by, id, offence, begun, seen)
        : casework.drafts().change(by, id, RequestForm.chosen(form), content, seen);
  }

  private ResponseEntity<String> show(
      Visit visit, int status, String action, Form form, Map<String, String> faults, String said) {
    return pages.show(
        status,
        visit,
        (templates, reader) ->
            templates.casesInformation(
                reader,
                action,
                action.equals(NEW),
                form,
                faults,
                said,
                new Addressees(partners, decisions, own, ActKind.INFORMATION)
                    .inOrder(clock.instant()),
                AgreementChoices.of(agreements, partners, clock.instant()),
                casework.copies().mayBeOwed()));
  }
}
