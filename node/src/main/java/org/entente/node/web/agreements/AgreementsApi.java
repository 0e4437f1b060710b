package org.entente.node.web.agreements;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.agreements.Negotiation;
import org.entente.node.agreements.ProposalBroken;
import org.entente.node.agreements.Step;
import org.entente.node.agreements.TakenStep;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.PagedAnswer;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The steps of an agreement's life. */
@RestController
@RequestMapping("/api/v1")
class AgreementsApi {
  private final Negotiation negotiation;
  private final AgreementsInForce agreements;
  private final Sentences sentences;

  AgreementsApi(Negotiation negotiation, AgreementsInForce agreements, Sentences sentences) {
    this.agreements = agreements;
    this.negotiation = negotiation;
    this.sentences = sentences;
  }

  record StepAnswer(
      String id,
      String partner,
      boolean ours,
      String kind,
      String agreement,
      Optional<String> answers,
      String state,
      String reasons,
      Optional<String> firstBy,
      Optional<String> secondBy,
      Instant madeAt,
      Optional<Instant> arrivedAt,
      Optional<Instant> lapsesAt,
      Optional<String> refusal) {
    static StepAnswer of(Step s) {
      return new StepAnswer(
          s.id().toString(),
          s.partner().value(),
          s.ours(),
          s.kind().code(),
          s.agreement(),
          s.answers().map(MessageId::toString),
          Problems.code(s.state()),
          s.note().reasons(),
          s.firstBy().map(OfficerId::toString),
          s.secondBy().map(OfficerId::toString),
          s.madeAt(),
          s.arrivedAt(),
          s.lapsesAt(),
          s.refusal());
    }
  }

  record StepTaken(String step, String state) {}

  record FaultAnswer(
      String file,
      int line,
      int column,
      String pointer,
      String code,
      String sentence,
      String mend) {}

  /** Files as text, JSON or YAML; {@code amends} is the hash of the agreement to be replaced. */
  record ProposalWanted(
      String partner,
      String instrument,
      String arrangement,
      @Nullable String amends,
      @Nullable String reasons) {}

  record ReasonsWanted(@Nullable String reasons) {}

  /** A file of an agreement, byte for byte as both sides hold it. */
  @GetMapping("/agreements/{hash}/{file:instrument|arrangement}")
  ResponseEntity<byte[]> file(
      Officer officer, @PathVariable String hash, @PathVariable String file) {
    return agreements
        .files(hash)
        .map(f ->
            ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file.equals("instrument") ? f.instrument() : f.arrangement()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @GetMapping("/agreement-steps")
  ResponseEntity<List<StepAnswer>> steps(Officer officer, Paged.Wanted wanted) {
    return PagedAnswer.of(negotiation.steps(wanted).map(StepAnswer::of));
  }

  @GetMapping("/agreement-steps/{id}")
  ResponseEntity<StepAnswer> step(Officer officer, @PathVariable String id) {
    return negotiation
        .step(MessageId.of(id))
        .map(s -> ResponseEntity.ok(StepAnswer.of(s)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @PostMapping("/proposals")
  ResponseEntity<Object> propose(Officer officer, @RequestBody ProposalWanted wanted) {
    return answer(
        officer,
        negotiation.propose(
            officer,
            Wanted.authority("partner", wanted.partner()),
            wanted.instrument().getBytes(StandardCharsets.UTF_8),
            wanted.arrangement().getBytes(StandardCharsets.UTF_8),
            wanted.amends(),
            Wanted.orEmpty(wanted.reasons())));
  }

  @PostMapping("/agreement-steps/{id}/confirmation")
  ResponseEntity<Object> confirm(Officer officer, @PathVariable String id) {
    return answer(officer, negotiation.confirm(officer, MessageId.of(id)));
  }

  @PostMapping("/agreement-steps/{id}/withdrawal")
  ResponseEntity<Object> withdraw(Officer officer, @PathVariable String id) {
    return answer(officer, negotiation.withdraw(officer, MessageId.of(id)));
  }

  @PostMapping("/proposals/{id}/ratification")
  ResponseEntity<Object> ratify(Officer officer, @PathVariable String id) {
    return answer(officer, negotiation.ratify(officer, MessageId.of(id)));
  }

  @PostMapping("/proposals/{id}/rejection")
  ResponseEntity<Object> reject(
      Officer officer, @PathVariable String id, @RequestBody ReasonsWanted wanted) {
    return answer(
        officer, negotiation.reject(officer, MessageId.of(id), Wanted.orEmpty(wanted.reasons())));
  }

  /** {@code partner} says towards whom; needed where the agreement binds several. */
  @PostMapping("/agreements/{hash}/suspension")
  ResponseEntity<Object> suspend(
      Officer officer,
      @PathVariable String hash,
      @RequestParam(defaultValue = "") String partner,
      @RequestBody ReasonsWanted wanted) {
    return answer(
        officer,
        negotiation.suspend(officer, hash, towards(partner), Wanted.orEmpty(wanted.reasons())));
  }

  @PostMapping("/agreements/{hash}/resumption")
  ResponseEntity<Object> resume(
      Officer officer, @PathVariable String hash, @RequestParam(defaultValue = "") String partner) {
    return answer(officer, negotiation.resume(officer, hash, towards(partner)));
  }

  @PostMapping("/agreements/{hash}/termination")
  ResponseEntity<Object> terminate(
      Officer officer,
      @PathVariable String hash,
      @RequestParam(defaultValue = "") String partner,
      @RequestBody ReasonsWanted wanted) {
    return answer(
        officer,
        negotiation.terminate(officer, hash, towards(partner), Wanted.orEmpty(wanted.reasons())));
  }

  private static Optional<AuthorityId> towards(String partner) {
    return partner.isEmpty() ? Optional.empty() : Optional.of(Wanted.authority("partner", partner));
  }

  private ResponseEntity<Object> answer(Officer officer, Outcome<TakenStep> outcome) {
    return switch (outcome) {
      case Outcome.Done<TakenStep>(TakenStep done) ->
          ResponseEntity.status(HttpStatus.CREATED)
              .body(new StepTaken(done.step().toString(), Problems.code(done.state())));
      case Outcome.Refused<TakenStep>(Refusal why) ->
          why instanceof ProposalBroken broken
              ? broken(officer, broken)
              : Problems.refused(sentences, officer, "step-refused", why);
    };
  }

  /** Every fault of the files, so that a program can show where it is. */
  private ResponseEntity<Object> broken(Officer officer, ProposalBroken broken) {
    ProblemDetail problem =
        Problems.problem(
            RefusalStatus.of(broken),
            broken.code(),
            sentences.of(officer.language(), "proposal.broken", broken.faults().size()));
    problem.setProperty(
        "faults",
        broken.faults().stream()
            .map(f ->
                new FaultAnswer(
                    f.file(),
                    f.line(),
                    f.column(),
                    f.pointer(),
                    f.code().code(),
                    f.sentence(),
                    f.mend()))
            .toList());
    return Problems.of(problem);
  }
}
