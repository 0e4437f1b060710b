package org.entente.check.question;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.check.oprf.NotAnElement;
import org.entente.check.oprf.Voprf;

/**
 * A blind question in the asker's hands; the same elements may be sent to several owners.
 *
 * <p><b>Guarantees.</b> Every subject takes the same number of elements: what it lacks is filled
 * with elements of random inputs. Blinds and inputs are forgotten on {@link #close}.
 *
 * <p><b>Does not guarantee</b> that two owners who compare notes cannot see that they were asked
 * the same: they hold the same elements. They cannot see what.
 *
 * <p>Safe for threads.
 */
public final class Question implements AutoCloseable {
  private static final int PADDING_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Voprf voprf;
  private final int perSubject;
  private final List<List<byte[]>> inputs;
  private final List<byte[]> blinded;

  /** Of the blinds, which are forgotten as soon as nothing is left to be blinded. */
  private final List<byte[]> inverses;

  private Question(Voprf voprf, int perSubject, List<List<byte[]>> inputs) {
    this.voprf = voprf;
    this.perSubject = perSubject;
    this.inputs = inputs.stream().map(List::copyOf).toList();
    List<byte[]> filled = new ArrayList<>(inputs.size() * perSubject);
    List<byte[]> blinds = new ArrayList<>(inputs.size() * perSubject);
    for (List<byte[]> subject : this.inputs) {
      for (int i = 0; i < perSubject; i++) {
        filled.add(i < subject.size() ? subject.get(i) : padding());
        blinds.add(voprf.blind());
      }
    }
    try {
      this.blinded = voprf.blinded(filled, blinds);
    } catch (NotAnElement impossible) {
      throw new IllegalStateException("An input hashes to the neutral element", impossible);
    }
    this.inverses = voprf.inverses(blinds);
    blinds.forEach(blind -> Arrays.fill(blind, (byte) 0));
  }

  /**
   * Blinds the tokens of some subjects.
   *
   * @param perSubject how many elements each subject takes
   * @throws IllegalArgumentException where a subject has none or more than that, there is none, or
   *     the elements would be more than {@link Elements#MOST}
   */
  public static Question about(List<List<byte[]>> subjects, int perSubject, Voprf voprf) {
    if (subjects.isEmpty() || subjects.size() > Elements.MOST / perSubject) {
      throw new IllegalArgumentException("a question is about one subject or some");
    }
    for (List<byte[]> tokens : subjects) {
      if (tokens.isEmpty() || tokens.size() > perSubject) {
        throw new IllegalArgumentException("a subject has 1 to " + perSubject + " tokens");
      }
    }
    return new Question(voprf, perSubject, subjects);
  }

  private static byte[] padding() {
    byte[] input = new byte[PADDING_BYTES];
    RANDOM.nextBytes(input);
    return input;
  }

  /** What goes to the owner. */
  public List<byte[]> blinded() {
    return blinded;
  }

  /** How many subjects it is about. */
  public int subjects() {
    return inputs.size();
  }

  /**
   * The outputs of each subject's tokens, in the order in which they were given.
   *
   * @param publicKey the owner's committed key for this asker and epoch
   * @return nothing where the answer is of another length, an element of it is none, or the proof
   *     does not hold: then nothing of it may be used
   */
  public Optional<List<List<byte[]>>> outputs(byte[] publicKey, Answer answer) {
    if (!voprf.proves(publicKey, blinded, answer.evaluated(), answer.proof())) {
      return Optional.empty();
    }
    List<byte[]> asked = new ArrayList<>();
    List<byte[]> undoing = new ArrayList<>();
    List<byte[]> evaluated = new ArrayList<>();
    for (int subject = 0; subject < inputs.size(); subject++) {
      for (int i = 0; i < inputs.get(subject).size(); i++) {
        int at = subject * perSubject + i;
        asked.add(inputs.get(subject).get(i));
        undoing.add(inverses.get(at));
        evaluated.add(answer.evaluated().get(at));
      }
    }
    try {
      return Optional.of(bySubject(voprf.unblinded(asked, undoing, evaluated)));
    } catch (NotAnElement hostile) {
      return Optional.empty();
    }
  }

  private List<List<byte[]>> bySubject(List<byte[]> outputs) {
    List<List<byte[]>> all = new ArrayList<>(inputs.size());
    int from = 0;
    for (List<byte[]> subject : inputs) {
      all.add(outputs.subList(from, from + subject.size()));
      from += subject.size();
    }
    return all;
  }

  @Override
  public void close() {
    inverses.forEach(inverse -> Arrays.fill(inverse, (byte) 0));
    inputs.forEach(subject -> subject.forEach(input -> Arrays.fill(input, (byte) 0)));
  }

  /** Never prints what is asked. */
  @Override
  public String toString() {
    return "Question[" + inputs.size() + "]";
  }
}
