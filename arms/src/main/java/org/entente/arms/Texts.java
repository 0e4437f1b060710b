package org.entente.arms;

import org.entente.subject.Unreadable;

/** The limits that every text of a record keeps. */
final class Texts {
  /** A mark, a name or a number; longer than any plate has room for. */
  static final int LINE = 200;

  /** A label, a stencil or an account of circumstances. */
  static final int PROSE = 4000;

  /** Entries of one list: marks of a weapon, lines of a licence, lots of a delivery. */
  static final int ENTRIES = 1000;

  private Texts() {}

  /**
   * The text itself.
   *
   * @throws Unreadable {@code too-long}
   */
  static String within(int most, String text) {
    if (text.length() > most) {
      throw new Unreadable("too-long", "At most " + most + " characters can be kept here.");
    }
    return text;
  }

  /**
   * Checks the length of a list.
   *
   * @throws Unreadable {@code too-many}
   */
  static void entries(int count) {
    if (count > ENTRIES) {
      throw new Unreadable("too-many", "At most " + ENTRIES + " entries can be kept here.");
    }
  }
}
