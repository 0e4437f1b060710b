package org.entente.subject.names;

import java.util.List;

/**
 * Compares written names across scripts.
 *
 * <p><b>Guarantees.</b> Every letter takes part. The order of the two names, of their words and the
 * case of their letters do not change the figures. The same input gives the same figures.
 *
 * <p><b>Does not guarantee</b> that a high probability is the same person: a name alone never is.
 *
 * <p>Safe for use by many threads.
 */
public final class NameMatcher {
  /** Among names that decide alike, what their words say together puts the better one first. */
  private static final float TIES = 10;

  /** Odds of names that share no more than initials. */
  private static final float ONLY_INITIALS = -1;

  private final Words words;
  private final Weights weights;

  NameMatcher(NameModel model, Weights weights) {
    this.words = new Words(model, weights);
    this.weights = weights;
  }

  private static final class Shipped {
    static final NameMatcher MATCHER = new NameMatcher(NameModel.shipped(), Weights.shipped());
  }

  /** The matcher with what was learned for this version of the library; read once, at first use. */
  public static NameMatcher shipped() {
    return Shipped.MATCHER;
  }

  /** Cuts a name into words and prepares it. */
  public PreparedName prepare(String written) {
    return words.prepare(written);
  }

  /** Compares two names. */
  public NameMatch compare(PreparedName left, PreparedName right) {
    Meeting meeting = meet(left, right);
    Likeness likeness = weigh(meeting);
    return new NameMatch(
        likeness.probability(), likeness.rank(), meeting.information(), Explanation.of(meeting));
  }

  /** The figures of {@link #compare} alone, without the explanation. */
  public Likeness weigh(PreparedName left, PreparedName right) {
    return weigh(meet(left, right));
  }

  /** More odds than this no two names have. */
  public float mostOdds() {
    return weights.mostOfNames();
  }

  /** A name that is to be weighed against many, faster than one by one. */
  public Question ask(PreparedName asked) {
    return new Question(this, words, asked);
  }

  Likeness weigh(Meeting meeting) {
    float odds = weights.name(meeting.features());
    if (meeting.onlyInitials()) {
      odds = Math.min(odds, ONLY_INITIALS);
    }
    return new Likeness(odds, odds + meeting.sum() / TIES);
  }

  Meeting meet(PreparedName left, PreparedName right) {
    return Meeting.of(words, left, right);
  }

  /** The terms an index keeps for a name. */
  public List<String> termsOf(PreparedName name) {
    return NameTerms.kept(name, words.together(name));
  }

  /** The terms to look for when a name is asked, the weightiest first. */
  public List<Term> termsAsked(PreparedName name) {
    return NameTerms.asked(name, words.together(name));
  }

  /**
   * The same, apart for each word: of one word's terms the one that says most should count, so that
   * a name that shares many spellings of one word does not stand before one that shares two words.
   */
  public List<List<Term>> termsAskedByWord(PreparedName name) {
    return NameTerms.askedByWord(name, words.together(name));
  }

  /** The terms to look for while a name is still being typed: the last word may be unfinished. */
  public List<Term> termsTyped(PreparedName name) {
    return termsAsked(name);
  }
}
