package org.entente.subject.names;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a written name into words of one writing each and brings every letter into the form in which
 * it was learned: small, without the marks that readers leave out, Arabic and Persian forms of one
 * letter as one. Letters that tell sounds apart (č, ə, ş, ё) stay letters of their own.
 */
final class Letters {
  private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();
  private static final Normalizer2 APART = Normalizer2.getNFDInstance();
  private static final Transliterator TO_LATIN =
      Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower");
  private static final Transliterator TO_KATAKANA = Transliterator.getInstance("Hiragana-Katakana");
  private static final Transliterator TO_SIMPLIFIED = Transliterator.getInstance("Hant-Hans");

  /** Latin letters whose base letter is not found by taking the marks away. */
  private static final Map<Integer, String> BASES =
      Map.ofEntries(
          Map.entry((int) 'ə', "e"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ŋ', "ng"),
          Map.entry((int) 'ŧ', "t"),
          Map.entry((int) 'ĸ', "k"),
          Map.entry((int) 'ɛ', "e"),
          Map.entry((int) 'ɔ', "o"),
          Map.entry((int) 'ƙ', "k"),
          Map.entry((int) 'ɓ', "b"),
          Map.entry((int) 'ɗ', "d"));

  private Letters() {}

  /** A word of one writing. */
  record Word(String written, Writing writing, String letters) {}

  static List<Word> words(String written) {
    String text = COMPATIBLE.normalize(written);
    List<Word> words = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isMark(c)) {
        if (!run.isEmpty()) {
          run.appendCodePoint(c);
        }
      } else if (Character.isLetterOrDigit(c) || isLongMark(c)) {
        run.appendCodePoint(c);
      } else if (!isSilent(c)) {
        close(words, run);
      }
    }
    close(words, run);
    return words;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** Letters without anything between them: one word, or one of each writing. */
  private static void close(List<Word> words, StringBuilder run) {
    String as = run.toString();
    run.setLength(0);
    String one = LookAlikes.asOneScript(as);
    int from = 0;
    Writing writing = null;
    for (int i = 0; i < one.length(); ) {
      int c = one.codePointAt(i);
      Writing its =
          Character.isDigit(c) || isLongMark(c)
              ? (writing == null ? Writing.LATIN : writing)
              : isMark(c) && writing != null ? writing : Writing.of(c);
      if (writing != null && its != writing) {
        add(words, one.substring(from, i), one.substring(from, i), writing);
        from = i;
      }
      writing = its;
      i += Character.charCount(c);
    }
    if (writing != null) {
      add(words, from == 0 ? as : one.substring(from), one.substring(from), writing);
    }
  }

  private static void add(List<Word> words, String written, String as, Writing writing) {
    String letters = normal(as, writing);
    if (!letters.isEmpty()) {
      words.add(new Word(written, writing, letters));
    }
  }

  /** Apostrophes and joiners stand inside words and say little; they do not cut a word in two. */
  private static boolean isSilent(int c) {
    return switch (c) {
      case '\'',
          '’',
          '‘',
          '`',
          '´',
          'ʼ',
          'ʿ',
          'ʾ',
          'ʻ',
          'ʹ',
          'ʺ',
          0x5F3,
          0x5F4,
          '"',
          0x640,
          0x200B,
          0x200C,
          0x200D,
          0x200E,
          0x200F,
          0x202A,
          0x202B,
          0x202C,
          0xFEFF,
          0xAD ->
          true;
      default -> false;
    };
  }

  private static boolean isLongMark(int c) {
    return c == 'ー';
  }

  static String normal(String word, Writing writing) {
    return switch (writing) {
      case LATIN -> latin(word);
      case CYRILLIC -> cyrillic(word);
      case ARABIC -> arabic(word);
      case HEBREW -> withoutMarks(word);
      case GREEK -> withoutMarks(lower(word)).replace('ς', 'σ');
      case ARMENIAN -> withoutMarks(lower(word)).replace("և", "եւ");
      case HANGUL -> APART.normalize(word);
      case KANA -> TO_KATAKANA.transliterate(word);
      case HAN -> TO_SIMPLIFIED.transliterate(word);
      case MANDARIN -> word;
      case TAMIL, SOUNDS -> sounds(lower(word));
    };
  }

  /**
   * Sinhala has no rule in ICU; its letters are tabled here (Unicode block 0D80, ISO 15919 values).
   */
  private static final Map<Integer, String> SINHALA = sinhala();

  private static Map<Integer, String> sinhala() {
    Map<Integer, String> table = new HashMap<>();
    String[] independent = {
      "a", "a", "e", "e", "i", "i", "u", "u", "ri", "ri", "li", "li", "e", "e", "ai", "o", "o", "au"
    };
    for (int i = 0; i < independent.length; i++) {
      table.put(0x0D85 + i, independent[i]);
    }
    String[] consonants = {
      "k", "kh", "g", "gh", "ng", "ng", "ch", "ch", "j", "j", "ny", "gn", "nj", "t", "t", "d", "d",
      "n", "nd", "th", "th", "d", "dh", "n", "", "nd", "p", "ph", "b", "bh", "m", "mb", "y", "r",
      "", "l", "", "", "v", "sh", "sh", "s", "h", "l", "f"
    };
    for (int i = 0; i < consonants.length; i++) {
      table.put(0x0D9A + i, consonants[i]);
    }
    String[] signs = {
      "a", "e", "e", "i", "i", "u", "", "u", "", "ru", "e", "e", "ai", "o", "o", "au"
    };
    for (int i = 0; i < signs.length; i++) {
      table.put(0x0DCF + i, signs[i]);
    }
    table.put(0x0D82, "n");
    table.put(0x0D83, "h");
    return table;
  }

  private static boolean isSinhalaConsonant(int c) {
    return c >= 0x0D9A && c <= 0x0DC6;
  }

  private static String sounds(String word) {
    if (Thai.is(word.codePointAt(0))) {
      return Thai.latin(word);
    }
    if (word.codePointAt(0) < 0x0D80 || word.codePointAt(0) > 0x0DFF) {
      return onlyBasic(TO_LATIN.transliterate(word));
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      out.append(SINHALA.getOrDefault((int) c, ""));
      boolean bare =
          i + 1 == word.length() || !(word.charAt(i + 1) >= 0x0DCA && word.charAt(i + 1) <= 0x0DDF);
      if (isSinhalaConsonant(c) && bare) {
        out.append('a');
      }
    }
    return out.toString();
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** Small letters; İ becomes i before the case is changed, so that no stray dot stays. */
  private static String latin(String word) {
    return COMPATIBLE.normalize(lower(word.replace("İ", "i")).replace("i̇", "i"));
  }

  private static String cyrillic(String word) {
    String small = lower(COMPATIBLE.normalize(word));
    StringBuilder out = new StringBuilder(small.length());
    for (int i = 0; i < small.length(); i++) {
      char c = small.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        out.append(c == 'Ӏ' ? 'ӏ' : c);
      }
    }
    return out.toString();
  }

  private static String arabic(String word) {
    String bare = withoutMarks(word);
    StringBuilder out = new StringBuilder(bare.length());
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      out.append(
          switch (c) {
            case 'ك', 'ڪ' -> 'ک';
            case 'ي', 'ى', 'ې', 'ﻯ', 'ۍ', 'ێ' -> 'ی';
            case 'ة', 'ۀ', 'ە', 'ھ', 'ہ' -> 'ه';
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            default -> c;
          });
    }
    return out.toString();
  }

  private static String withoutMarks(String word) {
    String apart = APART.normalize(word);
    StringBuilder out = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isBasic(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static String onlyBasic(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (isBasic(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** A word in base Latin letters by rule: in pinyin, if it is in Han letters. */
  static String byRule(String word) {
    return base(normal(word, Writing.SOUNDS));
  }

  /** A Latin word in the 26 letters and ten digits, every other letter by its base. */
  static String base(String latin) {
    StringBuilder out = new StringBuilder(latin.length());
    String apart = APART.normalize(latin);
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      if (isBasic(c)) {
        out.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        String basic = BASES.get((int) c);
        out.append(basic != null ? basic : onlyBasic(TO_LATIN.transliterate(String.valueOf(c))));
      }
    }
    return out.toString();
  }
}
