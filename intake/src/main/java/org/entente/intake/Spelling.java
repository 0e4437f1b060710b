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

  private static final int COUNT = LANGUAGES.size();

  /** Of each pair of letters that some language has, in each language, how likely it is there. */
  private static final Map<Integer, float[]> PAIRS = new HashMap<>();

  /** The same of a letter after one that it never follows. */
  private static final Map<Integer, float[]> LETTERS = new HashMap<>();

  /** What either is divided by, for the letter before. */
  private static final Map<Integer, float[]> BEFORE = new HashMap<>();

  private static final float[] STRANGE_LETTER = filled((float) Math.log(SMOOTHING * UNSEEN));
  private static final float[] STRANGE_BEFORE = filled((float) Math.log(SMOOTHING));

  static {
    Counted counted = new Counted();
    for (int i = 0; i < COUNT; i++) {
      counted.learn(i, ULocale.forLanguageTag(LANGUAGES.get(i)));
    }
    counted.keep();
  }

  private Spelling() {}

  /** The logarithm of how likely a word is, for each of the languages. */
  static double[] of(String word) {
    double[] likely = new double[COUNT];
    String plain = lower(word);
    int before = EDGE;
    for (int at = 0; at <= plain.length(); at++) {
      int letter = at == plain.length() ? EDGE : plain.charAt(at);
      float[] known = PAIRS.get(pair(before, letter));
      float[] pair = known != null ? known : LETTERS.getOrDefault(letter, STRANGE_LETTER);
      float[] divided = BEFORE.getOrDefault(before, STRANGE_BEFORE);
      for (int i = 0; i < COUNT; i++) {
        likely[i] += pair[i] - divided[i];
      }
      before = letter;
    }
    return likely;
  }

  private static int pair(int before, int letter) {
    return before << 16 | letter;
  }

  private static float[] filled(float value) {
    float[] all = new float[COUNT];
    Arrays.fill(all, value);
    return all;
  }

  private static String lower(String text) {
    return text.replace('İ', 'i').toLowerCase(Locale.ROOT);
  }

  /** How often each letter and pair stands in the words learned from. */
  private static final class Counted {
    private final Map<Integer, float[]> pairs = new HashMap<>();
    private final Map<Integer, float[]> letters = new HashMap<>();
    private final float[] all = new float[COUNT];

    void learn(int language, ULocale locale) {
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

    private void words(int language, String text) {
      for (String word : lower(text).split("[^\\p{L}\\p{M}]+", -1)) {
        int before = EDGE;
        for (int at = 0; !word.isEmpty() && at <= word.length(); at++) {
          int letter = at == word.length() ? EDGE : word.charAt(at);
          pairs.computeIfAbsent(pair(before, letter), _ -> new float[COUNT])[language]++;
          letters.computeIfAbsent(letter, _ -> new float[COUNT])[language]++;
          all[language]++;
          before = letter;
        }
      }
    }

    /** Takes every logarithm once, because a file of strange bytes asks for millions of them. */
    void keep() {
      letters.forEach((letter, counts) -> {
        float[] alone = new float[COUNT];
        float[] before = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
          alone[i] = (float) Math.log(SMOOTHING * alone(counts, i));
          before[i] = (float) Math.log(counts[i] + SMOOTHING);
        }
        LETTERS.put(letter, alone);
        BEFORE.put(letter, before);
      });
      pairs.forEach((pair, counts) -> {
        float[] letter = letters.getOrDefault(pair & 0xFFFF, all);
        float[] likely = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
          likely[i] = (float) Math.log(counts[i] + SMOOTHING * alone(letter, i));
        }
        PAIRS.put(pair, likely);
      });
    }

    private double alone(float[] counts, int language) {
      return Math.max(UNSEEN, counts[language] / all[language]);
    }
  }
}
