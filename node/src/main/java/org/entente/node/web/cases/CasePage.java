package org.entente.node.web.cases;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entente.agreement.Agreement;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.CaseView;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Content;
import org.entente.node.casework.MessageState;
import org.entente.node.casework.MessageStep;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.Rejection;
import org.entente.node.casework.Side;
import org.entente.node.evidence.EvidenceDesk;
import org.entente.node.exchange.MessageId;
import org.entente.node.followup.NoticeDesk;
import org.entente.node.followup.NoticeOffice;
import org.entente.node.followup.NoticeView;
import org.entente.node.followup.PassingOn;
import org.entente.node.followup.Recipient;
import org.entente.node.measures.CasesOfMeasures;
import org.entente.node.measures.Measures;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.records.CrossCheck;
import org.entente.node.records.PossibleMatch;
import org.entente.node.records.RecordView;
import org.entente.node.records.Records;
import org.entente.node.records.SharedThings;
import org.entente.node.retention.Retention;
import org.entente.node.retention.ReviewStep;
import org.entente.node.retention.ReviewView;
import org.entente.node.retention.Reviews;
import org.entente.node.web.frame.CaseScreen;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Markup;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Reader;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.TakenOut;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows a case, also with what was typed into one of its forms and did not go through. */
@Component
public class CasePage implements CaseScreen {
  private final AgreementsInForce agreements;
  private final InstantSource clock;
  private final Pages pages;
  private final Casework casework;
  private final Officers officers;
  private final Sentences sentences;
  private final CrossCheck crossCheck;
  private final SharedThings sharedThings;
  private final Reviews reviews;
  private final NoticeDesk notices;
  private final EvidenceDesk evidence;
  private final PassingOn passingOn;
  private final CasesOfMeasures measures;

  CasePage(
      Pages pages,
      Casework casework,
      Officers officers,
      Sentences sentences,
      Records records,
      Retention retention,
      NoticeOffice office,
      EvidenceDesk evidence,
      Measures measures,
      AgreementsInForce agreements,
      InstantSource clock) {
    this.agreements = agreements;
    this.clock = clock;
    this.evidence = evidence;
    this.measures = measures.cases();
    this.reviews = retention.reviews();
    this.notices = office.desk();
    this.passingOn = office.passingOn();
    this.crossCheck = records.crossCheck();
    this.sharedThings = records.sharedThings();
    this.pages = pages;
    this.casework = casework;
    this.officers = officers;
    this.sentences = sentences;
  }

  /**
   * @param done the message with which a step was just taken
   * @param begin the kind of message whose form opens, as the step before asks for it
   */
  ResponseEntity<String> show(Visit visit, CaseId id, Optional<MessageId> done, String begin) {
    Optional<CaseView> view = casework.cases().view(visit.officer(), id);
    return view.isEmpty()
        ? pages.notFound(visit)
        : show(visit, view.get(), 200, AnswerForm.begun(begin), done);
  }

  /** Back to the case after a step that was taken; the case with the reason after another. */
  ResponseEntity<String> after(Visit visit, CaseId id, Outcome<MessageStep> outcome) {
    return after(visit, id, outcome, Typed.nothing());
  }

  ResponseEntity<String> after(Visit visit, CaseId id, Outcome<MessageStep> outcome, Typed typed) {
    return after(visit, id, outcome, typed, Done::place);
  }

  /**
   * @param place where the reader goes after a step that was taken
   */
  <T> ResponseEntity<String> after(
      Visit visit, CaseId id, Outcome<T> outcome, Typed typed, Function<T, String> place) {
    return switch (outcome) {
      case Outcome.Done<T>(T step) -> Pages.to(place.apply(step));
      case Outcome.Refused<T>(Refusal why) -> {
        Locale language = visit.officer().language();
        Map<String, String> faults = sentences.faults(language, why, typed::field);
        String said = sentences.why(language, why);
        yield show(visit, id, RefusalStatus.of(why), typed.with(said, faults));
      }
    };
  }

  /** The case with a form as it is filled now. */
  ResponseEntity<String> again(Visit visit, CaseId id, Typed typed) {
    return show(visit, id, 200, typed);
  }

  /** What another tab kept meanwhile stands above; saving once more replaces it knowingly. */
  ResponseEntity<String> afterChange(
      Visit visit, CaseId id, Outcome<MessageStep> outcome, Typed typed) {
    if (outcome.refusal().equals(Optional.of(Rejection.CHANGED_MEANWHILE))) {
      typed.form().put("seen", "");
    }
    return after(visit, id, outcome, typed);
  }

  ResponseEntity<String> incomplete(Visit visit, CaseId id, Typed typed) {
    String said = sentences.of(visit.officer().language(), "error.form");
    Map<String, String> faults = new HashMap<>();
    String choose = sentences.of(visit.officer().language(), "content.fault.choose");
    AnswerForm.unchosen(typed.form()).forEach(field -> faults.put(field, choose));
    return show(visit, id, 422, typed.with(said, faults));
  }

  /** The same for a form in which one choice is missing. */
  ResponseEntity<String> unchosen(Visit visit, CaseId id, Typed typed, String field) {
    Locale language = visit.officer().language();
    return show(
        visit,
        id,
        422,
        typed.with(
            sentences.of(language, "error.form"),
            Map.of(field, sentences.of(language, "content.fault.choose"))));
  }

  @Override
  public ResponseEntity<String> because(Visit visit, CaseId id, String key) {
    String said = sentences.of(visit.officer().language(), key);
    return show(visit, id, 409, Typed.nothing().with(said, Map.of()));
  }

  @Override
  public ResponseEntity<String> refused(Visit visit, CaseId id, String prefix, Refusal why) {
    String said = sentences.refusal(visit.officer().language(), prefix, why);
    return show(visit, id, RefusalStatus.of(why), Typed.nothing().with(said, Map.of()));
  }

  private ResponseEntity<String> show(Visit visit, CaseId id, int status, Typed typed) {
    Optional<CaseView> view = casework.cases().view(visit.officer(), id);
    return view.isEmpty()
        ? pages.notFound(visit)
        : show(visit, view.get(), status, typed, Optional.empty());
  }

  @Override
  public ResponseEntity<String> show(Visit visit, CaseView view) {
    return show(visit, view, 200, Typed.nothing(), Optional.empty());
  }

  private ResponseEntity<String> show(
      Visit visit, CaseView view, int status, Typed typed, Optional<MessageId> done) {
    CaseId id = view.summary().id();
    Optional<CrossCheck.Beside> beside = crossCheck.beside(visit.officer(), id);
    Reader known = pages.reader(visit);
    List<SharedThings.Shared> shared = sharedThings.beside(visit.officer(), id);
    Care care = care(known, visit.officer(), view);
    Aside aside = aside(known, view, done);
    House house = House.of(casework, visit.officer(), id);
    Optional<Form> filled = filled(known, view, beside);
    TakenOut taken = takenOut(visit.officer(), view);
    Map<OfficerId, String> names = officers.names(named(view, beside, care, taken, house));
    return pages.show(
        status,
        known,
        (templates, reader) ->
            templates.casesCase(
                reader,
                view,
                names,
                typed,
                casework.cases().access(id),
                casework.cases().triaged(id),
                beside,
                care,
                taken,
                aside,
                house,
                filled,
                measures.of(visit.officer(), id),
                shared));
  }

  private Aside aside(Reader reader, CaseView view, Optional<MessageId> done) {
    Optional<Agreement> agreement =
        view.messages().stream()
            .findFirst()
            .flatMap(opening -> agreements.held(opening.header().agreementHash()));
    return new Aside(
        done.flatMap(message -> done(reader, view, message)),
        Aside.place(view, reader),
        Aside.person(view),
        view.summary().deadline().map(deadline -> ClockPicture.of(deadline, clock.instant())),
        agreement,
        agreement
            .map(a -> Aside.dueBy(view, a.arrangement().deadlines(), clock.instant()))
            .orElse(Map.of()),
        casework.copies().owedIn(view.summary().id()));
  }

  private Optional<Markup> done(Reader reader, CaseView view, MessageId message) {
    return view.messages().stream()
        .filter(m -> m.id().equals(message))
        .findFirst()
        .map(m -> Done.said(reader, view, m, officers))
        .or(() ->
            casework
                .cases()
                .caseOf(message)
                .filter(view.summary().id()::equals)
                .map(discarded -> reader.say("done.discarded")));
  }

  /** A reply begins with what a record says that an officer confirmed to be of this person. */
  private static Optional<Form> filled(
      Reader reader, CaseView view, Optional<CrossCheck.Beside> beside) {
    Optional<RecordView> confirmed =
        beside.stream()
            .flatMap(b -> b.matches().stream())
            .filter(match -> match.state() == PossibleMatch.State.CONFIRMED && !match.lookAgain())
            .map(PossibleMatch::known)
            .filter(PossibleMatch.Known.Recorded.class::isInstance)
            .map(known -> ((PossibleMatch.Known.Recorded) known).record())
            .findFirst();
    if (confirmed.isEmpty() || view.summary().side() != Side.THEIRS) {
      return Optional.empty();
    }
    Reader partner = reader.in(language(view));
    return Optional.of(AnswerForm.of(confirmed.get(), partner::t));
  }

  /** The language of the request, where the pages speak it; else the first of theirs. */
  private static Locale language(CaseView view) {
    return view.messages().stream()
        .map(MessageView::content)
        .filter(Content.Request.class::isInstance)
        .map(request -> Locale.forLanguageTag(((Content.Request) request).language()))
        .filter(Pages.LANGUAGES::contains)
        .findFirst()
        .orElse(Pages.LANGUAGES.getFirst());
  }

  private TakenOut takenOut(Officer officer, CaseView view) {
    boolean restricted =
        view.restricted()
            || view.messages().stream()
                .anyMatch(m ->
                    m.content() instanceof Content.Withheld w
                        && w.why() == Content.Withheld.Why.RESTRICTED);
    return new TakenOut(
        evidence.of(officer, view.summary().id()),
        Pages.LANGUAGES,
        evidence.stampsTime(),
        restricted);
  }

  private Care care(Reader reader, Officer officer, CaseView view) {
    Map<MessageId, List<Recipient>> recipients = new HashMap<>();
    Map<MessageId, List<MessageId>> uses = new HashMap<>();
    Map<MessageId, List<PassingOn.Missing>> missing = new HashMap<>();
    Map<MessageId, Foreseen> leaving = new HashMap<>();
    Map<MessageId, List<Change>> changes = new HashMap<>();
    for (MessageView message : view.messages()) {
      if (message.state().changeable() || message.state() == MessageState.AWAITING_APPROVAL) {
        casework
            .approval()
            .foreseen(message.id())
            .ifPresent(r -> leaving.put(message.id(), Foreseen.of(r, officer.language())));
        changes.put(message.id(), Change.since(reader, message));
        missing.put(message.id(), passingOn.missing(officer, message.id()));
      }
      recipients.put(message.id(), notices.recipients(officer, message.id()));
      uses.put(message.id(), notices.usedIn(message.id()));
    }
    CaseId id = view.summary().id();
    return new Care(
        reviews.of(officer, id),
        notices.of(officer, id),
        recipients,
        uses,
        missing,
        leaving,
        changes);
  }

  /** Everybody whose name the page shows. */
  private static Set<OfficerId> named(
      CaseView view, Optional<CrossCheck.Beside> beside, Care care, TakenOut taken, House house) {
    Set<OfficerId> named = new HashSet<>(house.officers());
    for (MessageView message : view.messages()) {
      message.draftedBy().ifPresent(named::add);
      message.releasedBy().ifPresent(named::add);
    }
    for (PossibleMatch match : beside.map(CrossCheck.Beside::matches).orElse(List.of())) {
      match.decidedBy().ifPresent(named::add);
    }
    for (NoticeView notice : care.followed().own()) {
      notice.firstBy().ifPresent(named::add);
      notice.secondBy().ifPresent(named::add);
    }
    for (ReviewStep step : care.review().map(ReviewView::steps).orElse(List.of())) {
      named.add(step.firstBy());
      step.secondBy().ifPresent(named::add);
    }
    taken.files().forEach(file -> named.add(file.by()));
    return named;
  }
}
