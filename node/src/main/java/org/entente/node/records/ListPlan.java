package org.entente.node.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.FileLayout;

/**
 * How a list of persons is read, and why it is held against the index.
 *
 * @param name of the file
 * @param columns what each column means; the others are shown as written
 * @param reason in the officer's words; kept with the ledger's entry
 */
public record ListPlan(
    String name, FileLayout reading, Map<String, ColumnMeaning> columns, String reason) {
  public static final int REASON_MAX = 1_000;

  private static final Set<ColumnMeaning> NAMES =
      Set.of(ColumnMeaning.NAME, ColumnMeaning.FAMILY, ColumnMeaning.GIVEN);

  public ListPlan {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    if (reason.length() > REASON_MAX) {
      throw new IllegalArgumentException("a reason has at most 1,000 characters");
    }
  }

  boolean complete() {
    return !reason.isBlank() && columns.values().stream().anyMatch(NAMES::contains);
  }

  @Override
  public String toString() {
    return "ListPlan[…]";
  }
}
