package org.entente.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of a file's columns: each one different, none empty. */
final class Columns {
  private Columns() {}

  static List<String> names(List<String> first, boolean header) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < first.size(); i++) {
      String plain = header ? first.get(i).strip() : "";
      String name = plain.isEmpty() ? "(" + (i + 1) + ")" : plain;
      names.add(names.contains(name) ? name + " (" + (i + 1) + ")" : name);
    }
    return new ArrayList<>(names);
  }
}
