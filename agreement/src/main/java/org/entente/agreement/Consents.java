package org.entente.agreement;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The consents on record. Immutable; no two share a reference. */
public final class Consents {

  /** A node keeps far fewer; more points at a fault in the caller. */
  public static final int MAX_CONSENTS = 10_000;

  private static final Consents NONE = new Consents(List.of());

  private final List<Consent> all;

  private Consents(List<Consent> all) {
    this.all = all;
  }

  /** No consent on record. */
  public static Consents none() {
    return NONE;
  }

  /**
   * These consents.
   *
   * @throws IllegalArgumentException if two share a reference or there are more than {@link
   *     #MAX_CONSENTS}
   */
  public static Consents of(Collection<Consent> consents) {
    if (consents.size() > MAX_CONSENTS) {
      throw new IllegalArgumentException("more than " + MAX_CONSENTS + " consents");
    }
    Set<String> references = new HashSet<>();
    for (Consent consent : consents) {
      if (!references.add(consent.reference())) {
        throw new IllegalArgumentException("two consents share a reference");
      }
    }
    return new Consents(List.copyOf(consents));
  }

  /** All of them, in the order given. */
  public List<Consent> all() {
    return all;
  }

  /** The consent of one authority to another that holds for an area at an instant, if any. */
  public Optional<Consent> find(
      AuthorityId grantedBy, AuthorityId grantedTo, OffenceArea offence, Instant at) {
    return all.stream()
        .filter(consent -> consent.grantedBy().equals(grantedBy))
        .filter(consent -> consent.grantedTo().equals(grantedTo))
        .filter(consent -> consent.offence() == offence)
        .filter(consent -> consent.holdsAt(at))
        .findFirst();
  }

  @Override
  public String toString() {
    return "Consents[" + all.size() + "]";
  }
}
