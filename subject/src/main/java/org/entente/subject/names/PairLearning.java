package org.entente.subject.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Learns how the figures of two names become odds, from pairs of names that are and are not one.
 */
final class PairLearning {
  private final NameMatcher matcher;

  PairLearning(NameMatcher matcher) {
    this.matcher = matcher;
  }

  void learn(Path pairs, Properties figures) throws IOException {
    List<float[]> rows = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    List<String> lines = Files.readAllLines(pairs);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      PreparedName one = matcher.prepare(cells[3]);
      PreparedName two = matcher.prepare(cells[4]);
      rows.add(matcher.meet(one, two).features());
      labels.add(cells[2].equals("1"));
    }
    double[] learned = Logistic.fit(rows, labels, 1e-2);
    figures.setProperty("name", NameLearning.row(learned));
    System.err.println("names " + NameLearning.row(learned));
  }
}
