package org.entente.subject.names;

/**
 * A spelling in base Latin letters, laid out to be aligned with: made once, met many times.
 *
 * @param letters the spelling
 * @param codes its letters as {@link Segments#letter} numbers them
 * @param packed the first letters from each place on, packed as {@link Segments#pack} does; filled
 *     up from the right with nothing
 * @param rarity natural logarithm of one over its share among words of names
 */
record LatinForm(String letters, byte[] codes, long[] packed, float rarity) {
  /** As many letters as the longest target of a piece has. */
  private static final int MOST = 6;

  private static final int FIRST = (MOST - 1) * Segments.LETTER_BITS;

  static LatinForm of(String letters, float rarity) {
    byte[] codes = new byte[letters.length()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) Segments.letter(letters.charAt(i));
    }
    long[] packed = new long[codes.length];
    long ahead = 0;
    for (int i = codes.length - 1; i >= 0; i--) {
      ahead = (ahead >>> Segments.LETTER_BITS) | ((long) codes[i] << FIRST);
      packed[i] = ahead;
    }
    return new LatinForm(letters, codes, packed, rarity);
  }

  /** So many letters from a place on, packed; the word must have them. */
  long packed(int from, int count) {
    return packed[from] >>> ((MOST - count) * Segments.LETTER_BITS);
  }

  int length() {
    return codes.length;
  }
}
