package org.entente.subject.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms by which an index finds names: each word's consonants, by its likeliest Latin
 * spellings, fine and coarse, the coarse ones with one left out, and the first letters.
 */
final class NameTerms {
  private static final int SPELLINGS_KEPT = 3;
  private static final int SPELLINGS_ASKED = 5;

  /** Of a word as it is read elsewhere so many spellings. */
  private static final int READINGS = 2;

  /** A spelling by rule counts as the second likeliest; in Han letters it is the likeliest. */
  private static final int BY_RULE = 2;

  private static final float NICKNAME = 0.7f;
  private static final float SLIP = 0.25f;

  /** The beginning that a word shares with what was cut from it. */
  private static final float BEGINNING = 0.15f;

  /** From so many consonants on one may be left out. */
  private static final int SHORTEST_WITH_SLIP = 3;

  private NameTerms() {}

  static List<String> kept(PreparedName name, List<Words.Together> together) {
    Set<String> out = new LinkedHashSet<>();
    for (PreparedWord word : name.telling()) {
      terms(word, SPELLINGS_KEPT, (term, weight) -> out.add(term));
    }
    together(together, (term, weight) -> out.add(term));
    return List.copyOf(out);
  }

  static List<Term> asked(PreparedName name, List<Words.Together> together) {
    Map<String, Float> out = new LinkedHashMap<>();
    for (List<Term> word : askedByWord(name, together)) {
      for (Term term : word) {
        out.merge(term.text(), term.weight(), Math::max);
      }
    }
    return sorted(out);
  }

  /** For each word of the name its terms, then those of neighbours written as one. */
  static List<List<Term>> askedByWord(PreparedName name, List<Words.Together> together) {
    List<List<Term>> words = new ArrayList<>();
    for (PreparedWord word : name.telling()) {
      Map<String, Float> out = new LinkedHashMap<>();
      terms(word, SPELLINGS_ASKED, (term, weight) -> out.merge(term, weight, Math::max));
      for (String other : word.nicknames()) {
        out.merge("f:" + fine(other), NICKNAME, Math::max);
      }
      words.add(sorted(out));
    }
    Map<String, Float> joined = new LinkedHashMap<>();
    together(together, (term, weight) -> joined.merge(term, weight, Math::max));
    words.add(sorted(joined));
    return words;
  }

  private static List<Term> sorted(Map<String, Float> weights) {
    List<Term> terms = new ArrayList<>();
    weights.forEach((term, weight) -> terms.add(new Term(term, weight)));
    terms.sort(Comparator.comparingDouble(Term::weight).reversed());
    return terms;
  }

  /** Words that others write as one: Chang Hee, Abd al Rahman. */
  private static void together(List<Words.Together> together, Each each) {
    for (Words.Together one : together) {
      for (String spelling : one.spellings()) {
        each.accept("f:" + fine(spelling), 0.6f);
        for (String coarse : readings(spelling)) {
          each.accept("c:" + coarse, 0.3f);
          if (one.whole()) {
            slips(coarse, each);
          }
        }
      }
    }
  }

  interface Each {
    void accept(String term, float weight);
  }

  private static void terms(PreparedWord word, int most, Each each) {
    spelt(word, most, each);
    for (LatinForm form : word.forms()) {
      if (!word.spellings().contains(form.letters())) {
        spelling(form.letters(), BY_RULE, each);
        readings(form.letters()).forEach(coarse -> slips(coarse, each));
      }
    }
    for (PreparedWord reading : word.readings()) {
      spelt(reading, Math.min(most, READINGS), each);
    }
    if (word.writing() != Writing.LATIN && !word.guessed()) {
      spelling(Letters.byRule(word.written()), word.writing() == Writing.HAN ? 1 : BY_RULE, each);
    }
  }

  private static void spelt(PreparedWord word, int most, Each each) {
    int rank = 0;
    for (String spelling : word.spellings()) {
      if (rank++ >= most) {
        break;
      }
      spelling(spelling, rank, each);
    }
  }

  /** The terms of one spelling, the likeliest having rank 1. */
  private static void spelling(String spelling, int rank, Each each) {
    float weight = 1f / rank;
    if (rank <= CutWords.SPELLINGS && spelling.length() >= CutWords.SHORTEST) {
      each.accept("b:" + spelling.substring(0, CutWords.SHORTEST), BEGINNING);
    }
    each.accept("f:" + fine(spelling), 0.6f + 0.4f * weight);
    for (String coarse : readings(spelling)) {
      each.accept("c:" + coarse, 0.3f + 0.3f * weight);
      if (rank == 1) {
        slips(coarse, each);
      }
    }
  }

  /** The consonants, and the same with one left out. */
  private static void slips(String coarse, Each each) {
    each.accept("d:" + coarse, SLIP);
    if (coarse.length() >= SHORTEST_WITH_SLIP) {
      for (int i = 0; i < coarse.length(); i++) {
        each.accept("d:" + coarse.substring(0, i) + coarse.substring(i + 1), SLIP);
      }
    }
  }

  /** The coarse form, and those that follow when it is read the other way. */
  private static Set<String> readings(String latin) {
    Set<String> out = new LinkedHashSet<>();
    out.add(coarse(latin));
    for (String other : readOtherwise(latin)) {
      out.add(coarse(other));
    }
    return out;
  }

  /** The same word spelt as it sounds where ch, j and soft g and c are read the other way. */
  static List<String> readOtherwise(String latin) {
    List<String> out = new ArrayList<>();
    if (latin.contains("ch")) {
      out.add(latin.replace("ch", "k"));
    }
    if (latin.indexOf('j') >= 0) {
      out.add(latin.replace('j', 'y'));
    }
    if (latin.contains("ge") || latin.contains("gi")) {
      out.add(latin.replace("ge", "se").replace("gi", "si"));
    }
    if (latin.endsWith("c")) {
      out.add(latin + "h");
    }
    return out;
  }

  /** Consonants as spelt, doubled ones once, first vowel kept. */
  static String fine(String latin) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < latin.length(); i++) {
      char c = latin.charAt(i);
      if ("aeiouy".indexOf(c) >= 0) {
        if (i == 0 || latin.length() <= 3) {
          out.append(latin.length() <= 3 ? c : 'a');
        }
      } else if (out.isEmpty() || out.charAt(out.length() - 1) != c) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Consonants by the sound they may share across languages. */
  static String coarse(String latin) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < latin.length(); i++) {
      char c = latin.charAt(i);
      char next = i + 1 < latin.length() ? latin.charAt(i + 1) : ' ';
      char to = sound(c, next);
      if (to != 0 && (out.isEmpty() || out.charAt(out.length() - 1) != to)) {
        out.append(to);
      }
    }
    if (out.isEmpty()) {
      out.append('-').append(latin, 0, Math.min(2, latin.length()));
    }
    return out.toString();
  }

  /** The class of a consonant before the next letter; 0 for what is none. */
  static char sound(char c, char next) {
    return switch (c) {
      case 'b', 'p' -> next == 'h' ? 'f' : 'p';
      case 'f', 'v', 'w' -> 'f';
      case 'd', 't' -> 't';
      case 'g', 'k', 'q' -> 'k';
      case 'c' -> next == 'h' || next == 'e' || next == 'i' || next == 'z' ? 's' : 'k';
      case 'x', 's', 'z', 'j' -> 's';
      case 'l', 'm', 'n', 'r' -> c;
      default -> c >= '0' && c <= '9' ? c : 0;
    };
  }

  /** A bit for each kind of consonant in the word. */
  static int sounds(String latin) {
    String coarse = coarse(latin);
    int bits = 0;
    for (int i = 0; i < coarse.length(); i++) {
      int kind = "pftkslmnr".indexOf(coarse.charAt(i));
      bits |= kind < 0 ? 0 : 1 << kind;
    }
    return bits;
  }
}
