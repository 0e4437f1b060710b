package org.entente.node.web.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.FirstLook;
import org.jspecify.annotations.Nullable;

/**
 * A file that was taken in, how it is read, and what its columns seem to mean, by stable codes.
 *
 * @param state {@code needs-reading} while the file leaves open what has to be said first
 * @param doubts what the file leaves open, with the choices
 * @param understood of each proposed column what came of its values in the first rows
 */
public record ColumnsAnswer(
    String id,
    String state,
    List<String> columns,
    Map<String, String> proposed,
    ReadingAnswer reading,
    List<ReadingAnswer.DoubtAnswer> doubts,
    Map<String, ReadingAnswer.UnderstoodAnswer> understood) {
  public static ColumnsAnswer of(String id, FirstLook look) {
    Map<String, String> proposed = new LinkedHashMap<>();
    look.proposed().forEach((column, field) -> proposed.put(column, field.code()));
    Map<String, ReadingAnswer.UnderstoodAnswer> understood = new LinkedHashMap<>();
    look.understood()
        .forEach((column, came) -> understood.put(column, ReadingAnswer.UnderstoodAnswer.of(came)));
    return new ColumnsAnswer(
        id,
        look.asked().isEmpty() ? "uploaded" : "needs-reading",
        look.columns(),
        proposed,
        ReadingAnswer.of(look.reading()),
        look.doubts().stream().map(ReadingAnswer.DoubtAnswer::of).toList(),
        understood);
  }

  /** What columns mean, as a program says; as proposed where it says nothing. */
  public static Map<String, ColumnMeaning> meanings(
      @Nullable Map<String, String> columns, FirstLook look) {
    if (columns == null) {
      return look.proposed();
    }
    Map<String, ColumnMeaning> meanings = new LinkedHashMap<>();
    columns.forEach((column, field) ->
        meanings.put(column, Wanted.code("columns", field, ColumnMeaning::ofCode)));
    return meanings;
  }

  @Override
  public String toString() {
    return "ColumnsAnswer[" + id + "]";
  }
}
