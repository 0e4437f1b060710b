package org.entente.arms.marks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.arms.Coded;
import org.entente.subject.Marking;
import org.jspecify.annotations.Nullable;

/**
 * A ministry's own list of what codes on weapons and cartridges mean. No list comes with the
 * project but a dozen invented codes for exercises; each answer names its source.
 */
public final class ReferenceTable {
  /** Lines of a list; a world list of headstamps has a few thousand. */
  public static final int MOST_ROWS = 100_000;

  private static final int COLUMNS = 6;

  /**
   * What a code means.
   *
   * @param code as stamped
   * @param from the first year of its use, 0 if not known
   * @param to the last year of its use, 0 if not known or still used
   * @param country ISO 3166-1 alpha-2, or the name of a state that ended
   * @param source where the list has it from
   */
  public record Row(String code, int from, int to, String maker, String country, String source) {}

  /**
   * A line that was left out.
   *
   * @param line from 1
   */
  public record Fault(int line, Reason reason) {

    /** Why it was left out. */
    public enum Reason implements Coded {
      NOT_SIX_COLUMNS,
      NO_CODE,
      NO_SOURCE,
      NO_YEAR,
      TOO_LONG,
      TOO_MANY
    }
  }

  private final Map<String, List<Row>> rows;
  private final List<Fault> faults;

  private ReferenceTable(Map<String, List<Row>> rows, List<Fault> faults) {
    this.rows = rows;
    this.faults = List.copyOf(faults);
  }

  /** The invented codes for demonstrations and exercises. */
  public static ReferenceTable invented() {
    try (InputStream in =
        Objects.requireNonNull(ReferenceTable.class.getResourceAsStream("invented.tsv"))) {
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads lines of six columns apart by tabs: code, from, to, maker, country, source. Lines that
   * begin with # are remarks; a line that is not understood is left out and told.
   */
  public static ReferenceTable read(String text) {
    Map<String, List<Row>> rows = new HashMap<>();
    List<Fault> faults = new ArrayList<>();
    int number = 0;
    int taken = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (taken == MOST_ROWS || faults.size() == MOST_ROWS) {
        faults.add(new Fault(number, Fault.Reason.TOO_MANY));
        break;
      }
      String[] cells = line.split("\t", -1);
      Fault.Reason reason = reason(line, cells);
      if (reason != null) {
        faults.add(new Fault(number, reason));
        continue;
      }
      Row row =
          new Row(
              cells[0].strip(),
              year(cells[1]),
              year(cells[2]),
              cells[3].strip(),
              cells[4].strip(),
              cells[5].strip());
      rows.computeIfAbsent(key(row.code()), k -> new ArrayList<>()).add(row);
      taken++;
    }
    return new ReferenceTable(rows, faults);
  }

  /** What the list says of a code, by its look; several, if several used it. */
  public List<Row> of(String code) {
    return code.length() > Marking.MAX_LENGTH || key(code).isEmpty()
        ? List.of()
        : List.copyOf(rows.getOrDefault(key(code), List.of()));
  }

  /** The lines that were left out, in order. */
  public List<Fault> faults() {
    return faults;
  }

  private static Fault.@Nullable Reason reason(String line, String[] cells) {
    if (line.length() > 5 * Marking.MAX_LENGTH || cells[0].length() > Marking.MAX_LENGTH) {
      return Fault.Reason.TOO_LONG;
    }
    if (cells.length != COLUMNS) {
      return Fault.Reason.NOT_SIX_COLUMNS;
    }
    if (key(cells[0]).isEmpty()) {
      return Fault.Reason.NO_CODE;
    }
    if (cells[5].isBlank()) {
      return Fault.Reason.NO_SOURCE;
    }
    return year(cells[1]) < 0 || year(cells[2]) < 0 ? Fault.Reason.NO_YEAR : null;
  }

  private static int year(String cell) {
    String text = cell.strip();
    if (text.isEmpty()) {
      return 0;
    }
    return text.matches("[0-9]{4}") ? Integer.parseInt(text) : -1;
  }

  private static String key(String code) {
    return Marking.plain(Marking.canonical(code));
  }
}
