package org.entente.arms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The place and hour where something turned up.
 *
 * @param place in words, with coordinates where they are known
 * @param country ISO 3166-1 alpha-2
 * @param at in UTC; empty if only the place is known
 * @param beside what else was found with it
 * @param byRole who documented it, as a role and never as a name
 */
public record Find(
    String place,
    Optional<String> country,
    Optional<Instant> at,
    Circumstance circumstance,
    Set<Illicit> illicit,
    List<String> beside,
    Optional<String> byRole) {

  /** How it turned up. */
  public enum Circumstance implements Coded {
    CRIME_SCENE,
    SEIZURE,
    BORDER,
    SURRENDER,
    CACHE,
    BATTLEFIELD,
    AMNESTY
  }

  /** Why it is illicit: the grounds of paragraph 6 of the International Tracing Instrument. */
  public enum Illicit implements Coded {
    LAW_OF_PLACE,
    EMBARGO,
    NOT_MARKED,
    MADE_WITHOUT_LICENCE,
    TRANSFERRED_WITHOUT_LICENCE
  }

  public Find {
    illicit = Set.copyOf(illicit);
    beside = List.copyOf(beside);
    Texts.within(Texts.PROSE, place);
    Texts.entries(beside.size());
    beside.forEach(text -> Texts.within(Texts.LINE, text));
    byRole.ifPresent(text -> Texts.within(Texts.LINE, text));
  }

  @Override
  public String toString() {
    return "Find[" + circumstance + "]";
  }
}
