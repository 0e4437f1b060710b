package org.entente.node.web.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.casework.MessageView;
import org.entente.node.web.frame.Reader;

/**
 * The last step of a request: what the partner's officers will read.
 *
 * @param theirs a reader who reads the language of the request
 * @param may what would be decided were it sent now
 * @param releasers who can release it; empty where nobody can
 * @param missing what each step still lacks
 * @param said why it was not sent; empty before it was tried
 */
public record RequestCheck(
    MessageView draft,
    Reader theirs,
    Optional<Foreseen> may,
    String releasers,
    Map<RequestStep, List<String>> missing,
    String said) {
  public RequestCheck {
    missing = Map.copyOf(missing);
  }

  /** Whether nothing is missing any more. */
  public boolean whole() {
    return missing.isEmpty();
  }

  /** The address of a step. */
  public String at(RequestStep step) {
    return "/requests/" + draft.id() + "/" + step.code();
  }

  /** Where a field that is missing is filled in. */
  public String field(RequestStep step, String field) {
    return at(step) + "?missing#" + field;
  }

  /** How much a step still lacks. */
  public int lacks(RequestStep step) {
    return missing.getOrDefault(step, List.of()).size();
  }

  @Override
  public String toString() {
    return "RequestCheck[" + draft.id() + "]";
  }
}
