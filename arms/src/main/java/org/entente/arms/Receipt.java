package org.entente.arms;

import java.time.LocalDate;
import java.util.Optional;

/** What the receiving state says of a delivery, and what a later check on the spot found. */
public record Receipt(
    Result result,
    Optional<LocalDate> on,
    Optional<String> document,
    Optional<String> postShipmentCheck) {

  /** What arrived. */
  public enum Result implements Coded {
    IN_FULL,
    IN_PART,
    NOT_RECEIVED,
    UNKNOWN
  }

  public Receipt {
    document.ifPresent(text -> Texts.within(Texts.LINE, text));
    postShipmentCheck.ifPresent(text -> Texts.within(Texts.PROSE, text));
  }

  @Override
  public String toString() {
    return "Receipt[" + result + "]";
  }
}
