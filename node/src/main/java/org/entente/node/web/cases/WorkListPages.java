package org.entente.node.web.cases;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.agreement.AuthorityId;
import org.entente.ledger.LedgerEntry;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.agreements.Negotiation;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Holding;
import org.entente.node.casework.MessageState;
import org.entente.node.casework.Rejection;
import org.entente.node.casework.Unsent;
import org.entente.node.casework.WorkLine;
import org.entente.node.casework.WorkView;
import org.entente.node.exchange.MessageId;
import org.entente.node.followup.NoticeOffice;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Proofs;
import org.entente.node.measures.Measures;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.retention.Retention;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.Addresses;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Pages;
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
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The home page: the work list of those who draft and release, a page to start from for others; and
 * the steps that are taken with several matters at once.
 */
@Controller
class WorkListPages {
  /** Older ones were seen or do not matter any more; the ledger keeps them all. */
  private static final Duration REFUSALS_SHOWN = Duration.ofDays(7);

  private final Pages pages;
  private final Casework casework;
  private final Officers officers;
  private final Partners partners;
  private final Negotiation negotiation;
  private final Proofs proofs;
  private final Retention retention;
  private final NoticeOffice notices;
  private final Measures measures;
  private final Unsent unsent;
  private final Sentences sentences;
  private final InstantSource clock;

  WorkListPages(
      Pages pages,
      Casework casework,
      Officers officers,
      Partners partners,
      Negotiation negotiation,
      Proofs proofs,
      Retention retention,
      NoticeOffice notices,
      Measures measures,
      Unsent unsent,
      Sentences sentences,
      InstantSource clock) {
    this.pages = pages;
    this.casework = casework;
    this.officers = officers;
    this.partners = partners;
    this.negotiation = negotiation;
    this.proofs = proofs;
    this.retention = retention;
    this.notices = notices;
    this.measures = measures;
    this.unsent = unsent;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping("/")
  ResponseEntity<String> home(
      Visit visit, Paged.Wanted wanted, @RequestParam MultiValueMap<String, String> asked) {
    Officer officer = visit.officer();
    boolean works = Rights.any(officer, Right.DRAFT, Right.RELEASE);
    boolean asks = asked.containsKey("view") && Rights.may(officer, Right.READ_CASES);
    return works || asks
        ? list(visit, address(officer, asked), wanted, WorkScreen.Told.NOTHING, 200)
        : pages.show(
            200, visit, (templates, reader) -> templates.casesStart(reader, waiting(officer)));
  }

  private static WorkAddress address(Officer officer, MultiValueMap<String, String> asked) {
    WorkView home = Rights.may(officer, Right.DRAFT) ? WorkView.OPEN : home(officer);
    return WorkAddress.of(asked, home);
  }

  private static WorkView home(Officer officer) {
    return Rights.may(officer, Right.RELEASE) ? WorkView.RELEASE : WorkView.OPEN;
  }

  private ResponseEntity<String> list(
      Visit visit, WorkAddress at, Paged.Wanted wanted, WorkScreen.Told told, int status) {
    Officer officer = visit.officer();
    Paged<WorkLine> page = casework.worklist().page(officer, at.view(), at.filter(), wanted);
    Optional<Holding.Deputy> deputy = casework.holding().deputy(officer.id());
    Stream<OfficerId> holders = page.lines().stream().flatMap(line -> line.holder().stream());
    Stream<OfficerId> deputies = deputy.stream().map(Holding.Deputy::deputy);
    WorkScreen screen =
        new WorkScreen(
            at,
            page,
            casework.worklist().counts(officer, at.filter()),
            officers.names(Stream.concat(holders, deputies).toList()),
            partners.all().stream()
                .map(Partner::id)
                .sorted(Comparator.comparing(AuthorityId::value))
                .toList(),
            casework.holding().colleagues(),
            deputy,
            casework.filters().of(officer.id()),
            told);
    return pages.show(
        status,
        visit,
        (templates, reader) -> templates.casesWorklist(reader, screen, waiting(officer)));
  }

  private WorkScreen.Waiting waiting(Officer officer) {
    boolean reads = Rights.may(officer, Right.READ_CASES);
    return new WorkScreen.Waiting(
        measures.desk().open(officer),
        negotiation.waiting(officer),
        reads ? retention.reviews().soon() : 0L,
        notices.desk().wanting(officer),
        reads ? refusals() : Set.of(),
        unsent.of(officer.id()));
  }

  /** What this node refused of partners lately: both sides see that they do not agree. */
  private Set<WorkScreen.Refused> refusals() {
    Set<WorkScreen.Refused> refused = new LinkedHashSet<>();
    for (LedgerEntry entry :
        proofs.since(Event.ARRIVAL_REFUSED, clock.instant().minus(REFUSALS_SHOWN))) {
      refused.add(
          new WorkScreen.Refused(
              entry.references().getOrDefault("sender", ""),
              entry.references().getOrDefault("code", "")));
    }
    return refused;
  }

  /** A step with each of the ticked matters; each is decided on its own. */
  @PostMapping("/cases/ticked")
  ResponseEntity<String> ticked(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    WorkAddress back = back(visit.officer(), form.text("back"));
    List<CaseId> ids =
        fields.getOrDefault("case", List.of()).stream()
            .map(id -> Addresses.read(id, CaseId::of))
            .distinct()
            .limit(Paged.SIZE)
            .toList();
    if (ids.isEmpty()) {
      return told(visit, back, 422, problem(visit, "work.nothing-ticked"));
    }
    if (form.text("step").equals("release")) {
      return releasing(visit, back, ids);
    }
    List<WorkScreen.Told.Fault> faults = new ArrayList<>();
    int status = 409;
    for (CaseId id : ids) {
      Optional<Refusal> refusal = step(visit.officer(), form, id).refusal();
      if (refusal.isPresent()) {
        status = RefusalStatus.of(refusal.get());
        faults.add(
            new WorkScreen.Told.Fault(
                casework.cases().reference(id).orElse("–"),
                sentences.why(visit.officer().language(), refusal.get())));
      }
    }
    return faults.isEmpty()
        ? Pages.to(back.path())
        : told(visit, back, status, new WorkScreen.Told(ids.size() - faults.size(), faults, ""));
  }

  /** What an approver reads before several messages leave. */
  private ResponseEntity<String> releasing(Visit visit, WorkAddress back, List<CaseId> ids) {
    List<Releasing.Line> lines = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (CaseId id : ids) {
      Optional<Releasing.Line> line =
          casework
              .cases()
              .view(visit.officer(), id)
              .flatMap(view ->
                  view.messages().stream()
                      .filter(message -> message.state() == MessageState.AWAITING_APPROVAL)
                      .map(message -> new Releasing.Line(view, message))
                      .findFirst());
      line.ifPresent(lines::add);
      if (line.isEmpty()) {
        absent.add(casework.cases().reference(id).orElse("–"));
      }
    }
    return pages.show(
        200,
        visit,
        (templates, reader) ->
            templates.casesReleasing(reader, new Releasing(back, lines, absent)));
  }

  /** Releases what was read, each message on its own. */
  @PostMapping("/cases/releases")
  ResponseEntity<String> release(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    WorkAddress back = back(visit.officer(), new Form(fields).text("back"));
    List<String> wanted = fields.getOrDefault("release", List.of());
    List<WorkScreen.Told.Fault> faults = new ArrayList<>();
    int status = 409;
    for (String each : wanted.subList(0, Math.min(Paged.SIZE, wanted.size()))) {
      int cut = each.indexOf(' ');
      MessageId message = Addresses.read(each.substring(0, Math.max(0, cut)), MessageId::of);
      Optional<Refusal> refusal =
          casework
              .approval()
              .release(visit.officer(), message, Optional.of(each.substring(cut + 1)))
              .refusal();
      if (refusal.isPresent()) {
        status = RefusalStatus.of(refusal.get());
        faults.add(
            new WorkScreen.Told.Fault(
                casework.cases().caseOf(message).flatMap(casework.cases()::reference).orElse("–"),
                sentences.why(visit.officer().language(), refusal.get())));
      }
    }
    return faults.isEmpty()
        ? Pages.to(back.path())
        : told(visit, back, status, new WorkScreen.Told(wanted.size() - faults.size(), faults, ""));
  }

  private Outcome<?> step(Officer officer, Form form, CaseId id) {
    Holding holding = casework.holding();
    return switch (form.text("step")) {
      case "take" -> holding.take(officer, id);
      case "hand-back" -> holding.handBack(officer, id);
      case "assign" ->
          form.text("holder").isEmpty()
              ? Outcome.refused(Rejection.NOT_A_COLLEAGUE)
              : holding.assign(officer, id, Addresses.read(form.text("holder"), OfficerId::of));
      default ->
          Addresses.read(
              form.text("step"),
              text -> {
                throw new IllegalArgumentException("no such step");
              });
    };
  }

  /** The officer names who sees to their matters, or is back. */
  @PostMapping("/cases/deputy")
  ResponseEntity<String> deputy(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    WorkAddress back = back(visit.officer(), form.text("back"));
    Outcome<OfficerId> outcome =
        fields.containsKey("deputy")
            ? named(visit.officer(), form)
            : casework.holding().endDeputy(visit.officer());
    return outcome.refusal().isEmpty()
        ? Pages.to(back.path())
        : told(
            visit,
            back,
            RefusalStatus.of(outcome.refusal().get()),
            problem(visit, "rejection." + outcome.refusal().get().code()));
  }

  private Outcome<OfficerId> named(Officer officer, Form form) {
    return form.text("deputy").isEmpty()
        ? Outcome.refused(Rejection.NOT_A_COLLEAGUE)
        : casework
            .holding()
            .deputise(
                officer,
                Addresses.read(form.text("deputy"), OfficerId::of),
                endOf(form.text("until"), officer));
  }

  /** Keeps a part of the list under a name of the officer's. */
  @PostMapping("/cases/filters")
  ResponseEntity<String> save(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    WorkAddress back = back(visit.officer(), form.text("back"));
    return casework
        .filters()
        .save(visit.officer(), form.text("name"), back.query())
        .refusal()
        .map(why ->
            told(visit, back, RefusalStatus.of(why), problem(visit, "rejection." + why.code())))
        .orElseGet(() -> Pages.to(back.path()));
  }

  @PostMapping("/cases/filters/{id}/removal")
  ResponseEntity<String> forget(Visit visit, @PathVariable String id) {
    casework.filters().remove(visit.officer(), UUID.fromString(id));
    return Pages.to("/");
  }

  /** The end of a day; of no day, the past. */
  private static Instant endOf(String day, Officer officer) {
    try {
      return LocalDate.parse(day).plusDays(1).atStartOfDay(officer.zone()).toInstant();
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  private WorkScreen.Told problem(Visit visit, String key) {
    return new WorkScreen.Told(0, List.of(), sentences.of(visit.officer().language(), key));
  }

  private ResponseEntity<String> told(
      Visit visit, WorkAddress back, int status, WorkScreen.Told told) {
    return list(visit, back, Paged.FIRST, told, status);
  }

  /** Where a step came from: a part of the list and nothing else. */
  private static WorkAddress back(Officer officer, String query) {
    return address(
        officer,
        Addresses.read(
            query,
            text -> UriComponentsBuilder.newInstance().query(text).build().getQueryParams()));
  }
}
