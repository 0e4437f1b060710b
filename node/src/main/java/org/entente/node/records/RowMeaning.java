package org.entente.node.records;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entente.node.records.RowReading.Unreadable;
import org.entente.node.records.RowReading.Values;
import org.entente.subject.Subject;

/**
 * What the cells of a row mean.
 *
 * @param columns what each column means
 */
record RowMeaning(SubjectKind kind, Map<String, Field> columns) {
  Subject subject(Values values) throws Unreadable {
    return new SubjectReading(values, kind).subject();
  }

  Values values(RawRow row) throws Unreadable {
    Map<Field, List<String>> values = new EnumMap<>(Field.class);
    for (Map.Entry<String, List<String>> cell : row.cells().entrySet()) {
      Field field = columns.get(cell.getKey());
      if (field != null) {
        List<String> all = values.computeIfAbsent(field, f -> new ArrayList<>());
        for (String value : cell.getValue()) {
          for (String part : field.many() ? value.split("[;\\n]", -1) : new String[] {value}) {
            String clean = part.strip();
            check(clean, field);
            if (!clean.isEmpty()) {
              all.add(clean);
            }
          }
        }
      }
    }
    return new Values(values);
  }

  private static void check(String value, Field field) throws Unreadable {
    if (value.length() > Limits.VALUE_CHARS) {
      throw new Unreadable(RowFault.VALUE_TOO_LONG, field);
    }
    if (value
        .chars()
        .anyMatch(c -> c == 0xFFFD || (Character.isISOControl(c) && c != '\t' && c != '\n'))) {
      throw new Unreadable(RowFault.NOT_TEXT, field);
    }
  }
}
