package org.entente.subject.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One name that is weighed against many: what its words are to a word that was met before is
 * remembered, for the same words come again and again among the candidates.
 *
 * <p>The figures are those of {@link NameMatcher#weigh}. For one thread.
 */
public final class Question {
  /** Words remembered at most; a question has some hundred candidates of a few words each. */
  private static final int MOST_REMEMBERED = 4096;

  private final NameMatcher matcher;
  private final WordPairs words;
  private final PreparedName asked;
  private final List<PreparedWord> own = new ArrayList<>();
  private final Map<Writing, Map<String, float[]>> remembered = new EnumMap<>(Writing.class);
  private int size;

  Question(NameMatcher matcher, WordPairs words, PreparedName asked) {
    this.matcher = matcher;
    this.words = words;
    this.asked = asked;
    own.addAll(asked.words());
    asked.joined().forEach(some -> own.add(some.word()));
  }

  /** How alike the name asked and another are. */
  public Likeness weigh(PreparedName held) {
    return matcher.weigh(Meeting.of(this::likeness, asked, held));
  }

  private float likeness(PreparedWord a, PreparedWord b, float least) {
    int place = place(a);
    if (place < 0) {
      return likeness(b, a, least);
    }
    if (b.joined()) {
      return words.likeness(a, b, least);
    }
    float[] known = known(b);
    if (Float.isNaN(known[place])) {
      known[place] = words.likeness(a, b, Meeting.MEETS);
    }
    return known[place];
  }

  private int place(PreparedWord word) {
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i) == word) {
        return i;
      }
    }
    return -1;
  }

  private float[] known(PreparedWord word) {
    Map<String, float[]> of = remembered.computeIfAbsent(word.writing(), k -> new HashMap<>());
    // Han letters that are simplified alike may be read differently.
    String key = word.writing() == Writing.HAN ? word.written() : word.letters();
    float[] known = of.get(key);
    if (known == null) {
      known = new float[own.size()];
      Arrays.fill(known, Float.NaN);
      if (size < MOST_REMEMBERED) {
        of.put(key, known);
        size++;
      }
    }
    return known;
  }
}
