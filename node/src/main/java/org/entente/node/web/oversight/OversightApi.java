package org.entente.node.web.oversight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.casework.RefusalGround;
import org.entente.node.ledger.Entries;
import org.entente.node.officers.Officer;
import org.entente.node.oversight.Counted;
import org.entente.node.oversight.Finding;
import org.entente.node.oversight.Histories;
import org.entente.node.oversight.History;
import org.entente.node.oversight.LookId;
import org.entente.node.oversight.MentionKey;
import org.entente.node.oversight.Oversight;
import org.entente.node.oversight.OversightRefusal;
import org.entente.node.oversight.PersonDescription;
import org.entente.node.oversight.PersonSearch;
import org.entente.node.oversight.Statistics;
import org.entente.node.oversight.Transfer;
import org.entente.node.oversight.Transfers;
import org.entente.node.oversight.UnusualLooks;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The supervisor's desk for programs: transfers, looks at persons, unusual look-ups. */
@RestController
@RequestMapping("/api/v1/oversight")
class OversightApi {
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final Transfers transfers;
  private final Statistics statistics;
  private final PersonSearch search;
  private final Histories histories;
  private final UnusualLooks unusual;
  private final OversightFiles files;
  private final Sentences sentences;

  OversightApi(Oversight oversight, OversightFiles files, Sentences sentences) {
    this.transfers = oversight.transfers();
    this.statistics = oversight.statistics();
    this.search = oversight.search();
    this.histories = oversight.histories();
    this.unusual = oversight.unusual();
    this.files = files;
    this.sentences = sentences;
  }

  record TransfersAnswer(boolean complete, List<TransferAnswer> transfers) {}

  record TransferAnswer(
      Instant at,
      String kind,
      String act,
      String recipient,
      List<String> articles,
      Optional<String> offence,
      List<String> subjects,
      List<String> data,
      boolean specialCategories,
      boolean strictlyNecessary,
      Optional<String> urgencyReason,
      Optional<Long> persons,
      Optional<String> caseId,
      String actor,
      String bodyHash,
      long log,
      long entry) {
    static TransferAnswer of(Transfer t) {
      return new TransferAnswer(
          t.at(),
          t.kind().code(),
          t.act(),
          t.recipient(),
          t.articles(),
          t.offence().map(OffenceArea::code),
          t.subjects().stream().map(DataSubjectCategory::code).sorted().toList(),
          t.data().stream().map(DataCategory::code).sorted().toList(),
          t.safeguards().specialCategories(),
          t.safeguards().strictNecessityStated(),
          t.urgency().map(UrgencyReason::code),
          t.persons(),
          t.caseId().map(Object::toString),
          t.actor(),
          t.bodyHash(),
          t.log(),
          t.position());
    }
  }

  private static Transfers.Filter filter(
      Instant from, Instant until, String partner, String article, String kind) {
    return new Transfers.Filter(
        from,
        until,
        partner,
        article,
        kind.isEmpty()
            ? Optional.empty()
            : Optional.of(Wanted.code("kind", kind, Transfer.Kind::ofCode)));
  }

  /** What left the country in a period, newest first; {@code until} is not in it. */
  @GetMapping("/transfers")
  ResponseEntity<Object> transfers(
      Officer officer,
      @RequestParam Instant from,
      @RequestParam Instant until,
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "") String article,
      @RequestParam(defaultValue = "") String kind) {
    return answer(
        officer,
        transfers
            .register(officer, filter(from, until, partner, article, kind))
            .then(register ->
                Outcome.done(
                    new TransfersAnswer(
                        register.complete(),
                        register.lines().stream().map(TransferAnswer::of).toList()))));
  }

  /** The same as CSV. */
  @GetMapping("/transfers.csv")
  ResponseEntity<Object> transfersCsv(
      Officer officer,
      @RequestParam Instant from,
      @RequestParam Instant until,
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "") String article,
      @RequestParam(defaultValue = "") String kind) {
    return file(
        officer,
        transfers
            .register(officer, filter(from, until, partner, article, kind))
            .then(register -> Outcome.done(files.transfers(register))));
  }

  /** What a year's figures count, in the order of time; {@code over} once they do not grow. */
  record StatisticsAnswer(int year, boolean over, List<CountedAnswer> counted) {}

  record CountedAnswer(
      Instant at,
      String figure,
      String partner,
      Optional<String> urgency,
      Optional<String> offence,
      Optional<String> ground,
      Optional<Boolean> inTime,
      Optional<Duration> took,
      String reference,
      Optional<String> caseId) {
    static CountedAnswer of(Counted counted) {
      return new CountedAnswer(
          counted.at(),
          counted.figure().code(),
          counted.partner(),
          counted.urgency().map(Urgency::code),
          counted.offence().map(OffenceArea::code),
          counted.ground().map(RefusalGround::letter),
          counted.inTime(),
          counted.took(),
          counted.reference(),
          counted.file().map(Object::toString));
    }
  }

  /** The figures of a calendar year in UTC: one line for each thing that counts. */
  @GetMapping("/statistics")
  ResponseEntity<Object> statistics(Officer officer, @RequestParam int year) {
    return answer(
        officer,
        report(officer, year)
            .then(report ->
                Outcome.done(
                    new StatisticsAnswer(
                        year,
                        report.over(),
                        report.lines().stream().map(CountedAnswer::of).toList()))));
  }

  /** How often each combination occurred, as CSV. */
  @GetMapping("/statistics.csv")
  ResponseEntity<Object> statisticsCsv(Officer officer, @RequestParam int year) {
    return file(
        officer, report(officer, year).then(report -> Outcome.done(StatisticsFiles.csv(report))));
  }

  private Outcome<Statistics.Report> report(Officer officer, int year) {
    return StatisticsSlice.year(year)
        .map(y -> statistics.of(officer, y))
        .orElse(Outcome.refused(OversightRefusal.PERIOD_WRONG));
  }

  record PersonWanted(
      @Nullable String name,
      @Nullable String born,
      @Nullable String document,
      @Nullable String phone,
      @Nullable String account,
      @Nullable String reason) {
    @Override
    public String toString() {
      return "PersonWanted[…]";
    }
  }

  record FoundAnswer(String id, boolean complete, List<MentionAnswer> mentions) {
    static FoundAnswer of(PersonSearch.Findings found) {
      return new FoundAnswer(
          found.id().toString(),
          found.complete(),
          found.mentions().stream()
              .map(mention ->
                  new MentionAnswer(
                      mention.key().toString(),
                      mention.key().kind().code(),
                      mention.likeness().probability(),
                      mention.likeness().strength().code(),
                      mention.likeness().numberMet(),
                      mention.likeness().held()))
              .toList());
    }
  }

  /**
   * {@code held} is the name that was compared, {@code likeness} is {@code strong}, {@code
   * possible} or {@code weak}; {@code probability} is for sorting.
   */
  record MentionAnswer(
      String mention,
      String kind,
      double probability,
      String likeness,
      boolean numberMet,
      String held) {
    @Override
    public String toString() {
      return "MentionAnswer[" + mention + "]";
    }
  }

  /** Looks for a person; whom and why is kept sealed beside the entry of the look. */
  @PostMapping("/people")
  ResponseEntity<Object> look(Officer officer, @RequestBody PersonWanted wanted) {
    PersonDescription who =
        new PersonDescription(
            Wanted.orEmpty(wanted.name()),
            Wanted.orEmpty(wanted.born()),
            Wanted.orEmpty(wanted.document()),
            Wanted.orEmpty(wanted.phone()),
            Wanted.orEmpty(wanted.account()));
    return answer(
        officer,
        search
            .search(officer, who, Wanted.orEmpty(wanted.reason()))
            .then(id -> search.open(officer, id))
            .then(found -> Outcome.done(FoundAnswer.of(found))));
  }

  /** What a look found, for a day. */
  @GetMapping("/people/{id}")
  ResponseEntity<Object> found(Officer officer, @PathVariable String id) {
    return answer(
        officer,
        search.open(officer, LookId.of(id)).then(found -> Outcome.done(FoundAnswer.of(found))));
  }

  record ChoiceWanted(@Nullable List<String> mentions) {}

  record Chosen(String id) {}

  /** Chooses which mentions mean the person; their history is read under the identifier. */
  @PostMapping("/people/{id}/history")
  ResponseEntity<Object> choose(
      Officer officer, @PathVariable String id, @RequestBody ChoiceWanted wanted) {
    List<MentionKey> keys =
        wanted.mentions() == null
            ? List.of()
            : wanted.mentions().stream()
                .map(text -> Wanted.code("mentions", text, MentionKey::read))
                .toList();
    return answer(
        officer,
        histories
            .choose(officer, LookId.of(id), keys)
            .then(history -> Outcome.done(new Chosen(history.toString()))));
  }

  /** {@code next} asks for the page after this one; absent at the end of the ledger. */
  record HistoryAnswer(
      String id, List<LineAnswer> lines, Optional<String> next, Instant lookedThroughTo) {}

  record LineAnswer(
      Instant at,
      String event,
      String access,
      String actor,
      String partner,
      List<String> articles,
      String why,
      String reason,
      List<String> about,
      long log,
      long entry) {
    static LineAnswer of(History.Line line) {
      return new LineAnswer(
          line.entry().time(),
          line.entry().event(),
          line.entry().access().name().toLowerCase(Locale.ROOT),
          line.entry().actor(),
          line.partner(),
          line.articles(),
          Problems.code(line.why().kind()),
          line.why().text(),
          line.about().stream().map(MentionKey::toString).toList(),
          line.place().log(),
          line.entry().index());
    }

    @Override
    public String toString() {
      return "LineAnswer[" + entry + "]";
    }
  }

  /** A page of what was done about a person, newest first. */
  @GetMapping("/histories/{id}")
  ResponseEntity<Object> history(
      Officer officer, @PathVariable String id, @RequestParam(defaultValue = "") String before) {
    return answer(
        officer,
        histories
            .page(officer, LookId.of(id), Entries.Place.of(before))
            .then(history ->
                Outcome.done(
                    new HistoryAnswer(
                        history.id().toString(),
                        history.lines().stream().map(LineAnswer::of).toList(),
                        history.next().map(Entries.Place::toString),
                        history.lookedThroughTo()))));
  }

  /** The whole of it as CSV. */
  @GetMapping("/histories/{id}/entries.csv")
  ResponseEntity<Object> historyCsv(Officer officer, @PathVariable String id) {
    return file(officer, files.history(officer, LookId.of(id)));
  }

  record UnusualAnswer(long looked, boolean complete, List<FindingAnswer> findings) {}

  record FindingAnswer(
      String rule,
      String officer,
      Instant first,
      Instant last,
      String about,
      long figure,
      long limit,
      long usual,
      List<Long> entries) {
    static FindingAnswer of(Finding f) {
      return new FindingAnswer(
          f.rule().code(),
          f.officer().toString(),
          f.first(),
          f.last(),
          f.about(),
          f.figure(),
          f.limit(),
          f.usual(),
          f.entries());
    }
  }

  /** Which look-ups of a period rules found unusual. */
  @GetMapping("/unusual")
  ResponseEntity<Object> unusual(
      Officer officer, @RequestParam Instant from, @RequestParam Instant until) {
    return answer(
        officer,
        unusual
            .findings(officer, from, until)
            .then(found ->
                Outcome.done(
                    new UnusualAnswer(
                        found.looked(),
                        found.complete(),
                        found.findings().stream().map(FindingAnswer::of).toList()))));
  }

  private ResponseEntity<Object> answer(Officer officer, Outcome<?> seen) {
    return switch (seen) {
      case Outcome.Done<?> done -> ResponseEntity.ok(done.value());
      case Outcome.Refused<?>(Refusal reason) -> refused(officer, reason);
    };
  }

  private ResponseEntity<Object> file(Officer officer, Outcome<byte[]> seen) {
    return switch (seen) {
      case Outcome.Done<byte[]>(byte[] csv) ->
          ResponseEntity.ok().contentType(CSV).cacheControl(CacheControl.noStore()).body(csv);
      case Outcome.Refused<byte[]>(Refusal reason) -> refused(officer, reason);
    };
  }

  private ResponseEntity<Object> refused(Officer officer, Refusal reason) {
    return Problems.refused(sentences, officer, "oversight-refusal", reason);
  }
}
