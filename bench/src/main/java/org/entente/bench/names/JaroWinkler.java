package org.entente.bench.names;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Jaro–Winkler (Winkler 1990: a common beginning of up to four letters counts a tenth of the rest)
 * on the words of a name in Latin letters by ICU, sorted; to find a name all are compared.
 */
final class JaroWinkler implements Way, Comparer<String> {
  private static final Transliterator TO_LATIN =
      Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower");
  private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
  private static final double PREFIX = 0.1;
  private static final int LONGEST_PREFIX = 4;

  private List<Protocol.Held> held = List.of();
  private String[] prepared = new String[0];

  @Override
  public String title() {
    return "Jaro–Winkler on sorted ICU-Latin words, all compared";
  }

  @Override
  public String prepare(String name) {
    String[] words = BETWEEN.split(TO_LATIN.transliterate(name), -1);
    Arrays.sort(words);
    return String.join(" ", words).strip();
  }

  @Override
  public void index(List<Protocol.Held> all) {
    held = all;
    prepared = all.stream().map(Protocol.Held::name).map(this::prepare).toArray(String[]::new);
  }

  @Override
  public List<Found> find(String name, String source, int limit) {
    String asked = prepare(name);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < prepared.length; i++) {
      if (Sources.sees(source, held.get(i).source())) {
        double score = compare(asked, prepared[i]);
        found.add(new Found(i, score, score));
      }
    }
    found.sort(Comparator.comparingDouble(Found::rank).reversed());
    return found.subList(0, Math.min(limit, found.size()));
  }

  @Override
  public double compare(String one, String two) {
    double jaro = jaro(one, two);
    int prefix = 0;
    int most = Math.min(LONGEST_PREFIX, Math.min(one.length(), two.length()));
    while (prefix < most && one.charAt(prefix) == two.charAt(prefix)) {
      prefix++;
    }
    return jaro + prefix * PREFIX * (1 - jaro);
  }

  private static double jaro(String one, String two) {
    int window = Math.max(0, Math.max(one.length(), two.length()) / 2 - 1);
    boolean[] taken = new boolean[two.length()];
    char[] common = new char[one.length()];
    int matches = 0;
    for (int i = 0; i < one.length(); i++) {
      int last = Math.min(two.length() - 1, i + window);
      for (int j = Math.max(0, i - window); j <= last; j++) {
        if (!taken[j] && one.charAt(i) == two.charAt(j)) {
          taken[j] = true;
          common[matches++] = one.charAt(i);
          break;
        }
      }
    }
    if (matches == 0) {
      return 0;
    }
    int turned = 0;
    int k = 0;
    for (int j = 0; j < taken.length; j++) {
      if (taken[j]) {
        turned += two.charAt(j) == common[k++] ? 0 : 1;
      }
    }
    double m = matches;
    return (m / one.length() + m / two.length() + (m - turned / 2.0) / m) / 3;
  }
}
