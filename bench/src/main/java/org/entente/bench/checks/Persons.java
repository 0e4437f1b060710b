package org.entente.bench.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.subject.PartialDate;
import org.jspecify.annotations.Nullable;

/** The persons of the protocol for names, with their dates of birth. */
record Persons(List<Held> held, List<Asked> asked, List<Asked> absent) {
  private static final String DISTRACTORS = "D";

  /** A person of the index. */
  record Held(String source, String equal, @Nullable PartialDate born, String name) {}

  /**
   * A question.
   *
   * @param equal which persons are meant; empty for a person who is not in the index
   * @param dated whether both sides have a date of birth
   */
  record Asked(
      String kind,
      String source,
      String equal,
      @Nullable PartialDate born,
      String name,
      boolean dated) {

    boolean means(Held person) {
      return equal.equals(person.equal());
    }

    /** A question sees the persons of its own source and the distractors, or all. */
    boolean sees(Held person) {
      return source.isEmpty()
          || source.equals(person.source())
          || person.source().equals(DISTRACTORS);
    }
  }

  static Persons read(Path folder) throws IOException {
    List<Held> held = new ArrayList<>();
    Map<String, Held> byId = new HashMap<>();
    for (String[] c : rows(folder.resolve("index.tsv"))) {
      held.add(new Held(c[2], c[5], date(c[4]), c[7]));
      byId.put(c[0], held.getLast());
    }
    List<Asked> asked = new ArrayList<>();
    for (String[] c : rows(folder.resolve("queries.dev.tsv"))) {
      PartialDate born = date(c[6]);
      boolean dated = born != null && Objects.requireNonNull(byId.get(c[4])).born() != null;
      asked.add(new Asked(c[2], c[3], c[5], born, c[7], dated));
    }
    List<Asked> absent = new ArrayList<>();
    for (String[] c : rows(folder.resolve("absent.dev.tsv"))) {
      PartialDate born = date(c[3]);
      absent.add(new Asked("absent", "", "", born, c[2], born != null));
    }
    return new Persons(held, asked, absent);
  }

  private static List<String[]> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(1, lines.size()).stream().map(line -> line.split("\t", -1)).toList();
  }

  private static @Nullable PartialDate date(String written) {
    if (written.isEmpty()) {
      return null;
    }
    String[] parts = written.split("-", -1);
    return new PartialDate(
        Integer.parseInt(parts[0]),
        parts.length > 1 ? Integer.parseInt(parts[1]) : 0,
        parts.length > 2 ? Integer.parseInt(parts[2]) : 0,
        0);
  }
}
