package org.entente.node.web.keeping;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.retention.Retention;
import org.entente.node.retention.Review;
import org.entente.node.retention.ReviewStep;
import org.entente.node.retention.ReviewView;
import org.entente.node.retention.Reviews;
import org.entente.node.retention.StepId;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.PagedAnswer;
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

/** How long cases are kept. */
@RestController
@RequestMapping("/api/v1")
class ReviewsApi {
  private final Reviews reviews;
  private final Sentences sentences;
  private final InstantSource clock;

  ReviewsApi(Retention retention, Sentences sentences, InstantSource clock) {
    this.reviews = retention.reviews();
    this.sentences = sentences;
    this.clock = clock;
  }

  record ReviewAnswer(
      String caseId,
      String reference,
      String urgency,
      Optional<Instant> concludedAt,
      Optional<Instant> reviewBy,
      Optional<MarkAnswer> hold,
      Optional<MarkAnswer> restriction,
      Optional<Instant> erasedAt,
      Optional<StepAnswer> waiting,
      List<StepAnswer> steps) {
    static ReviewAnswer of(ReviewView view, Instant now) {
      Review r = view.review();
      return new ReviewAnswer(
          r.caseId().toString(),
          view.summary().reference(),
          Problems.code(r.urgency(now)),
          r.concludedAt(),
          r.reviewBy(),
          r.hold().map(MarkAnswer::of),
          r.restriction().map(MarkAnswer::of),
          r.erasedAt(),
          view.waiting().map(StepAnswer::of),
          view.steps().stream().map(StepAnswer::of).toList());
    }
  }

  record MarkAnswer(String by, Instant at) {
    static MarkAnswer of(Review.Mark mark) {
      return new MarkAnswer(mark.by().toString(), mark.at());
    }
  }

  record StepAnswer(
      String id,
      String kind,
      String state,
      Optional<Instant> until,
      String firstBy,
      Optional<String> secondBy,
      Instant madeAt,
      Optional<Instant> decidedAt,
      String reason) {
    static StepAnswer of(ReviewStep s) {
      return new StepAnswer(
          s.id().toString(),
          Problems.code(s.kind()),
          Problems.code(s.state()),
          s.until(),
          s.firstBy().toString(),
          s.secondBy().map(OfficerId::toString),
          s.madeAt(),
          s.decidedAt(),
          s.reason());
    }
  }

  /** {@code until} for an extension only. */
  record ReviewWanted(@Nullable String reason, @Nullable Instant until) {}

  record Kept(String caseId) {}

  @GetMapping("/reviews")
  ResponseEntity<List<ReviewAnswer>> list(Officer officer, Paged.Wanted wanted) {
    return PagedAnswer.of(
        reviews.list(officer, wanted).map(view -> ReviewAnswer.of(view, clock.instant())));
  }

  @GetMapping("/cases/{id}/review")
  ResponseEntity<ReviewAnswer> review(Officer officer, @PathVariable String id) {
    return reviews
        .of(officer, CaseId.of(id))
        .map(view -> ResponseEntity.ok(ReviewAnswer.of(view, clock.instant())))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @PostMapping("/cases/{id}/review/{act}")
  ResponseEntity<Object> step(
      Officer officer,
      @PathVariable String id,
      @PathVariable String act,
      @RequestBody ReviewWanted wanted) {
    CaseId caseId = CaseId.of(id);
    String reason = Wanted.orEmpty(wanted.reason());
    Instant until = wanted.until() == null ? Instant.EPOCH : wanted.until();
    return answer(
        officer,
        switch (act) {
          case "extension" -> reviews.proposeExtension(officer, caseId, until, reason);
          case "erasure" -> reviews.proposeErasure(officer, caseId, reason);
          case "hold" -> reviews.hold(officer, caseId, reason);
          case "hold-lifting" -> reviews.liftHold(officer, caseId, reason);
          case "restriction" -> reviews.restrict(officer, caseId, reason);
          case "restriction-lifting" -> reviews.liftRestriction(officer, caseId, reason);
          default -> Outcome.refused(Usual.NOT_FOUND);
        });
  }

  @PostMapping("/review-steps/{id}/confirmation")
  ResponseEntity<Object> confirm(Officer officer, @PathVariable String id) {
    return answer(officer, reviews.confirm(officer, StepId.of(id)));
  }

  @PostMapping("/review-steps/{id}/withdrawal")
  ResponseEntity<Object> withdraw(Officer officer, @PathVariable String id) {
    return answer(officer, reviews.withdraw(officer, StepId.of(id)));
  }

  private ResponseEntity<Object> answer(Officer officer, Outcome<CaseId> outcome) {
    return switch (outcome) {
      case Outcome.Done<CaseId>(CaseId id) ->
          ResponseEntity.status(HttpStatus.CREATED).body(new Kept(id.toString()));
      case Outcome.Refused<CaseId>(Refusal why) -> refused(officer, why);
    };
  }

  private ResponseEntity<Object> refused(Officer officer, Refusal why) {
    return Problems.refused(sentences, officer, "retention-refused", why);
  }
}
