package org.entente.agreement;

import java.time.Instant;
import java.util.Optional;

/**
 * What one party did under an instrument of several.
 *
 * @param kind what it did
 * @param party ISO 3166-1 alpha-2
 * @param towards the only party it concerns; empty for all of them
 * @param at from when
 */
public record PartyChange(Kind kind, String party, Optional<String> towards, Instant at) {

  /** What a party can do alone. */
  public enum Kind {
    /** Bound by its own ratification or accession. */
    BOUND("bound"),
    /** Has suspended it, towards one party or all. */
    SUSPENDED("suspended"),
    /** Has taken that back. */
    RESUMED("resumed"),
    /** Has left. */
    WITHDRAWN("withdrawn");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    static Optional<Kind> ofCode(String code) {
      for (Kind candidate : values()) {
        if (candidate.code.equals(code)) {
          return Optional.of(candidate);
        }
      }
      return Optional.empty();
    }
  }

  /** Whether it may come next after what this party did before. */
  boolean mayFollow(Iterable<PartyChange> before) {
    boolean bound = false;
    boolean inside = true;
    boolean suspended = false;
    for (PartyChange change : before) {
      if (!change.party().equals(party)) {
        continue;
      }
      switch (change.kind()) {
        case BOUND -> {
          bound = true;
          inside = true;
        }
        case WITHDRAWN -> {
          bound = false;
          inside = false;
          suspended = false;
        }
        case SUSPENDED -> suspended |= change.towards().equals(towards);
        case RESUMED -> suspended &= !change.towards().equals(towards);
      }
    }
    return switch (kind) {
      case BOUND -> towards.isEmpty() && !bound;
      case WITHDRAWN -> towards.isEmpty() && inside;
      case SUSPENDED -> inside && !suspended && !towards.equals(Optional.of(party));
      case RESUMED -> suspended;
    };
  }
}
