package org.entente.node.web.agreements;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Decision;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.Obligations;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Particulars;
import org.entente.agreement.PersonalData;
import org.entente.agreement.Safeguards;
import org.entente.agreement.Status;
import org.entente.agreement.UrgencyReason;
import org.entente.node.casework.Header;
import org.entente.node.delivery.PartnersAbilities;
import org.entente.node.officers.Officer;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.ConsentRegister;
import org.entente.node.partners.Consented;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Ruling;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.PagedAnswer;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Agreements in force, what they permit, and the consents under them. */
@RestController
@RequestMapping("/api/v1")
class DecisionsApi {
  private final AuthorityId own;
  private final AgreementsInForce agreements;
  private final Decisions decisions;
  private final ConsentRegister consents;
  private final PartnersAbilities abilities;
  private final InstantSource clock;

  DecisionsApi(
      AuthorityId own,
      AgreementsInForce agreements,
      Decisions decisions,
      ConsentRegister consents,
      PartnersAbilities abilities,
      InstantSource clock) {
    this.own = own;
    this.agreements = agreements;
    this.decisions = decisions;
    this.consents = consents;
    this.abilities = abilities;
    this.clock = clock;
  }

  record AgreementAnswer(
      String id,
      String hash,
      String title,
      String arrangement,
      boolean inForce,
      String state,
      boolean demonstration,
      List<WithPartner> partners) {}

  /** How an agreement stands with one of its parties. */
  record WithPartner(String partner, boolean inForce, String state) {}

  @GetMapping("/agreements")
  List<AgreementAnswer> agreements(Officer officer) {
    Locale locale = officer.language();
    return agreements.all().stream().map(a -> answer(a, locale)).toList();
  }

  private AgreementAnswer answer(Agreement a, Locale locale) {
    return new AgreementAnswer(
        a.id().value(),
        a.hash().value(),
        a.instrument().title().in(locale),
        a.arrangement().title().in(locale),
        a.inForceAt(clock.instant()),
        a.stateAt(clock.instant()).map(Status.State::code).orElse(""),
        a.arrangement().demonstration(),
        agreements.partnersOf(a.hash().value()).stream()
            .map(partner -> {
              Status.State state = agreements.stateOf(a.hash().value(), partner, clock.instant());
              return new WithPartner(partner.value(), state.effective(), state.code());
            })
            .toList());
  }

  record ActWanted(
      String kind,
      String partner,
      String offence,
      String urgency,
      @Nullable String urgencyReason,
      @Nullable String category,
      @Nullable List<String> data,
      Boolean specialCategories,
      Boolean strictlyNecessary,
      Boolean political,
      @Nullable Integer maxPenaltyMonths,
      @Nullable Integer identifiers,
      @Nullable Boolean justified,
      @Nullable String agreement) {
    Act act(AuthorityId own) {
      PersonalData carried =
          category == null && data == null
              ? PersonalData.none()
              : PersonalData.of(
                  Set.of(
                      Wanted.code(
                          "category",
                          Wanted.said("category", category),
                          DataSubjectCategory::ofCode)),
                  Wanted.codes(
                      "data", Wanted.said("data", data), DataCategory.class, DataCategory::ofCode));
      return new Act(
          Wanted.code("kind", kind, ActKind::ofCode),
          own,
          Wanted.authority("partner", partner),
          Wanted.code("offence", offence, OffenceArea::ofCode),
          Wanted.urgency(urgency),
          Optional.ofNullable(urgencyReason)
              .map(r -> Wanted.code("urgencyReason", r, UrgencyReason::ofCode)),
          carried,
          new Safeguards(specialCategories, strictlyNecessary, political),
          new Particulars(
              maxPenaltyMonths == null ? OptionalInt.empty() : OptionalInt.of(maxPenaltyMonths),
              identifiers == null ? 0 : identifiers,
              Boolean.TRUE.equals(justified),
              false,
              false));
    }
  }

  record DecisionAnswer(
      String verdict,
      List<String> articles,
      Optional<Duties> obligations,
      List<String> alternatives,
      String why,
      List<Problems.GroundAnswer> grounds,
      boolean knownToPartner) {}

  record Duties(boolean approvalNeeded, List<String> handling, int reviewMonths) {
    static Duties of(Obligations o) {
      return new Duties(
          o.approvalNeeded(),
          o.handling().stream().map(HandlingCode::code).sorted().toList(),
          o.reviewMonths());
    }
  }

  /**
   * "May I?": what the node would decide now, and whether the partner's node knows the kind.
   * Nothing is sent, nothing is kept.
   */
  @PostMapping("/decisions")
  DecisionAnswer decide(Officer officer, @RequestBody ActWanted wanted) {
    Locale locale = officer.language();
    Act act = wanted.act(own);
    Ruling ruling =
        wanted.agreement() == null
            ? decisions.on(act, clock.instant())
            : decisions.under(wanted.agreement(), act, clock.instant());
    boolean known = abilities.knows(act.to(), Header.FAMILY, act.kind().code());
    return switch (ruling) {
      case Ruling.Permitted p ->
          new DecisionAnswer(
              "permitted",
              p.articles(),
              Optional.of(Duties.of(p.obligations())),
              p.alternatives().stream().map(a -> a.hash().value()).toList(),
              "",
              List.of(),
              known);
      case Ruling.NotPermitted n ->
          new DecisionAnswer(
              n.decision() instanceof Decision.NeedsConsent ? "needs-consent" : "refused",
              List.of(),
              Optional.empty(),
              List.of(),
              Sentences.why(locale, n.decision()),
              Problems.grounds(n.decision(), locale),
              known);
      case Ruling.NoAgreement n ->
          new DecisionAnswer(
              "refused", List.of(), Optional.empty(), List.of(), "no-agreement", List.of(), known);
    };
  }

  record ConsentAnswer(
      String id,
      String partner,
      String askedBy,
      String offence,
      String state,
      Optional<Instant> from,
      Optional<Instant> until) {}

  @GetMapping("/consents")
  ResponseEntity<List<ConsentAnswer>> consents(Officer officer, Paged.Wanted wanted) {
    return PagedAnswer.of(consents.all(wanted).map(DecisionsApi::answer));
  }

  private static ConsentAnswer answer(Consented c) {
    return new ConsentAnswer(
        c.id().toString(),
        c.partner().value(),
        c.askedBy().value(),
        c.offence().code(),
        Problems.code(c.state()),
        c.from(),
        c.until());
  }
}
