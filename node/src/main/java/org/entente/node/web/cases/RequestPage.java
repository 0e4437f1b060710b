package org.entente.node.web.cases;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataSubjectCategory;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Content;
import org.entente.node.casework.MessageStep;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.Rejection;
import org.entente.node.casework.Terms;
import org.entente.node.checks.CheckId;
import org.entente.node.exchange.MessageId;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.web.frame.Addresses;
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
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The form for a request, new or to be changed; what was typed comes back with every fault named,
 * and "may I?" is answered before anything is kept.
 */
@Controller
class RequestPage {
  private static final String NEW = "/requests/new";

  private final Pages pages;
  private final Casework casework;
  private final Partners partners;
  private final Decisions decisions;
  private final AgreementsInForce agreements;
  private final FollowUp followUp;
  private final Sentences sentences;
  private final AuthorityId own;
  private final InstantSource clock;

  RequestPage(
      Pages pages,
      Casework casework,
      Partners partners,
      Decisions decisions,
      AgreementsInForce agreements,
      FollowUp followUp,
      Sentences sentences,
      AuthorityId own,
      InstantSource clock) {
    this.pages = pages;
    this.casework = casework;
    this.partners = partners;
    this.decisions = decisions;
    this.agreements = agreements;
    this.followUp = followUp;
    this.sentences = sentences;
    this.own = own;
    this.clock = clock;
  }

  /** The form as it is to be shown. */
  private record Shown(
      String action,
      Form form,
      Map<String, String> faults,
      String said,
      Optional<Foreseen> may,
      Optional<MessageView> kept) {
    Shown(
        String action, Form form, Map<String, String> faults, String said, Optional<Foreseen> may) {
      this(action, form, faults, said, may, Optional.empty());
    }

    static Shown of(String action, Form form) {
      return new Shown(action, form, Map.of(), "", Optional.empty());
    }
  }

  /**
   * @param check a check of this officer that gave a possible match; the form begins with what it
   *     said
   */
  @GetMapping(NEW)
  ResponseEntity<String> empty(
      Visit visit,
      @RequestParam(defaultValue = "") String check,
      @RequestParam(defaultValue = "") String partner) {
    Form form =
        check.isEmpty()
            ? new Form(new LinkedMultiValueMap<>())
            : followUp.form(visit.officer(), Addresses.read(check, CheckId::of), partner);
    return show(visit, 200, Shown.of(NEW, form));
  }

  @PostMapping(NEW)
  ResponseEntity<String> draft(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    return take(visit, NEW, new Form(fields), Optional.empty());
  }

  @GetMapping("/requests/{id}")
  ResponseEntity<String> drafted(Visit visit, @PathVariable String id) {
    Optional<MessageView> draft = casework.cases().draft(visit.officer(), MessageId.of(id));
    if (draft.isEmpty() || !(draft.get().content() instanceof Content.Request content)) {
      return pages.notFound(visit);
    }
    Form form =
        RequestForm.of(
            draft.get().header().act().to().value(),
            Terms.of(draft.get().header().act(), casework.drafts().named(MessageId.of(id))),
            content);
    form.put("seen", draft.get().seen());
    return show(visit, 200, Shown.of("/requests/" + id, form));
  }

  @PostMapping("/requests/{id}")
  ResponseEntity<String> change(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
    MessageId message = MessageId.of(id);
    return take(visit, "/requests/" + id, new Form(fields), Optional.of(message));
  }

  private ResponseEntity<String> take(
      Visit visit, String action, Form form, Optional<MessageId> changed) {
    Optional<Partner> partner =
        partners.all().stream()
            .filter(p -> p.id().value().equals(form.text("partner")))
            .findFirst();
    Optional<Terms> terms = RequestForm.terms(form);
    Optional<DataSubjectCategory> category = RequestForm.category(form);
    if (partner.isEmpty() || terms.isEmpty() || category.isEmpty()) {
      String said = sentences.of(visit.officer().language(), "error.form");
      Map<String, String> faults = new LinkedHashMap<>();
      String choose = sentences.of(visit.officer().language(), "content.fault.choose");
      if (partner.isEmpty()) {
        faults.put("partner", choose);
      }
      RequestForm.unchosen(form).forEach(field -> faults.put(field, choose));
      return show(visit, 422, new Shown(action, form, faults, said, Optional.empty()));
    }
    AuthorityId to = partner.get().id();
    Content.Request content = RequestForm.content(form, category.get());
    if (form.has("step", "ask") && terms.get().faults().isEmpty()) {
      Act act = terms.get().request(own, to, content);
      Foreseen may =
          Foreseen.of(
              terms
                  .get()
                  .agreement()
                  .map(hash -> decisions.under(hash, act, clock.instant()))
                  .orElseGet(() -> decisions.on(act, clock.instant())),
              visit.officer().language());
      return show(visit, 200, new Shown(action, form, Map.of(), "", Optional.of(may)));
    }
    Outcome<MessageStep> outcome =
        changed
            .map(id ->
                casework
                    .drafts()
                    .change(
                        visit.officer(),
                        id,
                        terms,
                        content,
                        Optional.ofNullable(form.optional("seen"))))
            .orElseGet(() -> casework.drafts().request(visit.officer(), to, terms.get(), content));
    return answer(visit, action, form, outcome);
  }

  private ResponseEntity<String> answer(
      Visit visit, String action, Form form, Outcome<MessageStep> outcome) {
    if (outcome instanceof Outcome.Done<MessageStep>(MessageStep step)) {
      return Pages.to(Done.place(step));
    }
    Refusal why = outcome.refusal().orElseThrow();
    Locale language = visit.officer().language();
    Map<String, String> faults = sentences.faults(language, why, UnaryOperator.identity());
    int status = RefusalStatus.of(why);
    String said = sentences.why(language, why);
    Optional<MessageView> kept = Optional.empty();
    if (why == Rejection.CHANGED_MEANWHILE) {
      // Both texts are shown; saving once more replaces what the other tab kept, knowingly.
      kept =
          casework
              .cases()
              .draft(visit.officer(), MessageId.of(action.substring("/requests/".length())));
      kept.ifPresent(view -> form.put("seen", view.seen()));
    }
    return show(visit, status, new Shown(action, form, faults, said, Optional.empty(), kept));
  }

  private ResponseEntity<String> show(Visit visit, int status, Shown shown) {
    return pages.show(
        status,
        visit,
        (templates, reader) ->
            templates.casesRequest(
                reader,
                shown.action(),
                shown.action().equals(NEW),
                shown.may(),
                shown.form(),
                shown.faults(),
                shown.said(),
                shown.kept(),
                new Addressees(partners, decisions, own, ActKind.REQUEST).inOrder(clock.instant()),
                AgreementChoices.of(agreements, partners, clock.instant())));
  }
}
