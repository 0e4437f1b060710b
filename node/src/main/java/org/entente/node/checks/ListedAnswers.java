package org.entente.node.checks;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a list with what came of it.
 *
 * @param line where it stands in the file, from 1
 * @param cells as written
 * @param fault why it could not be asked, a stable code; empty when it was
 * @param check the question about it; empty where there is none
 */
public record ListedAnswers(
    long line,
    Map<String, List<String>> cells,
    String fault,
    Optional<CheckId> check,
    List<PartnerAnswer> answers) {
  public ListedAnswers {
    answers = List.copyOf(answers);
  }

  @Override
  public String toString() {
    return "ListedAnswers[" + line + "]";
  }
}
