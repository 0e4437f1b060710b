package org.entente.node.web.checks;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.Description;
import org.entente.intake.SubjectKind;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.checks.AgreementUnnamed;
import org.entente.node.checks.Asking;
import org.entente.node.checks.CheckId;
import org.entente.node.checks.CheckView;
import org.entente.node.checks.Checks;
import org.entente.node.checks.Justification;
import org.entente.node.checks.ListId;
import org.entente.node.checks.ListView;
import org.entente.node.checks.OfferView;
import org.entente.node.checks.PartnerAnswer;
import org.entente.node.checks.Stop;
import org.entente.node.officers.Officer;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.ColumnsAnswer;
import org.entente.node.web.frame.CsvFile;
import org.entente.node.web.frame.PagedAnswer;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
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

/** Blind checks for programs: ask, follow, lists, and what partners may check here. */
@RestController
@RequestMapping("/api/v1/checks")
class ChecksApi {
  private final Checks checks;
  private final CheckFiles files;
  private final Sentences sentences;

  ChecksApi(Checks checks, CheckFiles files, Sentences sentences) {
    this.checks = checks;
    this.files = files;
    this.sentences = sentences;
  }

  /** Why, in the three parts of Regulation (EU) 2024/982 Art. 33. */
  record WhyWanted(
      String purpose,
      String caseReference,
      String offence,
      String category,
      String aim,
      @Nullable Integer maxPenaltyMonths) {
    Justification read() {
      return new Justification(
          purpose,
          caseReference,
          Wanted.code("offence", offence, OffenceArea::ofCode),
          Wanted.code("category", category, DataSubjectCategory::ofCode),
          Wanted.code("aim", aim, Justification.Aim::ofCode),
          maxPenaltyMonths);
    }

    @Override
    public String toString() {
      return "WhyWanted[…]";
    }
  }

  /**
   * Who or what is meant, by the fields of imports, whom to ask and why.
   *
   * @param agreements hashes, needed where several agreements with one partner carry the check
   */
  record CheckWanted(
      String kind,
      Map<String, String> said,
      List<String> partners,
      WhyWanted why,
      @Nullable List<String> agreements) {
    @Override
    public String toString() {
      return "CheckWanted[…]";
    }
  }

  /** What came of asking one partner. */
  record AnswerAnswer(
      String partner,
      String state,
      @Nullable String reason,
      @Nullable String quality,
      List<String> families,
      List<String> articles,
      @Nullable Instant answeredAt) {
    static AnswerAnswer of(PartnerAnswer a) {
      return new AnswerAnswer(
          a.partner().value(),
          a.state().code(),
          a.reason().isEmpty() ? null : a.reason(),
          a.quality().isEmpty() ? null : a.quality(),
          a.families(),
          a.articles(),
          a.answeredAt().orElse(null));
    }
  }

  record CheckAnswer(String id, Instant at, boolean waiting, List<AnswerAnswer> answers) {
    static CheckAnswer of(CheckView view) {
      return new CheckAnswer(
          view.id().toString(),
          view.at(),
          view.waiting(),
          view.answers().stream().map(AnswerAnswer::of).toList());
    }
  }

  @PostMapping
  ResponseEntity<Object> ask(Officer officer, @RequestBody CheckWanted wanted) {
    SubjectKind kind = Wanted.code("kind", wanted.kind(), SubjectKind::ofCode);
    Map<ColumnMeaning, String> said = new EnumMap<>(ColumnMeaning.class);
    wanted
        .said()
        .forEach(
            (field, text) -> said.put(Wanted.code("said", field, ColumnMeaning::ofCode), text));
    return switch (Description.read(kind, said)) {
      case Description.Read.Faulty faulty ->
          Problems.of(
              Problems.problem(
                  422,
                  faulty.fault().code(),
                  sentences.of(officer.language(), "row-fault." + faulty.fault().code())));
      case Description.Read.Meant meant -> {
        Asking.Wish wish =
            new Asking.Wish(
                meant,
                wanted.why().read(),
                authorities(wanted.partners()),
                named(wanted.agreements()));
        yield switch (checks.asking().ask(officer, wish)) {
          case Outcome.Done<CheckId>(CheckId id) -> view(officer, id, 202);
          case Outcome.Refused<CheckId>(Refusal reason) -> refused(officer, reason);
        };
      }
    };
  }

  private static Set<String> named(@Nullable List<String> agreements) {
    return agreements == null ? Set.of() : Set.copyOf(agreements);
  }

  private static Set<AuthorityId> authorities(List<String> partners) {
    return partners.stream().map(p -> Wanted.authority("partners", p)).collect(Collectors.toSet());
  }

  @GetMapping("/{id}")
  ResponseEntity<Object> view(Officer officer, @PathVariable String id) {
    return view(officer, CheckId.of(id), 200);
  }

  private ResponseEntity<Object> view(Officer officer, CheckId id, int status) {
    return switch (checks.reading().view(officer, id)) {
      case Outcome.Done<CheckView>(CheckView view) ->
          ResponseEntity.status(status).body(CheckAnswer.of(view));
      case Outcome.Refused<CheckView>(Refusal reason) -> refused(officer, reason);
    };
  }

  @GetMapping
  ResponseEntity<Object> newest(Officer officer, Paged.Wanted wanted) {
    return switch (checks.reading().newest(officer, wanted)) {
      case Outcome.Done<Paged<CheckView>>(Paged<CheckView> all) ->
          PagedAnswer.orProblem(all.map(CheckAnswer::of));
      case Outcome.Refused<Paged<CheckView>>(Refusal reason) -> refused(officer, reason);
    };
  }

  // --- lists -----------------------------------------------------------------------------------

  @PostMapping(path = "/lists", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<Object> takeList(Officer officer, @RequestParam String name, InputStream file) {
    Outcome<ColumnsAnswer> taken =
        checks
            .lists()
            .receive(officer, name, file)
            .then(id ->
                checks
                    .lists()
                    .look(officer, id)
                    .then(look -> Outcome.done(ColumnsAnswer.of(id.toString(), look))));
    return switch (taken) {
      case Outcome.Done<ColumnsAnswer>(ColumnsAnswer answer) ->
          ResponseEntity.status(201).body(answer);
      case Outcome.Refused<ColumnsAnswer>(Refusal reason) -> refused(officer, reason);
    };
  }

  /** Whom to ask and why; columns as proposed if they are left out. */
  record ListWanted(
      List<String> partners,
      WhyWanted why,
      @Nullable Map<String, String> columns,
      @Nullable List<String> agreements) {
    @Override
    public String toString() {
      return "ListWanted[…]";
    }
  }

  @PostMapping("/lists/{id}/start")
  ResponseEntity<Object> startList(
      Officer officer, @PathVariable String id, @RequestBody ListWanted wanted) {
    ListId list = ListId.of(id);
    return list(
        officer,
        checks
            .lists()
            .look(officer, list)
            .then(look ->
                checks
                    .lists()
                    .start(
                        officer,
                        list,
                        ColumnsAnswer.meanings(wanted.columns(), look),
                        authorities(wanted.partners()),
                        named(wanted.agreements()),
                        wanted.why().read())));
  }

  @PostMapping("/lists/{id}/release")
  ResponseEntity<Object> release(Officer officer, @PathVariable String id) {
    return list(officer, checks.lists().release(officer, ListId.of(id)));
  }

  /** Begins again with a list that stands still because of a fault of this node. */
  @PostMapping("/lists/{id}/again")
  ResponseEntity<Object> again(Officer officer, @PathVariable String id) {
    return list(officer, checks.lists().again(officer, ListId.of(id)));
  }

  @GetMapping("/lists/{id}")
  ResponseEntity<Object> list(Officer officer, @PathVariable String id) {
    return list(officer, Outcome.done(ListId.of(id)));
  }

  /** How far a list is. */
  record ListAnswer(
      String id,
      String state,
      int percent,
      long rows,
      long rowsRead,
      long met,
      long faults,
      @Nullable String waits) {}

  private ResponseEntity<Object> list(Officer officer, Outcome<ListId> tried) {
    return switch (tried.then(id -> checks.lists().view(officer, id))) {
      case Outcome.Refused<ListView>(Refusal reason) -> refused(officer, reason);
      case Outcome.Done<ListView>(ListView view) ->
          ResponseEntity.ok(
              new ListAnswer(
                  view.id().toString(),
                  view.state().code(),
                  view.percent(),
                  view.rowsAll(),
                  view.rowsRead(),
                  view.met(),
                  view.faults(),
                  view.waits().isEmpty() ? null : view.waits()));
    };
  }

  /** Null when the file itself was the answer. */
  @GetMapping("/lists/{id}/results.csv")
  @Nullable ResponseEntity<Object> results(
      Officer officer, HttpServletResponse response, @PathVariable String id) throws IOException {
    return switch (files.results(officer, ListId.of(id))) {
      case Outcome.Done<CsvFile>(CsvFile csv) -> {
        csv.answer(response);
        yield null;
      }
      case Outcome.Refused<CsvFile>(Refusal reason) -> refused(officer, reason);
    };
  }

  // --- offers ----------------------------------------------------------------------------------

  /** What a partner may check here. */
  record OfferAnswer(
      String partner,
      boolean permitted,
      long officerPerDay,
      @Nullable Integer quota,
      long usedToday,
      boolean open,
      boolean current,
      boolean building,
      long records,
      long sizeBytes,
      @Nullable Instant publishedAt,
      @Nullable Instant closesAt) {
    static OfferAnswer of(OfferView v) {
      Optional<OfferView.Index> index = v.index();
      return new OfferAnswer(
          v.partner().value(),
          v.permitted(),
          v.officerPerDay(),
          v.quota(),
          v.usedToday(),
          index.isPresent(),
          index.map(OfferView.Index::current).orElse(false),
          v.building().isPresent(),
          index.map(OfferView.Index::records).orElse(0L),
          index.map(OfferView.Index::sizeBytes).orElse(0L),
          index.map(OfferView.Index::publishedAt).orElse(null),
          index.map(OfferView.Index::closesAt).orElse(null));
    }
  }

  @GetMapping("/offers")
  ResponseEntity<Object> offers(Officer officer) {
    return switch (checks.offers().all(officer)) {
      case Outcome.Done<List<OfferView>>(List<OfferView> all) ->
          ResponseEntity.ok(all.stream().map(OfferAnswer::of).toList());
      case Outcome.Refused<List<OfferView>>(Refusal reason) -> refused(officer, reason);
    };
  }

  record OfferWanted(Integer officerPerDay) {}

  @PutMapping("/offers/{partner}")
  ResponseEntity<Object> publish(
      Officer officer, @PathVariable String partner, @RequestBody OfferWanted wanted) {
    return done(
        officer,
        checks
            .offers()
            .publish(officer, Wanted.authority("partner", partner), wanted.officerPerDay()));
  }

  @PostMapping("/offers/{partner}/renewal")
  ResponseEntity<Object> renew(Officer officer, @PathVariable String partner) {
    return done(officer, checks.offers().renew(officer, Wanted.authority("partner", partner)));
  }

  @DeleteMapping("/offers/{partner}")
  ResponseEntity<Object> withdraw(Officer officer, @PathVariable String partner) {
    return done(officer, checks.offers().withdraw(officer, Wanted.authority("partner", partner)));
  }

  /** Checks that wait because they looked like fishing. */
  record StopAnswer(
      String id,
      @Nullable String partner,
      String officer,
      String pattern,
      Instant at,
      boolean lifted) {
    static StopAnswer of(Stop stop) {
      return new StopAnswer(
          stop.id(),
          stop.partner().map(AuthorityId::value).orElse(null),
          stop.officer(),
          stop.pattern().code(),
          stop.at(),
          stop.liftedAt().isPresent());
    }
  }

  @GetMapping("/stops")
  ResponseEntity<Object> stops(Officer officer, Paged.Wanted wanted) {
    return switch (checks.offers().stops(officer, wanted)) {
      case Outcome.Done<Paged<Stop>>(Paged<Stop> all) ->
          PagedAnswer.orProblem(all.map(StopAnswer::of));
      case Outcome.Refused<Paged<Stop>>(Refusal reason) -> refused(officer, reason);
    };
  }

  @PostMapping("/stops/{id}/lifting")
  ResponseEntity<Object> lift(Officer officer, @PathVariable String id) {
    return done(officer, checks.offers().lift(officer, id));
  }

  private ResponseEntity<Object> done(Officer officer, Outcome<?> tried) {
    return tried instanceof Outcome.Refused<?>(Refusal reason)
        ? refused(officer, reason)
        : ResponseEntity.noContent().build();
  }

  private ResponseEntity<Object> refused(Officer officer, Refusal reason) {
    ProblemDetail problem = Problems.problem(sentences, officer, "check-refusal", reason);
    if (reason instanceof AgreementUnnamed(AuthorityId partner, List<Agreement> agreements)) {
      problem.setProperty("partner", partner.value());
      problem.setProperty("agreements", Problems.agreements(agreements, officer.language()));
    }
    return Problems.of(problem);
  }
}
