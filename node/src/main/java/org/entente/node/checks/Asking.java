package org.entente.node.checks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.agreement.Act;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.Decision;
import org.entente.agreement.Ground;
import org.entente.agreement.PersonalData;
import org.entente.check.oprf.Voprf;
import org.entente.check.question.Question;
import org.entente.check.tokens.Quality;
import org.entente.check.tokens.SubjectTokens;
import org.entente.check.tokens.Token;
import org.entente.intake.Description.Read.Meant;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.checks.BlindAsking.Came;
import org.entente.node.checks.CheckRows.Result;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.Several;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.partners.Ruling;
import org.entente.node.store.Store;
import org.entente.node.store.StoreStopped;
import org.entente.node.store.Tx;
import org.entente.node.work.Errands;
import org.entente.node.work.Faults;
import org.entente.node.work.Part;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where officers ask partners whether they know a person or thing.
 *
 * <p><b>Guarantees.</b> A question is recorded with its reasons and an entry for each partner
 * before anything leaves; what came is recorded when it comes. A partner that no article lets be
 * asked is not asked. An officer whose questions look like fishing asks nothing until the
 * supervisor has looked.
 *
 * <p>Safe for use by many threads.
 */
public final class Asking implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

  /** More partners than any authority has. */
  public static final int MOST_PARTNERS = 400;

  /** Why a partner is not asked with whom several agreements carry the check. */
  static final String UNNAMED = "agreement-unnamed";

  /** Questions on their way at the same moment. */
  private static final int AT_ONCE = 24;

  private final Needs n;
  private final Errands lines = new Errands("check", AT_ONCE);

  /** What asking works with. */
  record Needs(
      AuthorityId own,
      Store store,
      Journal journal,
      Partners partners,
      Decisions decisions,
      AboutSealed sealed,
      CheckSecrets secrets,
      BlindAsking blind,
      Voprf voprf,
      InstantSource clock) {}

  Asking(Needs needs) {
    this.n = needs;
  }

  /**
   * A question an officer wants to ask.
   *
   * @param meant who or what, as read
   * @param agreements hashes of those that the officer named; needed where several agreements with
   *     one partner carry the check
   */
  public record Wish(
      Meant meant, Justification why, Set<AuthorityId> partners, Set<String> agreements) {
    public Wish {
      partners = Set.copyOf(partners);
      agreements = Set.copyOf(agreements);
    }

    /** The same where no agreement was named. */
    public Wish(Meant meant, Justification why, Set<AuthorityId> partners) {
      this(meant, why, partners, Set.of());
    }
  }

  /** Resumes after a restart: questions in flight become "not asked". */
  @Override
  public void start() {
    n.store().write(CheckRows::interrupted);
  }

  /** Asks. Returns once everything is recorded; answers come as they come. */
  public Outcome<CheckId> ask(Officer by, Wish wish) {
    if (!Rights.may(by, Right.ASK_PARTNERS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Optional<Refusal> fault = fault(wish);
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    List<Token> tokens = SubjectTokens.asked(wish.meant().subject());
    if (tokens.isEmpty()) {
      return Outcome.refused(CheckRefusal.TOO_LITTLE_SAID);
    }
    Instant now = n.clock().instant();
    Optional<Refusal> unnamed =
        unnamed(wish.partners(), wish.why(), By.of(wish.meant()), wish.agreements(), now);
    if (unnamed.isPresent()) {
      return Outcome.refused(unnamed.get());
    }
    CheckId id = CheckId.next();
    CheckRows.Row row =
        row(
            by.id(),
            id,
            new CheckView.About(wish.meant().subject(), wish.why()),
            Optional.empty(),
            now);
    List<Going> going = new ArrayList<>();
    Outcome<CheckId> tried =
        n.store()
            .write(tx -> {
              if (StopRows.stopped(tx, by.id().toString())) {
                return Outcome.refused(CheckRefusal.STOPPED);
              }
              Optional<StopPattern> pattern =
                  Fishing.seen(tx, by.id(), row.nameDigest(), row.bornDigest(), now);
              if (pattern.isPresent()) {
                StopRows.insert(tx, Optional.empty(), by.id().toString(), pattern.get(), now);
                n.journal()
                    .append(
                        tx,
                        Event.CHECKS_STOPPED,
                        Journal.NODE,
                        Map.of("officer", by.id().toString(), "pattern", pattern.get().code()));
                return Outcome.refused(CheckRefusal.STOPPED);
              }
              CheckRows.insert(tx, row);
              going.addAll(recorded(tx, by.id(), row, wish, now));
              return Outcome.done(id);
            });
    if (tried instanceof Outcome.Done<CheckId> && !going.isEmpty()) {
      send(by.id(), row, tokens, going);
    }
    return tried;
  }

  /**
   * Why the partners cannot be asked before the officer has named an agreement, or named another;
   * empty when it is clear with each of them what the check would rest on.
   */
  Optional<Refusal> unnamed(
      Set<AuthorityId> partners, Justification why, By by, Set<String> agreements, Instant now) {
    Set<AuthorityId> all = new TreeSet<>(partners);
    for (String hash : agreements) {
      if (all.stream().noneMatch(partner -> n.decisions().binds(hash, partner))) {
        return Optional.of(CheckRefusal.AGREEMENT_UNKNOWN);
      }
    }
    for (AuthorityId partner : all) {
      if (decided(partner, CheckId.next().value(), why, by, agreements, 1, now)
          instanceof Decided.Unnamed(List<Agreement> permitting)) {
        return Optional.of(new AgreementUnnamed(partner, permitting));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> fault(Wish wish) {
    if (wish.partners().isEmpty() || wish.partners().size() > MOST_PARTNERS) {
      return Optional.of(CheckRefusal.NOBODY_CHOSEN);
    }
    return wish.why().fault();
  }

  /**
   * What a question would come to, before anything is kept: what is asked by, and who may be asked.
   */
  public Outcome<Preview> preview(Officer officer, Wish wish) {
    if (!Rights.may(officer, Right.ASK_PARTNERS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Map<String, Integer> families = new LinkedHashMap<>();
    for (Token token : SubjectTokens.asked(wish.meant().subject())) {
      families.merge(Families.code(token.family()), 1, Integer::sum);
    }
    Instant now = n.clock().instant();
    List<Preview.Whom> whom = new ArrayList<>();
    for (AuthorityId partner : new TreeSet<>(wish.partners())) {
      whom.add(
          switch (decided(
              partner,
              CheckId.next().value(),
              wish.why(),
              By.of(wish.meant()),
              wish.agreements(),
              1,
              now)) {
            case Decided.Go(Going go, List<String> articles) ->
                new Preview.Whom(partner, "", articles);
            case Decided.Stay(String reason) -> new Preview.Whom(partner, reason, List.of());
            case Decided.Unnamed unnamed -> new Preview.Whom(partner, UNNAMED, List.of());
          });
    }
    return Outcome.done(new Preview(families, whom));
  }

  /** What is kept of a question. */
  CheckRows.Row row(
      OfficerId by,
      CheckId id,
      CheckView.About about,
      Optional<CheckRows.ListPlace> list,
      Instant now) {
    Sameness same = Sameness.of(about.subject());
    return new CheckRows.Row(
        id,
        by,
        now,
        list,
        n.sealed().lock(id, about),
        n.secrets().digest("name", same.name()),
        n.secrets().digest("born", same.born()));
  }

  /** A partner to be asked, with the act that was permitted. */
  record Going(Partner partner, UUID wire, Act act, String agreement) {}

  /** Decides for each partner and records it; those that may be asked are handed back. */
  private List<Going> recorded(Tx tx, OfficerId by, CheckRows.Row row, Wish wish, Instant now) {
    List<Going> going = new ArrayList<>();
    for (AuthorityId partner : new TreeSet<>(wish.partners())) {
      UUID wire = CheckId.next().value();
      switch (decided(partner, wire, wish.why(), By.of(wish.meant()), wish.agreements(), 1, now)) {
        case Decided.Go(Going go, List<String> articles) -> {
          going.add(go);
          CheckRows.insert(tx, row.id(), answer(partner, wire, AnswerState.ASKING, "", articles));
          n.decisions().counted(tx, go.agreement(), go.act(), now);
          n.journal()
              .append(
                  tx,
                  Event.CHECK_ASKED,
                  by.toString(),
                  references(row, go, articles),
                  row.about().hash());
        }
        case Decided.Stay(String reason) ->
            CheckRows.insert(
                tx, row.id(), answer(partner, wire, AnswerState.NOT_ASKED, reason, List.of()));
        case Decided.Unnamed unnamed ->
            CheckRows.insert(
                tx, row.id(), answer(partner, wire, AnswerState.NOT_ASKED, UNNAMED, List.of()));
      }
    }
    return going;
  }

  static PartnerAnswer answer(
      AuthorityId partner, UUID wire, AnswerState state, String reason, List<String> articles) {
    return new PartnerAnswer(
        partner, wire, state, reason, "", List.of(), articles, Optional.empty());
  }

  static Map<String, String> references(CheckRows.Row row, Going go, List<String> articles) {
    Map<String, String> references = new TreeMap<>();
    references.put("check", go.wire().toString());
    references.put("question", row.id().toString());
    references.put("recipient", go.partner().id().value());
    references.put("agreement", go.agreement());
    Several.put(references, "articles", articles, " + ");
    return references;
  }

  /** Whether a partner may be asked. */
  sealed interface Decided {
    record Go(Going going, List<String> articles) implements Decided {}

    /**
     * @param reason stable
     */
    record Stay(String reason) implements Decided {}

    /** Several agreements carry it and none of them was named. */
    record Unnamed(List<Agreement> permitting) implements Decided {
      public Unnamed {
        permitting = List.copyOf(permitting);
      }
    }
  }

  /**
   * What is asked by.
   *
   * @param identifiers how many of given name, family name and date of birth are said
   */
  record By(Set<DataCategory> kinds, int identifiers) {
    static By of(Meant meant) {
      return new By(Kinds.of(meant.subject()), meant.identifiers());
    }

    /** Of two subjects in one question: every kind of either, no more identifiers than both say. */
    By with(By other) {
      Set<DataCategory> both = EnumSet.noneOf(DataCategory.class);
      both.addAll(kinds);
      both.addAll(other.kinds());
      return new By(both, Math.min(identifiers, other.identifiers()));
    }
  }

  Decided decided(
      AuthorityId partner,
      UUID wire,
      Justification why,
      By by,
      Set<String> agreements,
      int times,
      Instant now) {
    Optional<Partner> pinned = n.partners().find(partner);
    if (pinned.isEmpty()) {
      return new Decided.Stay("no-agreement");
    }
    Act act =
        Asked.act(
            n.own(),
            partner,
            why.offence(),
            PersonalData.of(Set.of(why.category()), by.kinds()),
            by.identifiers(),
            why.maxPenaltyMonths());
    List<String> named =
        agreements.stream().filter(hash -> n.decisions().binds(hash, partner)).toList();
    Ruling ruling =
        named.size() == 1
            ? n.decisions().under(named.getFirst(), act, times, now)
            : n.decisions().on(act, times, now);
    return switch (ruling) {
      case Ruling.Permitted permitted when !permitted.alternatives().isEmpty() ->
          new Decided.Unnamed(permitted.carrying());
      case Ruling.Permitted permitted ->
          new Decided.Go(
              new Going(pinned.get(), wire, act, permitted.agreement().hash().value()),
              permitted.articles().stream().map(Object::toString).toList());
      case Ruling.NoAgreement none -> new Decided.Stay("no-agreement");
      case Ruling.NotPermitted not -> new Decided.Stay(reason(not.decision()));
    };
  }

  private static String reason(Decision decision) {
    return switch (decision) {
      case Decision.Permitted permitted -> "permitted";
      case Decision.NeedsConsent consent -> consent.ground().code().code();
      case Decision.Refused refused -> {
        Ground first = refused.grounds().getFirst();
        yield first.code().code();
      }
    };
  }

  private void send(OfficerId by, CheckRows.Row row, List<Token> tokens, List<Going> going) {
    Question question =
        Question.about(
            List.of(tokens.stream().map(Token::bytes).toList()),
            SubjectTokens.PER_SUBJECT,
            n.voprf());
    AtomicInteger open = new AtomicInteger(going.size());
    for (Going go : going) {
      boolean _ =
          lines.send(() -> {
            try {
              Sheet sheet = sheet(by, row, question, List.of(tokens), go, false);
              came(row, go, n.blind().ask(go.partner(), sheet));
            } catch (InterruptedException | StoreStopped e) {
              LOG.debug("A check was given up: the node stops.");
            } catch (RuntimeException | Error e) {
              Faults.met("Check " + go.wire(), e);
              came(row, go, new Came.NotAsked("defect"));
            } finally {
              if (open.decrementAndGet() == 0) {
                question.close();
              }
            }
          });
    }
  }

  Sheet sheet(
      OfficerId by,
      CheckRows.Row row,
      Question question,
      List<List<Token>> tokens,
      Going go,
      boolean list) {
    return new Sheet(
        go.wire(),
        question,
        tokens,
        go.act(),
        go.agreement(),
        n.secrets().pseudonym(by, go.partner().id(), row.at()),
        row.about().hash(),
        list);
  }

  void counted(Tx tx, Going go, int subjects, Instant now) {
    n.decisions().counted(tx, go.agreement(), go.act(), subjects, now);
  }

  private void came(CheckRows.Row row, Going go, Came came) {
    Result outcome =
        switch (came) {
          case Came.NotAsked(String reason) -> Result.notAsked(reason);
          case Came.Answer answer ->
              outcome(answer.met().getFirst(), answer.statement(), answer.answer());
        };
    n.store().write(tx -> recorded(tx, row, go, outcome));
  }

  /** Returns the outcome when these tokens matched. */
  static Result outcome(List<Token> met, byte @Nullable [] statement, byte @Nullable [] answer) {
    if (met.isEmpty()) {
      return new Result(AnswerState.NO_HIT, null, null, List.of(), statement, answer);
    }
    EnumSet<Quality> qualities = EnumSet.noneOf(Quality.class);
    TreeSet<String> families = new TreeSet<>();
    for (Token token : met) {
      qualities.add(token.family().quality());
      families.add(Families.code(token.family()));
    }
    String best = qualities.iterator().next().code();
    return new Result(AnswerState.HIT, null, best, List.copyOf(families), statement, answer);
  }

  boolean recorded(Tx tx, CheckRows.Row row, Going go, Result outcome) {
    if (!CheckRows.came(tx, row.id(), go.partner().id(), outcome, n.clock().instant())) {
      return false;
    }
    Map<String, String> references = new HashMap<>();
    references.put("check", go.wire().toString());
    references.put("question", row.id().toString());
    references.put("sender", go.partner().id().value());
    references.put("state", outcome.state().code());
    if (outcome.reason() != null) {
      references.put("code", outcome.reason());
    }
    n.journal().append(tx, Event.CHECK_CAME, Journal.NODE, references);
    return true;
  }

  @Override
  public void close() {
    lines.close();
  }
}
