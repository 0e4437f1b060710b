package org.entente.arms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One step of an item from hand to hand. Across a border hands are roles, never names.
 *
 * @param from role that gave it
 * @param to role that took it
 * @param at in UTC
 * @param photographs SHA-256 of each, in lower-case hexadecimal
 */
public record CustodyStep(
    String from,
    String to,
    Instant at,
    String place,
    Purpose purpose,
    Optional<String> seal,
    Optional<String> condition,
    List<String> photographs) {

  /** What an item is handed over for. */
  public enum Purpose implements Coded {
    STORAGE,
    EXAMINATION,
    TEST_FIRE,
    COURT,
    RETURN,
    DESTRUCTION,
    TRANSPORT
  }

  public CustodyStep {
    photographs = List.copyOf(photographs);
    Texts.within(Texts.LINE, from);
    Texts.within(Texts.LINE, to);
    Texts.within(Texts.PROSE, place);
    seal.ifPresent(text -> Texts.within(Texts.LINE, text));
    condition.ifPresent(text -> Texts.within(Texts.PROSE, text));
    Texts.entries(photographs.size());
  }

  /** The first step that does not take up where the one before it ended, from 1; or none. */
  public static Optional<Integer> firstBreak(List<CustodyStep> steps) {
    for (int i = 1; i < steps.size(); i++) {
      CustodyStep before = steps.get(i - 1);
      CustodyStep after = steps.get(i);
      if (!after.from().strip().equals(before.to().strip()) || after.at().isBefore(before.at())) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "CustodyStep[" + purpose + "]";
  }
}
