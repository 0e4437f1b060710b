package org.entente.check.tokens;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.subject.Person;
import org.entente.subject.Subject;

/**
 * Turns a subject into its exact tokens.
 *
 * <p><b>Guarantees.</b> At most {@link #PER_SUBJECT}, none twice, the most telling first; the same
 * subject gives the same tokens. The case of letters changes nothing, nor does the order of a
 * name's words, except what longer names' neighbours make together. Nothing a subject holds makes
 * it throw: what says nothing gives no token.
 *
 * <p><b>Does not guarantee</b> that who shares a token is the same. A person without a date of
 * birth and without numbers gives no token, nor do short names (Li Na) with no more than a year:
 * they do not tell persons apart.
 *
 * <p>Safe for use by many threads.
 */
public final class SubjectTokens {
  /** Each costs its owner one evaluation and room in what is handed over. */
  public static final int PER_SUBJECT = 24;

  /** A person's numbers leave so much room for the name. */
  private static final int KEPT_FREE_FOR_NAMES = PER_SUBJECT / 2;

  private SubjectTokens() {}

  /** What an owner's record yields. */
  public static List<Token> kept(Subject subject) {
    return tokens(subject, Side.KEPT);
  }

  /** What is asked about a subject: more spellings than are kept, and neighbouring years. */
  public static List<Token> asked(Subject subject) {
    return tokens(subject, Side.ASKED);
  }

  private static List<Token> tokens(Subject subject, Side side) {
    List<Token> numbers = NumberTokens.of(subject, side);
    if (!(subject instanceof Person person)) {
      return first(numbers, PER_SUBJECT);
    }
    List<Token> names = PersonTokens.of(person, side);
    int taken = Math.min(names.size(), KEPT_FREE_FOR_NAMES);
    Set<Token> all = new LinkedHashSet<>(first(numbers, PER_SUBJECT - taken));
    all.addAll(names);
    return first(List.copyOf(all), PER_SUBJECT);
  }

  private static List<Token> first(List<Token> tokens, int most) {
    return List.copyOf(new ArrayList<>(tokens).subList(0, Math.min(most, tokens.size())));
  }
}
