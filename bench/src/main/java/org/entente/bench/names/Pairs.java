package org.entente.bench.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Pairs of names that are and are not one person's: F1 by a threshold, and time. */
final class Pairs {
  /** Kinds of pairs with fewer are not shown. */
  private static final int SMALLEST_KIND = 50;

  private final List<Protocol.Pair> pairs;
  private final List<Integer> one = new ArrayList<>();
  private final List<Integer> two = new ArrayList<>();

  Pairs(List<Protocol.Pair> pairs) {
    this.pairs = pairs;
    for (int i = 0; i < pairs.size(); i++) {
      ((pairs.get(i).person().hashCode() & 1) == 0 ? one : two).add(i);
    }
  }

  <P> void measure(Comparer<P> way, boolean byKind) {
    long start = System.nanoTime();
    List<P> asked = pairs.stream().map(pair -> way.prepare(pair.one())).toList();
    List<P> held = pairs.stream().map(pair -> way.prepare(pair.two())).toList();
    double preparation = micros(start) / 2;
    warm(way, asked, held);
    start = System.nanoTime();
    double[] scores = scores(way, asked, held);
    double comparison = micros(start);
    double threshold = best(scores, one)[1];
    System.out.printf(
        Locale.ROOT,
        "pairs: F1 %.3f at the threshold of the other half (%.2f); F1 of that half %.3f; "
            + "%.1f µs a pair, %.1f µs to prepare a name%n",
        f1(scores, two, threshold),
        threshold,
        best(scores, one)[0],
        comparison,
        preparation);
    if (byKind) {
      kinds(scores, threshold);
    }
  }

  private <P> double[] scores(Comparer<P> way, List<P> asked, List<P> held) {
    double[] scores = new double[pairs.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = way.compare(asked.get(i), held.get(i));
    }
    return scores;
  }

  private <P> void warm(Comparer<P> way, List<P> asked, List<P> held) {
    if (scores(way, asked, held).length != pairs.size()) {
      throw new IllegalStateException("Not every pair was compared");
    }
  }

  private double micros(long start) {
    return (System.nanoTime() - start) / 1e3 / pairs.size();
  }

  void measureDated() {
    double[] dated = pairs.stream().mapToDouble(Ours::compareDated).toArray();
    System.out.printf(
        Locale.ROOT,
        "with dates of birth: F1 %.3f at the threshold of the other half%n",
        f1(dated, two, best(dated, one)[1]));
  }

  <P> void measureHard(Comparer<P> way) {
    double[] scores =
        pairs.stream()
            .mapToDouble(p -> way.compare(way.prepare(p.one()), way.prepare(p.two())))
            .toArray();
    List<Integer> all = new ArrayList<>(one);
    all.addAll(two);
    double[] best = best(scores, all);
    System.out.printf(Locale.ROOT, "hard cases: best F1 %.3f at %.2f%n", best[0], best[1]);
  }

  private void kinds(double[] scores, double threshold) {
    Map<String, List<Integer>> kinds = new TreeMap<>();
    for (int i = 0; i < scores.length; i++) {
      kinds.computeIfAbsent(pairs.get(i).stratum(), k -> new ArrayList<>()).add(i);
    }
    kinds.forEach((kind, rows) -> {
      if (rows.size() > SMALLEST_KIND) {
        int[] w = counts(scores, rows, threshold);
        System.out.printf(
            Locale.ROOT,
            "   %-18s F1 %.3f false %d missed %d of %d%n",
            kind,
            f1(scores, rows, threshold),
            w[1],
            w[2],
            w[0] + w[2]);
      }
    });
  }

  /** How many were said rightly, said wrongly and missed. */
  private int[] counts(double[] scores, List<Integer> rows, double threshold) {
    int[] out = new int[3];
    for (int i : rows) {
      boolean said = scores[i] >= threshold;
      boolean same = pairs.get(i).same();
      if (said || same) {
        out[said ? (same ? 0 : 1) : 2]++;
      }
    }
    return out;
  }

  private double f1(double[] scores, List<Integer> rows, double threshold) {
    int[] w = counts(scores, rows, threshold);
    return 2.0 * w[0] / (2 * w[0] + w[1] + w[2]);
  }

  /** The best F1 and its threshold. */
  private double[] best(double[] scores, List<Integer> rows) {
    List<Integer> order = new ArrayList<>(rows);
    order.sort((a, b) -> Double.compare(scores[b], scores[a]));
    long all = rows.stream().filter(i -> pairs.get(i).same()).count();
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
}
