package org.entente.check.question;

import java.util.List;
import org.entente.check.oprf.NotAnElement;
import org.entente.check.oprf.Proof;
import org.entente.check.oprf.SecretKey;
import org.entente.check.oprf.Voprf;

/** The owner's evaluations in the order of the question, with the proof that one key made them. */
public record Answer(List<byte[]> evaluated, Proof proof) {
  public Answer {
    evaluated = List.copyOf(evaluated);
  }

  /**
   * Answers a question. Takes the same steps whatever is asked; learns nothing of it.
   *
   * @throws NotAnElement where one of the elements is none of the group or its neutral element
   */
  public static Answer to(List<byte[]> blinded, SecretKey key, Voprf voprf) throws NotAnElement {
    List<byte[]> evaluated = voprf.evaluated(key, blinded);
    return new Answer(evaluated, voprf.proof(key, blinded, evaluated));
  }
}
