package org.entente.subject.names;

import java.util.List;
import java.util.Set;

/**
 * One word of a name, laid out for comparison.
 *
 * @param written as written
 * @param latin its likeliest spelling in base Latin letters
 * @param spellings the likeliest Latin spellings, the best first
 * @param alignment how it aligns with Latin words
 * @param forms the first of {@code spellings}, laid out to be aligned with
 * @param nicknames short forms of it and what it is a short form of
 * @param sounds a bit for each kind of consonant in it
 * @param role what it does in the name
 * @param readings the same word as it is read elsewhere, in the writing of that place
 */
record PreparedWord(
    String written,
    Writing writing,
    String letters,
    String latin,
    List<String> spellings,
    Alignment alignment,
    List<LatinForm> forms,
    Set<String> nicknames,
    int sounds,
    Role role,
    List<PreparedWord> readings) {

  /** Whether it was made of neighbours that stand apart in the name. */
  boolean joined() {
    return written.indexOf(' ') >= 0;
  }

  /** Whether letters of it are lost, and it is read as what it may have been. */
  boolean guessed() {
    return written.indexOf('?') >= 0;
  }

  /** By how many Latin letters another word is longer or shorter than any reading of this one. */
  int lettersApart(PreparedWord other) {
    int least = Math.abs(latin.length() - other.latin.length());
    for (PreparedWord reading : readings) {
      least = Math.min(least, Math.abs(reading.latin.length() - other.latin.length()));
    }
    return least;
  }

  /** Natural logarithm of one over the word's share among words of names. */
  float rarity() {
    return forms.getFirst().rarity();
  }

  /** What a word does in a name, as far as the word itself shows it. */
  enum Role {
    NAME,
    INITIAL,
    PARTICLE,
    TITLE
  }
}
