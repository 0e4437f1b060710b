package org.entente.seal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The identity cards this node trusts because their fingerprints were confirmed. */
public interface CardDirectory {
  /** The card now in use by an authority. */
  Optional<IdentityCard> byAuthority(String authority);

  /**
   * The card whose signing certificate has this fingerprint; also the previous card of an authority
   * while messages signed with it may still be on their way.
   */
  Optional<IdentityCard> bySigner(Fingerprint signingCertificate);

  /** A fixed directory; of two cards of one authority the later one is in use. */
  static CardDirectory of(Collection<IdentityCard> cards) {
    var pinned = List.copyOf(cards).reversed();
    return new CardDirectory() {
      @Override
      public Optional<IdentityCard> byAuthority(String authority) {
        return pinned.stream().filter(card -> card.authority().equals(authority)).findFirst();
      }

      @Override
      public Optional<IdentityCard> bySigner(Fingerprint signingCertificate) {
        return pinned.stream()
            .filter(card -> card.signerFingerprint().equals(signingCertificate))
            .findFirst();
      }
    };
  }

  /** A fixed directory of these cards. */
  static CardDirectory of(IdentityCard... cards) {
    return of(List.of(cards));
  }
}
