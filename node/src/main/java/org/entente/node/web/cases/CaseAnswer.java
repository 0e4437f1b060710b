package org.entente.node.web.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Deadline;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.Particulars;
import org.entente.agreement.UrgencyReason;
import org.entente.node.casework.Attached;
import org.entente.node.casework.CaseSummary;
import org.entente.node.casework.CaseView;
import org.entente.node.casework.ContactPointCopy;
import org.entente.node.casework.Content;
import org.entente.node.casework.GivenBack;
import org.entente.node.casework.Header;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.PersonSought;
import org.entente.node.delivery.PartnersAbilities;
import org.entente.node.delivery.Receipt;
import org.entente.node.forms.FilledForm;
import org.entente.node.officers.OfficerId;
import org.entente.node.web.frame.Problems;

/**
 * A case as the API tells it; everything coded stands as its stable code.
 *
 * @param unknownToPartner what of {@code next} the partner's node does not know and would refuse
 * @param subjectsKnown whether the partner's node shows the persons and things that messages tell
 *     of
 * @param formsKnown whether it shows their forms of a field of crime
 */
public record CaseAnswer(
    Summary summary,
    Optional<String> partnerReference,
    List<Message> messages,
    List<String> next,
    List<String> unknownToPartner,
    boolean subjectsKnown,
    boolean formsKnown) {

  record Summary(
      String id,
      String reference,
      String partner,
      String side,
      String opening,
      String offence,
      String urgency,
      String state,
      Instant openedAt,
      Optional<Instant> closedAt,
      Optional<Clock> deadline,
      Optional<String> pending) {}

  /** The clock of an answer; {@code due} moves while the clock stands. */
  record Clock(
      String rule, String state, Instant received, Instant due, Optional<Instant> answered) {}

  record Message(
      String id,
      String direction,
      String kind,
      String state,
      String matter,
      String agreement,
      List<String> articles,
      String urgency,
      Optional<String> urgencyReason,
      boolean specialCategories,
      boolean strictlyNecessary,
      boolean political,
      String hash,
      String seen,
      Optional<String> draftedBy,
      Instant draftedAt,
      Optional<String> releasedBy,
      Optional<Instant> releasedAt,
      Optional<Instant> misdatedAt,
      Optional<Instant> arrivedAt,
      Optional<String> returnNote,
      Optional<String> fault,
      Optional<Receipt> receipt,
      Object content,
      List<String> notUnderstood,
      List<CorrectedAnswer> corrected,
      List<File> attachments) {}

  /** A field of {@code content} that a notice corrected; {@code whole} where it names no field. */
  record CorrectedAnswer(String field, String notice) {}

  record File(String id, String name, String mediaType, long sizeBytes) {}

  private record RequestText(
      Optional<PersonSought> person,
      Optional<Integer> maxPenaltyMonths,
      String informationSought,
      String purpose,
      String facts,
      String reasonsToBelieve,
      String link,
      Optional<String> urgencyReasons,
      Optional<String> restrictions,
      String language,
      List<String> handling,
      Optional<String> copy,
      List<SubjectAnswer> subjects,
      List<SubjectAnswer.Link> links,
      List<FilledForm> forms) {}

  private record InformationText(
      Optional<PersonSought> person,
      String text,
      String relevance,
      String evaluation,
      List<String> handling,
      Optional<String> handlingText,
      boolean assessment,
      String asOf,
      String language,
      Optional<String> copy,
      List<SubjectAnswer> subjects,
      List<SubjectAnswer.Link> links,
      List<FilledForm> forms) {}

  private record Text(String text) {}

  private record ReplyText(
      String text,
      String evaluation,
      List<String> handling,
      Optional<String> handlingText,
      boolean assessment,
      String asOf,
      Optional<PartText> refusedPart,
      Optional<String> copy,
      List<SubjectAnswer> subjects,
      List<SubjectAnswer.Link> links,
      List<FilledForm> forms) {}

  private record PartText(String ground, String part, String reasons) {}

  /** {@code erased} or {@code restricted}. */
  private record WithheldText(String withheld) {}

  /** A draft in which something has to be chosen first: what is known of it, by field. */
  private record UnfinishedText(Map<String, List<String>> unfinished, List<String> missing) {}

  private record RefusalText(String ground, String reasons) {}

  private record DelayText(String reasons, Instant expected) {}

  private record GrantText(String text, Instant until) {}

  public static Summary of(CaseSummary c, Instant now) {
    return new Summary(
        c.id().toString(),
        c.reference(),
        c.partner().value(),
        Problems.code(c.side()),
        c.opening().code(),
        c.offence().code(),
        c.urgency().code(),
        Problems.code(c.state()),
        c.openedAt(),
        c.closedAt(),
        c.deadline().map(d -> clock(d, now)),
        c.pending().map(Problems::code));
  }

  public static CaseAnswer of(CaseView view, PartnersAbilities abilities, Instant now) {
    AuthorityId partner = view.summary().partner();
    return new CaseAnswer(
        of(view.summary(), now),
        view.partnerReference(),
        view.messages().stream().map(CaseAnswer::message).toList(),
        view.next().stream().map(ActKind::code).sorted().toList(),
        view.next().stream()
            .map(ActKind::code)
            .filter(kind -> !abilities.knows(partner, Header.FAMILY, kind))
            .sorted()
            .toList(),
        abilities.reads(partner, Header.FAMILY, Content.WITH_SUBJECTS),
        abilities.reads(partner, Header.FAMILY, Content.WITH_FORMS));
  }

  private static Clock clock(Deadline d, Instant now) {
    return new Clock(
        d.rule(), Problems.code(d.state(now)), d.received(), d.dueAt(now), d.answered());
  }

  private static Message message(MessageView m) {
    return new Message(
        m.id().toString(),
        Problems.code(m.direction()),
        m.header().act().kind().code(),
        Problems.code(m.state()),
        m.header().request().toString(),
        m.header().agreementHash(),
        m.articles(),
        m.header().act().urgency().code(),
        m.header().act().urgencyReason().map(UrgencyReason::code),
        m.header().act().safeguards().specialCategories(),
        m.header().act().safeguards().strictNecessityStated(),
        m.header().act().safeguards().predominantlyPoliticalMilitaryReligiousRacial(),
        m.bodyHash(),
        m.seen(),
        m.draftedBy().map(OfficerId::toString),
        m.draftedAt(),
        m.releasedBy().map(OfficerId::toString),
        m.releasedAt(),
        m.misdatedAt(),
        m.arrivedAt(),
        m.givenBack().map(GivenBack::note),
        m.fault(),
        m.receipt(),
        content(m.corrected(), m.header().act().particulars()),
        m.notUnderstood(),
        m.corrections().stream()
            .map(c -> new CorrectedAnswer(c.passage(), c.notice().toString()))
            .toList(),
        m.content().attachments().stream().map(CaseAnswer::file).toList());
  }

  private static File file(Attached a) {
    return new File(a.id().toString(), a.name(), a.mediaType(), a.sizeBytes());
  }

  private static Object content(Content content, Particulars stated) {
    return switch (content) {
      case Content.Request r ->
          new RequestText(
              r.about(),
              stated.maxPenaltyMonths().stream().boxed().findFirst(),
              r.informationSought(),
              r.purpose(),
              r.facts(),
              r.reasonsToBelieve(),
              r.link(),
              Optional.ofNullable(r.urgencyReasons()),
              Optional.ofNullable(r.restrictions()),
              r.language(),
              codes(r.handling()),
              r.copied().map(ContactPointCopy::code),
              SubjectAnswer.all(r.tells()),
              SubjectAnswer.links(r.tells()),
              r.tells().forms());
      case Content.Information i ->
          new InformationText(
              Optional.ofNullable(i.person()),
              i.text(),
              i.relevance(),
              i.evaluation().code(),
              codes(i.handling()),
              Optional.ofNullable(i.handlingText()),
              i.assessment(),
              i.asOf(),
              i.language(),
              i.copied().map(ContactPointCopy::code),
              SubjectAnswer.all(i.tells()),
              SubjectAnswer.links(i.tells()),
              i.tells().forms());
      case Content.Question q -> new Text(q.text());
      case Content.Answer a -> new Text(a.text());
      case Content.Reply r ->
          new ReplyText(
              r.text(),
              r.evaluation().code(),
              codes(r.handling()),
              Optional.ofNullable(r.handlingText()),
              r.assessment(),
              r.asOf(),
              Optional.ofNullable(r.refusedPart())
                  .map(p -> new PartText(p.ground().letter(), p.part(), p.reasons())),
              r.copied().map(ContactPointCopy::code),
              SubjectAnswer.all(r.tells()),
              SubjectAnswer.links(r.tells()),
              r.tells().forms());
      case Content.Refusal r -> new RefusalText(r.ground().letter(), r.reasons());
      case Content.Delay d -> new DelayText(d.reasons(), d.expected());
      case Content.ConsentQuestion c -> new Text(c.reasons());
      case Content.ConsentGrant g -> new GrantText(g.text(), g.until());
      case Content.ConsentDenial d -> new Text(d.text());
      case Content.Closure c -> new Text(c.outcome());
      case Content.Unfinished u -> new UnfinishedText(u.fields(), u.missing());
      case Content.Withheld w -> new WithheldText(Problems.code(w.why()));
    };
  }

  private static List<String> codes(Set<HandlingCode> handling) {
    return handling.stream().map(HandlingCode::code).sorted().toList();
  }
}
