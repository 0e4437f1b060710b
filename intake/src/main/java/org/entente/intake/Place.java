package org.entente.intake;

import org.jspecify.annotations.Nullable;

/**
 * Where in a file its table stands.
 *
 * @param above lines before it, such as a title
 * @param sheet of a workbook; the first that is shown if empty
 */
public record Place(int above, String sheet) {
  /** A table that is the whole file. */
  public static final Place WHOLE = new Place(0, "");

  /** More lines than any title has. */
  public static final int MOST_ABOVE = 200;

  private static final int MOST_CHARS = 100;

  public Place(int above, @Nullable String sheet) {
    this.above = above;
    this.sheet = sheet == null ? "" : sheet;
    if (above < 0 || above > MOST_ABOVE || this.sheet.length() > MOST_CHARS) {
      throw new IllegalArgumentException("no such place in a file");
    }
  }
}
