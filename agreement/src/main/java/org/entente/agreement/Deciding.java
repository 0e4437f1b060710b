package org.entente.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One decision in the making: walks every rule and collects every ground. */
final class Deciding {

  private final Instrument instrument;
  private final Arrangement arrangement;
  private final History history;
  private final Lookup lookup;
  private final Act act;
  private final Consents consents;
  private final Usage usage;
  private final Instant at;
  private final List<Ground> grounds = new ArrayList<>();
  private final List<ArticleReference> articles = new ArrayList<>();
  private Optional<String> consent = Optional.empty();

  Deciding(Agreement agreement, Act act, Consents consents, Usage usage, Instant at) {
    this.usage = usage;
    this.instrument = agreement.instrument();
    this.arrangement = agreement.arrangement();
    this.history = agreement.history();
    this.lookup = agreement.lookup();
    this.act = act;
    this.consents = consents;
    this.at = at;
  }

  Decision decide() {
    checkForce();
    checkParties();
    checkArea();
    checkForm();
    checkArrangement();
    checkQuota();
    grounds.addAll(SafeguardRules.against(act));
    if (grounds.isEmpty()) {
      return new Decision.Permitted(articles, obligations());
    }
    Ground first = grounds.getFirst();
    // Asking for consent helps only where nothing else stands in the way.
    if (grounds.size() == 1 && first.code() == GroundCode.CONSENT_MISSING) {
      return new Decision.NeedsConsent(act.to(), first.article().orElseThrow(), first);
    }
    return new Decision.Refused(grounds);
  }

  private void checkForce() {
    String source = "history of " + instrument.id();
    Optional<Status.State> state = stateOfPair();
    if (state.isEmpty()) {
      refuse(GroundCode.NOT_IN_FORCE, source);
      return;
    }
    switch (state.orElseThrow()) {
      case SIGNED -> refuse(GroundCode.NOT_IN_FORCE, source);
      case SUSPENDED -> refuseUnlessItAnswers(GroundCode.SUSPENDED, source);
      case TERMINATED -> refuseUnlessItAnswers(GroundCode.TERMINATED, source);
      case IN_FORCE, RESUMED -> {}
    }
  }

  /**
   * Unless the arrangement says otherwise, open matters may be brought to their end: an authority
   * that was asked while the agreement was in force can still answer, refuse and ask back, and the
   * one that asked can still explain and close.
   */
  private void refuseUnlessItAnswers(GroundCode code, String source) {
    if (!arrangement.pending().lets(act.kind())) {
      refuse(code, source);
    }
  }

  private Optional<Status.State> stateOfPair() {
    if (history.changes().isEmpty()) {
      return history.stateAt(at);
    }
    Optional<String> one = instrument.countryOf(act.from());
    Optional<String> other = instrument.countryOf(act.to());
    // Who is no party is refused as such.
    return one.isEmpty() || other.isEmpty()
        ? history.stateAt(at)
        : history.stateAt(at, one.orElseThrow(), other.orElseThrow());
  }

  private void checkCompetence(AuthorityId authority) {
    boolean aboutCrimes = lookup.aboutCrimes() && act.kind() != ActKind.TRAINING;
    instrument
        .party(authority)
        .filter(party -> opens() && !party.competence().covers(act, aboutCrimes))
        .ifPresent(party ->
            refuse(
                GroundCode.AUTHORITY_NOT_COMPETENT,
                "competence of " + authority.value() + " in " + instrument.id()));
  }

  private boolean bound(AuthorityId authority) {
    return instrument.hasParty(authority) && arrangement.covers(authority);
  }

  private void checkParties() {
    String source = "parties of " + instrument.id();
    if (!bound(act.from()) || !bound(act.to())) {
      refuse(GroundCode.NOT_A_PARTY, source);
    }
    if (act.from().equals(act.to())) {
      refuse(GroundCode.SAME_AUTHORITY, source);
    } else if (instrument.withinOneState(act.from(), act.to())) {
      refuse(GroundCode.SAME_STATE, source);
    }
    checkCompetence(act.from());
    checkCompetence(act.to());
  }

  private void checkArea() {
    // An instrument that names no crimes, such as one between academies, is not about offences, and
    // nobody trains for one offence.
    if (!lookup.aboutCrimes() || act.kind() == ActKind.TRAINING) {
      return;
    }
    List<Paragraph.Crime> crimes = lookup.crimesOf(act.offence());
    List<ArticleReference> listed = crimes.stream().map(Paragraph.Crime::reference).toList();
    Optional<ArticleReference> open = lookup.otherAreas();
    switch (Role.of(act.kind())) {
      case ABOUT_CONSENT -> checkAreaOfConsent(listed, open);
      // What a matter may be about was decided when it was opened. A consent that has ended since,
      // or an area that was taken out, silences neither side.
      case FOLLOWING -> {
        articles.addAll(listed);
        if (listed.isEmpty() && !isEnding()) {
          open.ifPresent(articles::add);
          consent = findConsentOfMatter();
        }
      }
      case OPENING -> checkAreaOfWork(crimes, open);
    }
  }

  private boolean isEnding() {
    return act.kind() == ActKind.REFUSAL || act.kind() == ActKind.CLOSURE;
  }

  private void checkAreaOfConsent(List<ArticleReference> listed, Optional<ArticleReference> open) {
    if (excludedByInstrument()) {
      return;
    }
    if (!listed.isEmpty()) {
      refuse(GroundCode.CONSENT_NOT_NEEDED, listed.getFirst());
    } else if (arrangement.excludedAreas().contains(act.offence())) {
      refuseExcluded(open);
    } else {
      open.ifPresent(articles::add);
    }
  }

  /** What the instrument itself takes out, no list, arrangement or consent brings back. */
  private boolean excludedByInstrument() {
    Optional<ArticleReference> excluding = lookup.excluding(act.offence());
    excluding.ifPresent(article -> refuse(GroundCode.EXCLUDED_BY_INSTRUMENT, article));
    return excluding.isPresent();
  }

  private void checkAreaOfWork(List<Paragraph.Crime> listed, Optional<ArticleReference> open) {
    if (excludedByInstrument()) {
      return;
    }
    if (!listed.isEmpty()) {
      int stated = act.particulars().maxPenaltyMonths().orElse(0);
      List<ArticleReference> reached =
          listed.stream()
              .filter(crime -> crime.minPenaltyMonths() <= stated)
              .map(Paragraph.Crime::reference)
              .toList();
      articles.addAll(reached);
      if (reached.isEmpty()) {
        refuse(GroundCode.PENALTY_TOO_LOW, listed.getFirst().reference());
      }
    } else if (arrangement.excludedAreas().contains(act.offence())) {
      refuseExcluded(open);
    } else if (open.isEmpty()) {
      refuse(GroundCode.OFFENCE_OUTSIDE, "crimes of " + instrument.id());
    } else {
      Optional<Consent> found = consents.find(act.to(), act.from(), act.offence(), at);
      if (found.isEmpty()) {
        refuse(GroundCode.CONSENT_MISSING, open.orElseThrow());
      }
      consent = found.map(Consent::reference);
      articles.add(open.orElseThrow());
    }
  }

  /** The consent that the matter rests on, of whichever side, if it still holds. */
  private Optional<String> findConsentOfMatter() {
    return consents
        .find(act.to(), act.from(), act.offence(), at)
        .or(() -> consents.find(act.from(), act.to(), act.offence(), at))
        .map(Consent::reference);
  }

  private void checkForm() {
    List<ArticleReference> carrying = new ArrayList<>();
    Optional<Unmet> nearest = Optional.empty();
    for (Paragraph.Form form : lookup.formsOf(act.kind())) {
      // Conditions say which matters may be opened; whoever was asked may answer in any case.
      List<GroundCode> unmet = opens() ? form.conditions().unmet(act) : List.of();
      if (unmet.isEmpty()) {
        carrying.add(form.reference());
      } else if (nearest.isEmpty() || unmet.size() < nearest.orElseThrow().codes().size()) {
        nearest = Optional.of(new Unmet(form.reference(), unmet));
      }
    }
    boolean underOpenClause =
        Role.of(act.kind()) == Role.ABOUT_CONSENT && lookup.otherAreas().isPresent();
    articles.addAll(carrying);
    if (carrying.isEmpty() && nearest.isPresent()) {
      Unmet form = nearest.orElseThrow();
      form.codes().forEach(code -> refuse(code, form.reference()));
    } else if (carrying.isEmpty() && !underOpenClause) {
      refuse(GroundCode.ACT_NOT_IN_INSTRUMENT, "forms of cooperation of " + instrument.id());
    }
  }

  /** The form that comes nearest to carrying the act, and what it lacks. */
  private record Unmet(ArticleReference reference, List<GroundCode> codes) {}

  private void checkArrangement() {
    String source = "arrangement under " + instrument.id();
    if (!arrangement.acts().contains(act.kind())) {
      refuse(GroundCode.ACT_NOT_IN_ARRANGEMENT, source);
    }
    if (act.kind() == ActKind.JUDICIAL_DELAY && !arrangement.deadlines().judicialDeviation()) {
      refuse(GroundCode.JUDICIAL_DELAY_NOT_ARRANGED, source);
    }
  }

  private void checkQuota() {
    if (!opens()) {
      return;
    }
    arrangement
        .quotaOf(act.kind())
        .filter(quota -> usage.used(act.kind()) >= quota.perDay())
        .ifPresent(quota ->
            refuse(
                GroundCode.QUOTA_EXHAUSTED, "quotas of the arrangement under " + instrument.id()));
  }

  private Obligations obligations() {
    return new Obligations(
        arrangement.deadlines(),
        arrangement.approvalFor().contains(act.kind()),
        arrangement.handling(),
        arrangement.reviewMonths(),
        arrangement.copyToContactPoint(),
        arrangement.use(),
        consent);
  }

  private void refuseExcluded(Optional<ArticleReference> open) {
    String source = "excluded areas of the arrangement under " + instrument.id();
    grounds.add(new Ground(GroundCode.OFFENCE_EXCLUDED, open, source));
  }

  private void refuse(GroundCode code, String source) {
    grounds.add(new Ground(code, Optional.empty(), source));
  }

  private void refuse(GroundCode code, ArticleReference article) {
    grounds.add(new Ground(code, Optional.of(article), article.toString()));
  }

  private boolean opens() {
    return !act.kind().answers() && act.kind() != ActKind.CONSENT_GRANT;
  }

  /** What an act does to a matter; it decides whether its area is looked at. */
  private enum Role {
    OPENING,
    FOLLOWING,
    ABOUT_CONSENT;

    static Role of(ActKind kind) {
      return switch (kind) {
        case REQUEST,
            INFORMATION,
            CHECK,
            ALERT,
            EMERGENCY_DISCLOSURE,
            TRACE,
            TRAINING,
            JOINT_WORK,
            ONWARD_TRANSFER ->
            OPENING;
        case CLARIFICATION_QUESTION,
            CLARIFICATION_ANSWER,
            REPLY,
            JUDICIAL_DELAY,
            REFUSAL,
            CLOSURE ->
            FOLLOWING;
        case CONSENT_REQUEST, CONSENT_GRANT, CONSENT_DENIAL -> ABOUT_CONSENT;
      };
    }
  }
}
