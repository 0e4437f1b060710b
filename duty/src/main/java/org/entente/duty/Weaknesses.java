package org.entente.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Looks through the next fortnight of a post before something of it is saved. */
public final class Weaknesses {
  /** How far ahead. */
  public static final Duration AHEAD = Duration.ofDays(14);

  private Weaknesses() {}

  /** What is dangerous, the worst first. */
  public static List<Weakness> of(Chain chain, Roll roll, Instant now) {
    Instant until = now.plus(AHEAD);
    List<Watch> watches = roll.roster().watches(now, until);
    List<Weakness> found = new ArrayList<>();
    List<Weakness.Span> silent =
        spans(watches, at -> chain.steps().stream().noneMatch(step -> wakes(roll, step, at)));
    if (!silent.isEmpty()) {
      found.add(new Weakness.WakesNobody(silent));
    }
    List<Weakness.Span> gaps = spans(watches, at -> roll.roster().at(at).isEmpty());
    if (!gaps.isEmpty()) {
      found.add(new Weakness.Gap(gaps));
    }
    for (int i = 0; i < chain.steps().size(); i++) {
      Step step = chain.steps().get(i);
      List<Weakness.Span> empty = spans(watches, at -> !reaches(roll, step, at));
      if (!empty.isEmpty()) {
        found.add(new Weakness.EmptyStep(i + 1, empty));
      } else if (idle(chain, roll, i, watches)) {
        found.add(new Weakness.IdleStep(i + 1));
      }
    }
    Set<PersonId> persons = new LinkedHashSet<>(roll.persons().keySet());
    persons.addAll(roll.roster().since(now).persons());
    for (PersonId person : persons) {
      Set<Way> ways = new HashSet<>(roll.persons().getOrDefault(person, Set.of()));
      ways.remove(Way.BROWSER);
      if (ways.isEmpty()) {
        found.add(new Weakness.NoWay(person));
      }
    }
    return List.copyOf(found);
  }

  /** A page that is open wakes nobody who is not in front of it. */
  private static boolean wakes(Roll roll, Step step, Instant at) {
    return roll.reached(step.whom(), step.ways(), at).stream()
        .anyMatch(reach -> reach.way() != Way.BROWSER);
  }

  private static boolean reaches(Roll roll, Step step, Instant at) {
    return !roll.reached(step.whom(), step.ways(), at).isEmpty();
  }

  private static boolean idle(Chain chain, Roll roll, int index, List<Watch> watches) {
    for (Watch watch : watches) {
      Set<Reach> before = new HashSet<>();
      for (Step earlier : chain.steps().subList(0, index)) {
        before.addAll(roll.reached(earlier.whom(), earlier.ways(), watch.from()));
      }
      Step step = chain.steps().get(index);
      if (!before.containsAll(roll.reached(step.whom(), step.ways(), watch.from()))) {
        return false;
      }
    }
    return index > 0;
  }

  /** Where something holds; watches that follow each other become one span. */
  private static List<Weakness.Span> spans(List<Watch> watches, Predicate<Instant> holds) {
    List<Weakness.Span> spans = new ArrayList<>();
    for (Watch watch : watches) {
      if (!holds.test(watch.from())) {
        continue;
      }
      Weakness.Span last = spans.isEmpty() ? null : spans.getLast();
      if (last != null && last.until().equals(watch.from())) {
        spans.set(spans.size() - 1, new Weakness.Span(last.from(), watch.until()));
      } else {
        spans.add(new Weakness.Span(watch.from(), watch.until()));
      }
    }
    return List.copyOf(spans);
  }
}
