package org.entente.intake;

import java.util.List;
import java.util.Locale;

/**
 * What a file leaves open about its reading.
 *
 * @param chosen what was taken to look at it
 * @param choices what it may be, the likeliest first
 */
public record Doubt(About about, String chosen, List<Choice> choices) {
  /** What is open. */
  public enum About {
    /** The same bytes are words in several encodings, or in none. */
    CHARSET(true),
    /** Two signs part the lines into cells equally well. */
    DELIMITER(true),
    /** Day and month could change places in every date; both are kept. */
    DATES(false),
    /** Commas stand in cells that may hold several values. */
    SEVERAL(false),
    /** More than one sheet holds a table; the others are not read. */
    SHEET(false);

    private final boolean first;

    About(boolean first) {
      this.first = first;
    }

    /** The stable code. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One way to read it.
   *
   * @param sample what would be read of the file
   */
  public record Choice(String value, List<String> sample) {
    public Choice {
      sample = List.copyOf(sample);
    }

    @Override
    public String toString() {
      return "Choice[" + value + "]";
    }
  }

  public Doubt {
    choices = List.copyOf(choices);
  }

  /** Whether a person has to say before anything is read. */
  public boolean asks() {
    return about.first;
  }

  /** The code of what is open. */
  public String code() {
    return about.name().toLowerCase(Locale.ROOT);
  }
}
