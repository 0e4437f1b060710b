package org.entente.subject.documents;

import org.entente.subject.CheckDigit;

/** What a machine readable zone has check digits over; calculated as in ICAO 9303 part 3, 4.9. */
public enum ZoneCheck {
  NUMBER,
  BORN,
  EXPIRES,
  /** The personal number of a passport; may be left out where there is none. */
  OPTIONAL,
  /** Over number, dates and optional data together. */
  COMPOSITE;

  private static final int[] WEIGHTS = {7, 3, 1};

  /** The digit that belongs behind these characters. */
  static char digit(String over) {
    int sum = 0;
    for (int i = 0; i < over.length(); i++) {
      char letter = over.charAt(i);
      sum += (letter == '<' ? 0 : Character.digit(letter, 36)) * WEIGHTS[i % WEIGHTS.length];
    }
    return (char) ('0' + (sum % 10));
  }

  static CheckDigit check(String over, char printed) {
    if (printed == '<' && over.chars().allMatch(letter -> letter == '<')) {
      return CheckDigit.ABSENT;
    }
    return digit(over) == printed ? CheckDigit.HOLDS : CheckDigit.FAILS;
  }
}
