package org.entente.node.web.cases;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.OffenceArea;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Content;
import org.entente.node.casework.MessageStep;
import org.entente.node.exchange.MessageId;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.ConsentRegister;
import org.entente.node.partners.Consented;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.partners.Ruling;
import org.entente.node.store.Paged;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Consents for other areas of common interest: which there are, and asking for one. */
@Controller
class ConsentPages {
  private final Pages pages;
  private final Casework casework;
  private final ConsentRegister consents;
  private final Decisions decisions;
  private final AgreementsInForce agreements;
  private final Partners partners;
  private final Sentences sentences;
  private final AuthorityId own;
  private final InstantSource clock;

  ConsentPages(
      Pages pages,
      Casework casework,
      ConsentRegister consents,
      Decisions decisions,
      AgreementsInForce agreements,
      Partners partners,
      Sentences sentences,
      AuthorityId own,
      InstantSource clock) {
    this.pages = pages;
    this.casework = casework;
    this.consents = consents;
    this.decisions = decisions;
    this.agreements = agreements;
    this.partners = partners;
    this.sentences = sentences;
    this.own = own;
    this.clock = clock;
  }

  @GetMapping("/consents")
  ResponseEntity<String> list(Visit visit, Paged.Wanted wanted) {
    Paged<Consented> all = consents.all(wanted);
    Map<UUID, CaseId> cases = new HashMap<>();
    for (Consented consent : all.lines()) {
      casework
          .cases()
          .caseOf(new MessageId(consent.id()))
          .ifPresent(id -> cases.put(consent.id(), id));
    }
    return pages.show(
        200, visit, (templates, reader) -> templates.casesConsents(reader, all, cases, own));
  }

  @GetMapping("/consents/new")
  ResponseEntity<String> form(
      Visit visit,
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "") String offence) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    fields.add("partner", partner);
    fields.add("offence", offence);
    return show(visit, 200, new Form(fields), Map.of(), "");
  }

  @PostMapping("/consents/new")
  ResponseEntity<String> ask(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    Optional<Partner> partner =
        partners.all().stream()
            .filter(p -> p.id().value().equals(form.text("partner")))
            .findFirst();
    Optional<OffenceArea> offence = OffenceArea.ofCode(form.text("offence"));
    if (partner.isEmpty() || offence.isEmpty()) {
      String said = sentences.of(visit.officer().language(), "error.form");
      return show(visit, 422, form, Map.of(), said);
    }
    Outcome<MessageStep> outcome =
        casework
            .drafts()
            .askConsent(
                visit.officer(),
                partner.get().id(),
                offence.get(),
                Optional.ofNullable(form.optional("agreement")),
                new Content.ConsentQuestion(form.text("reasons")));
    return switch (outcome) {
      case Outcome.Done<MessageStep>(MessageStep step) -> Pages.to(Done.place(step));
      case Outcome.Refused<MessageStep>(Refusal why) -> {
        Locale language = visit.officer().language();
        Map<String, String> faults = sentences.faults(language, why, UnaryOperator.identity());
        String said = sentences.why(language, why);
        yield show(visit, RefusalStatus.of(why), form, faults, said);
      }
    };
  }

  private ResponseEntity<String> show(
      Visit visit, int status, Form form, Map<String, String> faults, String said) {
    List<AuthorityId> known = partners.all().stream().map(Partner::id).toList();
    return pages.show(
        status,
        visit,
        (templates, reader) ->
            templates.casesConsent(
                reader,
                form,
                faults,
                said,
                known,
                open(known),
                AgreementChoices.of(agreements, partners, clock.instant())));
  }

  /** The areas for which a partner may be asked: neither listed nor excluded. */
  private List<OffenceArea> open(List<AuthorityId> known) {
    return Arrays.stream(OffenceArea.values())
        .filter(area ->
            known.stream()
                .anyMatch(to ->
                    decisions.on(Act.of(ActKind.CONSENT_REQUEST, own, to, area), clock.instant())
                        instanceof Ruling.Permitted))
        .toList();
  }
}
