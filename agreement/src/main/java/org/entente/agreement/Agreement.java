package org.entente.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A signed instrument with the arrangement under it, and the decisions that follow from both.
 *
 * <p><b>Guarantees.</b> It was read without a fault and its arrangement permits nothing beyond its
 * instrument. {@link #decide} is pure: the same act, consents and instant give the same decision on
 * every node that holds the same {@link #hash} and history. Immutable and thread-safe.
 *
 * <p><b>Does not guarantee</b> that anybody signed it: compare {@link #hash} with the partner, and
 * the annex with the signed paper.
 */
public final class Agreement {

  private final Instrument instrument;
  private final Arrangement arrangement;
  private final AgreementHash instrumentHash;
  private final AgreementHash hash;
  private final History history;
  private final Lookup lookup;

  Agreement(
      Instrument instrument,
      Arrangement arrangement,
      AgreementHash instrumentHash,
      AgreementHash hash) {
    this(instrument, arrangement, instrumentHash, hash, History.none(), new Lookup(instrument));
  }

  private Agreement(
      Instrument instrument,
      Arrangement arrangement,
      AgreementHash instrumentHash,
      AgreementHash hash,
      History history,
      Lookup lookup) {
    this.instrument = instrument;
    this.arrangement = arrangement;
    this.instrumentHash = instrumentHash;
    this.hash = hash;
    this.history = history;
    this.lookup = lookup;
  }

  /** The same agreement, and what has become of it by now. */
  public Agreement with(History known) {
    return new Agreement(instrument, arrangement, instrumentHash, hash, known, lookup);
  }

  Lookup lookup() {
    return lookup;
  }

  /** What became of it. */
  public History history() {
    return history;
  }

  /** Its state at an instant; empty before the signature. */
  public Optional<Status.State> stateAt(Instant at) {
    return history.stateAt(at);
  }

  /** The instrument's name. */
  public AgreementId id() {
    return instrument.id();
  }

  /** The hash over both files; {@code docs/protocol/agreement.md} says of which bytes. */
  public AgreementHash hash() {
    return hash;
  }

  /** The hash over the instrument alone, as the arrangement names it. */
  public AgreementHash instrumentHash() {
    return instrumentHash;
  }

  /** The signed treaty. */
  public Instrument instrument() {
    return instrument;
  }

  /** What the authorities worked out under it. */
  public Arrangement arrangement() {
    return arrangement;
  }

  /** The parties' authorities between which the arrangement was made. */
  public List<Party> parties() {
    return instrument.parties().stream()
        .filter(party -> arrangement.covers(party.authority()))
        .toList();
  }

  /** Whether an authority is one of those between which the arrangement was made. */
  public boolean binds(AuthorityId authority) {
    return instrument.hasParty(authority) && arrangement.covers(authority);
  }

  /** The recorded articles. */
  public List<Article> articles() {
    return instrument.articles();
  }

  /** Whether acts may rest on it at an instant. */
  public boolean inForceAt(Instant at) {
    return history.stateAt(at).map(Status.State::effective).orElse(false);
  }

  /** The identity that the annex records for an authority; empty for one that is no party. */
  public Optional<Fingerprint> fingerprintOf(AuthorityId authority) {
    return Optional.ofNullable(arrangement.annex().get(authority));
  }

  /**
   * What follows for an act at an instant.
   *
   * @param act what is to be done; it may be anything a partner can send
   * @param consents the consents on record, of either side
   * @param at when it is done
   * @return a permission with its articles, the consent it needs, or every ground against it
   */
  public Decision decide(Act act, Consents consents, Instant at) {
    return decide(act, consents, Usage.none(), at);
  }

  /**
   * The same, where the arrangement has quotas.
   *
   * @param usage what has been used of them
   */
  public Decision decide(Act act, Consents consents, Usage usage, Instant at) {
    return new Deciding(this, act, consents, usage, at).decide();
  }

  /** Equal if both files say the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Agreement agreement && hash.equals(agreement.hash);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  @Override
  public String toString() {
    return "Agreement[" + id() + ", " + hash + "]";
  }
}
