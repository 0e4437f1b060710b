package org.entente.bench.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of the protocol, as their README describes them. */
record Protocol(
    List<Held> index, List<Asked> queries, List<Asked> absent, List<Pair> pairs, List<Pair> hard) {

  /** A person of the index. */
  record Held(String source, String equal, String script, String name) {}

  /** A question; {@code equal} is empty for a person who is not in the index. */
  record Asked(String stratum, String source, String equal, String name) {}

  /** Two names and whether they are one person's. */
  record Pair(
      String stratum,
      boolean same,
      String one,
      String two,
      String bornOne,
      String bornTwo,
      String person) {}

  static Protocol read(Path folder) throws IOException {
    List<Held> index = new ArrayList<>();
    for (String[] c : rows(folder.resolve("index.tsv"))) {
      index.add(new Held(c[2], c[5], c[6], c[7]));
    }
    List<Asked> queries = new ArrayList<>();
    for (String[] c : rows(folder.resolve("queries.dev.tsv"))) {
      queries.add(new Asked(c[2], c[3], c[5], c[7]));
    }
    List<Asked> absent = new ArrayList<>();
    for (String[] c : rows(folder.resolve("absent.dev.tsv"))) {
      absent.add(new Asked("absent", "", "", c[2]));
    }
    List<Pair> pairs = new ArrayList<>();
    for (String[] c : rows(folder.resolve("pairs.dev.tsv"))) {
      pairs.add(new Pair(c[1], c[2].equals("1"), c[3], c[4], c[5], c[6], c[7]));
    }
    List<Pair> hard = new ArrayList<>();
    for (String[] c : rows(folder.resolve("nkbench.dev.tsv"))) {
      hard.add(new Pair(c[1], c[2].equals("1"), c[3], c[4], "", "", ""));
    }
    return new Protocol(index, queries, absent, pairs, hard);
  }

  private static List<String[]> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(1, lines.size()).stream().map(line -> line.split("\t", -1)).toList();
  }
}
