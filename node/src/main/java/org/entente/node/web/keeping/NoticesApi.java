package org.entente.node.web.keeping;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.HandlingCode;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.casework.CaseId;
import org.entente.node.exchange.MessageId;
import org.entente.node.followup.Notice;
import org.entente.node.followup.NoticeDesk;
import org.entente.node.followup.NoticeKind;
import org.entente.node.followup.NoticeOffice;
import org.entente.node.followup.NoticeStep;
import org.entente.node.followup.NoticeView;
import org.entente.node.followup.PassingOn;
import org.entente.node.followup.Reports;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
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

/** Notices about messages that were exchanged. */
@RestController
@RequestMapping("/api/v1")
class NoticesApi {
  private final NoticeDesk desk;
  private final Reports reports;
  private final PassingOn passingOn;
  private final Sentences sentences;

  NoticesApi(NoticeOffice office, Sentences sentences) {
    this.desk = office.desk();
    this.reports = office.reports();
    this.passingOn = office.passingOn();
    this.sentences = sentences;
  }

  /** What an officer of the origin answered; waiting until a second person releases it. */
  record AnswerGiven(String notice, String state, Notice says) {
    static AnswerGiven of(NoticeView.Answer a) {
      return new AnswerGiven(a.id().toString(), Problems.code(a.state()), a.says());
    }
  }

  record NoticeAnswer(
      String id,
      String partner,
      boolean ours,
      String kind,
      String about,
      String caseId,
      String caseReference,
      Optional<String> carries,
      String state,
      Optional<Notice> says,
      Optional<String> before,
      Optional<AnswerGiven> answer,
      Optional<String> firstBy,
      Optional<String> secondBy,
      Instant madeAt,
      Optional<Instant> releasedAt,
      Optional<Instant> misdatedAt,
      Optional<Instant> answeredAt,
      boolean overdue,
      Optional<String> refusal) {
    static NoticeAnswer of(NoticeView n) {
      return new NoticeAnswer(
          n.id().toString(),
          n.partner().value(),
          n.ours(),
          n.kind().code(),
          n.about().toString(),
          n.caseId().toString(),
          n.caseReference(),
          n.carries().map(MessageId::toString),
          Problems.code(n.state()),
          n.says(),
          n.before(),
          n.answer().map(AnswerGiven::of),
          n.firstBy().map(OfficerId::toString),
          n.secondBy().map(OfficerId::toString),
          n.madeAt(),
          n.releasedAt(),
          n.misdatedAt(),
          n.answeredAt(),
          n.overdue(),
          n.refusal());
    }
  }

  /** About messages of a case, and about what its messages pass on. */
  record FollowedAnswer(List<NoticeAnswer> own, List<NoticeAnswer> used) {}

  record RecipientAnswer(String partner, String message, String caseId) {}

  /**
   * Passage and corrected for a correction or a report of an inaccuracy; recipient to ask whether
   * it may be passed on; handling and its text for tightened handling.
   */
  record NoticeWanted(
      String kind,
      @Nullable String reasons,
      @Nullable String passage,
      @Nullable String corrected,
      @Nullable List<String> handling,
      @Nullable String handlingText,
      @Nullable String recipient) {
    Notice notice() {
      String why = Wanted.orEmpty(reasons);
      return switch (Wanted.code("kind", kind, NoticeWanted::sendable)) {
        case CORRECTION ->
            new Notice.Correction(Wanted.orEmpty(passage), Wanted.orEmpty(corrected), why);
        case INACCURACY ->
            new Notice.Inaccuracy(Wanted.orEmpty(passage), Wanted.orEmpty(corrected), why);
        case PASSING -> new Notice.Passing(Wanted.orEmpty(recipient), why);
        case ERASURE -> new Notice.Erasure(why);
        case RESTRICTION -> new Notice.Restriction(why);
        case LIFTING -> new Notice.Lifting(why);
        case RECALL -> new Notice.Recall(why);
        case HANDLING -> new Notice.Handling(codes(), handlingText, why);
        case FINDING, PERMISSION, ACKNOWLEDGEMENT, REMINDER ->
            throw new IllegalStateException("These follow another notice");
      };
    }

    private Set<HandlingCode> codes() {
      Set<HandlingCode> codes = EnumSet.noneOf(HandlingCode.class);
      if (handling != null) {
        handling.forEach(code -> codes.add(Wanted.code("handling", code, HandlingCode::ofCode)));
      }
      return codes;
    }

    private static Optional<NoticeKind> sendable(String code) {
      return Arrays.stream(NoticeKind.values())
          .filter(kind -> !kind.followsAnother() && kind.code().equals(code))
          .findFirst();
    }
  }

  record UseWanted(String item) {}

  /** What is right instead, and why. */
  record CorrectionWanted(@Nullable String corrected, @Nullable String reasons) {}

  record DenialWanted(@Nullable String reasons) {}

  record PermissionWanted(Boolean granted, @Nullable String reasons) {}

  record MissingAnswer(String item, String origin, String recipient, String why) {}

  record NoticeTaken(String caseId, String notice, String state) {}

  /** What is not finished: what waits for release, who has not acknowledged, what was kept. */
  @GetMapping("/notices")
  ResponseEntity<List<NoticeAnswer>> open(Officer officer, Paged.Wanted wanted) {
    return PagedAnswer.of(desk.open(officer, wanted).map(NoticeAnswer::of));
  }

  @GetMapping("/cases/{id}/notices")
  FollowedAnswer of(Officer officer, @PathVariable String id) {
    NoticeView.Followed followed = desk.of(officer, CaseId.of(id));
    return new FollowedAnswer(
        followed.own().stream().map(NoticeAnswer::of).toList(),
        followed.used().stream().map(NoticeAnswer::of).toList());
  }

  @GetMapping("/messages/{id}/recipients")
  List<RecipientAnswer> recipients(Officer officer, @PathVariable String id) {
    return desk.recipients(officer, MessageId.of(id)).stream()
        .map(r ->
            new RecipientAnswer(r.partner().value(), r.message().toString(), r.caseId().toString()))
        .toList();
  }

  @PostMapping("/messages/{id}/notices")
  ResponseEntity<Object> send(
      Officer officer, @PathVariable String id, @RequestBody NoticeWanted wanted) {
    return answer(officer, desk.send(officer, MessageId.of(id), wanted.notice()));
  }

  @PostMapping("/notices/{id}/release")
  ResponseEntity<Object> release(Officer officer, @PathVariable String id) {
    return answer(officer, desk.release(officer, MessageId.of(id)));
  }

  @PostMapping("/notices/{id}/withdrawal")
  ResponseEntity<Object> withdraw(Officer officer, @PathVariable String id) {
    return answer(officer, desk.withdraw(officer, MessageId.of(id)));
  }

  /** Corrects what a report of an inaccuracy says is wrong; everybody who got it is told. */
  @PostMapping("/notices/{id}/correction")
  ResponseEntity<Object> correct(
      Officer officer, @PathVariable String id, @RequestBody CorrectionWanted wanted) {
    return answer(
        officer,
        reports.correct(
            officer,
            MessageId.of(id),
            Wanted.orEmpty(wanted.corrected()),
            Wanted.orEmpty(wanted.reasons())));
  }

  /** Answers a report of an inaccuracy: why the item is not corrected. */
  @PostMapping("/notices/{id}/denial")
  ResponseEntity<Object> decline(
      Officer officer, @PathVariable String id, @RequestBody DenialWanted wanted) {
    return answer(
        officer, reports.decline(officer, MessageId.of(id), Wanted.orEmpty(wanted.reasons())));
  }

  /** Answers whether an item may be passed on; a second person releases the answer. */
  @PostMapping("/notices/{id}/permission")
  ResponseEntity<Object> permit(
      Officer officer, @PathVariable String id, @RequestBody PermissionWanted wanted) {
    return answer(
        officer,
        passingOn.answer(
            officer, MessageId.of(id), wanted.granted(), Wanted.orEmpty(wanted.reasons())));
  }

  /**
   * What keeps a draft from leaving: items whose origin has not consented that they are passed on.
   */
  @GetMapping("/messages/{id}/missing-consents")
  List<MissingAnswer> missing(Officer officer, @PathVariable String id) {
    return passingOn.missing(officer, MessageId.of(id)).stream()
        .map(m ->
            new MissingAnswer(
                m.item().toString(),
                m.origin().value(),
                m.recipient().value(),
                Problems.code(m.why())))
        .toList();
  }

  /** A draft passes on what a message of another case said. */
  @PostMapping("/messages/{id}/uses")
  ResponseEntity<Object> use(
      Officer officer, @PathVariable String id, @RequestBody UseWanted wanted) {
    return answer(
        officer,
        desk.use(
            officer, MessageId.of(id), Wanted.made("item", () -> MessageId.of(wanted.item()))));
  }

  private ResponseEntity<Object> answer(Officer officer, Outcome<NoticeStep> outcome) {
    return switch (outcome) {
      case Outcome.Done<NoticeStep>(NoticeStep done) ->
          ResponseEntity.status(HttpStatus.CREATED)
              .body(
                  new NoticeTaken(
                      done.caseId().toString(),
                      done.notice().toString(),
                      Problems.code(done.state())));
      case Outcome.Refused<NoticeStep>(Refusal why) ->
          Problems.refused(sentences, officer, "notice-refused", why);
    };
  }
}
