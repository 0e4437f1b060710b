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
    Optional<Status.State> state = history.stateAt(at);
    if (state.isEmpty()) {
      refuse(GroundCode.NOT_IN_FORCE, source);
      return;
    }
    switch (state.orElseThrow()) {
      case SIGNED -> refuse(GroundCode.NOT_IN_FORCE, source);
      case SUSPENDED -> refuse(GroundCode.SUSPENDED, source);
      case TERMINATED -> refuse(GroundCode.TERMINATED, source);
      case IN_FORCE, RESUMED -> {}
    }
  }

  private void checkParties() {
    String source = "parties of " + instrument.id();
    if (!instrument.hasParty(act.from()) || !instrument.hasParty(act.to())) {
      refuse(GroundCode.NOT_A_PARTY, source);
    }
    if (act.from().equals(act.to())) {
      refuse(GroundCode.SAME_AUTHORITY, source);
    }
  }

  private void checkArea() {
    // An instrument that names no crimes, such as one between academies, is not about offences.
    if (!lookup.aboutCrimes()) {
      return;
    }
    List<ArticleReference> listed = lookup.crimesOf(act.offence());
    Optional<ArticleReference> open = lookup.otherAreas();
    switch (Role.of(act.kind())) {
      case ABOUT_CONSENT -> checkAreaOfConsent(listed, open);
      // To say no, or that a matter is over, is possible whatever the matter was: a partner that
      // asked for what may not be asked still gets its answer.
      case ENDING -> articles.addAll(listed);
      case OPENING -> checkAreaOfWork(listed, open, false);
      case FOLLOWING -> checkAreaOfWork(listed, open, true);
    }
  }

  private void checkAreaOfConsent(List<ArticleReference> listed, Optional<ArticleReference> open) {
    if (!listed.isEmpty()) {
      refuse(GroundCode.CONSENT_NOT_NEEDED, listed.getFirst());
    } else if (arrangement.excludedAreas().contains(act.offence())) {
      refuseExcluded(open);
    } else {
      open.ifPresent(articles::add);
    }
  }

  private void checkAreaOfWork(
      List<ArticleReference> listed, Optional<ArticleReference> open, boolean eitherWay) {
    if (!listed.isEmpty()) {
      articles.addAll(listed);
    } else if (arrangement.excludedAreas().contains(act.offence())) {
      refuseExcluded(open);
    } else if (open.isEmpty()) {
      refuse(GroundCode.OFFENCE_OUTSIDE, "crimes of " + instrument.id());
    } else {
      Optional<Consent> found = findConsent(eitherWay);
      if (found.isEmpty()) {
        refuse(GroundCode.CONSENT_MISSING, open.orElseThrow());
      }
      consent = found.map(Consent::reference);
      articles.add(open.orElseThrow());
    }
  }

  private Optional<Consent> findConsent(boolean eitherWay) {
    Optional<Consent> given = consents.find(act.to(), act.from(), act.offence(), at);
    if (given.isPresent() || !eitherWay) {
      return given;
    }
    return consents.find(act.from(), act.to(), act.offence(), at);
  }

  private void checkForm() {
    List<ArticleReference> carrying = new ArrayList<>();
    Optional<Unmet> nearest = Optional.empty();
    for (Paragraph.Form form : lookup.formsOf(act.kind())) {
      List<GroundCode> unmet = form.conditions().unmet(act);
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

  /** What an act does to a matter; it decides whose consent an open area needs. */
  private enum Role {
    OPENING,
    FOLLOWING,
    ENDING,
    ABOUT_CONSENT;

    static Role of(ActKind kind) {
      return switch (kind) {
        case REQUEST, INFORMATION, CHECK, ALERT, TRACE, TRAINING, JOINT_WORK, ONWARD_TRANSFER ->
            OPENING;
        case CLARIFICATION_QUESTION, CLARIFICATION_ANSWER, REPLY, JUDICIAL_DELAY -> FOLLOWING;
        case REFUSAL, CLOSURE -> ENDING;
        case CONSENT_REQUEST, CONSENT_GRANT, CONSENT_DENIAL -> ABOUT_CONSENT;
      };
    }
  }
}
