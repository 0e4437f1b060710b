package org.entente.subject.documents;

import java.util.List;

/** The sizes of a machine readable zone, ICAO 9303 parts 4 to 7. */
public enum ZoneFormat {
  /** Identity cards, 3 lines of 30. */
  TD1(3, 30),
  /** Larger identity cards, 2 lines of 36. */
  TD2(2, 36),
  /** Passports, 2 lines of 44. */
  TD3(2, 44),
  /** Visas, 2 lines of 44. */
  MRV_A(2, 44),
  /** Smaller visas, 2 lines of 36. */
  MRV_B(2, 36);

  private final int lines;
  private final int width;

  ZoneFormat(int lines, int width) {
    this.lines = lines;
    this.width = width;
  }

  public int lines() {
    return lines;
  }

  /** Characters of each line. */
  public int width() {
    return width;
  }

  /** Where something stands: a line, the first character, the one after the last. */
  record Span(int line, int from, int to) {
    int width() {
      return to - from;
    }
  }

  Span nameField() {
    return this == TD1 ? new Span(2, 0, 30) : new Span(0, 5, width);
  }

  Span number() {
    return this == TD1 ? new Span(0, 5, 14) : new Span(1, 0, 9);
  }

  Span nationality() {
    return this == TD1 ? new Span(1, 15, 18) : new Span(1, 10, 13);
  }

  Span born() {
    return this == TD1 ? new Span(1, 0, 6) : new Span(1, 13, 19);
  }

  Span gender() {
    return this == TD1 ? new Span(1, 7, 8) : new Span(1, 20, 21);
  }

  Span expires() {
    return this == TD1 ? new Span(1, 8, 14) : new Span(1, 21, 27);
  }

  /** The issuer's own data; it begins with the rest of a number that is longer than its field. */
  Span optional() {
    return switch (this) {
      case TD1 -> new Span(0, 15, 30);
      case TD2 -> new Span(1, 28, 35);
      case TD3 -> new Span(1, 28, 42);
      case MRV_A -> new Span(1, 28, 44);
      case MRV_B -> new Span(1, 28, 36);
    };
  }

  boolean visa() {
    return this == MRV_A || this == MRV_B;
  }

  /** Whether the last digit of the second line is over all the others. */
  boolean hasComposite() {
    return !visa();
  }

  /** Whether a number of more than nine characters goes on among the optional data. */
  boolean hasLongNumbers() {
    return this == TD1 || this == TD2;
  }

  /** What the composite digit is calculated over. */
  String composite(List<String> zone) {
    String second = zone.get(1);
    return switch (this) {
      case TD1 ->
          zone.get(0).substring(5, 30)
              + second.substring(0, 7)
              + second.substring(8, 15)
              + second.substring(18, 29);
      case TD2 -> second.substring(0, 10) + second.substring(13, 20) + second.substring(21, 35);
      case TD3 -> second.substring(0, 10) + second.substring(13, 20) + second.substring(21, 43);
      case MRV_A, MRV_B -> "";
    };
  }
}
