package org.entente.node.web.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.records.CrossCheck;
import org.entente.node.records.PossibleMatch;
import org.entente.node.records.RecordView;
import org.entente.node.records.Records;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.RecordText;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The possible matches beside a case for programs, and what an officer makes of them. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class MatchesApi {
  private final CrossCheck crossCheck;
  private final Sentences sentences;

  MatchesApi(Records records, Sentences sentences) {
    this.crossCheck = records.crossCheck();
    this.sentences = sentences;
  }

  /**
   * What may be known of the person of a case.
   *
   * @param checkedAt when it was compared last; null as long as it was not
   */
  record BesideAnswer(Optional<Instant> checkedAt, List<MatchAnswer> matches) {}

  /**
   * A person who may be the one of the request.
   *
   * @param record in the national index; null where another case was met
   * @param caseId the other case; null where a record was met
   * @param strength strong, possible or weak, as compared now
   * @param lookAgain whether what is known of the person changed since this was decided
   */
  record MatchAnswer(
      String id,
      String state,
      boolean lookAgain,
      @Nullable String record,
      @Nullable String caseId,
      @Nullable String reference,
      String name,
      String born,
      String strength,
      Instant foundAt,
      Optional<String> decidedBy,
      Optional<Instant> decidedAt,
      String ground) {
    static MatchAnswer of(PossibleMatch match) {
      return switch (match.known()) {
        case PossibleMatch.Known.Recorded(RecordView record) ->
            of(
                match,
                record.id().toString(),
                null,
                null,
                RecordText.headline(record),
                RecordText.born(record));
        case PossibleMatch.Known.Requested other ->
            of(
                match,
                null,
                other.caseId().toString(),
                other.reference(),
                (other.person().givenName() + " " + other.person().familyName()).strip(),
                Wanted.orEmpty(other.person().birthDate()));
      };
    }

    private static MatchAnswer of(
        PossibleMatch match,
        @Nullable String record,
        @Nullable String caseId,
        @Nullable String reference,
        String name,
        String born) {
      return new MatchAnswer(
          match.id().toString(),
          Problems.code(match.state()),
          match.lookAgain(),
          record,
          caseId,
          reference,
          name,
          born,
          match.likeness().strength().code(),
          match.foundAt(),
          match.decidedBy().map(OfficerId::toString),
          match.decidedAt(),
          match.ground());
    }
  }

  /** What stands beside a case; the look is noted, as on its page. */
  @GetMapping("/matches")
  ResponseEntity<Object> matches(Officer officer, @PathVariable String id) {
    return beside(officer, CaseId.of(id));
  }

  private ResponseEntity<Object> beside(Officer officer, CaseId id) {
    if (!Rights.may(officer, Right.READ_CASES)) {
      return refused(officer, Usual.ROLE_MISSING);
    }
    return crossCheck
        .beside(officer, id)
        .<ResponseEntity<Object>>map(beside ->
            ResponseEntity.ok(
                new BesideAnswer(
                    beside.checkedAt(), beside.matches().stream().map(MatchAnswer::of).toList())))
        .orElseGet(() -> refused(officer, Usual.NOT_FOUND));
  }

  /** Compares the requests of the case again with what is known now. */
  @PostMapping("/comparison")
  ResponseEntity<Object> again(Officer officer, @PathVariable String id) {
    CaseId file = CaseId.of(id);
    return switch (crossCheck.again(officer, file)) {
      case Outcome.Done<CaseId> done -> beside(officer, file);
      case Outcome.Refused<CaseId>(Refusal why) -> refused(officer, why);
    };
  }

  /** What shows that it is the same person. */
  record GroundWanted(String ground) {
    @Override
    public String toString() {
      return "GroundWanted[…]";
    }
  }

  /** It is the same person. */
  @PostMapping("/matches/{match}/confirmation")
  ResponseEntity<Object> confirm(
      Officer officer,
      @PathVariable String id,
      @PathVariable String match,
      @RequestBody GroundWanted wanted) {
    return decided(officer, id, match, true, wanted.ground());
  }

  /** What shows that it is somebody else; may be left out. */
  record OtherWanted(@Nullable String ground) {
    @Override
    public String toString() {
      return "OtherWanted[…]";
    }
  }

  /** It is somebody else. */
  @PostMapping("/matches/{match}/rejection")
  ResponseEntity<Object> reject(
      Officer officer,
      @PathVariable String id,
      @PathVariable String match,
      @RequestBody OtherWanted wanted) {
    return decided(officer, id, match, false, Wanted.orEmpty(wanted.ground()));
  }

  private ResponseEntity<Object> decided(
      Officer officer, String id, String match, boolean same, String ground) {
    return crossCheck.decide(officer, CaseId.of(id), UUID.fromString(match), same, ground)
            instanceof Outcome.Refused<UUID>(Refusal why)
        ? refused(officer, why)
        : ResponseEntity.noContent().build();
  }

  private ResponseEntity<Object> refused(Officer officer, Refusal why) {
    return Problems.refused(sentences, officer, "record-refusal", why);
  }
}
