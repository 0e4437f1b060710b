package org.entente.node.web.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.intake.CellForms;
import org.entente.intake.Doubt;
import org.entente.intake.FileLayout;
import org.entente.intake.FirstLook;
import org.entente.intake.Place;
import org.jspecify.annotations.Nullable;

/**
 * How a person or a program says a file is read; what is left out is read as the file proposes.
 *
 * @param charset one of the encodings that a look names
 * @param delimiter one character between the cells of CSV
 * @param header whether the first row of the table names the columns
 * @param above lines before the table
 * @param sheet of a workbook
 * @param dates {@code both}, {@code day-first} or {@code month-first}
 * @param several {@code usual}, {@code always} or {@code never}: what parts values in one cell
 * @param nothing further words for "nothing"
 */
public record ReadingChoice(
    @Nullable String charset,
    @Nullable String delimiter,
    @Nullable Boolean header,
    @Nullable Integer above,
    @Nullable String sheet,
    @Nullable String dates,
    @Nullable String several,
    @Nullable List<String> nothing) {
  /** Nothing is said. */
  public static final ReadingChoice NONE =
      new ReadingChoice(null, null, null, null, null, null, null, null);

  private static final int MOST_WORDS = 50;

  /** What a form says; empty where it shows no reading. */
  public static Optional<ReadingChoice> of(Form form) {
    return form.text("charset").isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReadingChoice(
                form.text("charset"),
                form.text("delimiter").length() == 1 ? form.text("delimiter") : null,
                form.has("header", "true"),
                form.text("above").matches("\\d{1,3}") ? Integer.valueOf(form.text("above")) : null,
                form.text("sheet").isEmpty() ? null : form.text("sheet"),
                form.optional("dates"),
                form.optional("several"),
                Arrays.stream(form.text("nothing").split("[,;\\n]", -1))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .limit(MOST_WORDS)
                    .toList()));
  }

  /**
   * The way to read a file that proposes another one.
   *
   * @throws IllegalArgumentException if a choice is none of those there are
   */
  public FileLayout over(FileLayout proposed) {
    return new FileLayout(
        proposed.format(),
        charset == null ? proposed.charset() : charset,
        delimiter == null ? proposed.delimiter() : only(delimiter),
        header == null ? proposed.header() : header,
        new Place(
            above == null ? proposed.place().above() : above,
            sheet == null ? proposed.place().sheet() : sheet),
        new CellForms(
            dates == null ? proposed.cells().dates() : known(CellForms.Dates.ofCode(dates)),
            several == null ? proposed.cells().several() : known(CellForms.Several.ofCode(several)),
            nothing == null ? proposed.cells().nothing() : nothing));
  }

  /** Whether something is open that the file asks first and that nobody said. */
  public boolean leavesOpen(FirstLook look) {
    return look.asked().stream()
        .map(Doubt::about)
        .anyMatch(about ->
            switch (about) {
              case CHARSET -> charset == null;
              case DELIMITER -> delimiter == null;
              case DATES, SEVERAL, SHEET -> false;
            });
  }

  private static char only(String delimiter) {
    if (delimiter.length() != 1) {
      throw new IllegalArgumentException("a delimiter is one character");
    }
    return delimiter.charAt(0);
  }

  private static <T> T known(Optional<T> choice) {
    return choice.orElseThrow(() -> new IllegalArgumentException("no such choice"));
  }
}
