package org.entente.node.checks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.officers.OfficerId;
import org.entente.subject.Subject;

/**
 * A check as an officer reads it.
 *
 * @param about who is meant and why; empty once its time was over
 * @param answers by partner
 */
public record CheckView(
    CheckId id, OfficerId by, Instant at, Optional<About> about, List<PartnerAnswer> answers) {
  public CheckView {
    answers = List.copyOf(answers);
  }

  /** Who is meant, and why. */
  public record About(Subject subject, Justification why) {
    @Override
    public String toString() {
      return "About[…]";
    }
  }

  public long count(AnswerState state) {
    return answers.stream().filter(answer -> answer.state() == state).count();
  }

  /** Whether an answer is still on its way. */
  public boolean waiting() {
    return count(AnswerState.ASKING) > 0;
  }

  @Override
  public String toString() {
    return "CheckView[" + id + "]";
  }
}
