package org.entente.subject.names;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
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

  /** The words asked, by themselves and joined, each with its place in what is remembered. */
  private final IdentityHashMap<PreparedWord, Integer> places = new IdentityHashMap<>();

  private final Map<Writing, Map<String, float[]>> remembered = new EnumMap<>(Writing.class);
  private int size;

  Question(NameMatcher matcher, WordPairs words, PreparedName asked) {
    this.matcher = matcher;
    this.words = words;
    this.asked = asked;
    asked.words().forEach(word -> places.put(word, places.size()));
    asked.joined().forEach(some -> places.put(some.word(), places.size()));
  }

  /** How alike the name asked and another are. */
  public Likeness weigh(PreparedName held) {
    return matcher.weigh(Meeting.of(this::likeness, asked, held));
  }

  private float likeness(PreparedWord a, PreparedWord b, float least) {
    Integer place = places.get(a);
    if (place != null) {
      return likeness(a, place, b, least);
    }
    Integer turned = places.get(b);
    return turned != null ? likeness(b, turned, a, least) : words.likeness(a, b, least);
  }

  private float likeness(PreparedWord own, int place, PreparedWord other, float least) {
    if (other.joined()) {
      return words.likeness(own, other, least);
    }
    float[] known = known(other);
    if (Float.isNaN(known[place])) {
      known[place] = words.likeness(own, other, Meeting.UNLIKE);
    }
    return known[place];
  }

  private float[] known(PreparedWord word) {
    Map<String, float[]> of = remembered.computeIfAbsent(word.writing(), k -> new HashMap<>());
    // Han letters that are simplified alike may be read differently, and a guess is less than a
    // word.
    boolean asWritten = word.writing() == Writing.HAN || word.guessed();
    String key = asWritten ? word.written() : word.letters();
    float[] known = of.get(key);
    if (known == null) {
      known = new float[places.size()];
      Arrays.fill(known, Float.NaN);
      if (size < MOST_REMEMBERED) {
        of.put(key, known);
        size++;
      }
    }
    return known;
  }
}
