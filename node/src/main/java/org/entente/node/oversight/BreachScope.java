package org.entente.node.oversight;

import java.util.Locale;
import java.util.Optional;

/** What a breach touched, as the supervisor says it. */
public enum BreachScope {
  /** Everything on this node. */
  NODE,
  /** Named cases. */
  CASES,
  /** The national index. */
  RECORDS,
  /** What was exchanged with one partner. */
  PARTNER,
  /** What one officer's account did. */
  OFFICER;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope with this code, if there is one. */
  public static Optional<BreachScope> ofCode(String code) {
    for (BreachScope scope : values()) {
      if (scope.code().equals(code)) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }
}
