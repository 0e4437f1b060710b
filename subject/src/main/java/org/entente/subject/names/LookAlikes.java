package org.entente.subject.names;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Letters of one script that look like those of another: а for a, ο for o, 0 for O. A word in which
 * they are mixed is one word of the script that its other letters show.
 */
final class LookAlikes {
  /** What looks alike stands in one column; a dot where a script has nothing. */
  private static final Map<Writing, String> ALIKE =
      new EnumMap<>(
          Map.of(
              Writing.LATIN, "ABCEHIJKMNOPSTXYZQWDƏaceopxyijskvwhqdəuëïäöçl",
              Writing.CYRILLIC, "АВСЕНІЈКМ.ОРЅТХУ.ԚԜԀӘасеорхуіјѕкѵԝһԛԁә.ёїӓӧҫӏ",
              Writing.GREEK, "ΑΒ.ΕΗΙ.ΚΜΝΟΡ.ΤΧΥΖ....α..ορχγι..κνω....υ.ϊ...."));

  /** Signs that stand for letters in names that were typed or read by a machine. */
  private static final Map<Writing, String> DIGITS =
      new EnumMap<>(
          Map.of(Writing.LATIN, "0o5s8b", Writing.CYRILLIC, "0о3з1і", Writing.GREEK, "0ο1ι"));

  private static final String VOWELS = "aeiouyəıöüAEIOUYƏİÖÜ";

  private static final Transliterator BY_SOUND =
      Transliterator.getInstance("Cyrillic-Latin; Greek-Latin; NFC");

  /** So many letters of one script side by side are a word of their own. */
  private static final int WORD = 3;

  private LookAlikes() {}

  /** The word in letters of one script; unchanged where several words were written together. */
  static String asOneScript(String word) {
    Map<Writing, Integer> letters = new EnumMap<>(Writing.class);
    boolean digits = false;
    int known = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      digits |= c >= '0' && c <= '9';
      if (Character.isLetter(c)) {
        Writing writing = Writing.of(c);
        if (!ALIKE.containsKey(writing)) {
          return word;
        }
        letters.merge(writing, 1, Integer::sum);
        known++;
      }
    }
    String one = letters.size() > 1 ? oneScript(word, letters) : word;
    return digits && known >= 2 && 2 * known >= one.length() + 1 ? withoutDigits(one) : one;
  }

  private static String oneScript(String word, Map<Writing, Integer> letters) {
    List<Writing> mostFirst = new ArrayList<>(letters.keySet());
    mostFirst.sort(Comparator.comparingInt((Writing w) -> -letters.getOrDefault(w, 0)));
    for (Writing script : mostFirst) {
      String folded = folded(word, script);
      if (!folded.isEmpty()) {
        return folded;
      }
    }
    return everyPartIsAWord(word) ? word : BY_SOUND.transliterate(word);
  }

  /** Empty where a letter of another script looks like none of this one. */
  private static String folded(String word, Writing script) {
    String own = ALIKE.getOrDefault(script, "");
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isLetter(c) && Writing.of(c) != script) {
        int at = ALIKE.getOrDefault(Writing.of(c), "").indexOf(c);
        if (at < 0 || own.charAt(at) == '.') {
          return "";
        }
        c = own.charAt(at);
      }
      out.append(c);
    }
    return out.toString();
  }

  /** Whether words of two scripts were only written without a space between them. */
  private static boolean everyPartIsAWord(String word) {
    int from = 0;
    for (int i = 1; i <= word.length(); i++) {
      if (i == word.length() || Writing.of(word.charAt(i)) != Writing.of(word.charAt(from))) {
        if (i - from < WORD) {
          return false;
        }
        from = i;
      }
    }
    return true;
  }

  /** Digits beside letters stand for letters, if each can. */
  private static String withoutDigits(String word) {
    int first = 0;
    while (!Character.isLetter(word.charAt(first))) {
      first++;
    }
    Writing script = Writing.of(word.charAt(first));
    String pairs = DIGITS.getOrDefault(script, "");
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= '0' && c <= '9') {
        int at = pairs.indexOf(c);
        if (at >= 0) {
          c = pairs.charAt(at + 1);
        } else if (c == '1' && script == Writing.LATIN) {
          c = one(word, i);
        } else {
          return word;
        }
      }
      out.append(c);
    }
    return out.toString();
  }

  /** A one is an I among consonants and an l among vowels. */
  private static char one(String word, int at) {
    boolean before = at == 0 || VOWELS.indexOf(word.charAt(at - 1)) >= 0;
    boolean after = at + 1 == word.length() || VOWELS.indexOf(word.charAt(at + 1)) >= 0;
    return before && after ? 'l' : 'i';
  }
}
