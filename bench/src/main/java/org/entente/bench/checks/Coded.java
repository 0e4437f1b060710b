package org.entente.bench.checks;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.entente.subject.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A peer: the words in Latin letters by ICU, each by codes of its sound; pairs of them alone, or
 * with dates of birth in the library's own families. As many tokens as there are.
 */
final class Coded implements Way {
  private static final Transliterator TO_LATIN =
      Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower");
  private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
  private static final int WORDS = 5;

  private final String title;
  private final boolean dated;
  private final int shortest;
  private final Function<String, Set<String>> codes;
  private final Map<String, List<String>> known = new HashMap<>();

  /** Pairs count only where both codes together have so many signs. */
  Coded(String title, boolean dated, int shortest, Function<String, Set<String>> codes) {
    this.title =
        title
            + (dated ? ", our families with dates" : ", pairs without a date")
            + (shortest > 0 ? ", pairs from " + shortest + " signs on" : "");
    this.dated = dated;
    this.shortest = shortest;
    this.codes = codes;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public List<Made> kept(String name, @Nullable PartialDate born) {
    List<List<String>> words = new ArrayList<>();
    for (String word : BETWEEN.split(TO_LATIN.transliterate(name), -1)) {
      if (word.length() > 1 && words.size() < WORDS) {
        words.add(known.computeIfAbsent(word, w -> List.copyOf(codes.apply(w))));
      }
    }
    List<Made> out = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      for (String one : words.get(i)) {
        if (dated && born != null && born.complete()) {
          out.add(new Made(1, one + "|" + born.year() + "|" + day(born)));
        }
        for (List<String> later : words.subList(i + 1, words.size())) {
          for (String two : later) {
            if (one.length() + two.length() >= shortest) {
              pair(Pairs.sorted(one, two), born, out);
            }
          }
        }
      }
    }
    return out;
  }

  private void pair(String both, @Nullable PartialDate born, List<Made> out) {
    if (!dated) {
      out.add(new Made(0, both));
    } else if (born != null) {
      int around = born.complete() ? 0 : 1;
      for (int year = born.year() - around; year <= born.year() + around; year++) {
        out.add(new Made(2, both + "|" + year));
      }
      if (born.complete()) {
        out.add(new Made(3, both + "|" + day(born)));
      }
    }
  }

  private static String day(PartialDate born) {
    return Math.min(born.day(), born.month()) + "-" + Math.max(born.day(), born.month());
  }

  @Override
  public List<Made> asked(String name, @Nullable PartialDate born) {
    return kept(name, born);
  }
}
