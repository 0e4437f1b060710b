package org.entente.subject.names;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a foreign name that is known in Russian letters is written in other Cyrillic alphabets, by
 * the letters that these have and lack: Ukrainian, Belarusian, Bulgarian, Macedonian, Serbian,
 * Kazakh, Tajik and Mongolian.
 */
final class CyrillicAlphabets {
  /** Pairs of what is replaced and by what, in this order. */
  private static final List<List<String>> RULES =
      List.of(
          List.of("ьи", "ьї", "и", "і", "ы", "и", "э", "е", "ё", "ьо", "ъ", ""),
          List.of("и", "і", "щ", "шч", "ъ", "", "ов$", "оў$", "ав$", "аў$", "ря", "ра"),
          List.of("э", "е", "ы", "и", "ё", "ьо", "ье", "ие", "ью", "ю"),
          List.of(
              "ье", "је", "ья", "ја", "ью", "ју", "ый", "и", "ий", "и", "й", "ј", "я", "ја", "ю",
              "ју", "ё", "јо", "э", "е", "ы", "и", "щ", "шт", "ль", "л", "ль", "љ", "ь", "", "ъ",
              ""),
          List.of(
              "дж", "џ", "ль", "љ", "нь", "њ", "й", "ј", "я", "ја", "ю", "ју", "э", "е", "ь", ""),
          List.of("х", "һ", "к", "қ", "г", "ғ", "у", "ұ"),
          List.of("дж", "ҷ", "х", "ҳ", "г", "ғ", "у", "ӯ", "щ", "ш", "ы", "и", "э", "е"),
          List.of("у", "ү", "о", "ө", "щ", "ш", "ъ", ""));

  /** Each name is written in so many other alphabets; together they are all in use. */
  private static final int EACH = 2;

  private CyrillicAlphabets() {}

  /** Other ways to write it, at most two; none is the word itself. */
  static Set<String> of(String russian) {
    Set<String> out = new LinkedHashSet<>();
    int first = Math.floorMod(russian.hashCode(), RULES.size());
    for (int k = 0; k < EACH; k++) {
      String form = by(RULES.get((first + 3 * k) % RULES.size()), russian);
      if (!form.equals(russian) && !form.isEmpty()) {
        out.add(form);
      }
    }
    return out;
  }

  private static String by(List<String> rules, String russian) {
    String word = russian + "$";
    for (int r = 0; r < rules.size(); r += 2) {
      word = word.replace(rules.get(r), rules.get(r + 1));
    }
    return word.replace("$", "");
  }
}
