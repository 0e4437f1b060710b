package org.entente.bench.names;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one way found, by kind of question and by writing. */
final class Retrieval {
  /** Kinds with fewer questions do not count. */
  private static final int SMALLEST_KIND = 20;

  private static final int SHOWN = 10;
  private static final int THRESHOLDS = 400;
  private static final int WARMING = 100;

  private final Way way;
  private final Map<String, Tally> kinds = new TreeMap<>();
  private final Map<String, Tally> writings = new TreeMap<>();
  private final List<Double> millis = new ArrayList<>();
  private double indexedSeconds;

  private static final class Tally {
    int asked;
    int first;
    int tenth;
    int reached;
    final List<double[]> answers = new ArrayList<>();

    double recall() {
      return first / (double) asked;
    }
  }

  /** A point of the curve: macro means over the kinds of question at one threshold. */
  record Point(double recall, double precision, double f1) {}

  private Retrieval(Way way) {
    this.way = way;
  }

  /** Asks every question, or so many of each kind. */
  static Retrieval of(Way way, Protocol protocol, int mostOfAKind, int step) throws IOException {
    Retrieval out = new Retrieval(way);
    long start = System.nanoTime();
    way.index(protocol.index());
    out.indexedSeconds = (System.nanoTime() - start) / 1e9;
    List<Protocol.Asked> questions = protocol.queries();
    Map<String, Long> sizes =
        questions.stream()
            .collect(Collectors.groupingBy(Protocol.Asked::stratum, Collectors.counting()));
    for (int i = 0; i < Math.min(WARMING, mostOfAKind); i++) {
      way.find(questions.get(i * 100).name(), "ep", SHOWN);
    }
    for (int q = 0; q < questions.size(); q += step) {
      Protocol.Asked asked = questions.get(q);
      Tally tally = out.kinds.computeIfAbsent(asked.stratum(), k -> new Tally());
      if (tally.asked < mostOfAKind && sizes.getOrDefault(asked.stratum(), 0L) >= SMALLEST_KIND) {
        out.ask(asked, protocol, tally);
      }
    }
    out.kinds.values().removeIf(tally -> tally.asked == 0);
    out.millis.sort(Double::compare);
    return out;
  }

  private void ask(Protocol.Asked asked, Protocol protocol, Tally tally) throws IOException {
    long began = System.nanoTime();
    List<Way.Found> found = way.find(asked.name(), asked.source(), SHOWN);
    millis.add((System.nanoTime() - began) / 1e6);
    int place = 0;
    while (place < found.size()
        && !protocol.index().get(found.get(place).held()).equal().equals(asked.equal())) {
      place++;
    }
    boolean reached =
        way instanceof Ours ours && ours.reaches(asked.name(), asked.source(), asked.equal());
    Tally writing = writings.computeIfAbsent(Writings.of(asked.name()), k -> new Tally());
    for (Tally each : List.of(tally, writing)) {
      each.asked++;
      each.first += place == 0 && !found.isEmpty() ? 1 : 0;
      each.tenth += place < found.size() ? 1 : 0;
      each.reached += reached ? 1 : 0;
    }
    double score = found.isEmpty() ? Double.NEGATIVE_INFINITY : found.getFirst().score();
    tally.answers.add(new double[] {score, place == 0 && !found.isEmpty() ? 1 : 0});
  }

  String title() {
    return way.title();
  }

  double recallAtOne() {
    return kinds.values().stream().mapToDouble(Tally::recall).average().orElse(0);
  }

  double millis(double share) {
    return millis.get((int) (millis.size() * share));
  }

  /** Recall at the first place by the writing of the question. */
  Map<String, Double> byWriting() {
    Map<String, Double> out = new TreeMap<>();
    writings.forEach((writing, tally) -> {
      if (tally.asked >= SMALLEST_KIND) {
        out.put(writing, tally.recall());
      }
    });
    return out;
  }

  /** One threshold for all kinds, from the strictest to the mildest. */
  List<Point> curve() {
    double[] scores =
        kinds.values().stream()
            .flatMap(tally -> tally.answers.stream())
            .mapToDouble(answer -> answer[0])
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    List<Point> points = new ArrayList<>();
    for (int k = THRESHOLDS - 1; k >= 0; k--) {
      points.add(at(scores[(int) ((long) k * scores.length / THRESHOLDS)]));
    }
    return points;
  }

  private Point at(double threshold) {
    double recall = 0;
    double precision = 0;
    double f1 = 0;
    int answering = 0;
    for (Tally tally : kinds.values()) {
      int right = 0;
      int said = 0;
      for (double[] answer : tally.answers) {
        said += answer[0] >= threshold ? 1 : 0;
        right += answer[0] >= threshold && answer[1] > 0 ? 1 : 0;
      }
      recall += right / (double) tally.asked;
      precision += said == 0 ? 0 : right / (double) said;
      answering += said == 0 ? 0 : 1;
      f1 += 2.0 * right / (said + tally.asked);
    }
    return new Point(recall / kinds.size(), precision / Math.max(1, answering), f1 / kinds.size());
  }

  double bestF1() {
    return curve().stream().mapToDouble(Point::f1).max().orElse(0);
  }

  void print(boolean byKind) {
    if (byKind) {
      kinds.forEach((kind, tally) -> print(kind, tally));
    }
    System.out.println("by the writing of the question:");
    writings.forEach((writing, tally) -> print(writing, tally));
    System.out.printf(
        Locale.ROOT,
        "retrieval: recall@1 %.3f  recall@10 %.3f  best F1 %.3f; %.2f ms median, %.2f ms at 95 %%; "
            + "%d questions; indexed in %.1f s%n",
        recallAtOne(),
        kinds.values().stream().mapToDouble(t -> t.tenth / (double) t.asked).average().orElse(0),
        bestF1(),
        millis(0.5),
        millis(0.95),
        millis.size(),
        indexedSeconds);
  }

  private void print(String kind, Tally tally) {
    String reached =
        way instanceof Ours
            ? String.format(Locale.ROOT, "  candidates %.3f", tally.reached / (double) tally.asked)
            : "";
    System.out.printf(
        Locale.ROOT,
        "   %-18s %4d  recall@1 %.3f  recall@10 %.3f%s%n",
        kind,
        tally.asked,
        tally.recall(),
        tally.tenth / (double) tally.asked,
        reached);
  }
}
