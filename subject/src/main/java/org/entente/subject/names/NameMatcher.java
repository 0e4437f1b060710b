package org.entente.subject.names;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** Compares written names across scripts. Safe for use by many threads. */
public final class NameMatcher {
  private static final NameMatcher SHIPPED = new NameMatcher();
  private final Transliterator latin = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

  /** The matcher with the weights that come with the library. */
  public static NameMatcher shipped() {
    return SHIPPED;
  }

  /** Cuts a name into parts and prepares it. */
  public PreparedName prepare(String written) {
    String folded = latin.transliterate(written).toLowerCase(Locale.ROOT);
    return new PreparedName(
        written, Arrays.stream(folded.split("[^a-z]+")).filter(w -> !w.isEmpty()).toList());
  }

  /** Compares two names; the order of the two does not change the figures. */
  public NameMatch compare(PreparedName left, PreparedName right) {
    List<NameMatch.PartMatch> parts = new ArrayList<>();
    int met = 0;
    for (String word : left.words()) {
      boolean there = right.words().contains(word);
      met += there ? 1 : 0;
      parts.add(
          new NameMatch.PartMatch(
              word,
              there ? word : "",
              there ? word : "",
              there ? NameMatch.How.SAME : NameMatch.How.ONLY_LEFT,
              there ? 1 : 0));
    }
    double score = 2.0 * met / Math.max(1, left.words().size() + right.words().size());
    return new NameMatch(score, score, parts);
  }

  /** The terms an index keeps for a name. */
  public List<String> termsOf(PreparedName name) {
    return List.copyOf(new LinkedHashSet<>(name.words()));
  }

  /** The terms to look for when a name is asked, the weightiest first. */
  public List<Term> termsAsked(PreparedName name) {
    return new LinkedHashSet<>(name.words()).stream().map(w -> new Term(w, 1)).toList();
  }

  /** The terms to look for while a name is still being typed: the last word may be unfinished. */
  public List<Term> termsTyped(PreparedName name) {
    return termsAsked(name);
  }
}
