package org.entente.subject.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.entente.subject.PartialDate;
import org.entente.subject.names.Logistic;
import org.entente.subject.names.NameMatcher;

/**
 * The program that learns what dates of birth weigh beside names. Arguments: the folder with {@code
 * pairs.dev.tsv}, the folder to write {@code weights.properties} to.
 */
public final class EvidenceLearning {
  private static final List<BirthDates> KINDS =
      Arrays.stream(BirthDates.values())
          .filter(how ->
              how != BirthDates.UNKNOWN
                  && how != BirthDates.DIGITS_EXCHANGED
                  && how != BirthDates.SAME_MONTH_ONLY_MONTH_KNOWN)
          .toList();

  /** Keeps kinds that are seldom from growing without bound. */
  private static final double RIDGE = 0.05;

  private EvidenceLearning() {}

  /** Learns and writes the weights. */
  public static void main(String[] arguments) throws IOException {
    NameMatcher names = NameMatcher.shipped();
    List<float[]> rows = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    List<String> lines = Files.readAllLines(Path.of(arguments[0], "pairs.dev.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      BirthDates born = BirthDates.of(read(cells[5]), read(cells[6]));
      if (!KINDS.contains(born)) {
        continue;
      }
      float[] row = new float[1 + KINDS.size()];
      row[0] = names.weigh(names.prepare(cells[3]), names.prepare(cells[4])).odds();
      row[1 + KINDS.indexOf(born)] = 1;
      rows.add(row);
      labels.add(cells[2].equals("1"));
    }
    double[] learned = Logistic.fit(rows, labels, RIDGE);
    StringBuilder text =
        new StringBuilder("# Learned by EvidenceLearning; see docs/matching.md.\n");
    text.append(String.format(Locale.ROOT, "names = %.3f%n", learned[0]));
    for (int k = 0; k < KINDS.size(); k++) {
      text.append(
          String.format(Locale.ROOT, "born.%s = %.3f%n", KINDS.get(k).code(), learned[1 + k]));
    }
    Files.writeString(
        Path.of(arguments[1], "weights.properties"), text.toString(), StandardCharsets.UTF_8);
  }

  /** Dates as the file writes them: 1965, 1965-03 or 1965-03-12. */
  static List<PartialDate> read(String written) {
    if (written.isBlank()) {
      return List.of();
    }
    String[] cells = written.split("-", -1);
    return List.of(
        new PartialDate(
            Integer.parseInt(cells[0]),
            cells.length > 1 ? Integer.parseInt(cells[1]) : 0,
            cells.length > 2 ? Integer.parseInt(cells[2]) : 0,
            0));
  }
}
