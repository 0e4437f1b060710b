package org.entente.node.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
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
import org.entente.ledger.ProofFile;
import org.entente.node.casework.Cases;
import org.entente.node.casework.Header;
import org.entente.node.countersigning.Countersigners;
import org.entente.node.delivery.PartnersAbilities;
import org.entente.node.delivery.Receipts;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Proofs;
import org.entente.node.officers.AccessTokens;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.officers.Role;
import org.entente.node.officers.SignIn;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.ConsentRegister;
import org.entente.node.partners.Consented;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Ruling;
import org.entente.node.store.Paged;
import org.entente.node.store.Store;
import org.entente.node.web.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tokens, agreements, decisions, consents, and what proves the ledger. */
@RestController
@RequestMapping("/api/v1")
class NodeApi {
  private final AuthorityId own;
  private final Officers officers;
  private final AccessTokens tokens;
  private final AgreementsInForce agreements;
  private final Decisions decisions;
  private final ConsentRegister consents;
  private final Proofs proofs;
  private final Countersigners witnesses;
  private final Receipts receipts;
  private final Store store;
  private final PartnersAbilities abilities;
  private final InstantSource clock;

  NodeApi(
      AuthorityId own,
      Officers officers,
      AccessTokens tokens,
      AgreementsInForce agreements,
      Decisions decisions,
      ConsentRegister consents,
      Proofs proofs,
      Countersigners witnesses,
      Receipts receipts,
      Store store,
      PartnersAbilities abilities,
      InstantSource clock) {
    this.own = own;
    this.officers = officers;
    this.tokens = tokens;
    this.agreements = agreements;
    this.decisions = decisions;
    this.consents = consents;
    this.proofs = proofs;
    this.witnesses = witnesses;
    this.receipts = receipts;
    this.store = store;
    this.abilities = abilities;
    this.clock = clock;
  }

  record TokenWanted(String login, String password, String label, int days) {
    @Override
    public String toString() {
      return "TokenWanted[…]";
    }
  }

  record TokenAnswer(String id, String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "TokenAnswer[" + id + "]";
    }
  }

  /** Trades login and password for a token, for programs; held back like the sign-in page. */
  @PostMapping("/tokens")
  ResponseEntity<Object> token(@RequestBody TokenWanted wanted, HttpServletRequest request) {
    return switch (officers.signIn(wanted.login(), wanted.password(), request.getRemoteAddr())) {
      case SignIn.Denied d ->
          Problems.of(Problems.problem(401, "sign-in-denied", "Login or password is wrong."));
      case SignIn.Busy b ->
          ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
              .header("Retry-After", "2")
              .body(
                  Problems.problem(
                      429, "sign-in-busy", "Many are signing in just now. Try again."));
      case SignIn.Held h ->
          ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
              .header("Retry-After", Long.toString(h.hold().toSeconds() + 1))
              .body(
                  Problems.problem(
                      429, "sign-in-held", "Too many attempts. Wait, then try again."));
      case SignIn.Granted g ->
          tokens
              .issue(g.officer().id(), wanted.label(), Duration.ofDays(wanted.days()))
              .<ResponseEntity<Object>>map(issued ->
                  ResponseEntity.status(HttpStatus.CREATED)
                      .body(
                          new TokenAnswer(
                              issued.token().id().toString(),
                              issued.secret(),
                              issued.token().expiresAt())))
              .orElseGet(() ->
                  Problems.of(
                      Problems.problem(
                          422,
                          "token-not-issued",
                          "A token needs a label and 1 to 365 days; an officer has at most"
                              + " 20.")));
    };
  }

  /** Ends all sessions and tokens of an officer, named by login; for administrators. */
  @PostMapping("/officers/{login}/access-end")
  ResponseEntity<Object> endAccess(Officer officer, @PathVariable String login) {
    if (!officer.is(Role.ADMINISTRATOR)) {
      throw new AccessDeniedException("Only an administrator ends the access of others");
    }
    boolean ended =
        officers.all().stream()
            .filter(each -> each.login().equals(login))
            .anyMatch(each -> officers.endAccess(each.id(), officer.id()));
    return ended
        ? ResponseEntity.noContent().build()
        : Problems.of(
            Problems.problem(404, "not-found", "There is no open account of this login."));
  }

  record Me(
      String id, String login, String name, List<String> roles, String authority, String zone) {}

  @GetMapping("/me")
  Me me(Officer officer) {
    return new Me(
        officer.id().toString(),
        officer.login(),
        officer.name(),
        officer.roles().stream().map(Problems::code).sorted().toList(),
        own.value(),
        officer.zone().getId());
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
      boolean specialCategories,
      boolean strictlyNecessary,
      boolean political,
      @Nullable Integer maxPenaltyMonths,
      @Nullable Integer identifiers,
      @Nullable Boolean justified,
      @Nullable String agreement) {
    Act act(AuthorityId own) {
      Set<DataCategory> blocks = EnumSet.noneOf(DataCategory.class);
      if (data != null) {
        data.forEach(c -> blocks.add(Wanted.code("data", c, DataCategory::ofCode)));
      }
      PersonalData carried =
          category == null
              ? PersonalData.none()
              : PersonalData.of(
                  Set.of(Wanted.code("category", category, DataSubjectCategory::ofCode)), blocks);
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
    return PagedAnswer.of(consents.all(wanted).map(NodeApi::answer));
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

  /** The partner's signed receipt, or ours for the partner's message: CMS, as it was signed. */
  @GetMapping("/messages/{id}/receipt")
  ResponseEntity<byte[]> receipt(Officer officer, @PathVariable String id) {
    if (!Cases.mayRead(officer)) {
      return ResponseEntity.notFound().build();
    }
    return store
        .read(tx -> receipts.signed(tx, MessageId.of(id)))
        .map(signed ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/pkcs7-mime"))
                .body(signed.statement()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** The proofs of all entries about a matter, each a file that is checked without this node. */
  @GetMapping("/matters/{request}/proofs")
  List<String> proofs(Officer officer, @PathVariable String request) {
    return proofs.proofsOf(request).stream().map(ProofFile::encode).toList();
  }

  @GetMapping(path = "/ledger/checkpoint", produces = "text/plain;charset=UTF-8")
  String checkpoint(Officer officer) {
    return proofs.checkpoint().encode();
  }

  /** How the ledger stands with one partner; instants are absent before the first time. */
  record WitnessAnswer(
      String partner,
      long countersigned,
      @Nullable Instant countersignedAt,
      long behind,
      @Nullable String refusal,
      long seen,
      @Nullable Instant seenAt,
      @Nullable String stop) {}

  /** Who has countersigned how much of this node's ledger, and whose ledger was seen how far. */
  @GetMapping("/ledger/witnesses")
  List<WitnessAnswer> witnesses(Officer officer) {
    return witnesses.table().stream()
        .map(w ->
            new WitnessAnswer(
                w.partner().value(),
                w.countersigned(),
                w.countersignedAt().orElse(null),
                w.behind(),
                w.refusal().orElse(null),
                w.seen(),
                w.seenAt().orElse(null),
                w.stop().orElse(null)))
        .toList();
  }

  /** A stop, open or lifted. */
  record StopAnswer(
      String id, String partner, String code, Instant stoppedAt, @Nullable Instant liftedAt) {}

  /** The stops, open ones first. */
  @GetMapping("/ledger/stops")
  ResponseEntity<List<StopAnswer>> stops(Officer officer, Paged.Wanted wanted) {
    return PagedAnswer.of(
        witnesses
            .stops(wanted)
            .map(s ->
                new StopAnswer(
                    s.id().toString(),
                    s.partner().value(),
                    s.code(),
                    s.stoppedAt(),
                    s.liftedAt().orElse(null))));
  }

  /** Both heads of a stop as a file for {@code ./entente verify}. */
  @GetMapping(path = "/ledger/stops/{id}/heads", produces = "text/plain;charset=UTF-8")
  ResponseEntity<String> heads(Officer officer, @PathVariable UUID id) {
    return witnesses
        .file(id)
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** The key that checkpoints are checked with, in the note format. */
  @GetMapping(path = "/ledger/key", produces = "text/plain;charset=UTF-8")
  String key(Officer officer) {
    return proofs.log().vkey();
  }

  /** The whole ledger as one file for {@code ./entente verify}. */
  @GetMapping("/ledger/export")
  void export(Officer officer, HttpServletResponse response) throws IOException {
    if (!officer.is(Role.SUPERVISOR)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    response.setContentType("text/plain;charset=UTF-8");
    proofs.export(response.getOutputStream(), officer.id().toString());
  }
}
