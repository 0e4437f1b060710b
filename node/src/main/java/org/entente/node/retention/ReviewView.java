package org.entente.node.retention;

import java.util.List;
import java.util.Optional;
import org.entente.node.casework.CaseSummary;

/**
 * A review as its work list and the case page show it.
 *
 * @param waiting a decision that waits for a second person
 * @param steps all decisions, newest first; empty in a list
 */
public record ReviewView(
    Review review, CaseSummary summary, Optional<ReviewStep> waiting, List<ReviewStep> steps) {
  public ReviewView {
    steps = List.copyOf(steps);
  }
}
