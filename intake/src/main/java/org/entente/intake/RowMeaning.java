package org.entente.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entente.subject.Subject;

/**
 * What the cells of a row mean.
 *
 * @param columns what each column means
 */
record RowMeaning(SubjectKind kind, Map<String, ColumnMeaning> columns) {
  RowMeaning {
    columns = Map.copyOf(columns);
  }

  Subject subject(RowValues values) throws NotUnderstood {
    return new SubjectReading(values, kind).subject();
  }

  RowValues values(RawRow row) throws NotUnderstood {
    Map<ColumnMeaning, List<String>> values = new EnumMap<>(ColumnMeaning.class);
    for (Map.Entry<String, List<String>> cell : row.cells().entrySet()) {
      ColumnMeaning meaning = columns.get(cell.getKey());
      if (meaning != null) {
        List<String> all = values.computeIfAbsent(meaning, f -> new ArrayList<>());
        for (String value : cell.getValue()) {
          for (String part : meaning.many() ? value.split("[;\\n]", -1) : new String[] {value}) {
            String clean = part.strip();
            check(clean, meaning);
            if (!clean.isEmpty()) {
              all.add(clean);
            }
          }
        }
      }
    }
    return new RowValues(values);
  }

  private static void check(String value, ColumnMeaning meaning) throws NotUnderstood {
    if (value.length() > Limits.VALUE_CHARS) {
      throw new NotUnderstood(RowFault.VALUE_TOO_LONG, meaning);
    }
    if (value
        .chars()
        .anyMatch(c -> c == 0xFFFD || (Character.isISOControl(c) && c != '\t' && c != '\n'))) {
      throw new NotUnderstood(RowFault.NOT_TEXT, meaning);
    }
  }
}
