package org.entente.bench.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.WrittenName;
import org.entente.subject.compare.BirthTerms;
import org.entente.subject.compare.PersonMatch;
import org.entente.subject.compare.PersonMatcher;
import org.entente.subject.invented.InventedPerson;
import org.entente.subject.invented.InventedPersons;
import org.entente.subject.names.NameMatcher;
import org.entente.subject.names.Term;

/**
 * Whether the probability of a search holds what it says: a list of invented persons half of whom
 * are held, against a register of invented persons, with and without dates of birth. Each name of
 * the list lacks a letter; of its dates one in eight has a slip, as registers make them.
 *
 * <p>Arguments: how many persons the register holds, and the folder for the picture.
 */
public final class Calibration {
  private static final int LISTED = 1_000;
  private static final int CANDIDATES = 150;
  private static final int TENTHS = 10;
  private static final double EQUALLY_WELL = 0.3;
  private static final int MONTHS = 12;
  private static final int DAYS = 28;

  private final NameMatcher names = NameMatcher.shipped();
  private final PersonMatcher persons = PersonMatcher.shipped();
  private final List<InventedPerson> register = new ArrayList<>();
  private final Map<String, int[]> postings = new HashMap<>();
  private final SplittableRandom chance = new SplittableRandom(11);

  private Calibration(int count) {
    InventedPersons row = InventedPersons.of(1);
    Map<String, IntStream.Builder> growing = new HashMap<>();
    for (int i = 0; i < count; i++) {
      InventedPerson person = row.next();
      register.add(person);
      for (String term : kept(person)) {
        growing.computeIfAbsent(term, k -> IntStream.builder()).add(i);
      }
    }
    growing.forEach((term, list) -> postings.put(term, list.build().toArray()));
  }

  /** Prints a table for lists with dates of birth and one for lists without, and draws both. */
  public static void main(String[] arguments) throws IOException {
    Calibration calibration = new Calibration(Integer.parseInt(arguments[0]));
    System.out.printf(Locale.ROOT, "%,d persons held%n", calibration.register.size());
    Map<String, List<Tenth>> curves = new LinkedHashMap<>();
    curves.put("names and dates of birth", calibration.measure(true));
    curves.put("names alone", calibration.measure(false));
    curves.forEach((title, tenths) -> {
      System.out.println(title + ":");
      tenths
          .reversed()
          .forEach(tenth ->
              System.out.printf(
                  Locale.ROOT,
                  "   said %.2f  right %.2f  of %d%n",
                  tenth.said(),
                  tenth.right(),
                  tenth.shown()));
    });
    new Pictures(Path.of(arguments[1])).reliability(curves);
  }

  /** Matches of a tenth of the probabilities: what was said of them, and what share was right. */
  record Tenth(double said, double right, int shown) {}

  private Set<String> kept(InventedPerson person) {
    Set<String> terms = new HashSet<>(names.termsOf(names.prepare(person.name())));
    terms.addAll(BirthTerms.kept(person.born()));
    return terms;
  }

  /** Tenths from 0.1 on in which something was shown. */
  private List<Tenth> measure(boolean dated) {
    int[] shown = new int[TENTHS];
    int[] right = new int[TENTHS];
    double[] said = new double[TENTHS];
    InventedPersons strangers = InventedPersons.of(2);
    for (int i = 0; i < LISTED; i++) {
      int held = i % 2 == 0 ? chance.nextInt(register.size()) : -1;
      InventedPerson person = held < 0 ? strangers.next() : register.get(held);
      Person asked =
          person(
              mistyped(person.name()), person, dated ? List.of(slipped(person.born())) : List.of());
      for (Shown each : find(asked)) {
        int tenth = Math.min(TENTHS - 1, (int) (each.probability() * TENTHS));
        shown[tenth]++;
        said[tenth] += each.probability();
        right[tenth] += each.place() == held ? 1 : 0;
      }
    }
    List<Tenth> tenths = new ArrayList<>();
    for (int t = 1; t < TENTHS; t++) {
      if (shown[t] > 0) {
        tenths.add(new Tenth(said[t] / shown[t], right[t] / (double) shown[t], shown[t]));
      }
    }
    return tenths;
  }

  private record Shown(int place, double probability) {}

  private record Compared(int place, PersonMatch match) {}

  private List<Shown> find(Person asked) {
    PersonMatcher.Prepared prepared = persons.prepare(asked);
    List<Compared> compared = new ArrayList<>();
    for (int place : candidates(asked)) {
      InventedPerson held = register.get(place);
      compared.add(
          new Compared(
              place,
              persons.compare(
                  prepared, persons.prepare(person(held.name(), held, List.of(held.born()))))));
    }
    List<Shown> shown = new ArrayList<>();
    for (Compared each : compared) {
      double rank = each.match().name().rank() - EQUALLY_WELL;
      int others = (int) compared.stream().filter(c -> c.match().name().rank() >= rank).count() - 1;
      if (!each.match().name().contradicts()) {
        shown.add(new Shown(each.place(), each.match().among(register.size(), others)));
      }
    }
    return shown;
  }

  private List<Integer> candidates(Person asked) {
    Map<Integer, Double> sums = new HashMap<>();
    List<Term> terms = new ArrayList<>(names.termsAsked(names.prepare(written(asked))));
    asked.born().forEach(date -> terms.addAll(BirthTerms.asked(date)));
    for (Term term : terms) {
      int[] list = postings.getOrDefault(term.text(), new int[0]);
      double weight = term.weight() * Math.log(1 + register.size() / (1.0 + list.length));
      for (int place : list) {
        sums.merge(place, weight, Double::sum);
      }
    }
    return sums.entrySet().stream()
        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
        .limit(CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String written(Person person) {
    return person.names().getFirst().written();
  }

  /** One letter is missing, as in a list that was typed. */
  private String mistyped(String name) {
    int at = chance.nextInt(name.length());
    String out = name.substring(0, at) + name.substring(at + 1);
    return out.isBlank() ? name : out;
  }

  /** Only the year, another year, another day or month, day and month exchanged. */
  private PartialDate slipped(PartialDate born) {
    if (!born.complete()) {
      return born;
    }
    double what = chance.nextDouble();
    if (what < 0.06) {
      return PartialDate.year(born.year());
    }
    if (what < 0.08) {
      return PartialDate.of(
          born.year() + (chance.nextBoolean() ? 1 : -1), born.month(), born.day());
    }
    if (what < 0.10) {
      return PartialDate.of(born.year(), born.month(), 1 + chance.nextInt(DAYS));
    }
    if (what < 0.11) {
      return PartialDate.of(born.year(), 1 + chance.nextInt(MONTHS), born.day());
    }
    return what < 0.12 && born.day() <= MONTHS
        ? PartialDate.of(born.year(), born.day(), born.month())
        : born;
  }

  private static Person person(String name, InventedPerson of, List<PartialDate> born) {
    return new Person(
        List.of(WrittenName.of(name)),
        born,
        of.gender(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
