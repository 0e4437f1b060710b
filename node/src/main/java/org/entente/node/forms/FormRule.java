package org.entente.node.forms;

import java.util.Set;
import org.entente.agreement.DataSubjectCategory;

/** What has to be said in a form because of what else is said in it; of fields outside groups. */
public sealed interface FormRule {
  /** The field that is wanted, or that decides. */
  String field();

  /**
   * A field is wanted unless another one has an answer.
   *
   * @param key of the sentence that says why
   */
  record Unless(String field, String other, String answer, String key) implements FormRule {}

  /**
   * A field is wanted unless another one has one of these answers, or none yet.
   *
   * @param key of the sentence that says why
   */
  record UnlessOneOf(String field, String other, Set<String> answers, String key)
      implements FormRule {
    public UnlessOneOf {
      answers = Set.copyOf(answers);
    }
  }

  /** A field is wanted as soon as another one is filled in. */
  record With(String field, String other) implements FormRule {}

  /**
   * Where the answer to a field is yes, the message names no person of a category, neither in the
   * form nor among the persons it tells of.
   */
  record Unnamed(String field, DataSubjectCategory whom) implements FormRule {}
}
