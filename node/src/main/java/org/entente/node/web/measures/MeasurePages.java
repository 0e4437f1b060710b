package org.entente.node.web.measures;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.entente.node.casework.ContentFault;
import org.entente.node.casework.Hindrance;
import org.entente.node.duty.Duty;
import org.entente.node.duty.PartnerPosts;
import org.entente.node.evidence.EvidenceDesk;
import org.entente.node.exchange.MessageId;
import org.entente.node.measures.CallId;
import org.entente.node.measures.Calls;
import org.entente.node.measures.CasesOfMeasures;
import org.entente.node.measures.Holds;
import org.entente.node.measures.Measure;
import org.entente.node.measures.MeasureDesk;
import org.entente.node.measures.MeasureId;
import org.entente.node.measures.MeasureKind;
import org.entente.node.measures.MeasureView;
import org.entente.node.measures.Measures;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.Addresses;
import org.entente.node.web.frame.AgreementChoices;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.MeasureScreen;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.TakenOut;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of urgent measures, and the page of each with its next step first. */
@Controller
@RequestMapping("/measures")
class MeasurePages implements MeasureScreen {
  private final Pages pages;
  private final MeasureDesk desk;
  private final Calls calls;
  private final Holds holds;
  private final CasesOfMeasures cases;
  private final EvidenceDesk evidence;
  private final PartnerPosts posts;
  private final Partners partners;
  private final AgreementsInForce agreements;
  private final Officers officers;
  private final Sentences sentences;
  private final InstantSource clock;

  MeasurePages(
      Pages pages,
      Measures measures,
      Duty duty,
      EvidenceDesk evidence,
      Partners partners,
      AgreementsInForce agreements,
      Officers officers,
      Sentences sentences,
      InstantSource clock) {
    this.pages = pages;
    this.desk = measures.desk();
    this.calls = measures.calls();
    this.holds = measures.holds();
    this.cases = measures.cases();
    this.evidence = evidence;
    this.posts = duty.partners();
    this.partners = partners;
    this.agreements = agreements;
    this.officers = officers;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<String> list(Visit visit, Paged.Wanted wanted) {
    return pages.show(
        200,
        visit,
        (templates, reader) ->
            templates.measuresList(
                reader, desk.page(visit.officer(), wanted), calls.open(visit.officer()), ""));
  }

  /** An empty form, or one that begins as another measure was written. */
  @GetMapping("/new/{kind}")
  ResponseEntity<String> empty(
      Visit visit, @PathVariable String kind, @RequestParam(defaultValue = "") String like) {
    Optional<MeasureKind> opens = opening(kind);
    if (opens.isEmpty()) {
      return pages.notFound(visit);
    }
    Form form =
        like.isEmpty()
            ? new Form(new LinkedMultiValueMap<>())
            : desk.view(visit.officer(), Addresses.read(like, MeasureId::of))
                .filter(view -> view.kind() == opens.get())
                .map(MeasureForm::of)
                .orElseGet(() -> new Form(new LinkedMultiValueMap<>()));
    return write(visit, 200, opens.get(), form, Map.of(), "");
  }

  private static Optional<MeasureKind> opening(String code) {
    return MeasureKind.ofCode(code).filter(MeasureKind::written);
  }

  /** Asks whether a person at the partner's post answers; on the page of partners. */
  @PostMapping("/radio-checks/{partner}")
  ResponseEntity<String> radioCheck(Visit visit, @PathVariable String partner) {
    Outcome<MeasureId> outcome =
        desk.radioCheck(visit.officer(), Addresses.read(partner, AuthorityId::new));
    return outcome
        .refusal()
        .map(why ->
            pages.show(
                RefusalStatus.of(why),
                visit,
                (templates, reader) ->
                    templates.measuresList(
                        reader,
                        desk.page(visit.officer(), Paged.FIRST),
                        calls.open(visit.officer()),
                        why(visit.officer().language(), why))))
        .orElseGet(() -> Pages.to("/partners"));
  }

  @PostMapping("/new/{kind}")
  ResponseEntity<String> prepare(
      Visit visit, @PathVariable String kind, @RequestParam MultiValueMap<String, String> fields) {
    Optional<MeasureKind> opens = opening(kind);
    if (opens.isEmpty()) {
      return pages.notFound(visit);
    }
    Form form = new Form(fields);
    Outcome<MeasureId> outcome = prepare(visit, opens.get(), form, fields);
    return switch (outcome) {
      case Outcome.Done<MeasureId>(MeasureId id) -> Pages.to("/measures/" + id);
      case Outcome.Refused<MeasureId>(Refusal why) ->
          write(
              visit,
              RefusalStatus.of(why),
              opens.get(),
              form,
              sentences.faults(visit.officer().language(), why, UnaryOperator.identity()),
              why(visit.officer().language(), why));
    };
  }

  private Outcome<MeasureId> prepare(
      Visit visit, MeasureKind kind, Form form, MultiValueMap<String, String> fields) {
    Measure.Opening says = MeasureForm.content(kind, form, visit.officer().zone());
    Set<AuthorityId> to = MeasureForm.to(fields.getOrDefault("partner", List.of()), all());
    List<ContentFault> faults =
        new ArrayList<>(MeasureForm.faults(kind, form, visit.officer().zone()));
    if (!faults.isEmpty()) {
      if (to.isEmpty()) {
        faults.addFirst(new ContentFault("partner", "choose", 0));
      }
      faults.addAll(desk.faults(says));
      return Outcome.refused(new Hindrance.Faulty(faults));
    }
    return desk.prepare(
        visit.officer(),
        says,
        MeasureForm.stated(form),
        to,
        new HashSet<>(fields.getOrDefault("agreement", List.of())));
  }

  private List<AuthorityId> all() {
    return partners.all().stream()
        .map(Partner::id)
        .sorted(Comparator.comparing(AuthorityId::value))
        .toList();
  }

  private ResponseEntity<String> write(
      Visit visit,
      int status,
      MeasureKind kind,
      Form form,
      Map<String, String> faults,
      String said) {
    AgreementChoices choices = AgreementChoices.of(agreements, partners, clock.instant());
    return pages.show(
        status,
        visit,
        (templates, reader) ->
            templates.measuresWrite(
                reader, kind, form, faults, said, all(), choices, posts.silent()));
  }

  @GetMapping("/{id}")
  ResponseEntity<String> measure(Visit visit, @PathVariable String id) {
    return show(
        visit,
        200,
        Addresses.read(id, MeasureId::of),
        new Form(new LinkedMultiValueMap<>()),
        Map.of(),
        "");
  }

  private ResponseEntity<String> show(
      Visit visit, int status, MeasureId id, Form form, Map<String, String> faults, String said) {
    Optional<MeasureView> view = desk.view(visit.officer(), id);
    if (view.isEmpty()) {
      return pages.notFound(visit);
    }
    TakenOut taken =
        new TakenOut(
            evidence.of(visit.officer(), id), Pages.LANGUAGES, evidence.stampsTime(), false);
    Set<OfficerId> named = persons(view.get());
    taken.files().forEach(file -> named.add(file.by()));
    MeasurePage page =
        new MeasurePage(
            view.get(),
            desk.foreseen(id),
            calls.confirmedBy(visit.officer(), id),
            cases.of(visit.officer(), id),
            taken,
            posts.silent(),
            officers.names(named),
            form,
            faults,
            said);
    return pages.show(
        status, visit, (templates, reader) -> templates.measuresMeasure(reader, page));
  }

  private static Set<OfficerId> persons(MeasureView view) {
    Set<OfficerId> all = new HashSet<>();
    view.firstBy().ifPresent(all::add);
    view.releasedBy().ifPresent(all::add);
    view.review().ifPresent(review -> all.add(review.by()));
    view.hold().ifPresent(hold -> all.add(hold.by()));
    for (MeasureView.Leg leg : view.legs()) {
      leg.seenBy().ifPresent(all::add);
      leg.steps().forEach(step -> step.by().ifPresent(all::add));
    }
    return all;
  }

  @PostMapping("/{id}/{act}")
  ResponseEntity<String> act(
      Visit visit,
      @PathVariable String id,
      @PathVariable String act,
      @RequestParam MultiValueMap<String, String> fields) {
    MeasureId measure = Addresses.read(id, MeasureId::of);
    Form form = new Form(fields);
    form.put("step", act);
    Outcome<MeasureId> outcome =
        switch (act) {
          case "release" -> desk.release(visit.officer(), measure);
          case "release-alone" -> desk.releaseAlone(visit.officer(), measure);
          case "withdrawal" -> desk.withdraw(visit.officer(), measure);
          case "seen" -> desk.seen(visit.officer(), measure);
          case "confirmation" -> desk.review(visit.officer(), measure, true, "");
          case "hold" -> holds.set(visit.officer(), measure, form.text("words").strip());
          case "hold-lifted" -> holds.lift(visit.officer(), measure);
          case "case" -> cases.join(visit.officer(), measure, form.text("reference"));
          case "case-parted" -> cases.part(visit.officer(), measure);
          case "objection" ->
              desk.review(visit.officer(), measure, false, form.text("words").strip());
          case "correction" ->
              StepForm.content(MeasureKind.CORRECTION, form, visit.officer().zone()).orElse(null)
                      instanceof Measure.Correction says
                  ? desk.correct(visit.officer(), measure, says)
                  : Outcome.refused(
                      new Hindrance.Faulty(List.of(StepForm.missing(MeasureKind.CORRECTION))));
          default -> Outcome.refused(Usual.NOT_FOUND);
        };
    return after(visit, measure, form, outcome);
  }

  /** Something that follows with one partner. */
  @PostMapping("/{id}/legs/{leg}/{kind}")
  ResponseEntity<String> follow(
      Visit visit,
      @PathVariable String id,
      @PathVariable String leg,
      @PathVariable String kind,
      @RequestParam MultiValueMap<String, String> fields) {
    MeasureId measure = Addresses.read(id, MeasureId::of);
    Optional<MeasureKind> step = MeasureKind.ofCode(kind).filter(k -> !k.opens());
    if (step.isEmpty()) {
      return pages.notFound(visit);
    }
    Form form = new Form(fields);
    form.put("step", step.get().code());
    Outcome<MeasureId> outcome =
        StepForm.content(step.get(), form, visit.officer().zone())
            .map(says -> desk.follow(visit.officer(), Addresses.read(leg, MessageId::of), says))
            .orElseGet(
                () -> Outcome.refused(new Hindrance.Faulty(List.of(StepForm.missing(step.get())))));
    return after(visit, measure, form, outcome);
  }

  private ResponseEntity<String> after(
      Visit visit, MeasureId id, Form form, Outcome<MeasureId> outcome) {
    Locale language = visit.officer().language();
    return outcome
        .refusal()
        .map(why ->
            show(
                visit,
                RefusalStatus.of(why),
                id,
                form,
                new LinkedHashMap<>(sentences.faults(language, why, UnaryOperator.identity())),
                why(language, why)))
        .orElseGet(() -> Pages.to("/measures/" + id));
  }

  @Override
  public ResponseEntity<String> refused(Visit visit, MeasureId id, String prefix, Refusal why) {
    String said = sentences.refusal(visit.officer().language(), prefix, why);
    return show(
        visit, RefusalStatus.of(why), id, new Form(new LinkedMultiValueMap<>()), Map.of(), said);
  }

  private String why(Locale language, Refusal why) {
    return why instanceof Hindrance
        ? sentences.why(language, why)
        : sentences.of(language, "measure-refused." + why.code());
  }

  /** A preservation request in the form that officers know, in the languages of the pair. */
  @GetMapping("/{id}/form.pdf")
  ResponseEntity<byte[]> form(Visit visit, @PathVariable String id) {
    return desk.view(visit.officer(), Addresses.read(id, MeasureId::of))
        .filter(view -> view.says().orElse(null) instanceof Measure.Preservation)
        .map(view ->
            ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                        .filename(view.reference() + ".pdf")
                        .build()
                        .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(PreservationDocument.of(pages.reader(visit), view)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** A call is confirmed by this measure. */
  @PostMapping("/{id}/calls/{call}")
  ResponseEntity<String> confirms(Visit visit, @PathVariable String id, @PathVariable String call) {
    MeasureId measure = Addresses.read(id, MeasureId::of);
    Outcome<CallId> outcome =
        calls.confirm(visit.officer(), Addresses.read(call, CallId::of), measure);
    return after(
        visit,
        measure,
        new Form(new LinkedMultiValueMap<>()),
        outcome.then(_ -> Outcome.done(measure)));
  }
}
