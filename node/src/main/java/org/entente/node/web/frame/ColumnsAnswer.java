package org.entente.node.web.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.FirstLook;
import org.jspecify.annotations.Nullable;

/** A file that was taken in, and what its columns seem to mean, by stable codes. */
public record ColumnsAnswer(String id, List<String> columns, Map<String, String> proposed) {
  public static ColumnsAnswer of(String id, FirstLook look) {
    Map<String, String> proposed = new LinkedHashMap<>();
    look.proposed().forEach((column, field) -> proposed.put(column, field.code()));
    return new ColumnsAnswer(id, look.columns(), proposed);
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
}
