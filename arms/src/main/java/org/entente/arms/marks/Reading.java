package org.entente.arms.marks;

import java.util.List;
import java.util.Set;

/**
 * What was understood of a mark.
 *
 * @param seen the mark itself, as it was handed in, at most {@link Marks#MOST} characters of it
 * @param cut whether it was longer
 * @param scripts the alphabets of its letters
 * @param folded letters that look alike as one; for matching only, never to show instead
 * @param understood all readings, the likeliest first; empty if there is none beyond its letters
 */
public record Reading(
    String seen, boolean cut, Set<Script> scripts, String folded, List<Understood> understood) {
  public Reading {
    scripts = Set.copyOf(scripts);
    understood = List.copyOf(understood);
  }

  @Override
  public String toString() {
    return "Reading[" + understood.size() + " readings]";
  }
}
