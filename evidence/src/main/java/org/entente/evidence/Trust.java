package org.entente.evidence;

import java.util.List;
import org.entente.seal.IdentityCard;

/**
 * What came to the verifier over a trusted way, not in the file.
 *
 * @param cards identity cards of the authorities
 * @param services time stamping services
 * @param words computes the hash of an agreement from its two files
 */
public record Trust(List<IdentityCard> cards, TrustedServices services, AgreementHash words) {
  /** Keeps a copy. */
  public Trust {
    cards = List.copyOf(cards);
  }

  /** The hash of an agreement's words; empty text for what is no agreement. */
  @FunctionalInterface
  public interface AgreementHash {
    String of(byte[] instrument, byte[] arrangement);
  }
}
