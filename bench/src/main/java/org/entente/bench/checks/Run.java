package org.entente.bench.checks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One way, asked every question: which kinds of tokens met whom. */
final class Run {
  /**
   * What a question met.
   *
   * @param right a bit for each kind of token that met the person meant
   * @param wrong for each other person a bit for each kind that met it
   */
  record Met(Persons.Asked asked, int tokens, int right, List<Integer> wrong) {}

  /** Time on a core, not on the wall: others may use the machine too. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final Way way;
  private final List<Persons.Held> held;
  private final Map<Long, int[]> holders = new HashMap<>();
  private final List<Integer> tokensKept = new ArrayList<>();
  private double keptMicros;
  private double askedMicros;
  final List<Met> met = new ArrayList<>();
  final List<Met> absent = new ArrayList<>();

  private Run(Way way, List<Persons.Held> held) {
    this.way = way;
    this.held = held;
  }

  static Run of(Way way, Persons persons) {
    Run run = new Run(way, persons.held());
    persons.held().stream().limit(2000).forEach(p -> way.kept(p.name(), p.born()));
    run.keep();
    run.askedMicros = run.ask(persons.asked(), run.met);
    run.ask(persons.absent(), run.absent);
    return run;
  }

  private void keep() {
    long nanos = 0;
    Map<Long, List<Integer>> lists = new HashMap<>();
    for (int i = 0; i < held.size(); i++) {
      Persons.Held person = held.get(i);
      long start = CLOCK.getCurrentThreadCpuTime();
      List<Way.Made> made = way.kept(person.name(), person.born());
      long took = CLOCK.getCurrentThreadCpuTime() - start;
      Set<Long> codes = codes(made);
      if (person.born() != null) {
        nanos += took;
        tokensKept.add(codes.size());
      }
      for (long code : codes) {
        lists.computeIfAbsent(code, k -> new ArrayList<>(1)).add(i);
      }
    }
    lists.forEach(
        (code, list) -> holders.put(code, list.stream().mapToInt(Integer::intValue).toArray()));
    keptMicros = nanos / 1e3 / tokensKept.size();
  }

  private double ask(List<Persons.Asked> questions, List<Met> into) {
    long nanos = 0;
    for (Persons.Asked asked : questions) {
      long start = CLOCK.getCurrentThreadCpuTime();
      List<Way.Made> made = way.asked(asked.name(), asked.born());
      nanos += asked.dated() ? CLOCK.getCurrentThreadCpuTime() - start : 0;
      Map<Integer, Integer> wrong = new HashMap<>();
      int right = 0;
      Set<Long> codes = codes(made);
      for (long code : codes) {
        int bit = 1 << (int) (code & 31);
        for (int at : holders.getOrDefault(code, NOBODY)) {
          Persons.Held person = held.get(at);
          if (!asked.sees(person)) {
            continue;
          }
          if (asked.means(person)) {
            right |= bit;
          } else {
            wrong.merge(at, bit, (a, b) -> a | b);
          }
        }
      }
      into.add(new Met(asked, codes.size(), right, List.copyOf(wrong.values())));
    }
    return nanos / 1e3 / questions.stream().filter(Persons.Asked::dated).count();
  }

  private static final int[] NOBODY = {};

  /** Hashes of 59 bits: no two of some millions are expected to clash. The kind stands below. */
  private static Set<Long> codes(List<Way.Made> made) {
    Set<Long> codes = new HashSet<>();
    for (Way.Made token : made) {
      long hash = 0xcbf29ce484222325L;
      for (int i = 0; i < token.text().length(); i++) {
        hash = (hash ^ token.text().charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
      codes.add((hash ^ (hash >>> 29)) << 5 | token.kind());
    }
    return codes;
  }

  String title() {
    return way.title();
  }

  /** Persons with a date of birth that a question sees, on average over the dated ones. */
  double seen() {
    Map<String, Integer> bySource = new HashMap<>();
    double sum = 0;
    List<Met> dated = met.stream().filter(each -> each.asked().dated()).toList();
    for (Met each : dated) {
      sum +=
          bySource.computeIfAbsent(
              each.asked().source(),
              k ->
                  (int)
                      held.stream().filter(p -> p.born() != null && each.asked().sees(p)).count());
    }
    return sum / dated.size();
  }

  double tokensKept() {
    return tokensKept.stream().mapToInt(Integer::intValue).average().orElse(0);
  }

  int mostKept() {
    return tokensKept.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  double keptMicros() {
    return keptMicros;
  }

  double askedMicros() {
    return askedMicros;
  }
}
