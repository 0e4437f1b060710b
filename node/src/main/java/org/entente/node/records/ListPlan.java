package org.entente.node.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.FileLayout;
import org.entente.intake.SubjectKind;

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

  public ListPlan {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    if (reason.length() > REASON_MAX) {
      throw new IllegalArgumentException("a reason has at most 1,000 characters");
    }
  }

  boolean complete() {
    return !reason.isBlank() && SubjectKind.PERSON.knownBy(columns.values());
  }

  @Override
  public String toString() {
    return "ListPlan[…]";
  }
}
