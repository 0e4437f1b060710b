package org.entente.duty;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a post has, and by which ways each of them can be reached.
 *
 * @param persons in the order in which they are reached; a way that was not verified is not here
 */
public record Roll(Roster roster, Map<PersonId, Set<Way>> persons) {
  /** Whom a step reaches at this instant, by ways that they have. */
  public Set<Reach> reached(Whom whom, Set<Way> ways, Instant at) {
    return switch (whom) {
      case Whom.OnWatch() -> reached(optional(roster.at(at)), ways);
      case Whom.NextWatch() -> reached(optional(roster.next(at).flatMap(Watch::holder)), ways);
      case Whom.Named(PersonId person) -> reached(Set.of(person), ways);
      case Whom.Everyone() -> reached(persons.keySet(), ways);
    };
  }

  /** Everybody by everything. */
  public Set<Reach> everybody() {
    return reached(persons.keySet(), EnumSet.allOf(Way.class));
  }

  private static Set<PersonId> optional(Optional<PersonId> person) {
    return person.map(Set::of).orElse(Set.of());
  }

  private Set<Reach> reached(Collection<PersonId> who, Set<Way> ways) {
    Set<Reach> reached = new LinkedHashSet<>();
    for (PersonId person : who) {
      for (Way way : persons.getOrDefault(person, Set.of())) {
        if (ways.contains(way)) {
          reached.add(new Reach(person, way));
        }
      }
    }
    return reached;
  }
}
