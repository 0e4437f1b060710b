package org.entente.node.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every column that refers to a content key. Walked through twice in a node's life: when a node
 * that kept its keys beside the content is brought up to date, and after a backup was restored.
 */
final class KeyColumns {
  /** Rows looked at in one query. */
  private static final int PAGE = 1_000;

  /**
   * A column with keys.
   *
   * @param primary the columns that name a row, in order
   */
  private record Column(String table, String key, List<String> primary) {
    static Column of(String table, String key, String... primary) {
      return new Column(table, key, List.of(primary));
    }
  }

  private static final List<Column> ALL =
      List.of(
          Column.of("message", "wrapped_key", "id"),
          Column.of("message", "note_key", "id"),
          Column.of("agreement_step", "wrapped_key", "id"),
          Column.of("record", "wrapped_key", "id"),
          Column.of("record_import", "wrapped_key", "id"),
          Column.of("record_import", "plan_key", "id"),
          Column.of("import_fault", "wrapped_key", "import_id", "position"),
          Column.of("record_question", "wrapped_key", "id"),
          Column.of("record_index_key", "wrapped_key", "name"),
          Column.of("screening", "list_key", "id"),
          Column.of("screening", "plan_key", "id"),
          Column.of("screening_line", "wrapped_key", "screening_id", "position"),
          Column.of("restricted_look", "wrapped_key", "id"),
          Column.of("evidence_export", "wrapped_key", "id"),
          Column.of("measure_export", "wrapped_key", "id"),
          Column.of("review_step", "wrapped_key", "id"),
          Column.of("notice", "wrapped_key", "id"),
          Column.of("log_stop", "reason_key", "id"),
          Column.of("supervision_look", "wrapped_key", "id"),
          Column.of("possible_match", "ground_key", "id"),
          Column.of("check_epoch", "wrapped_key", "id"),
          Column.of("check_question", "wrapped_key", "id"),
          Column.of("check_list", "list_key", "id"),
          Column.of("check_list", "plan_key", "id"),
          Column.of("check_key", "wrapped_key", "name"),
          Column.of("unsent", "wrapped_key", "id"),
          Column.of("saved_filter", "wrapped_key", "id"),
          Column.of("route", "asked_key", "id"),
          Column.of("route", "came_key", "id"),
          Column.of("house_note", "wrapped_key", "id"),
          Column.of("duty_way", "wrapped_key", "id"),
          Column.of("measure", "wrapped_key", "id"),
          Column.of("measure_step", "wrapped_key", "id"),
          Column.of("measure_call", "wrapped_key", "id"),
          Column.of("duty_handover", "wrapped_key", "id"));

  private KeyColumns() {}

  /** The columns as {@code table.column}. */
  static List<String> names() {
    return ALL.stream().map(column -> column.table() + "." + column.key()).toList();
  }

  private record Held(List<Object> primary, byte[] key) {}

  /** Runs a unit and commits it. */
  interface Units {
    <T> T run(Function<Tx, T> unit);
  }

  /** Moves keys that still lie beside their content to the shelf. */
  static void move(Units units, KeyShelf shelf) {
    walk(
        units,
        "LENGTH(%s) > " + KeyShelf.REFERENCE_BYTES,
        (tx, column, rows) -> {
          for (Held row : rows) {
            set(tx, column, row, shelf.put(row.key()));
          }
        });
  }

  /**
   * Takes references to forgotten keys away: what was erased after the backup was made is erased.
   */
  static void eraseAgain(Units units, KeyShelf shelf) {
    walk(
        units,
        "LENGTH(%s) = " + KeyShelf.REFERENCE_BYTES,
        (tx, column, rows) -> {
          var forgotten = shelf.forgottenAmong(rows.stream().map(Held::key).toList());
          for (Held row : rows) {
            if (forgotten.contains(ByteBuffer.wrap(row.key()))) {
              set(tx, column, row, new byte[0]);
            }
          }
        });
  }

  private interface Work {
    void on(Tx tx, Column column, List<Held> rows);
  }

  private static void walk(Units units, String condition, Work work) {
    for (Column column : ALL) {
      List<Object> last = List.of();
      do {
        List<Object> after = last;
        last = units.run(tx -> step(tx, column, condition, after, work));
      } while (!last.isEmpty());
    }
  }

  /** The last row looked at; empty when there are no more. */
  private static List<Object> step(
      Tx tx, Column column, String condition, List<Object> after, Work work) {
    List<Held> rows = page(tx, column, condition.formatted(column.key()), after);
    if (!rows.isEmpty()) {
      work.on(tx, column, rows);
    }
    return rows.size() < PAGE ? List.of() : rows.getLast().primary();
  }

  private static List<Held> page(Reads tx, Column column, String condition, List<Object> after) {
    String names = String.join(", ", column.primary());
    String from = after.isEmpty() ? "" : " AND (" + names + ") > (" + placeholders(column) + ")";
    Query query =
        tx.sql(
            """
            SELECT %s, %s
            FROM %s
            WHERE %s %s
            ORDER BY %s LIMIT %s
            """
                .formatted(names, column.key(), column.table(), condition, from, names, PAGE));
    for (int i = 0; i < after.size(); i++) {
      query = query.param("p" + i, after.get(i));
    }
    return query
        .query((rs, n) -> {
          List<Object> primary = new ArrayList<>();
          for (String name : column.primary()) {
            primary.add(rs.getObject(name));
          }
          return new Held(primary, rs.getBytes(column.key()));
        })
        .list();
  }

  private static String placeholders(Column column) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < column.primary().size(); i++) {
      names.add(":p" + i);
    }
    return String.join(", ", names);
  }

  private static void set(Tx tx, Column column, Held row, byte[] key) {
    String where =
        column.primary().stream()
            .map(name -> name + " = :p" + column.primary().indexOf(name))
            .collect(Collectors.joining(" AND "));
    Statement update =
        tx.sql(
                """
                UPDATE %s
                SET %s = :key
                WHERE %s
                """
                    .formatted(column.table(), column.key(), where))
            .param("key", key);
    for (int i = 0; i < row.primary().size(); i++) {
      update = update.param("p" + i, row.primary().get(i));
    }
    update.update();
  }
}
