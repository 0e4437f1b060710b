package org.entente.bench.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.compare.PersonMatcher;
import org.entente.subject.names.Likeness;
import org.entente.subject.names.NameMatcher;
import org.entente.subject.names.PreparedName;
import org.entente.subject.names.Question;
import org.entente.subject.names.Term;

/** The library's matcher over a plain index of its terms in memory. */
final class Ours implements Way, Comparer<PreparedName> {
  /** So many candidates are compared in full. */
  private static final int CANDIDATES = 150;

  private static final int EVERYTHING = 0;
  private static final int DISTRACTORS = 1;

  private final NameMatcher matcher = NameMatcher.shipped();
  private List<Protocol.Held> held = List.of();
  private PreparedName[] prepared = new PreparedName[0];
  private final Map<String, int[]> postings = new HashMap<>();
  private final Map<String, Integer> numbers =
      new HashMap<>(Map.of("", EVERYTHING, "D", DISTRACTORS));
  private int[] sources = new int[0];
  private float[] sums = new float[0];
  private int[] stamps = new int[0];
  private int stamp;
  private int[] places = new int[0];

  @Override
  public String title() {
    return "Entente";
  }

  @Override
  public void index(List<Protocol.Held> all) {
    held = all;
    prepared = new PreparedName[all.size()];
    Map<String, IntStream.Builder> growing = new HashMap<>();
    sources = new int[all.size()];
    for (int i = 0; i < prepared.length; i++) {
      sources[i] = numberOf(all.get(i).source());
      prepared[i] = matcher.prepare(all.get(i).name());
      for (String term : matcher.termsOf(prepared[i])) {
        growing.computeIfAbsent(term, k -> IntStream.builder()).add(i);
      }
    }
    growing.forEach((term, list) -> postings.put(term, list.build().toArray()));
    sums = new float[prepared.length];
    stamps = new int[prepared.length];
    places = new int[prepared.length];
  }

  /** The places of the best candidates: for each word the best term that is shared, summed. */
  private int[] candidates(PreparedName asked, String source) {
    int touched = 0;
    for (List<Term> word : matcher.termsAskedByWord(asked)) {
      stamp++;
      for (Weighed term : weighed(word)) {
        for (int i : term.list()) {
          if (stamps[i] == stamp) {
            continue;
          }
          stamps[i] = stamp;
          if (sums[i] == 0) {
            places[touched++] = i;
          }
          sums[i] += term.weight();
        }
      }
    }
    int asking = numberOf(source);
    long[] best = new long[CANDIDATES];
    int size = 0;
    for (int k = 0; k < touched; k++) {
      int i = places[k];
      long entry = (long) Float.floatToIntBits(sums[i]) << 32 | i;
      sums[i] = 0;
      if ((size == CANDIDATES && entry <= best[0]) || !sees(asking, i)) {
        continue;
      }
      size = push(best, size, entry);
    }
    int[] out = new int[size];
    for (int k = 0; k < size; k++) {
      out[k] = (int) best[k];
    }
    return out;
  }

  /** A term's list with what it says by how few share it, the weightiest first. */
  private List<Weighed> weighed(List<Term> terms) {
    List<Weighed> out = new ArrayList<>(terms.size());
    for (Term term : terms) {
      int[] list = postings.get(term.text());
      if (list != null) {
        double rare = Math.log(1 + prepared.length / (double) list.length);
        out.add(new Weighed(list, term.weight() * (float) rare));
      }
    }
    out.sort(Comparator.comparingDouble(Weighed::weight).reversed());
    return out;
  }

  private record Weighed(int[] list, float weight) {}

  private boolean sees(int source, int i) {
    return source == EVERYTHING || sources[i] == source || sources[i] == DISTRACTORS;
  }

  private int numberOf(String source) {
    return numbers.computeIfAbsent(source, s -> numbers.size());
  }

  /** Keeps the greatest entries in a heap whose least is on top. */
  private static int push(long[] heap, int size, long entry) {
    int at = size;
    if (size == heap.length) {
      at = 0;
      while (true) {
        int child = 2 * at + 1;
        if (child >= size) {
          break;
        }
        child += child + 1 < size && heap[child + 1] < heap[child] ? 1 : 0;
        if (heap[child] >= entry) {
          break;
        }
        heap[at] = heap[child];
        at = child;
      }
      heap[at] = entry;
      return size;
    }
    while (at > 0 && heap[(at - 1) / 2] > entry) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = entry;
    return size + 1;
  }

  @Override
  public List<Found> find(String name, String source, int limit) {
    PreparedName asked = matcher.prepare(name);
    List<Found> found = new ArrayList<>();
    Question question = matcher.ask(asked);
    for (int i : candidates(asked, source)) {
      Likeness likeness = question.weigh(prepared[i]);
      found.add(new Found(i, likeness.odds(), likeness.rank()));
    }
    found.sort(Comparator.comparingDouble(Found::rank).reversed());
    return found.subList(0, Math.min(limit, found.size()));
  }

  boolean reaches(String name, String source, String equal) {
    return Arrays.stream(candidates(matcher.prepare(name), source))
        .anyMatch(i -> held.get(i).equal().equals(equal));
  }

  @Override
  public PreparedName prepare(String name) {
    return matcher.prepare(name);
  }

  @Override
  public double compare(PreparedName one, PreparedName two) {
    return matcher.weigh(one, two).odds();
  }

  /** With dates of birth as the files write them, empty where there is none. */
  static double compareDated(Protocol.Pair pair) {
    PersonMatcher persons = PersonMatcher.shipped();
    double probability =
        persons
            .compare(
                persons.prepare(person(pair.one(), pair.bornOne())),
                persons.prepare(person(pair.two(), pair.bornTwo())))
            .probability();
    return Math.log(Math.max(1e-12, probability) / Math.max(1e-12, 1 - probability));
  }

  private static Person person(String name, String born) {
    String[] cells = born.split("-", -1);
    return born.isEmpty()
        ? Person.named(name)
        : Person.named(
            name,
            new PartialDate(
                Integer.parseInt(cells[0]),
                cells.length > 1 ? Integer.parseInt(cells[1]) : 0,
                cells.length > 2 ? Integer.parseInt(cells[2]) : 0,
                0));
  }
}
