package org.entente.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.entente.subject.Gender;
import org.entente.subject.PartialDate;
import org.entente.subject.invented.InventedPerson;
import org.entente.subject.invented.InventedPersons;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Writes a register of persons that do not exist. */
@Command(
    name = "invent",
    description = "Writes a register of invented persons, to try imports and searches with.",
    mixinStandardHelpOptions = true)
public final class InventCommand implements Callable<Integer> {
  private static final int SHOW_EVERY = 20_000;

  /** How the register is written. */
  enum Format {
    CSV,
    JSONL
  }

  @Option(names = "--count", required = true, description = "How many persons.")
  int count;

  @Option(names = "--seed", description = "The same seed gives the same persons.")
  long seed = 1;

  @Option(names = "--format", description = "csv or jsonl.")
  Format format = Format.CSV;

  @Option(names = "--out", description = "File to write; the standard output if left out.")
  @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (count < 1) {
      throw new Stop("--count is at least 1.");
    }
    if (out == null) {
      Writer writer =
          new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
      write(writer);
      writer.flush();
    } else {
      try (Writer writer = Files.newBufferedWriter(out)) {
        write(writer);
      }
      System.err.println();
    }
    return 0;
  }

  void write(Writer writer) throws IOException {
    InventedPersons persons = InventedPersons.of(seed);
    for (int i = 1; i <= count; i++) {
      Map<String, String> row = row(i, persons.next());
      if (format == Format.CSV && i == 1) {
        writer.write(String.join(",", row.keySet()) + "\n");
      }
      writer.write(
          format == Format.CSV
              ? row.values().stream().map(InventCommand::cell).collect(Collectors.joining(","))
              : JsonMapper.shared().writeValueAsString(row));
      writer.write('\n');
      if (out != null && (i % SHOW_EVERY == 0 || i == count)) {
        System.err.printf(Locale.ROOT, "\r  %,d of %,d persons", i, count);
      }
    }
  }

  /** One row of the register, by column. */
  public static Map<String, String> row(int number, InventedPerson person) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("id", Integer.toString(number));
    row.put("name", person.name());
    String between = person.otherSpelling().isEmpty() || person.alias().isEmpty() ? "" : "; ";
    row.put("alias", person.otherSpelling() + between + person.alias());
    row.put("gender", person.gender() == Gender.FEMALE ? "f" : "m");
    row.put("date of birth", written(person.born()));
    row.put("nationality", person.nationality());
    row.put("place of birth", person.birthPlace());
    row.put("passport", person.document());
    row.put("phone", person.phone());
    return row;
  }

  private static String written(PartialDate date) {
    return date.complete()
        ? String.format(Locale.ROOT, "%04d-%02d-%02d", date.year(), date.month(), date.day())
        : Integer.toString(date.year());
  }

  /** A cell of CSV (RFC 4180). */
  public static String cell(String value) {
    return value.indexOf(',') < 0 && value.indexOf('"') < 0
        ? value
        : '"' + value.replace("\"", "\"\"") + '"';
  }
}
