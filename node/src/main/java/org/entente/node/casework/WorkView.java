package org.entente.node.casework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A view of the work list. */
public enum WorkView {
  /** Nobody holds it, and it is this authority's turn. */
  NEW,
  /** The officer holds it, or a colleague whose deputy the officer is. */
  MINE,
  /** The answer is overdue or due before the officer's day ends. */
  DUE,
  /** It is the partner's turn. */
  PARTNER,
  /** It waits for an authority of the own state, or a judge. */
  AUTHORITY,
  /** It waits for a second person. */
  RELEASE,
  OPEN,
  CLOSED;

  /** The stable code, in addresses and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The view with this code. */
  public static Optional<WorkView> ofCode(String code) {
    return Arrays.stream(values()).filter(view -> view.code().equals(code)).findFirst();
  }
}
