package org.entente.subject.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Learns how the figures of two names become odds, from pairs of names that are and are not one; of
 * half of the persons, by a hash, so that the other half tells what it is worth.
 */
final class PairLearning {
  private static final int PERSON = 7;
  private static final int BENDS = 12;

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
      if ((cells[PERSON].hashCode() & 1) != 0) {
        continue;
      }
      PreparedName one = matcher.prepare(cells[3]);
      PreparedName two = matcher.prepare(cells[4]);
      rows.add(matcher.meet(one, two).features());
      labels.add(cells[2].equals("1"));
    }
    figures.setProperty("name", Network.learn(rows, labels, BENDS).text());
  }
}
