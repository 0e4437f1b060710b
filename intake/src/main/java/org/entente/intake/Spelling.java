package org.entente.intake;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How likely a word is in each of many languages, by which letter follows which. Learned from what
 * ICU calls countries, languages, months and days in them.
 */
final class Spelling {
  static final List<String> LANGUAGES =
      List.of(
          "en", "sr", "sr-Latn", "mk", "sl", "az", "az-Cyrl", "tr", "ru", "uk", "be", "bg", "ro",
          "sq", "hu", "pl", "cs", "sk", "de", "fr", "it", "es", "pt", "nl", "sv", "da", "no", "fi",
          "is", "et", "lv", "lt", "el", "kk", "fa", "ar", "ur", "he", "zh", "zh-Hant", "ja", "ko",
          "ca");

  private static final char EDGE = ' ';

  /** A letter that a language never has beside the one before. */
  private static final double UNSEEN = 1e-6;

  private static final double SMOOTHING = 4;

  private static final Map<Integer, float[]> PAIRS = new HashMap<>();
  private static final Map<Integer, float[]> LETTERS = new HashMap<>();
  private static final float[] ALL = new float[LANGUAGES.size()];

  static {
    for (int i = 0; i < LANGUAGES.size(); i++) {
      learn(i, ULocale.forLanguageTag(LANGUAGES.get(i)));
    }
  }

  private Spelling() {}

  /** The logarithm of how likely a word is, for each of the languages. */
  static double[] of(String word) {
    double[] likely = new double[LANGUAGES.size()];
    String plain = lower(word);
    int before = EDGE;
    for (int at = 0; at <= plain.length(); at++) {
      int letter = at == plain.length() ? EDGE : plain.charAt(at);
      float[] pairs = PAIRS.get((before << 16) | letter);
      float[] firsts = LETTERS.get(before);
      float[] letters = LETTERS.get(letter);
      for (int i = 0; i < likely.length; i++) {
        double alone = letters == null ? UNSEEN : Math.max(UNSEEN, letters[i] / ALL[i]);
        double pair = pairs == null ? 0 : pairs[i];
        double first = firsts == null ? 0 : firsts[i];
        likely[i] += Math.log((pair + SMOOTHING * alone) / (first + SMOOTHING));
      }
      before = letter;
    }
    return likely;
  }

  private static void learn(int language, ULocale locale) {
    for (String code : Locale.getISOCountries()) {
      words(language, new ULocale("", code).getDisplayCountry(locale));
    }
    for (String code : Locale.getISOLanguages()) {
      words(language, new ULocale(code).getDisplayLanguage(locale));
    }
    DateFormatSymbols symbols = new DateFormatSymbols(locale);
    Arrays.stream(symbols.getMonths()).forEach(month -> words(language, month));
    Arrays.stream(symbols.getWeekdays()).forEach(day -> words(language, day));
  }

  private static void words(int language, String text) {
    for (String word : lower(text).split("[^\\p{L}\\p{M}]+", -1)) {
      int before = EDGE;
      for (int at = 0; !word.isEmpty() && at <= word.length(); at++) {
        int letter = at == word.length() ? EDGE : word.charAt(at);
        PAIRS
            .computeIfAbsent((before << 16) | letter, p -> new float[LANGUAGES.size()])[language]++;
        LETTERS.computeIfAbsent(letter, l -> new float[LANGUAGES.size()])[language]++;
        ALL[language]++;
        before = letter;
      }
    }
  }

  private static String lower(String text) {
    return text.replace('İ', 'i').toLowerCase(Locale.ROOT);
  }
}
