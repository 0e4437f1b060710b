package org.entente.node.web.cases;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.entente.agreement.ActKind;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Language;
import org.entente.agreement.OffenceArea;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.casework.Casework;
import org.entente.node.casework.ContactPointCopy;
import org.entente.node.casework.Content;
import org.entente.node.casework.ContentFault;
import org.entente.node.casework.Copies;
import org.entente.node.casework.MessageStep;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.Rejection;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.web.frame.AgreementChoices;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Reader;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A request in four short steps: each is saved as it is left, forwards, backwards or aside, however
 * incomplete it is; what is missing is named beside, and asked for when it is sent. "May I?" is
 * answered before anything is kept.
 */
@Controller
class RequestPage {
  /** What is simply not there yet, and no mistake until the request is sent. */
  private static final Set<String> NOT_YET = Set.of("missing", "choose");

  private static final String ASIDE = "to-";

  private final Pages pages;
  private final Casework casework;
  private final Officers officers;
  private final Partners partners;
  private final Decisions decisions;
  private final AgreementsInForce agreements;
  private final Beginnings beginnings;
  private final Sentences sentences;
  private final AuthorityId own;
  private final InstantSource clock;

  RequestPage(
      Pages pages,
      Casework casework,
      Officers officers,
      Partners partners,
      Decisions decisions,
      AgreementsInForce agreements,
      Beginnings beginnings,
      Sentences sentences,
      AuthorityId own,
      InstantSource clock) {
    this.pages = pages;
    this.casework = casework;
    this.officers = officers;
    this.partners = partners;
    this.decisions = decisions;
    this.agreements = agreements;
    this.beginnings = beginnings;
    this.sentences = sentences;
    this.own = own;
    this.clock = clock;
  }

  /** The first step, with what the page it was asked from already says. */
  @GetMapping(RequestScreen.NEW)
  ResponseEntity<String> empty(Visit visit, @RequestParam Map<String, String> from) {
    Form form = beginnings.form(visit.officer(), from);
    if (form.text("partner").isEmpty()) {
      casework
          .drafts()
          .askedLast(visit.officer())
          .ifPresent(partner -> form.put("partner", partner.value()));
    }
    return show(visit, 200, new Shown(RequestStep.WHOM, Optional.empty(), form));
  }

  @PostMapping(RequestScreen.NEW)
  ResponseEntity<String> begin(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    Shown shown = new Shown(RequestStep.WHOM, Optional.empty(), form);
    Optional<AuthorityId> partner = partner(form);
    Optional<OffenceArea> offence = OffenceArea.ofCode(form.text("offence"));
    if (SubjectBox.reads(form)) {
      return show(visit, 200, new Shown(RequestStep.WHOM, Optional.empty(), read(form)));
    }
    if (form.has("step", "ask")) {
      return show(visit, 200, shown.with(ruling(visit, form)));
    }
    if (partner.isEmpty() || offence.isEmpty()) {
      Map<String, String> faults = new LinkedHashMap<>();
      String choose = say(visit, "content.fault.choose");
      if (partner.isEmpty()) {
        faults.put("partner", choose);
      }
      if (offence.isEmpty()) {
        faults.put("offence", choose);
      }
      return show(visit, 422, shown.with(faults, say(visit, "request.begin")));
    }
    return after(
        visit,
        shown,
        switch (RequestForm.content(form)) {
          case Content.Request whole ->
              casework
                  .drafts()
                  .request(
                      visit.officer(), partner.get(), RequestForm.terms(form).orElseThrow(), whole);
          case Content.Unfinished begun ->
              casework.drafts().begin(visit.officer(), partner.get(), offence.get(), begun);
          default -> throw new IllegalStateException("Not a request");
        });
  }

  /** To the first step in which something is missing, or to what the partner will read. */
  @GetMapping("/requests/{id}")
  ResponseEntity<String> drafted(Visit visit, @PathVariable String id) {
    Optional<MessageView> draft = draft(visit.officer(), MessageId.of(id));
    if (draft.isEmpty()) {
      return pages.notFound(visit);
    }
    Map<RequestStep, List<String>> missing = missing(form(draft.get()));
    RequestStep first =
        RequestStep.WRITTEN.stream()
            .filter(missing::containsKey)
            .findFirst()
            .orElse(RequestStep.CHECK);
    return Pages.to("/requests/" + id + "/" + first.code());
  }

  /**
   * @param missing given where the step is shown to fill in what is missing
   */
  @GetMapping("/requests/{id}/{step}")
  ResponseEntity<String> step(
      Visit visit,
      @PathVariable String id,
      @PathVariable String step,
      @RequestParam Optional<String> missing) {
    Optional<RequestStep> at = RequestStep.ofCode(step);
    Optional<MessageView> draft = draft(visit.officer(), MessageId.of(id));
    if (at.isEmpty() || draft.isEmpty()) {
      return pages.notFound(visit);
    }
    Form form = form(draft.get());
    if (at.get() == RequestStep.CHECK) {
      return check(visit, 200, draft.get(), form, "");
    }
    Shown shown = new Shown(at.get(), draft, form);
    return show(
        visit,
        200,
        missing.isEmpty()
            ? shown
            : shown.with(faults(visit, at.get(), form, false), say(visit, "request.missing-here")));
  }

  @PostMapping("/requests/{id}/{step}")
  ResponseEntity<String> take(
      Visit visit,
      @PathVariable String id,
      @PathVariable String step,
      @RequestParam MultiValueMap<String, String> fields) {
    MessageId message = MessageId.of(id);
    Optional<RequestStep> at = RequestStep.ofCode(step);
    Optional<MessageView> draft = draft(visit.officer(), message);
    if (at.isEmpty() || draft.isEmpty()) {
      return pages.notFound(visit);
    }
    Form sent = new Form(fields);
    Set<String> names = new TreeSet<>(at.get().fields());
    Form before = form(draft.get());
    if (at.get() == RequestStep.PERSON) {
      names.addAll(SubjectForm.names(before));
      names.addAll(SubjectForm.names(sent));
    }
    Form form = before.with(sent, names);
    form.put("partner", draft.get().header().act().to().value());
    form.put("seen", sent.text("seen"));
    form.put("step", sent.text("step"));
    if (at.get() == RequestStep.CHECK) {
      return send(visit, draft.get(), sent);
    }
    Shown shown = new Shown(at.get(), draft, form);
    boolean onward = sent.has("step", "next") && !form.text(SubjectForm.PASTED).isBlank();
    if (at.get() == RequestStep.PERSON && (sent.has("step", SubjectBox.READ) || onward)) {
      // Whoever goes on without reading the box sees first what is in it.
      return show(visit, 200, new Shown(at.get(), draft, read(form)));
    }
    if (at.get() == RequestStep.PERSON && sent.has("step", SubjectBox.AS_TEXT)) {
      form = read(form); // The text is of another step, so the draft keeps it.
      form.put("step", ASIDE + RequestStep.PERSON.code());
      shown = new Shown(at.get(), draft, form);
    }
    if (sent.has("step", "ask")) {
      return show(visit, 200, shown.with(ruling(visit, form)));
    }
    Optional<String> seen = Optional.ofNullable(sent.optional("seen"));
    return after(
        visit,
        shown,
        switch (RequestForm.content(form)) {
          case Content.Request whole ->
              casework
                  .drafts()
                  .change(visit.officer(), message, RequestForm.terms(form), whole, seen);
          case Content.Unfinished begun ->
              casework
                  .drafts()
                  .change(
                      visit.officer(),
                      message,
                      OffenceArea.ofCode(form.text("offence"))
                          .orElse(draft.get().header().act().offence()),
                      begun,
                      seen);
          default -> throw new IllegalStateException("Not a request");
        });
  }

  private Form read(Form form) {
    return SubjectBox.read(
        form, "facts", true, own, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /** Hands the request in, exactly as it was shown. */
  private ResponseEntity<String> send(Visit visit, MessageView draft, Form sent) {
    if (sent.has("step", "back")) {
      return Pages.to("/requests/" + draft.id() + "/" + RequestStep.CHECK.back().code());
    }
    if (sent.has("step", "draft")) {
      return casework
          .cases()
          .caseOf(draft.id())
          .map(file -> Pages.to("/cases/" + file + "?done=" + draft.id()))
          .orElseGet(() -> pages.notFound(visit));
    }
    return switch (casework
        .approval()
        .submit(visit.officer(), draft.id(), Optional.ofNullable(sent.optional("seen")))) {
      case Outcome.Done<MessageStep>(MessageStep step) -> Pages.to(Done.place(step));
      case Outcome.Refused<MessageStep>(Refusal why) ->
          draft(visit.officer(), draft.id())
              .map(now ->
                  check(
                      visit,
                      RefusalStatus.of(why),
                      now,
                      form(now),
                      sentences.why(visit.officer().language(), why)))
              .orElseGet(() -> pages.notFound(visit));
    };
  }

  /** A step as it is to be shown. */
  private record Shown(
      RequestStep step,
      Optional<MessageView> draft,
      Form form,
      Map<String, String> faults,
      String said,
      Optional<Foreseen> may,
      Optional<MessageView> kept) {
    Shown(RequestStep step, Optional<MessageView> draft, Form form) {
      this(step, draft, form, Map.of(), "", Optional.empty(), Optional.empty());
    }

    Shown with(Map<String, String> found, String why) {
      return new Shown(step, draft, form, found, why, may, kept);
    }

    Shown with(Optional<Foreseen> answer) {
      return new Shown(step, draft, form, faults, said, answer, kept);
    }

    Shown beside(Optional<MessageView> now) {
      return new Shown(step, draft, form, faults, said, may, now);
    }
  }

  private Form form(MessageView draft) {
    return RequestForm.of(draft, casework.drafts().named(draft.id()));
  }

  /** The officer's own draft of a request, opened through its case. */
  private Optional<MessageView> draft(Officer officer, MessageId id) {
    return casework
        .cases()
        .draft(officer, id)
        .filter(
            m -> m.header().request().equals(id.value()) && m.content().kind() == ActKind.REQUEST);
  }

  private Optional<AuthorityId> partner(Form form) {
    return partners.all().stream()
        .map(Partner::id)
        .filter(id -> id.value().equals(form.text("partner")))
        .findFirst();
  }

  private Optional<Foreseen> ruling(Visit visit, Form form) {
    return partner(form)
        .flatMap(to -> RequestForm.asked(form, own, to))
        .map(act ->
            Foreseen.of(
                decisions.with(
                    RequestForm.tells(form).acts(),
                    Optional.ofNullable(form.optional("agreement"))
                        .map(hash -> decisions.under(hash, act, clock.instant()))
                        .orElseGet(() -> decisions.on(act, clock.instant())),
                    act,
                    clock.instant()),
                visit.officer().language()));
  }

  /** Everything that keeps the request from being handed in. */
  private List<ContentFault> found(Form form) {
    List<ContentFault> found = new ArrayList<>(RequestForm.faults(form, casework.drafts()));
    OffenceArea.ofCode(form.text("offence"))
        .ifPresent(offence ->
            found.addAll(
                Copies.faults(
                    copyOwed(form), ContactPointCopy.ofCode(form.text("copy")), offence)));
    return found;
  }

  private boolean copyOwed(Form form) {
    return partner(form)
        .map(to -> casework.copies().owedTo(to, Optional.ofNullable(form.optional("agreement"))))
        .orElse(false);
  }

  /** What each step still lacks; steps that lack nothing are left out. */
  private Map<RequestStep, List<String>> missing(Form form) {
    Map<RequestStep, List<String>> missing = new EnumMap<>(RequestStep.class);
    for (ContentFault fault : found(form)) {
      List<String> fields =
          missing.computeIfAbsent(RequestStep.of(fault.field()), step -> new ArrayList<>());
      if (!fields.contains(fault.field())) {
        fields.add(fault.field());
      }
    }
    return missing;
  }

  /**
   * The faults of a step, as sentences.
   *
   * @param mistakes only what was filled in and is wrong
   */
  private Map<String, String> faults(Visit visit, RequestStep step, Form form, boolean mistakes) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (ContentFault fault : found(form)) {
      if (RequestStep.of(fault.field()) == step && !(mistakes && NOT_YET.contains(fault.key()))) {
        faults.putIfAbsent(fault.field(), sentences.fault(visit.officer().language(), fault));
      }
    }
    return faults;
  }

  private ResponseEntity<String> after(Visit visit, Shown shown, Outcome<MessageStep> outcome) {
    if (outcome instanceof Outcome.Done<MessageStep>(MessageStep done)) {
      return onward(visit, shown, done);
    }
    Refusal why = outcome.refusal().orElseThrow();
    Locale language = visit.officer().language();
    Optional<MessageView> kept = Optional.empty();
    if (why == Rejection.CHANGED_MEANWHILE) {
      // Both texts are shown; saving once more replaces what the other tab kept, knowingly.
      kept = shown.draft().flatMap(view -> draft(visit.officer(), view.id()));
      kept.ifPresent(view -> shown.form().put("seen", view.seen()));
    }
    return show(
        visit,
        RefusalStatus.of(why),
        shown
            .with(
                sentences.faults(language, why, UnaryOperator.identity()),
                sentences.why(language, why))
            .beside(kept));
  }

  /** The step was saved: on to where its button leads, unless something in it cannot be read. */
  private ResponseEntity<String> onward(Visit visit, Shown shown, MessageStep done) {
    String pressed = shown.form().text("step");
    if (pressed.equals("draft")) {
      return Pages.to(Done.place(done));
    }
    if (pressed.startsWith(ASIDE)) {
      RequestStep to = RequestStep.ofCode(pressed.substring(ASIDE.length())).orElse(shown.step());
      return Pages.to("/requests/" + done.message() + "/" + to.code());
    }
    if (pressed.equals("back")) {
      return Pages.to("/requests/" + done.message() + "/" + shown.step().back().code());
    }
    Map<String, String> mistakes = faults(visit, shown.step(), shown.form(), true);
    Optional<MessageView> now = draft(visit.officer(), done.message());
    if (mistakes.isEmpty() || now.isEmpty()) {
      return Pages.to("/requests/" + done.message() + "/" + shown.step().next().code());
    }
    shown.form().put("seen", now.get().seen());
    return show(
        visit,
        200,
        new Shown(shown.step(), now, shown.form()).with(mistakes, say(visit, "request.mistakes")));
  }

  private String say(Visit visit, String key) {
    return sentences.of(visit.officer().language(), key);
  }

  private ResponseEntity<String> show(Visit visit, int status, Shown shown) {
    Optional<Foreseen> may = shown.may().isPresent() ? shown.may() : ruling(visit, shown.form());
    RequestScreen screen =
        new RequestScreen(
            shown.step(),
            shown.draft(),
            shown.form(),
            shown.faults(),
            shown.said(),
            may,
            shown.kept(),
            missing(shown.form()),
            new RequestScreen.Choices(
                new Addressees(partners, decisions, own, ActKind.REQUEST).inOrder(clock.instant()),
                AgreementChoices.of(agreements, partners, clock.instant()),
                languages(shown.form()),
                copyOwed(shown.form())));
    return pages.show(status, visit, (templates, reader) -> templates.casesRequest(reader, screen));
  }

  /** What the agreements with the partner let requests be written in; all where none says so. */
  private List<Language> languages(Form form) {
    List<Language> agreed =
        partner(form).stream()
            .flatMap(to -> agreements.between(to).stream())
            .filter(agreement -> agreement.inForceAt(clock.instant()))
            .map(Agreement::arrangement)
            .flatMap(arrangement -> arrangement.languages().stream())
            .distinct()
            .toList();
    return agreed.isEmpty() ? Arrays.asList(Language.values()) : agreed;
  }

  /** What the partner will read, with the articles and who has to release it. */
  private ResponseEntity<String> check(
      Visit visit, int status, MessageView draft, Form form, String said) {
    Reader reader = pages.reader(visit);
    Locale written =
        Language.ofTag(form.text("language"))
            .map(language -> Locale.forLanguageTag(language.tag()))
            .orElse(Pages.LANGUAGES.getFirst());
    RequestCheck check =
        new RequestCheck(
            draft,
            reader.in(written),
            casework
                .approval()
                .foreseen(draft.id())
                .map(ruling -> Foreseen.of(ruling, visit.officer().language())),
            Done.releasers(officers, draft),
            missing(form),
            said);
    return pages.show(
        status, reader, (templates, same) -> templates.casesRequestcheck(same, check));
  }
}
