package org.entente.node.web.measures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.measures.Call;
import org.entente.node.measures.CallId;
import org.entente.node.measures.CallView;
import org.entente.node.measures.Calls;
import org.entente.node.measures.MeasureId;
import org.entente.node.measures.Measures;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls that are to be confirmed in writing. */
@RestController
@RequestMapping("/api/v1/calls")
class CallsApi {
  private final Calls calls;
  private final Sentences sentences;

  CallsApi(Measures measures, Sentences sentences) {
    this.calls = measures.calls();
    this.sentences = sentences;
  }

  record CallAnswer(
      String id,
      String partner,
      boolean theirs,
      String state,
      Optional<Call> says,
      List<String> callBack,
      Instant calledAt,
      Instant dueAt,
      boolean overdue,
      String notedBy,
      Optional<String> confirmedBy,
      Optional<String> closedBy,
      Optional<Instant> closedAt,
      String closedBecause) {
    static CallAnswer of(CallView c) {
      return new CallAnswer(
          c.id().toString(),
          c.partner().value(),
          c.theirs(),
          Problems.code(c.state()),
          c.says(),
          c.callBack().stream().map(point -> point.address()).toList(),
          c.calledAt(),
          c.dueAt(),
          c.overdue(),
          c.notedBy().toString(),
          c.confirmedBy().map(MeasureId::toString),
          c.closedBy().map(OfficerId::toString),
          c.closedAt(),
          c.closedBecause());
    }
  }

  record CallWanted(
      String partner,
      Boolean theirs,
      Instant at,
      @Nullable String with,
      @Nullable String number,
      @Nullable String said) {}

  record ConfirmationWanted(String measure) {}

  record ClosureWanted(@Nullable String words) {}

  record CallTaken(String call) {}

  /** Those that wait for the written word, the most pressing first. */
  @GetMapping
  List<CallAnswer> open(Officer officer) {
    return calls.open(officer).stream().map(CallAnswer::of).toList();
  }

  @GetMapping("/{id}")
  ResponseEntity<Object> one(Officer officer, @PathVariable String id) {
    return calls
        .view(officer, CallId.of(id))
        .map(view -> ResponseEntity.ok((Object) CallAnswer.of(view)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @PostMapping
  ResponseEntity<Object> note(Officer officer, @RequestBody CallWanted wanted) {
    Outcome<CallId> outcome =
        calls.note(
            officer,
            Wanted.authority("partner", wanted.partner()),
            wanted.theirs(),
            wanted.at(),
            new Call(
                Wanted.orEmpty(wanted.with()),
                Wanted.orEmpty(wanted.number()),
                Wanted.orEmpty(wanted.said())));
    return answer(officer, outcome, HttpStatus.CREATED);
  }

  @PostMapping("/{id}/confirmation")
  ResponseEntity<Object> confirm(
      Officer officer, @PathVariable String id, @RequestBody ConfirmationWanted wanted) {
    MeasureId measure = Wanted.made("measure", () -> MeasureId.of(wanted.measure()));
    return answer(officer, calls.confirm(officer, CallId.of(id), measure), HttpStatus.OK);
  }

  @PostMapping("/{id}/closure")
  ResponseEntity<Object> close(
      Officer officer, @PathVariable String id, @RequestBody ClosureWanted wanted) {
    return answer(
        officer,
        calls.close(officer, CallId.of(id), Wanted.orEmpty(wanted.words())),
        HttpStatus.OK);
  }

  private ResponseEntity<Object> answer(
      Officer officer, Outcome<CallId> outcome, HttpStatus status) {
    return switch (outcome) {
      case Outcome.Done<CallId>(CallId id) ->
          ResponseEntity.status(status).body(new CallTaken(id.toString()));
      case Outcome.Refused<CallId>(Refusal why) ->
          Problems.refused(sentences, officer, MeasuresApi.REFUSED, why);
    };
  }
}
