package org.entente.node.partners;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Consents;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Decision;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Usage;
import org.entente.node.store.Reads;
import org.entente.node.store.Tx;
import org.entente.seal.OpeningGrant;

/**
 * Where a node asks whether an act is permitted. Nothing else makes a grant to open content.
 *
 * <p>Safe for use by many threads.
 */
public final class Decisions {
  private final AuthorityId own;
  private final AgreementsInForce agreements;
  private final ConsentRegister consents;
  private final QuotaCounts quotas;

  public Decisions(
      AuthorityId own, AgreementsInForce agreements, ConsentRegister consents, QuotaCounts quotas) {
    this.quotas = quotas;
    this.own = own;
    this.agreements = agreements;
    this.consents = consents;
  }

  /**
   * Decides on an act between this authority and a partner, as of an instant. Where several
   * agreements bind the two, the one that permits is taken, else the one that only lacks a consent,
   * else the newest.
   */
  public Ruling on(Act act, Instant at) {
    return on(act, 1, at);
  }

  /** Decides on several like acts at once: the quota has to bear them all. */
  public Ruling on(Act act, int times, Instant at) {
    AuthorityId partner = partner(act);
    Ruling best = new Ruling.NoAgreement();
    List<Agreement> permitting = new ArrayList<>();
    for (Agreement agreement : agreements.between(partner)) {
      Ruling ruling = on(agreement, act, partner, times, at);
      if (ruling instanceof Ruling.Permitted) {
        permitting.add(agreement);
      }
      if (rank(ruling) < rank(best)) {
        best = ruling;
      }
    }
    return best instanceof Ruling.Permitted p
        ? p.beside(permitting.stream().filter(a -> !a.equals(p.agreement())).toList())
        : best;
  }

  /** Decides on an act under one agreement, the one a partner's message names. */
  public Ruling under(String hash, Act act, Instant at) {
    return under(hash, act, 1, at);
  }

  /** Decides on several like acts at once under one agreement. */
  public Ruling under(String hash, Act act, int times, Instant at) {
    AuthorityId partner = partner(act);
    return agreements.between(partner).stream()
        .filter(a -> a.hash().value().equals(hash))
        .findFirst()
        .map(a -> on(a, act, partner, times, at))
        .orElseGet(Ruling.NoAgreement::new);
  }

  /**
   * The ruling on an act with which further kinds are asked for: all are decided under the one
   * agreement that permits the act, and the first that is not permitted stops it. Where several
   * permit the act it stays as it is, for an officer has to choose first.
   */
  public Ruling with(Set<ActKind> further, Ruling ruling, Act act, Instant at) {
    return ruling instanceof Ruling.Permitted permitted && permitted.alternatives().isEmpty()
        ? further.stream()
            .map(kind -> under(permitted.agreement().hash().value(), act.as(kind), at))
            .filter(other -> !(other instanceof Ruling.Permitted))
            .findFirst()
            .orElse(ruling)
        : ruling;
  }

  /** Whether an agreement is one with this partner. */
  public boolean binds(String hash, AuthorityId partner) {
    return agreements.between(partner).stream().anyMatch(a -> a.hash().value().equals(hash));
  }

  /** Counts an act against its agreement's quota, in the transaction that lets it out or in. */
  public void counted(Tx tx, String agreement, Act act, Instant at) {
    counted(tx, agreement, act, 1, at);
  }

  /** Counts several like acts. */
  public void counted(Tx tx, String agreement, Act act, int times, Instant at) {
    quotas.count(tx, agreement, act, times, at);
  }

  /** Whether some agreement in force permits an act as far as quotas are not concerned. */
  public boolean couldBePermitted(Act act, Instant at) {
    AuthorityId partner = partner(act);
    return permitted(agreements.between(partner), Stream.of(act), consents.with(partner), at);
  }

  /**
   * Whether anything of a kind could be permitted with a partner, as far as quotas are not
   * concerned.
   *
   * @param acts the act about a crime and a person
   */
  public boolean somethingCouldBePermitted(
      AuthorityId partner, BiFunction<OffenceArea, DataSubjectCategory, Act> acts, Instant at) {
    Stream<Act> all =
        Arrays.stream(OffenceArea.values())
            .flatMap(offence ->
                Arrays.stream(DataSubjectCategory.values())
                    .map(subject -> acts.apply(offence, subject)));
    return permitted(agreements.between(partner), all, consents.with(partner), at);
  }

  private static boolean permitted(
      List<Agreement> agreements, Stream<Act> acts, Consents consents, Instant at) {
    return acts.anyMatch(act ->
        agreements.stream()
            .map(a -> a.decide(act, consents, Usage.none(), at))
            .anyMatch(Decision.Permitted.class::isInstance));
  }

  /** What an authority may do of a kind on one day under an agreement, and has done today. */
  public Optional<QuotaUse> quota(
      Agreement agreement, ActKind kind, AuthorityId from, AuthorityId to, Instant at) {
    return agreement
        .arrangement()
        .quotaOf(kind)
        .map(quota ->
            new QuotaUse(
                quota.perDay(), quotas.used(agreement.hash().value(), kind, from, to, at)));
  }

  /**
   * Whether the quota of today has room for one more, asked in the transaction that uses it up: of
   * several that were permitted at the same moment no more leave than the quota says.
   */
  public boolean hasRoom(Reads tx, Agreement agreement, Act act, Instant at) {
    String hash = agreement.hash().value();
    return agreement
        .arrangement()
        .quotaOf(act.kind())
        .map(quota ->
            QuotaCounts.used(tx, hash, act.kind(), act.from(), act.to(), at) < quota.perDay())
        .orElse(true);
  }

  /** A quota and how much of it is used. */
  public record QuotaUse(int perDay, int used) {}

  private AuthorityId partner(Act act) {
    return act.from().equals(own) ? act.to() : act.from();
  }

  private static int rank(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Permitted p -> 0;
      case Ruling.NotPermitted n -> n.decision() instanceof Decision.NeedsConsent ? 1 : 2;
      case Ruling.NoAgreement n -> 3;
    };
  }

  private Ruling on(Agreement agreement, Act act, AuthorityId partner, int times, Instant at) {
    Decision decision =
        agreement.decide(
            act,
            consents.with(partner),
            kind ->
                quotas.used(agreement.hash().value(), kind, act.from(), act.to(), at) + times - 1,
            at);
    return switch (decision) {
      case Decision.Permitted p ->
          new Ruling.Permitted(
              agreement,
              p.articles(),
              p.obligations(),
              List.of(),
              new PermittedOpening(p.articles().toString()));
      case Decision.NeedsConsent n -> new Ruling.NotPermitted(agreement, n);
      case Decision.Refused r -> new Ruling.NotPermitted(agreement, r);
    };
  }

  /**
   * The grant to read content again that a permitting decision let in or out before.
   *
   * @param articles of that decision, as recorded with the message
   * @throws IllegalArgumentException when no article is recorded: then nothing was ever permitted
   */
  public OpeningGrant recorded(List<String> articles) {
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("No permitting decision is recorded for this message");
    }
    return new PermittedOpening(String.join(", ", articles));
  }

  /**
   * The grant to read a note about an agreement: it rests on no article, because it is what makes
   * articles binding, and on the identity of the partner alone.
   *
   * @param partner whose identity was compared and pinned
   */
  public OpeningGrant aboutAgreements(AuthorityId partner) {
    return new PermittedOpening("note with " + partner.value());
  }

  /**
   * The grant to read a notice about an item that was exchanged: its duty (Directive (EU) 2016/680
   * Art. 7(3), 16(6)) outlives every agreement, so it rests on the identity of the partner alone.
   *
   * @param partner whose identity was compared and pinned
   */
  public OpeningGrant aboutItems(AuthorityId partner) {
    return new PermittedOpening("notice with " + partner.value());
  }

  /** The grant for what this authority's own officers wrote and nobody else has seen yet. */
  public OpeningGrant ownDraft() {
    return new PermittedOpening("own draft");
  }

  /** The grant for this authority's own records, which no partner's agreement touches. */
  public OpeningGrant ownRecords() {
    return new PermittedOpening("own records");
  }
}
