package org.entente.check.tokens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tokens that wait to be chosen, the lightest first. What each thing weighs was set once on
 * development data; recall hardly depends on it.
 */
final class Weighed {
  /** A less likely way to say a word. */
  static final int SOUND = 10;

  /** Neighbours taken together. */
  static final int JOINED = 12;

  /** A pair of parts less telling than the one before. */
  static final int PAIR = 1;

  static final int STRONG = 2;
  static final int YEAR = 3;
  static final int OTHER_YEAR = 3;
  static final int DAY = 4;

  /** Another name than the first. */
  static final int NAME = 4;

  /** Another date of birth than the first. */
  static final int DATE = 5;

  private record Waiting(int weight, Token token) {}

  private static final Comparator<Waiting> LIGHTEST_FIRST =
      Comparator.comparingInt(Waiting::weight)
          .thenComparing(waiting -> waiting.token().family())
          .thenComparing(waiting -> waiting.token().text());

  private final List<Waiting> waiting = new ArrayList<>();

  void add(int weight, Family family, String text) {
    waiting.add(new Waiting(weight, new Token(family, text)));
  }

  List<Token> inOrder(int most) {
    waiting.sort(LIGHTEST_FIRST);
    Set<Token> chosen = new LinkedHashSet<>();
    for (Waiting next : waiting) {
      if (chosen.size() == most) {
        break;
      }
      chosen.add(next.token());
    }
    return List.copyOf(chosen);
  }
}
