package org.entente.subject.names;

/**
 * A spelling in base Latin letters, laid out to be aligned with: made once, met many times.
 *
 * @param letters the spelling
 * @param codes its letters as {@link Segments#letter} numbers them
 * @param rarity natural logarithm of one over its share among words of names
 */
record LatinForm(String letters, byte[] codes, float rarity) {
  static LatinForm of(String letters, float rarity) {
    byte[] codes = new byte[letters.length()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) Segments.letter(letters.charAt(i));
    }
    return new LatinForm(letters, codes, rarity);
  }

  int length() {
    return codes.length;
  }
}
