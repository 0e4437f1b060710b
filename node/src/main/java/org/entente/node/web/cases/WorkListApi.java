package org.entente.node.web.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreement.ActKind;
import org.entente.agreement.UrgencyReason;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.casework.WorkLine;
import org.entente.node.casework.WorkView;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.PagedAnswer;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.RecordText;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work list for programs, in the words of its page, and who holds a matter. */
@RestController
@RequestMapping("/api/v1")
class WorkListApi {
  private final Casework casework;
  private final Sentences sentences;
  private final OneSearch search;
  private final InstantSource clock;

  WorkListApi(Casework casework, Sentences sentences, OneSearch search, InstantSource clock) {
    this.casework = casework;
    this.search = search;
    this.sentences = sentences;
    this.clock = clock;
  }

  /**
   * A line of the list.
   *
   * @param person as written; empty where the matter is about none, or it is erased or restricted
   */
  record Line(
      String id,
      String reference,
      String partner,
      String side,
      String opening,
      String offence,
      String urgency,
      Optional<String> urgencyReason,
      String state,
      Instant openedAt,
      Optional<Instant> closedAt,
      Optional<CaseAnswer.Clock> deadline,
      Optional<String> pending,
      Optional<String> person,
      boolean unread,
      Last last,
      Optional<String> holder,
      String nextStep) {}

  record Last(Optional<String> kind, Optional<String> state, Instant at) {}

  private Line line(WorkLine line) {
    CaseAnswer.Summary s = CaseAnswer.of(line.summary(), clock.instant());
    return new Line(
        s.id(),
        s.reference(),
        s.partner(),
        s.side(),
        s.opening(),
        s.offence(),
        s.urgency(),
        line.ground().map(UrgencyReason::code),
        s.state(),
        s.openedAt(),
        s.closedAt(),
        s.deadline(),
        s.pending(),
        line.person()
            .map(p -> (p.givenName() + " " + p.familyName()).strip())
            .or(() -> line.begun().filter(name -> !name.isEmpty())),
        line.unread(),
        new Last(
            line.last().kind().map(ActKind::code),
            line.last().state().map(Problems::code),
            line.last().at()),
        line.holder().map(OfficerId::toString),
        Problems.code(line.step()));
  }

  @GetMapping("/cases")
  ResponseEntity<List<Line>> cases(
      Officer officer, Paged.Wanted wanted, @RequestParam MultiValueMap<String, String> asked) {
    WorkAddress at = WorkAddress.of(asked, WorkView.OPEN);
    return PagedAnswer.of(
        casework.worklist().page(officer, at.view(), at.filter(), wanted).map(this::line));
  }

  /** How many cases each view has, under the same filter. */
  @GetMapping("/cases/counts")
  Map<String, Long> counts(Officer officer, @RequestParam MultiValueMap<String, String> asked) {
    Map<String, Long> counts = new TreeMap<>();
    casework
        .worklist()
        .counts(officer, WorkAddress.of(asked, WorkView.OPEN).filter())
        .forEach((view, count) -> counts.put(view.code(), count));
    return counts;
  }

  record SearchWanted(@Nullable String text) {}

  record RecordFound(String id, String name, String born, String strength) {}

  record CheckFound(String id, Instant at) {}

  record SearchAnswer(
      List<Line> cases, boolean moreCases, List<RecordFound> records, List<CheckFound> checks) {}

  /** One search over cases, index and checks; what is asked travels in the body. */
  @PostMapping("/search")
  SearchAnswer search(Officer officer, @RequestBody SearchWanted wanted) {
    SearchScreen found = search.search(officer, Wanted.orEmpty(wanted.text()));
    return new SearchAnswer(
        found.cases().stream().map(this::line).toList(),
        found.more(),
        found.records().stream()
            .map(f ->
                new RecordFound(
                    f.record().id().toString(),
                    RecordText.headline(f.record()),
                    RecordText.born(f.record()),
                    f.likeness().strength().code()))
            .toList(),
        found.checks().stream().map(c -> new CheckFound(c.id().toString(), c.at())).toList());
  }

  record HolderWanted(@Nullable String holder) {}

  /** Takes a case, or gives it to the officer who is named. */
  @PutMapping("/cases/{id}/holder")
  ResponseEntity<Object> hold(
      Officer officer, @PathVariable String id, @RequestBody HolderWanted wanted) {
    String holder = Wanted.orEmpty(wanted.holder());
    return after(
        officer,
        holder.isEmpty() || holder.equals(officer.id().toString())
            ? casework.holding().take(officer, CaseId.of(id))
            : casework
                .holding()
                .assign(officer, CaseId.of(id), Wanted.made("holder", () -> OfficerId.of(holder))));
  }

  @DeleteMapping("/cases/{id}/holder")
  ResponseEntity<Object> handBack(Officer officer, @PathVariable String id) {
    return after(officer, casework.holding().handBack(officer, CaseId.of(id)));
  }

  record DeputyWanted(@Nullable String deputy, @Nullable Instant until) {}

  /** Names who sees to the officer's cases until an instant. */
  @PutMapping("/deputy")
  ResponseEntity<Object> deputise(Officer officer, @RequestBody DeputyWanted wanted) {
    OfficerId deputy = Wanted.made("deputy", () -> OfficerId.of(Wanted.orEmpty(wanted.deputy())));
    Instant until = wanted.until() == null ? Instant.EPOCH : wanted.until();
    return after(officer, casework.holding().deputise(officer, deputy, until));
  }

  @DeleteMapping("/deputy")
  ResponseEntity<Object> endDeputy(Officer officer) {
    return after(officer, casework.holding().endDeputy(officer));
  }

  private ResponseEntity<Object> after(Officer officer, Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?> done -> ResponseEntity.noContent().build();
      case Outcome.Refused<?>(Refusal why) ->
          Problems.refused(sentences, officer, "rejection", why);
    };
  }
}
