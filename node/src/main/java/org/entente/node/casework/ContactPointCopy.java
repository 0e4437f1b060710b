package org.entente.node.casework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of the copy for the contact points concerned, where a designated authority asks,
 * answers or is answered directly: given at the same time, or left out on one of three grounds
 * (Directive (EU) 2023/977 Art. 4(1) and (2), 5(3), 7(3) and (4), 8).
 */
public enum ContactPointCopy {
  /** The contact points concerned get a copy at the same time. */
  GIVEN,
  /** It would endanger an ongoing, highly sensitive investigation, Art. 4(2)(a). */
  SENSITIVE_INVESTIGATION,
  /** A terrorism case that is no emergency and no crisis, Art. 4(2)(b). */
  TERRORISM,
  /** It would endanger the safety of a person, Art. 4(2)(c). */
  SAFETY;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The statement with this code, if there is one. */
  public static Optional<ContactPointCopy> ofCode(String code) {
    return Arrays.stream(values()).filter(copy -> copy.code().equals(code)).findFirst();
  }

  /**
   * What an entry of the ledger says of the copy, so that it can be counted without the content.
   */
  static void note(Map<String, String> references, Content content) {
    content.copied().ifPresent(copy -> references.put("copy", copy.code()));
  }
}
