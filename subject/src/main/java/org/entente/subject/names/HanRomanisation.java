package org.entente.subject.names;

/**
 * Syllables as passports write them where neither Pinyin nor Jyutping is used: the Hong Kong
 * Government's Cantonese spelling, and Wade–Giles for Mandarin.
 */
final class HanRomanisation {
  private static final String[] CANTONESE_BEGINNINGS = {
    "gw kw", "kw kw", "ng ng", "b p", "d t", "g k", "z ts", "c ts", "j y"
  };
  private static final String[][] CANTONESE_ENDS = {
    {"yun", "uen"},
    {"yut", "uet"},
    {"yu", "u"},
    {"oeng", "eung"},
    {"oek", "euk"},
    {"oe", "eu"},
    {"eoi", "ui"},
    {"eon", "un"},
    {"eot", "ut"},
    {"ou", "o"},
    {"aa", "a"}
  };
  private static final String[][] WADE_GILES_BEGINNINGS = {
    {"zh", "ch"},
    {"ch", "ch"},
    {"sh", "sh"},
    {"b", "p"},
    {"d", "t"},
    {"g", "k"},
    {"j", "ch"},
    {"q", "ch"},
    {"x", "hs"},
    {"z", "ts"},
    {"c", "ts"},
    {"r", "j"}
  };
  private static final String[][] WADE_GILES_ENDS = {
    {"ian", "ien"},
    {"yan", "yen"},
    {"ong", "ung"},
    {"ie", "ieh"},
    {"ye", "yeh"},
    {"ue", "ueh"},
    {"ve", "ueh"},
    {"you", "yu"},
    {"v", "u"}
  };

  private HanRomanisation() {}

  /** A syllable of Jyutping without its tone. */
  static String hongKong(String jyutping) {
    String begin = "";
    String end = jyutping;
    for (String rule : CANTONESE_BEGINNINGS) {
      String[] cells = rule.split(" ", -1);
      if (jyutping.startsWith(cells[0])) {
        begin = cells[1];
        end = jyutping.substring(cells[0].length());
        break;
      }
    }
    if (begin.isEmpty()) {
      int vowel = 0;
      while (vowel < jyutping.length() && "aeiouy".indexOf(jyutping.charAt(vowel)) < 0) {
        vowel++;
      }
      begin = jyutping.substring(0, vowel);
      end = jyutping.substring(vowel);
    }
    for (String[] rule : CANTONESE_ENDS) {
      if (end.startsWith(rule[0])) {
        end = rule[1] + end.substring(rule[0].length());
        break;
      }
    }
    return hissing(begin, end);
  }

  /** What z, c and s become before certain vowels: sze, tze, chi…, cheu…, chu, shiu, shu. */
  private static String hissing(String begin, String end) {
    return switch (begin) {
      case "ts" ->
          end.equals("i")
              ? "tze"
              : end.startsWith("i") || end.startsWith("eu") || end.equals("u")
                  ? "ch" + end
                  : begin + end;
      case "s" ->
          end.equals("i")
              ? "sze"
              : end.startsWith("iu") || end.equals("u") ? "sh" + end : begin + end;
      default -> begin + end;
    };
  }

  /** A syllable of Pinyin without its tone; v stands for ü. */
  static String wadeGiles(String pinyin) {
    if (pinyin.length() > 1 && pinyin.endsWith("i")) {
      switch (pinyin.substring(0, pinyin.length() - 1)) {
        case "zh", "ch" -> {
          return "chih";
        }
        case "sh" -> {
          return "shih";
        }
        case "r" -> {
          return "jih";
        }
        case "z", "c" -> {
          return "tzu";
        }
        case "s" -> {
          return "ssu";
        }
        default -> {}
      }
    }
    String out = pinyin;
    for (String[] rule : WADE_GILES_ENDS) {
      if (out.endsWith(rule[0])) {
        out = out.substring(0, out.length() - rule[0].length()) + rule[1];
        break;
      }
    }
    for (String[] rule : WADE_GILES_BEGINNINGS) {
      if (pinyin.startsWith(rule[0])) {
        return rule[1] + out.substring(rule[0].length());
      }
    }
    return out;
  }
}
