package org.entente.node.web.measures;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.UrgencyReason;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.casework.PersonSought;
import org.entente.node.duty.Duty;
import org.entente.node.duty.PartnerPosts;
import org.entente.node.exchange.MessageId;
import org.entente.node.measures.CasesOfMeasures;
import org.entente.node.measures.Foreseen;
import org.entente.node.measures.Holds;
import org.entente.node.measures.Measure;
import org.entente.node.measures.MeasureDesk;
import org.entente.node.measures.MeasureId;
import org.entente.node.measures.MeasureKind;
import org.entente.node.measures.MeasureView;
import org.entente.node.measures.Measures;
import org.entente.node.measures.RadioChecks;
import org.entente.node.measures.Stated;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.AsWritten;
import org.entente.node.web.frame.PagedAnswer;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Urgent measures. */
@RestController
@RequestMapping("/api/v1/measures")
class MeasuresApi {
  static final String REFUSED = "measure-refused";

  private final MeasureDesk desk;
  private final Holds holds;
  private final CasesOfMeasures cases;
  private final PartnerPosts posts;
  private final Sentences sentences;

  MeasuresApi(Measures measures, Duty duty, Sentences sentences) {
    this.desk = measures.desk();
    this.holds = measures.holds();
    this.cases = measures.cases();
    this.posts = duty.partners();
    this.sentences = sentences;
  }

  record StepAnswer(
      String id,
      String kind,
      boolean ours,
      String state,
      Optional<Measure> says,
      Optional<String> by,
      Instant madeAt,
      Optional<Instant> arrivedAt,
      Optional<String> refusal) {
    static StepAnswer of(MeasureView.Step step) {
      return new StepAnswer(
          step.id().toString(),
          step.kind().code(),
          step.ours(),
          Problems.code(step.sending()),
          step.says(),
          step.by().map(OfficerId::toString),
          step.madeAt(),
          step.arrivedAt(),
          step.refusal());
    }
  }

  record LegAnswer(
      String id,
      String partner,
      String partnerReference,
      String state,
      String course,
      Optional<String> agreement,
      List<String> articles,
      Optional<Instant> releasedAt,
      Optional<Instant> arrivedAt,
      Optional<String> refusal,
      Optional<Instant> seenAt,
      boolean unseenHere,
      boolean unseenThere,
      Optional<Instant> until,
      Optional<Instant> dueAt,
      List<StepAnswer> steps) {
    static LegAnswer of(MeasureView.Leg leg) {
      return new LegAnswer(
          leg.id().toString(),
          leg.partner().value(),
          leg.partnerReference(),
          Problems.code(leg.sending()),
          Problems.code(leg.course()),
          leg.agreement(),
          leg.articles(),
          leg.releasedAt(),
          leg.arrivedAt(),
          leg.refusal(),
          leg.seenAt(),
          leg.unseenHere(),
          leg.unseenThere(),
          leg.until(),
          leg.dueAt(),
          leg.steps().stream().map(StepAnswer::of).toList());
    }
  }

  record ReviewAnswer(boolean confirmed, String by, Instant at, String words) {}

  record HoldAnswer(String by, Instant at, String words) {}

  record MeasureAnswer(
      String id,
      String reference,
      String kind,
      boolean ours,
      String state,
      String offence,
      Optional<String> urgencyReason,
      Optional<Measure.Opening> says,
      List<LegAnswer> legs,
      Optional<String> firstBy,
      Optional<String> releasedBy,
      boolean alone,
      Optional<Instant> reviewDueAt,
      Optional<ReviewAnswer> review,
      Instant madeAt,
      Optional<Instant> releasedAt,
      Optional<Instant> pressesAt,
      Optional<Instant> settledAt,
      Optional<HoldAnswer> hold) {
    static MeasureAnswer of(MeasureView m) {
      return new MeasureAnswer(
          m.id().toString(),
          m.reference(),
          m.kind().code(),
          m.ours(),
          Problems.code(m.state()),
          m.stated().offence().code(),
          m.stated().reason().map(UrgencyReason::code),
          m.says(),
          m.legs().stream().map(LegAnswer::of).toList(),
          m.firstBy().map(OfficerId::toString),
          m.releasedBy().map(OfficerId::toString),
          m.alone(),
          m.reviewDueAt(),
          m.review()
              .map(r -> new ReviewAnswer(r.confirmed(), r.by().toString(), r.at(), r.words())),
          m.madeAt(),
          m.releasedAt(),
          m.settledAt().isPresent() ? Optional.empty() : Optional.of(m.pressesAt()),
          m.settledAt(),
          m.hold().map(h -> new HoldAnswer(h.by().toString(), h.at(), h.why())));
    }
  }

  /**
   * What would become of it.
   *
   * @param postReaches false where the partner's node has said that its post reaches nobody now
   */
  record ForeseenAnswer(String partner, boolean leaves, boolean postReaches) {}

  /** A person as a program describes one. */
  record PersonWanted(
      @Nullable String familyName,
      @Nullable String givenName,
      @Nullable List<String> otherSpellings,
      @Nullable String birthDate,
      @Nullable String birthPlace,
      @Nullable String nationality,
      @Nullable String document,
      String category) {
    PersonSought person() {
      return new PersonSought(
          Wanted.orEmpty(familyName),
          Wanted.orEmpty(givenName),
          otherSpellings == null ? List.of() : otherSpellings,
          birthDate == null ? null : AsWritten.date(birthDate),
          birthPlace,
          nationality,
          document,
          Wanted.code("category", category, DataSubjectCategory::ofCode));
    }
  }

  /**
   * What opens a measure. Which of the texts are needed depends on the kind; what is left out is
   * named in the answer.
   */
  record MeasureWanted(
      String kind,
      List<String> partners,
      @Nullable List<String> agreements,
      String offence,
      @Nullable String urgencyReason,
      @Nullable Boolean specialCategories,
      @Nullable Boolean strictlyNecessary,
      @Nullable Boolean political,
      @Nullable Integer maxPenaltyMonths,
      @Nullable String what,
      @Nullable String where,
      @Nullable String when,
      @Nullable String endangered,
      @Nullable String asked,
      @Nullable String imminent,
      @Nullable Instant by,
      @Nullable String authority,
      @Nullable String facts,
      @Nullable String data,
      @Nullable String custodian,
      @Nullable String necessity,
      @Nullable String intent,
      @Nullable String contact,
      @Nullable Integer forDays,
      @Nullable String provider,
      @Nullable String accounts,
      @Nullable String wanted,
      @Nullable String averts,
      @Nullable String tooSlow,
      @Nullable String documentKind,
      @Nullable String documentNumber,
      @Nullable String issuedBy,
      @Nullable String particulars,
      @Nullable String doubt,
      @Nullable String sent,
      @Nullable String sentOn,
      @Nullable String way,
      @Nullable String sentTo,
      @Nullable String sentUnder,
      @Nullable PersonWanted person,
      @Nullable List<String> handling,
      @Nullable String handlingText,
      @Nullable String language) {
    Stated stated() {
      return Wanted.made(
          "maxPenaltyMonths",
          () ->
              new Stated(
                  Wanted.code("offence", offence, OffenceArea::ofCode),
                  Optional.ofNullable(urgencyReason)
                      .map(code -> Wanted.code("urgencyReason", code, UrgencyReason::ofCode)),
                  Optional.empty(),
                  0,
                  Boolean.TRUE.equals(specialCategories),
                  Boolean.TRUE.equals(strictlyNecessary),
                  Boolean.TRUE.equals(political),
                  maxPenaltyMonths == null
                      ? OptionalInt.empty()
                      : OptionalInt.of(maxPenaltyMonths)));
    }

    Set<AuthorityId> to() {
      Set<AuthorityId> to = new LinkedHashSet<>();
      partners.forEach(code -> to.add(Wanted.authority("partners", code)));
      return to;
    }

    Measure.Opening says() {
      @Nullable PersonSought about = person == null ? null : person.person();
      return switch (Wanted.code("kind", kind, MeasureWanted::opening)) {
        case ALERT ->
            new Measure.Alert(
                Wanted.orEmpty(what),
                Wanted.orEmpty(where),
                Wanted.orEmpty(when),
                Wanted.orEmpty(endangered),
                Wanted.orEmpty(asked),
                about,
                Wanted.handling(handling),
                handlingText,
                Wanted.orEmpty(language));
        case LIFE_AT_RISK ->
            new Measure.LifeAtRisk(
                Wanted.orEmpty(endangered),
                Wanted.orEmpty(imminent),
                Wanted.said("by", by),
                Wanted.orEmpty(where),
                Wanted.orEmpty(asked),
                about,
                Wanted.handling(handling),
                handlingText,
                Wanted.orEmpty(language));
        case PRESERVATION ->
            new Measure.Preservation(
                Wanted.orEmpty(authority),
                Wanted.orEmpty(facts),
                Wanted.orEmpty(data),
                Wanted.orEmpty(custodian),
                Wanted.orEmpty(necessity),
                Wanted.orEmpty(intent),
                Wanted.orEmpty(contact),
                Wanted.said("forDays", forDays),
                about,
                Wanted.handling(handling),
                handlingText,
                Wanted.orEmpty(language));
        case EMERGENCY_DISCLOSURE ->
            new Measure.EmergencyDisclosure(
                Wanted.orEmpty(endangered),
                Wanted.orEmpty(imminent),
                Wanted.said("by", by),
                Wanted.orEmpty(authority),
                Wanted.orEmpty(provider),
                Wanted.orEmpty(accounts),
                Wanted.orEmpty(wanted),
                Wanted.orEmpty(averts),
                Wanted.orEmpty(tooSlow),
                Wanted.orEmpty(intent),
                Wanted.orEmpty(contact),
                about,
                Wanted.handling(handling),
                handlingText,
                Wanted.orEmpty(language));
        case VERIFICATION ->
            new Measure.Verification(
                chosen("documentKind", documentKind, Measure.Document.values()),
                Wanted.orEmpty(documentNumber),
                Wanted.orEmpty(issuedBy),
                Wanted.orEmpty(particulars),
                Wanted.orEmpty(doubt),
                about,
                Wanted.handling(handling),
                handlingText,
                Wanted.orEmpty(language));
        case ARRIVAL_QUESTION ->
            new Measure.ArrivalQuestion(
                Wanted.orEmpty(sent),
                Wanted.orEmpty(sentOn),
                chosen("way", way, Measure.Sent.values()),
                Wanted.orEmpty(sentTo),
                Wanted.orEmpty(sentUnder),
                about,
                Wanted.handling(handling),
                handlingText,
                Wanted.orEmpty(language));
        default -> throw new IllegalStateException("These follow in a measure");
      };
    }

    private static Optional<MeasureKind> opening(String code) {
      return MeasureKind.ofCode(code).filter(MeasureKind::written);
    }
  }

  /**
   * What follows with a partner.
   *
   * @param until for what names a day
   * @param ground for a refusal
   * @param conditions for a disclosure
   * @param declines why data are not disclosed
   * @param finding on a document
   * @param arrived whether something has
   */
  record StepWanted(
      String kind,
      @Nullable String words,
      @Nullable Instant until,
      @Nullable String ground,
      @Nullable String conditions,
      @Nullable String declines,
      @Nullable String finding,
      @Nullable String arrived) {
    Measure says() {
      String said = Wanted.orEmpty(words).strip();
      return switch (Wanted.code("kind", kind, StepWanted::following)) {
        case WARNING -> new Measure.Warning(said);
        case GOING_ON -> new Measure.GoingOn(said);
        case WITHDRAWAL -> new Measure.Withdrawal(said);
        case PRESERVED -> new Measure.Preserved(Wanted.said("until", until), said);
        case EXTENSION -> new Measure.Extension(Wanted.said("until", until), said);
        case ANNOUNCEMENT -> new Measure.Announcement(said);
        case RELEASE -> new Measure.Release(said);
        case REFUSAL ->
            new Measure.Refusal(chosen("ground", ground, Measure.Ground.values()), said);
        case IMPOSSIBLE -> new Measure.Impossible(said);
        case DISCLOSED -> new Measure.Disclosed(said, Wanted.orEmpty(conditions).strip());
        case DECLINED ->
            new Measure.Declined(chosen("declines", declines, Measure.Declines.values()), said);
        case VERIFIED ->
            new Measure.Verified(chosen("finding", finding, Measure.Finding.values()), said);
        case ARRIVAL ->
            new Measure.Arrival(chosen("arrived", arrived, Measure.Arrived.values()), said);
        case ALERT,
            LIFE_AT_RISK,
            PRESERVATION,
            EMERGENCY_DISCLOSURE,
            VERIFICATION,
            ARRIVAL_QUESTION,
            RADIO_CHECK,
            SEEN,
            CORRECTION ->
            throw new IllegalStateException("These are no steps");
      };
    }

    private static Optional<MeasureKind> following(String code) {
      return MeasureKind.ofCode(code).filter(MeasureKind::followsWhatAsks);
    }
  }

  private static <T extends Enum<T>> T chosen(String field, @Nullable String code, T[] all) {
    return Wanted.code(field, Wanted.orEmpty(code), each -> Chosen.ofCode(all, each));
  }

  record ReviewWanted(Boolean confirmed, @Nullable String words) {}

  /** What the correction says first, such as {@code exercise}. */
  record CorrectionWanted(String corrects, @Nullable String words) {}

  record MeasureTaken(String measure) {}

  /** All measures, what is open first and what presses most on top; without what they say. */
  @GetMapping
  ResponseEntity<List<MeasureAnswer>> all(Officer officer, Paged.Wanted wanted) {
    return PagedAnswer.of(desk.page(officer, wanted).map(MeasureAnswer::of));
  }

  @GetMapping("/{id}")
  ResponseEntity<Object> one(Officer officer, @PathVariable String id) {
    return desk.view(officer, MeasureId.of(id))
        .map(view -> ResponseEntity.ok((Object) MeasureAnswer.of(view)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  record RadioCheckWanted(String partner) {}

  /** How a partner's post has answered; times in seconds. */
  record RadioCheckAnswer(
      String partner,
      boolean permitted,
      Optional<Instant> askedAt,
      Optional<Instant> answeredAt,
      Optional<Long> tookSeconds,
      int asked,
      int answered,
      boolean overdue) {
    static RadioCheckAnswer of(RadioChecks checks) {
      return new RadioCheckAnswer(
          checks.partner().value(),
          checks.permitted(),
          checks.askedAt(),
          checks.answeredAt(),
          checks.took().map(Duration::toSeconds),
          checks.asked(),
          checks.answered(),
          checks.overdue());
    }
  }

  @PostMapping("/radio-checks")
  ResponseEntity<Object> radioCheck(Officer officer, @RequestBody RadioCheckWanted wanted) {
    return answer(officer, desk.radioCheck(officer, Wanted.authority("partner", wanted.partner())));
  }

  @GetMapping("/radio-checks/{partner}")
  ResponseEntity<Object> radioChecks(Officer officer, @PathVariable String partner) {
    return desk.radioChecks(officer, Wanted.authority("partner", partner))
        .map(checks -> ResponseEntity.ok((Object) RadioCheckAnswer.of(checks)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private ForeseenAnswer answer(Foreseen foreseen) {
    return new ForeseenAnswer(
        foreseen.partner().value(), foreseen.leaves(), posts.silent(foreseen.partner()).isEmpty());
  }

  /** Whether it would leave to each of its addressees. */
  @GetMapping("/{id}/outcomes")
  List<ForeseenAnswer> foreseen(Officer officer, @PathVariable String id) {
    return desk.view(officer, MeasureId.of(id)).isEmpty()
        ? List.of()
        : desk.foreseen(MeasureId.of(id)).stream().map(this::answer).toList();
  }

  @PostMapping
  ResponseEntity<Object> prepare(Officer officer, @RequestBody MeasureWanted wanted) {
    Outcome<MeasureId> outcome =
        desk.prepare(
            officer,
            wanted.says(),
            wanted.stated(),
            wanted.to(),
            new HashSet<>(wanted.agreements() == null ? List.of() : wanted.agreements()));
    return switch (outcome) {
      case Outcome.Done<MeasureId>(MeasureId id) ->
          ResponseEntity.status(HttpStatus.CREATED).body(new MeasureTaken(id.toString()));
      case Outcome.Refused<MeasureId>(Refusal why) ->
          Problems.refused(sentences, officer, REFUSED, why);
    };
  }

  @PostMapping("/{id}/release")
  ResponseEntity<Object> release(Officer officer, @PathVariable String id) {
    return answer(officer, desk.release(officer, MeasureId.of(id)));
  }

  @PostMapping("/{id}/release-alone")
  ResponseEntity<Object> releaseAlone(Officer officer, @PathVariable String id) {
    return answer(officer, desk.releaseAlone(officer, MeasureId.of(id)));
  }

  @PostMapping("/{id}/withdrawal")
  ResponseEntity<Object> withdraw(Officer officer, @PathVariable String id) {
    return answer(officer, desk.withdraw(officer, MeasureId.of(id)));
  }

  @PostMapping("/{id}/review")
  ResponseEntity<Object> review(
      Officer officer, @PathVariable String id, @RequestBody ReviewWanted wanted) {
    return answer(
        officer,
        desk.review(officer, MeasureId.of(id), wanted.confirmed(), Wanted.orEmpty(wanted.words())));
  }

  record HoldWanted(@Nullable String words) {}

  /** Nothing of it is erased until another person lifts that. */
  @PostMapping("/{id}/hold")
  ResponseEntity<Object> hold(
      Officer officer, @PathVariable String id, @RequestBody HoldWanted wanted) {
    String why = Wanted.orEmpty(wanted.words()).strip();
    return answer(officer, holds.set(officer, MeasureId.of(id), why));
  }

  @DeleteMapping("/{id}/hold")
  ResponseEntity<Object> liftHold(Officer officer, @PathVariable String id) {
    return answer(officer, holds.lift(officer, MeasureId.of(id)));
  }

  /** How a case is called. */
  record CaseWanted(@Nullable String reference) {}

  /** Says that a measure belongs to a case. */
  @PostMapping("/{id}/case")
  ResponseEntity<Object> join(
      Officer officer, @PathVariable String id, @RequestBody CaseWanted wanted) {
    return answer(
        officer, cases.join(officer, MeasureId.of(id), Wanted.orEmpty(wanted.reference())));
  }

  /** Says that it belongs to none. */
  @DeleteMapping("/{id}/case")
  ResponseEntity<Object> part(Officer officer, @PathVariable String id) {
    return answer(officer, cases.part(officer, MeasureId.of(id)));
  }

  @PostMapping("/{id}/seen")
  ResponseEntity<Object> seen(Officer officer, @PathVariable String id) {
    return answer(officer, desk.seen(officer, MeasureId.of(id)));
  }

  @PostMapping("/{id}/correction")
  ResponseEntity<Object> correct(
      Officer officer, @PathVariable String id, @RequestBody CorrectionWanted wanted) {
    Measure.Corrects corrects = chosen("corrects", wanted.corrects(), Measure.Corrects.values());
    return answer(
        officer,
        desk.correct(
            officer,
            MeasureId.of(id),
            new Measure.Correction(corrects, Wanted.orEmpty(wanted.words()).strip())));
  }

  @PostMapping("/legs/{leg}/steps")
  ResponseEntity<Object> follow(
      Officer officer, @PathVariable String leg, @RequestBody StepWanted wanted) {
    return answer(officer, desk.follow(officer, MessageId.of(leg), wanted.says()));
  }

  private ResponseEntity<Object> answer(Officer officer, Outcome<MeasureId> outcome) {
    return switch (outcome) {
      case Outcome.Done<MeasureId>(MeasureId id) ->
          ResponseEntity.ok(new MeasureTaken(id.toString()));
      case Outcome.Refused<MeasureId>(Refusal why) ->
          Problems.refused(sentences, officer, REFUSED, why);
    };
  }
}
