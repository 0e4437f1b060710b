package org.entente.node.web.cases;

import java.util.List;
import java.util.Map;
import org.entente.node.casework.WorkLine;
import org.entente.node.checks.CheckView;
import org.entente.node.evidence.Exported;
import org.entente.node.officers.OfficerId;
import org.entente.node.records.Found;

/**
 * What the page of the one search shows.
 *
 * @param text what was typed; it never stands in an address
 * @param problem the end of the key of a sentence; empty where there is none
 * @param cases those called so first, then those with a request about such a person
 * @param more whether more cases are called so than are shown
 * @param names of those who hold one of these cases
 * @param evidence what was taken out of these cases, by reference
 */
public record SearchScreen(
    String text,
    String problem,
    List<WorkLine> cases,
    boolean more,
    Map<OfficerId, String> names,
    List<Found> records,
    List<CheckView> checks,
    Map<String, List<Exported>> evidence) {
  /** Cases that are shown by their reference; who means another one writes more of it. */
  public static final int MOST = 20;

  /** Records shown here; the page of the index shows the others. */
  public static final int RECORDS = 10;

  /** The longest that is searched for. */
  public static final int LONGEST = 200;

  public SearchScreen {
    cases = List.copyOf(cases);
    names = Map.copyOf(names);
    records = List.copyOf(records);
    checks = List.copyOf(checks);
  }

  static SearchScreen nothing(String text, String problem) {
    return new SearchScreen(
        text, problem, List.of(), false, Map.of(), List.of(), List.of(), Map.of());
  }

  /** Whether anything was searched for. */
  public boolean searched() {
    return !text.isBlank() && (problem.isEmpty() || problem.equals("silent"));
  }

  public String holder(WorkLine line) {
    return line.holder().map(id -> names.getOrDefault(id, "–")).orElse("");
  }

  @Override
  public String toString() {
    return "SearchScreen[…]";
  }
}
