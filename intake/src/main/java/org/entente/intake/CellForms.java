package org.entente.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of a file are written, where that does not show by itself.
 *
 * @param dates what comes first where both orders are possible
 * @param several what parts several values in one cell
 * @param nothing words of this file for "nothing", beyond those that are known
 */
public record CellForms(Dates dates, Several several, List<String> nothing) {
  /** As nearly every file is written. */
  public static final CellForms USUAL = new CellForms(Dates.BOTH, Several.USUAL, List.of());

  private static final int MOST_WORDS = 50;

  /** The order of a date whose day and month could change places. */
  public enum Dates {
    /** Both are kept. */
    BOTH,
    DAY_FIRST,
    MONTH_FIRST;

    public String code() {
      return CellForms.code(this);
    }

    public static Optional<Dates> ofCode(String code) {
      return CellForms.of(values(), code);
    }
  }

  /** What parts the values of a cell that may hold several. */
  public enum Several {
    /** Semicolon and line break; comma and slash where each part is a value by itself. */
    USUAL,
    /** Every comma and slash, too. */
    ALWAYS,
    /** Nothing: each cell holds one value. */
    NEVER;

    public String code() {
      return CellForms.code(this);
    }

    public static Optional<Several> ofCode(String code) {
      return CellForms.of(values(), code);
    }
  }

  public CellForms(
      @Nullable Dates dates, @Nullable Several several, @Nullable List<String> nothing) {
    this.dates = dates == null ? Dates.BOTH : dates;
    this.several = several == null ? Several.USUAL : several;
    this.nothing = nothing == null ? List.of() : List.copyOf(nothing);
    if (this.nothing.size() > MOST_WORDS
        || this.nothing.stream().anyMatch(w -> w.isBlank() || w.length() > MOST_WORDS)) {
      throw new IllegalArgumentException("at most fifty short words for nothing");
    }
  }

  /** Whether this file writes nothing so. */
  boolean nothing(String value) {
    return !nothing.isEmpty() && nothing.stream().anyMatch(w -> w.strip().equalsIgnoreCase(value));
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T extends Enum<T>> Optional<T> of(T[] values, String code) {
    for (T value : values) {
      if (code(value).equals(code)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
