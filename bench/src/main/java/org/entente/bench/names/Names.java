package org.entente.bench.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures ways of matching names by one protocol and prints tables.
 *
 * <p>Arguments: the folder with the protocol's files.
 */
public final class Names {
  private static final int SMALLEST_STRATUM = 20;
  private static final int SHOWN = 10;

  private Names() {}

  /** Runs the protocol. */
  public static void main(String[] arguments) throws IOException {
    Protocol protocol = Protocol.read(Path.of(arguments[0]));
    for (Way way : List.of(new Ours())) {
      System.out.println("# " + way.title());
      pairs(way, protocol.pairs());
      hard(way, protocol.hard());
      retrieval(way, protocol);
    }
  }

  private static void pairs(Way way, List<Protocol.Pair> pairs) {
    long start = System.nanoTime();
    double[] scores = pairs.stream().mapToDouble(p -> way.compare(p.one(), p.two())).toArray();
    double micros = (System.nanoTime() - start) / 1e3 / pairs.size();
    List<Integer> one = new ArrayList<>();
    List<Integer> two = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      ((pairs.get(i).person().hashCode() & 1) == 0 ? one : two).add(i);
    }
    double threshold = best(scores, pairs, one)[1];
    System.out.printf(
        Locale.ROOT,
        "pairs: F1 %.3f at the threshold of the other half (%.2f); F1 of that half %.3f; %.1f µs a pair with preparation%n",
        f1(scores, pairs, two, threshold),
        threshold,
        best(scores, pairs, one)[0],
        micros);
    double[] dated =
        pairs.stream()
            .mapToDouble(p -> way.compare(p.one(), p.bornOne(), p.two(), p.bornTwo()))
            .toArray();
    double dividing = best(dated, pairs, one)[1];
    System.out.printf(
        Locale.ROOT, "with dates of birth: F1 %.3f%n", f1(dated, pairs, two, dividing));
    Map<String, int[]> wrong = new TreeMap<>();
    for (int i = 0; i < scores.length; i++) {
      int[] w = wrong.computeIfAbsent(pairs.get(i).stratum(), k -> new int[4]);
      boolean said = scores[i] >= threshold;
      boolean same = pairs.get(i).same();
      w[said ? (same ? 0 : 1) : same ? 2 : 3]++;
    }
    wrong.forEach((s, w) -> {
      if (w[0] + w[1] + w[2] + w[3] > 50) {
        System.out.printf(
            Locale.ROOT,
            "   %-18s F1 %.3f false %d missed %d of %d%n",
            s,
            2.0 * w[0] / (2 * w[0] + w[1] + w[2]),
            w[1],
            w[2],
            w[0] + w[2]);
      }
    });
  }

  private static void hard(Way way, List<Protocol.Pair> pairs) {
    double[] scores = pairs.stream().mapToDouble(p -> way.compare(p.one(), p.two())).toArray();
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      all.add(i);
    }
    double[] best = best(scores, pairs, all);
    System.out.printf(Locale.ROOT, "hard cases: best F1 %.3f at %.2f%n", best[0], best[1]);
    if (System.getProperty("errors") != null) {
      for (int i = 0; i < scores.length; i++) {
        if (scores[i] >= best[1] != pairs.get(i).same()) {
          System.out.printf(
              Locale.ROOT,
              "   %b %.2f %s | %s%n",
              pairs.get(i).same(),
              scores[i],
              pairs.get(i).one(),
              pairs.get(i).two());
        }
      }
    }
  }

  private static double f1(
      double[] scores, List<Protocol.Pair> pairs, List<Integer> of, double threshold) {
    int right = 0;
    int wrong = 0;
    int missed = 0;
    for (int i : of) {
      boolean said = scores[i] >= threshold;
      right += said && pairs.get(i).same() ? 1 : 0;
      wrong += said && !pairs.get(i).same() ? 1 : 0;
      missed += !said && pairs.get(i).same() ? 1 : 0;
    }
    return 2.0 * right / (2 * right + wrong + missed);
  }

  private static double[] best(double[] scores, List<Protocol.Pair> pairs, List<Integer> of) {
    List<Integer> order = new ArrayList<>(of);
    order.sort((a, b) -> Double.compare(scores[b], scores[a]));
    long all = of.stream().filter(i -> pairs.get(i).same()).count();
    double[] best = {0, 0};
    int right = 0;
    for (int k = 0; k < order.size(); k++) {
      right += pairs.get(order.get(k)).same() ? 1 : 0;
      double f = 2.0 * right / (k + 1 + all);
      if (f > best[0]) {
        best = new double[] {f, scores[order.get(k)]};
      }
    }
    return best;
  }

  private static final class Tally {
    int asked;
    int first;
    int tenth;
    int reached;
    final List<double[]> answers = new ArrayList<>();
  }

  private static void retrieval(Way way, Protocol protocol) {
    long start = System.nanoTime();
    way.index(protocol.index());
    System.out.printf(
        Locale.ROOT,
        "indexed %d in %.1f s%n",
        protocol.index().size(),
        (System.nanoTime() - start) / 1e9);
    for (int i = 0; i < 100; i++) {
      way.find(protocol.queries().get(i * 100).name(), "ep", SHOWN);
    }
    Map<String, Tally> tallies = new TreeMap<>();
    double[] millis = new double[protocol.queries().size()];
    int step = Integer.getInteger("names.every", 1);
    for (int q = 0; q < millis.length; q += step) {
      Protocol.Asked asked = protocol.queries().get(q);
      long began = System.nanoTime();
      List<Way.Found> found = way.find(asked.name(), asked.source(), SHOWN);
      millis[q] = (System.nanoTime() - began) / 1e6;
      Tally tally = tallies.computeIfAbsent(asked.stratum(), k -> new Tally());
      tally.asked++;
      boolean first = false;
      for (int k = 0; k < found.size(); k++) {
        if (protocol.index().get(found.get(k).held()).equal().equals(asked.equal())) {
          tally.tenth++;
          first = k == 0;
          tally.first += first ? 1 : 0;
          break;
        }
      }
      tally.answers.add(
          new double[] {found.isEmpty() ? -99 : found.getFirst().score(), first ? 1 : 0});
      if (way instanceof Ours ours && ours.reaches(asked.name(), asked.source(), asked.equal())) {
        tally.reached++;
      }
    }
    millis = Arrays.stream(millis).filter(m -> m > 0).sorted().toArray();
    List<Tally> counted = new ArrayList<>();
    tallies.forEach((stratum, t) -> {
      if (t.asked * step >= SMALLEST_STRATUM) {
        counted.add(t);
        System.out.printf(
            Locale.ROOT,
            "   %-18s %4d  recall@1 %.3f  recall@10 %.3f  candidates %.3f%n",
            stratum,
            t.asked,
            t.first / (double) t.asked,
            t.tenth / (double) t.asked,
            t.reached / (double) t.asked);
      }
    });
    System.out.printf(
        Locale.ROOT,
        "retrieval: recall@1 %.3f  recall@10 %.3f  best F1 %.3f; %.2f ms median, %.2f ms at 95 %%%n",
        counted.stream().mapToDouble(t -> t.first / (double) t.asked).average().orElse(0),
        counted.stream().mapToDouble(t -> t.tenth / (double) t.asked).average().orElse(0),
        oneThreshold(counted),
        millis[millis.length / 2],
        millis[millis.length * 95 / 100]);
  }

  /**
   * Macro mean over strata of F1 at one threshold for all: a top answer above it is right or wrong.
   */
  private static double oneThreshold(List<Tally> tallies) {
    double best = 0;
    for (double threshold = -8; threshold < 12; threshold += 0.1) {
      double sum = 0;
      for (Tally tally : tallies) {
        int right = 0;
        int said = 0;
        for (double[] answer : tally.answers) {
          if (answer[0] >= threshold) {
            said++;
            right += answer[1] > 0 ? 1 : 0;
          }
        }
        sum += 2.0 * right / (said + tally.asked);
      }
      best = Math.max(best, sum / tallies.size());
    }
    return best;
  }
}
