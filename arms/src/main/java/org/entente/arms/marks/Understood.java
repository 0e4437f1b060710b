package org.entente.arms.marks;

import org.entente.arms.MarkedCountry;

/** One way in which a mark can be read. */
public sealed interface Understood {

  /**
   * A serial number in its groups.
   *
   * @param letters before the digits, as seen
   * @param digits with {@code ?} for those in doubt
   * @param after letters behind the digits, as seen
   */
  record Serial(String letters, String digits, String after) implements Understood {
    @Override
    public String toString() {
      return "Serial[]";
    }
  }

  /** A lot number. */
  record OfLot(LotNumber lot) implements Understood {}

  /**
   * The base of a cartridge.
   *
   * @param maker the code of maker or factory as stamped; no maker is guessed from it
   * @param year as stamped; one, two or four digits, or the letter of a year
   * @param calibre under its common name, empty if none is stamped
   * @param nato whether it bears the cross in a circle
   */
  record Headstamp(String maker, String year, String calibre, boolean nato) implements Understood {}

  /** A Roman numeral, which may as well be letters. */
  record Roman(int value) implements Understood {}

  /** A country, and the year beside it where there is one, as import marks have it. */
  record CountryYear(MarkedCountry country, String year) implements Understood {}

  /** A year alone. */
  record Year(int year) implements Understood {}

  /**
   * The layout that MOSAIC 05.30 recommends.
   *
   * @param calibre as stamped
   */
  record LaidOut(
      MarkedCountry country, String maker, String year, String type, String serial, String calibre)
      implements Understood {
    @Override
    public String toString() {
      return "LaidOut[]";
    }
  }

  /** The diameter on a stencil, such as 82 mm. */
  record Diameter(int tenthsOfMillimetre) implements Understood {}

  /**
   * How a shell differs from its nominal weight.
   *
   * @param steps below zero lighter, above zero heavier, each two thirds of a per cent; beyond four
   *     it is marked light or heavy in letters and told as five
   */
  record Weight(int steps) implements Understood {}
}
