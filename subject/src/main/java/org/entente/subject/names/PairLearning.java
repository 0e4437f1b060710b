package org.entente.subject.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;

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
    strangers(pairs, rows, labels);
    figures.setProperty("name", Network.learn(rows, labels, BENDS).text());
  }

  /**
   * The pairs' other persons have near names; registers are full of persons who share one word or
   * none. Each name is put beside another's, and beside itself with one word of another's.
   */
  private void strangers(Path pairs, List<float[]> rows, List<Boolean> labels) throws IOException {
    List<String[]> same = new ArrayList<>();
    for (String line : Files.readAllLines(pairs)) {
      String[] cells = line.split("\t", -1);
      if (cells[2].equals("1") && (cells[PERSON].hashCode() & 1) == 0) {
        same.add(cells);
      }
    }
    Random chance = new Random(7);
    for (String[] cells : same) {
      String[] other = same.get(chance.nextInt(same.size()));
      if (!other[PERSON].equals(cells[PERSON])) {
        PreparedName asked = matcher.prepare(cells[3]);
        String[] words = cells[4].split(" ", -1);
        String[] others = other[4].split(" ", -1);
        if (words.length > 1) {
          words[chance.nextInt(words.length)] = others[chance.nextInt(others.length)];
          add(asked, String.join(" ", words), rows, labels);
        }
        add(asked, other[4], rows, labels);
      }
    }
  }

  private void add(PreparedName asked, String other, List<float[]> rows, List<Boolean> labels) {
    rows.add(matcher.meet(asked, matcher.prepare(other)).features());
    labels.add(false);
  }
}
