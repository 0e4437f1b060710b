package org.entente.intake;

import java.util.List;
import java.util.Optional;

/**
 * Where among the first rows of a file its table begins.
 *
 * @param at index of its first row
 * @param header whether that row names the columns
 * @param known how many of its cells are headings that are known
 */
record Table(int at, boolean header, int known) {
  /** Finds the row that names the columns, else the first that is as wide as most. */
  static Table in(List<List<String>> rows) {
    int best = -1;
    int most = 0;
    for (int i = 0; i < rows.size(); i++) {
      int known = known(rows.get(i));
      if (known > most) {
        best = i;
        most = known;
      }
    }
    if (best >= 0 && (most > 1 || filled(rows.get(best)) <= 2)) {
      return new Table(best, true, most);
    }
    int width = usualWidth(rows);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() >= width) {
        return new Table(i, names(rows.get(i)), known(rows.get(i)));
      }
    }
    return new Table(0, true, 0);
  }

  private static int known(List<String> row) {
    return (int)
        row.stream().map(ColumnMeaning::ofHeading).flatMap(Optional::stream).distinct().count();
  }

  private static long filled(List<String> row) {
    return row.stream().filter(cell -> !cell.isBlank()).count();
  }

  private static int usualWidth(List<List<String>> rows) {
    int width = 1;
    long most = 0;
    for (List<String> row : rows) {
      long same = rows.stream().filter(r -> r.size() == row.size()).count();
      if (same > most || (same == most && row.size() > width)) {
        width = row.size();
        most = same;
      }
    }
    return width;
  }

  /** Names of columns have no digits. */
  private static boolean names(List<String> row) {
    return known(row) > 0 || row.stream().noneMatch(c -> c.chars().anyMatch(Character::isDigit));
  }
}
