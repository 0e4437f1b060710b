package org.entente.node.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.ledger.LedgerEntry;

/**
 * Several values under one name of an entry. A reference has a longest length, and what is joined
 * into one has none: whatever does not fit stands under the same name with a number, {@code
 * articles}, {@code articles-2}, so that no act fails because of how much it names.
 */
public final class Several {
  /** References that the values of one name may fill; the rest of the entry needs some too. */
  private static final int MOST_REFERENCES = 10;

  private static final String NOT_OF_THE_PATTERN = "[^A-Za-z0-9 ._:/()+=-]";

  private Several() {}

  /**
   * Puts values that are no identifiers; those beyond the space of an entry are counted under the
   * name with {@code -more}. They stand in full with the act itself.
   */
  public static void put(
      Map<String, String> references, String name, List<String> values, String between) {
    List<String> filled = new ArrayList<>();
    int put = 0;
    for (String value : values) {
      String fitting = fitting(value);
      if (fitting.isEmpty()) {
        put++;
        continue;
      }
      String longer = filled.isEmpty() ? fitting : filled.getLast() + between + fitting;
      if (!filled.isEmpty() && longer.length() <= LedgerEntry.MAX_REFERENCE_CHARS) {
        filled.set(filled.size() - 1, longer);
      } else if (filled.size() < MOST_REFERENCES) {
        filled.add(fitting);
      } else {
        break;
      }
      put++;
    }
    for (int i = 0; i < filled.size(); i++) {
      references.put(i == 0 ? name : name + "-" + (i + 1), filled.get(i));
    }
    if (put < values.size()) {
      references.put(name + "-more", Integer.toString(values.size() - put));
    }
  }

  /** What was put under a name. */
  public static List<String> of(Map<String, String> references, String name, String between) {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= MOST_REFERENCES; i++) {
      String joined = references.getOrDefault(i == 1 ? name : name + "-" + i, "");
      if (!joined.isEmpty()) {
        all.addAll(List.of(joined.split(Pattern.quote(between), -1)));
      }
    }
    return all;
  }

  /** The label of a treaty may be written in any script; an entry is not. */
  private static String fitting(String value) {
    String plain = value.replaceAll(NOT_OF_THE_PATTERN, ".").strip();
    return plain.length() <= LedgerEntry.MAX_REFERENCE_CHARS
        ? plain
        : plain.substring(0, LedgerEntry.MAX_REFERENCE_CHARS).strip();
  }
}
