package org.entente.subject.names;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Han letters by their Mandarin syllables, one sign a syllable. Foreign names are spelt by sound,
 * and which of several letters of one sound is taken differs from place to place: what was learned
 * of one of them holds for all.
 */
final class Mandarin {
  private static final Transliterator PINYIN =
      Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");

  private static final List<String> BEGINNINGS =
      sorted("b p m f d t n l g k h j q x zh ch sh r z c s y w");

  private static final List<String> ENDS =
      sorted(
          "a ai an ang ao e ei en eng er o ong ou i ia ian iang iao ie in ing iong iu u ua uai uan"
              + " uang ue ui un uo m n ng");

  /** Signs of Unicode's private use area; they leave this library nowhere. */
  private static final char FIRST = 0xE000;

  private Mandarin() {}

  private static List<String> sorted(String parts) {
    List<String> out = new ArrayList<>(List.of(parts.split(" ", -1)));
    out.sort(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));
    return List.copyOf(out);
  }

  /** The syllables of a word; empty if one of its letters has none. */
  static String syllables(String written) {
    StringBuilder out = new StringBuilder();
    for (int letter : written.codePoints().toArray()) {
      String syllable = PINYIN.transliterate(Character.toString(letter)).strip();
      int sign = sign(syllable);
      if (sign < 0) {
        return "";
      }
      out.append((char) (FIRST + sign));
    }
    return out.toString();
  }

  private static int sign(String syllable) {
    int begin = 0;
    String end = syllable;
    for (int b = 0; b < BEGINNINGS.size(); b++) {
      String beginning = BEGINNINGS.get(b);
      if (syllable.startsWith(beginning) && syllable.length() > beginning.length()) {
        begin = b + 1;
        end = syllable.substring(beginning.length());
        break;
      }
    }
    int at = ENDS.indexOf(end);
    return at < 0 ? -1 : begin * ENDS.size() + at;
  }
}
