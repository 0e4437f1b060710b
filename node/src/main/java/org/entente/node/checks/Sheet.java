package org.entente.node.checks;

import java.util.List;
import java.util.UUID;
import org.entente.agreement.Act;
import org.entente.check.question.Question;
import org.entente.check.tokens.Token;

/**
 * What goes to one partner at once: blinded tokens of some subjects, and what is said with them.
 *
 * @param wire identifies it before this partner
 * @param tokens of each subject, in the order in which they were blinded
 * @param act the check, as decided on
 * @param agreement hash of the agreement that permits it
 * @param officer pseudonym before this partner
 * @param justification hash of what is kept here
 * @param list whether it is part of a list
 */
record Sheet(
    UUID wire,
    Question question,
    List<List<Token>> tokens,
    Act act,
    String agreement,
    String officer,
    String justification,
    boolean list) {
  Sheet {
    tokens = List.copyOf(tokens);
  }

  @Override
  public String toString() {
    return "Sheet[" + wire + "]";
  }
}
