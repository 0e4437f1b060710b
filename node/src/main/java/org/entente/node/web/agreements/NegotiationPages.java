package org.entente.node.web.agreements;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Fault;
import org.entente.agreement.Reading;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.entente.node.agreements.Negotiation;
import org.entente.node.agreements.Note;
import org.entente.node.agreements.ProposalBroken;
import org.entente.node.agreements.Step;
import org.entente.node.agreements.TakenStep;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Visit;
import org.entente.node.web.frame.Wanted;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Proposing, comparing, ratifying, suspending, resuming and ending agreements. */
@Controller
class NegotiationPages {
  private final InstantSource clock;
  private final Pages pages;
  private final Negotiation negotiation;
  private final AgreementsInForce agreements;
  private final Partners partners;
  private final Officers officers;
  private final Sentences sentences;

  NegotiationPages(
      Pages pages,
      Negotiation negotiation,
      AgreementsInForce agreements,
      Partners partners,
      Officers officers,
      Sentences sentences,
      InstantSource clock) {
    this.clock = clock;
    this.pages = pages;
    this.negotiation = negotiation;
    this.agreements = agreements;
    this.partners = partners;
    this.officers = officers;
    this.sentences = sentences;
  }

  @GetMapping("/steps")
  ResponseEntity<String> steps(Visit visit, Paged.Wanted wanted) {
    return pages.show(
        200,
        visit,
        (templates, reader) ->
            templates.agreementsSteps(reader, negotiation.steps(wanted), officers));
  }

  /** The form for a proposal, filled with the files of the agreement that it is to amend. */
  @GetMapping("/steps/new")
  ResponseEntity<String> form(Visit visit, @RequestParam(defaultValue = "") String amends) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    agreements
        .files(amends)
        .ifPresent(files -> {
          fields.add("amends", amends);
          List<AuthorityId> bound = agreements.partnersOf(amends);
          if (bound.size() == 1) {
            fields.add("partner", bound.getFirst().value());
          }
          fields.add("instrument", new String(files.instrument(), StandardCharsets.UTF_8));
          fields.add("arrangement", new String(files.arrangement(), StandardCharsets.UTF_8));
        });
    return form(visit, 200, new Form(fields), List.of(), "");
  }

  @PostMapping("/steps/new")
  ResponseEntity<String> propose(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    Optional<Partner> partner =
        partners.all().stream()
            .filter(p -> p.id().value().equals(form.text("partner")))
            .findFirst();
    if (partner.isEmpty()) {
      String said = sentences.of(visit.officer().language(), "error.form");
      return form(visit, 422, form, List.of(), said);
    }
    Outcome<TakenStep> outcome =
        negotiation.propose(
            visit.officer(),
            partner.get().id(),
            form.text("instrument").getBytes(StandardCharsets.UTF_8),
            form.text("arrangement").getBytes(StandardCharsets.UTF_8),
            form.optional("amends"),
            form.text("reasons"));
    return switch (outcome) {
      case Outcome.Done<TakenStep>(TakenStep taken) -> Pages.to("/steps/" + taken.step());
      case Outcome.Refused<TakenStep>(Refusal why) -> {
        List<Fault> faults = why instanceof ProposalBroken broken ? broken.faults() : List.of();
        yield form(visit, RefusalStatus.of(why), form, faults, why(visit.officer(), why));
      }
    };
  }

  @GetMapping("/steps/{id}")
  ResponseEntity<String> step(Visit visit, @PathVariable String id) {
    return step(visit, 200, MessageId.of(id), "");
  }

  @PostMapping("/steps/{id}/{act}")
  ResponseEntity<String> act(
      Visit visit,
      @PathVariable String id,
      @PathVariable String act,
      @RequestParam(defaultValue = "") String reasons) {
    MessageId step = MessageId.of(id);
    Outcome<TakenStep> outcome =
        switch (act) {
          case "confirmation" -> negotiation.confirm(visit.officer(), step);
          case "withdrawal" -> negotiation.withdraw(visit.officer(), step);
          case "ratification" -> negotiation.ratify(visit.officer(), step);
          case "rejection" -> negotiation.reject(visit.officer(), step, reasons);
          default -> Outcome.refused(Usual.NOT_FOUND);
        };
    return switch (outcome) {
      case Outcome.Done<TakenStep>(TakenStep taken) -> Pages.to("/steps/" + taken.step());
      case Outcome.Refused<TakenStep>(Refusal why) ->
          step(visit, RefusalStatus.of(why), step, why(visit.officer(), why));
    };
  }

  @PostMapping("/agreements/{hash}/{act}")
  ResponseEntity<String> change(
      Visit visit,
      @PathVariable String hash,
      @PathVariable String act,
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "") String reasons) {
    Optional<AuthorityId> towards =
        partner.isEmpty() ? Optional.empty() : Optional.of(Wanted.authority("partner", partner));
    Outcome<TakenStep> outcome =
        switch (act) {
          case "suspension" -> negotiation.suspend(visit.officer(), hash, towards, reasons);
          case "resumption" -> negotiation.resume(visit.officer(), hash, towards);
          case "termination" -> negotiation.terminate(visit.officer(), hash, towards, reasons);
          default -> Outcome.refused(Usual.NOT_FOUND);
        };
    return switch (outcome) {
      case Outcome.Done<TakenStep>(TakenStep taken) -> Pages.to("/steps/" + taken.step());
      case Outcome.Refused<TakenStep>(Refusal why) -> pages.refused(visit, "step-refused", why);
    };
  }

  private String why(Officer officer, Refusal why) {
    return why instanceof ProposalBroken broken
        ? sentences.of(officer.language(), "proposal.broken", broken.faults().size())
        : sentences.of(officer.language(), "step-refused." + why.code());
  }

  private ResponseEntity<String> form(
      Visit visit, int status, Form form, List<Fault> faults, String said) {
    return pages.show(
        status,
        visit,
        (templates, reader) ->
            templates.agreementsProposal(
                reader, form, faults, said, partners.all().stream().map(Partner::id).toList()));
  }

  private ResponseEntity<String> step(Visit visit, int status, MessageId id, String said) {
    Optional<Step> found = negotiation.step(id);
    if (found.isEmpty()) {
      return pages.notFound(visit);
    }
    Step step = found.get();
    Optional<Agreement> proposed = proposed(step);
    return pages.show(
        status,
        visit,
        (templates, reader) ->
            templates.agreementsStep(
                reader,
                step,
                said,
                officers,
                negotiation.answered(id),
                step.lapsesAt().filter(at -> !clock.instant().isBefore(at)).isPresent(),
                proposed,
                differences(step)));
  }

  private static Optional<Agreement> proposed(Step step) {
    return step.note() instanceof Note.Proposal p
            && new AgreementReader().read(p.instrument(), p.arrangement())
                instanceof Reading.Read read
        ? Optional.of(read.agreement())
        : Optional.empty();
  }

  /** What a proposal changes in the agreement that it amends; all of it when it amends none. */
  private List<Difference> differences(Step step) {
    if (step.note() instanceof Note.Proposal p && p.amends() != null) {
      Optional<AgreementsInForce.Files> before = agreements.files(p.amends());
      if (before.isPresent()) {
        return Difference.between(
            before.get(), new AgreementsInForce.Files(p.instrument(), p.arrangement()));
      }
    }
    return List.of();
  }
}
