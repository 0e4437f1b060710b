package org.entente.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file seems to hold, by its first rows, and what was understood of it.
 *
 * @param rows the first of them
 * @param proposed what each column seems to mean; columns that are not known are not in it
 * @param doubts what the file leaves open
 * @param understood of each proposed column what came of its values in these rows
 */
public record FirstLook(
    FileLayout reading,
    List<String> columns,
    List<RawRow> rows,
    Map<String, ColumnMeaning> proposed,
    List<Doubt> doubts,
    Map<String, Understood> understood) {
  /** Rows that are shown before anything is done with a file. */
  private static final int SHOWN = 20;

  /**
   * What came of the values of a column.
   *
   * @param values rows in which it says something
   * @param notes of those that were not understood, how many and why
   */
  public record Understood(int values, Map<RowFault, Integer> notes) {
    public Understood {
      notes = Map.copyOf(notes);
    }

    /** Values of which something was not understood. */
    public int not() {
      return notes.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** Opens a file from its beginning. */
  public interface Opening {
    InputStream open() throws IOException;
  }

  /**
   * Reads the first rows as the file proposes.
   *
   * @param latest the day on which the file was written at the latest
   * @throws FileBroken when nothing in it can be read
   */
  public static FirstLook at(Opening file, LocalDate latest) throws IOException {
    Reading reading;
    try (InputStream in = file.open()) {
      reading = Reading.of(in);
    }
    return look(file, reading.layout(), reading.doubts(), latest, true);
  }

  /**
   * Reads the first rows in the way that was chosen.
   *
   * @throws FileBroken when this is no file of that format
   */
  public static FirstLook at(Opening file, FileLayout layout, LocalDate latest) throws IOException {
    List<Doubt> doubts;
    try (InputStream in = file.open()) {
      doubts = Reading.of(in).doubts().stream().filter(doubt -> !doubt.asks()).toList();
    }
    return look(file, layout, doubts, latest, false);
  }

  private static FirstLook look(
      Opening file, FileLayout layout, List<Doubt> doubts, LocalDate latest, boolean propose)
      throws IOException {
    try (InputStream buffered = new BufferedInputStream(file.open());
        RowReader rows = layout.rows(buffered)) {
      List<RawRow> first = new ArrayList<>();
      for (int i = 0; i < SHOWN; i++) {
        rows.next().ifPresent(first::add);
      }
      Map<String, ColumnMeaning> proposed = new LinkedHashMap<>();
      for (String column : rows.columns()) {
        ColumnMeaning.ofHeading(column).ifPresent(meaning -> proposed.put(column, meaning));
      }
      DatesOf dates = DatesOf.of(first, proposed);
      FileLayout whole =
          propose && dates.order() != CellForms.Dates.BOTH
              ? layout.with(
                  new CellForms(dates.order(), layout.cells().several(), layout.cells().nothing()))
              : layout;
      List<Doubt> all = new ArrayList<>(doubts);
      dates.doubt(whole.cells().dates()).ifPresent(all::add);
      several(first, proposed, whole.cells().several()).ifPresent(all::add);
      return new FirstLook(
          whole,
          rows.columns(),
          first,
          proposed,
          List.copyOf(all),
          understood(first, proposed, whole.cells(), latest));
    }
  }

  /** Two words and a comma in an alias are two names, or a family and a given name. */
  private static Optional<Doubt> several(
      List<RawRow> rows, Map<String, ColumnMeaning> proposed, CellForms.Several chosen) {
    List<String> open =
        proposed.entrySet().stream()
            .filter(column -> column.getValue() == ColumnMeaning.ALIAS)
            .flatMap(column -> rows.stream().map(row -> row.shown(column.getKey())))
            .filter(cell -> cell.matches("\\s*[\\p{L}\\p{M}]+,\\s*[\\p{L}\\p{M}]+\\s*"))
            .toList();
    return open.isEmpty() || chosen != CellForms.Several.USUAL
        ? Optional.empty()
        : Optional.of(
            new Doubt(
                Doubt.About.SEVERAL,
                chosen.code(),
                List.of(
                    new Doubt.Choice(CellForms.Several.USUAL.code(), open),
                    new Doubt.Choice(
                        CellForms.Several.ALWAYS.code(),
                        open.stream().map(cell -> cell.replace(",", " |")).toList()))));
  }

  /** What a person or a program has to say before the file is read. */
  public List<Doubt> asked() {
    return doubts.stream().filter(Doubt::asks).toList();
  }

  private static Map<String, Understood> understood(
      List<RawRow> rows, Map<String, ColumnMeaning> proposed, CellForms cells, LocalDate latest) {
    Map<String, Understood> all = new LinkedHashMap<>();
    proposed.forEach((column, meaning) -> {
      RowReading reading =
          new RowReading(SubjectKind.PERSON, Map.of(column, meaning), cells, latest);
      int values = 0;
      Map<RowFault, Integer> notes = new LinkedHashMap<>();
      for (RawRow row : rows) {
        if (row.fault().isEmpty() && row.cells().containsKey(column)) {
          values++;
          reading.field(row).ifPresent(fault -> notes.merge(fault, 1, Integer::sum));
        }
      }
      all.put(column, new Understood(values, notes));
    });
    return all;
  }

  /**
   * In which order the dates of the shown rows are written.
   *
   * @param open dates whose day and month could change places
   */
  private record DatesOf(CellForms.Dates order, List<String> open) {
    static DatesOf of(List<RawRow> rows, Map<String, ColumnMeaning> proposed) {
      boolean day = false;
      boolean month = false;
      List<String> open = new ArrayList<>();
      CellForms.Dates told = CellForms.Dates.BOTH;
      for (Map.Entry<String, ColumnMeaning> column : proposed.entrySet()) {
        if (column.getValue() != ColumnMeaning.BORN) {
          continue;
        }
        CellForms.Dates heading = Headings.dates(column.getKey());
        told = heading == CellForms.Dates.BOTH ? told : heading;
        for (RawRow row : rows) {
          for (String written : row.cells().getOrDefault(column.getKey(), List.of())) {
            switch (SlashedDate.of(written)) {
              case DAY_FIRST -> day = true;
              case MONTH_FIRST -> month = true;
              case OPEN -> open.add(written);
              case NONE -> {}
            }
          }
        }
      }
      if (told != CellForms.Dates.BOTH || day == month) {
        return new DatesOf(told, open);
      }
      return new DatesOf(day ? CellForms.Dates.DAY_FIRST : CellForms.Dates.MONTH_FIRST, open);
    }

    Optional<Doubt> doubt(CellForms.Dates chosen) {
      return open.isEmpty() || chosen != CellForms.Dates.BOTH
          ? Optional.empty()
          : Optional.of(
              new Doubt(
                  Doubt.About.DATES,
                  chosen.code(),
                  List.of(
                      new Doubt.Choice(CellForms.Dates.BOTH.code(), open),
                      new Doubt.Choice(CellForms.Dates.DAY_FIRST.code(), open),
                      new Doubt.Choice(CellForms.Dates.MONTH_FIRST.code(), open))));
    }
  }

  @Override
  public String toString() {
    return "FirstLook[" + columns.size() + " columns]";
  }
}
