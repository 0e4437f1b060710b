package org.entente.bench.checks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Recall and false candidates of a choice of questions, counting some kinds of tokens only.
 *
 * @param macro mean of the recall over the kinds of questions that are large enough
 * @param micro share of all questions that met the person meant
 * @param wrong other persons met, a question
 */
record Figures(int questions, double macro, double micro, double wrong) {
  /** Kinds with fewer questions do not count in the mean over kinds. */
  static final int SMALLEST_KIND = 20;

  static Figures of(List<Run.Met> all, Predicate<Run.Met> which, int kinds) {
    Map<String, int[]> byKind = new TreeMap<>();
    int questions = 0;
    int right = 0;
    long wrong = 0;
    for (Run.Met each : all) {
      if (!which.test(each)) {
        continue;
      }
      boolean met = (each.right() & kinds) != 0;
      int[] kind = byKind.computeIfAbsent(each.asked().kind(), k -> new int[2]);
      kind[0]++;
      kind[1] += met ? 1 : 0;
      questions++;
      right += met ? 1 : 0;
      wrong += each.wrong().stream().filter(bits -> (bits & kinds) != 0).count();
    }
    double macro =
        byKind.values().stream()
            .filter(kind -> kind[0] >= SMALLEST_KIND)
            .mapToDouble(kind -> kind[1] / (double) kind[0])
            .average()
            .orElse(0);
    double count = Math.max(1, questions);
    return new Figures(questions, macro, right / count, wrong / count);
  }

  String line(String title) {
    return String.format(
        Locale.ROOT,
        "   %-44s %5d  recall macro %.3f  micro %.3f  false candidates %.3f",
        title,
        questions,
        macro,
        micro,
        wrong);
  }
}
