package org.entente.formats;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.HandlingCode;

/**
 * The colours of the Traffic Light Protocol, version 2.0 (FIRST): how far its reader may spread
 * something.
 */
public enum Tlp {
  CLEAR("clear"),
  GREEN("green"),
  AMBER("amber"),
  AMBER_STRICT("amber+strict"),
  RED("red");

  private final String code;

  Tlp(String code) {
    this.code = code;
  }

  /** As it is written behind {@code TLP:}, in small letters. */
  public String code() {
    return code;
  }

  /** The colour with this code, also one of version 1.0. */
  public static Optional<Tlp> ofCode(String code) {
    String small = code.toLowerCase(Locale.ROOT);
    if (small.equals("white")) {
      return Optional.of(CLEAR);
    }
    for (Tlp tlp : values()) {
      if (tlp.code.equals(small)) {
        return Optional.of(tlp);
      }
    }
    return Optional.empty();
  }

  /**
   * The colour for what leaves: never wider than the recipient's own house, and red where the codes
   * forbid to pass it on or hold a restriction in words.
   */
  public static Tlp of(Set<HandlingCode> handling) {
    return handling.contains(HandlingCode.H2) || handling.contains(HandlingCode.H3)
        ? RED
        : AMBER_STRICT;
  }

  /** What its reader keeps to: from amber on nothing is passed on without asking. */
  public Set<HandlingCode> handling() {
    return switch (this) {
      case CLEAR, GREEN -> Set.of();
      case AMBER, AMBER_STRICT, RED -> Set.of(HandlingCode.H2);
    };
  }
}
