package org.entente.agreement;

import java.util.Optional;
import java.util.Set;

/**
 * What goes with a permission.
 *
 * @param answerWithin how fast an answer is due, by urgency and access
 * @param approvalNeeded whether a second person has to release it
 * @param handling the handling codes it carries unless the provider sets stricter ones
 * @param reviewMonths months after which the need to keep it is reviewed for the first time
 * @param copyToContactPoint whether the own contact point gets a copy
 * @param use what the receiver may do with it
 * @param consent the reference of the recorded consent it rests on, if it rests on one
 */
public record Obligations(
    DeadlineRule answerWithin,
    boolean approvalNeeded,
    Set<HandlingCode> handling,
    int reviewMonths,
    boolean copyToContactPoint,
    UseRules use,
    Optional<String> consent) {

  /** Copies. */
  public Obligations {
    handling = Set.copyOf(handling);
  }
}
