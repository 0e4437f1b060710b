package org.entente.arms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.subject.CountryCode;

/**
 * A country as a mark names it. Some that weapons name have ended; then others are asked.
 *
 * @param asMarked as seen
 * @param code ISO 3166-1 alpha-2 of a country that exists; empty if none is named so
 * @param ended states that ended and were named so; two, where a code was used twice
 */
public record MarkedCountry(String asMarked, Optional<String> code, List<EndedState> ended) {

  public MarkedCountry {
    ended = List.copyOf(ended);
    Texts.within(Texts.LINE, asMarked);
  }

  /** Reads a name or a code; what names no country is kept as marked. */
  public static MarkedCountry read(String asMarked) {
    List<EndedState> ended = EndedState.named(asMarked);
    Optional<String> code =
        ended.isEmpty()
            ? CountryCode.read(asMarked).filter(found -> found.length() == 2)
            : Optional.empty();
    return new MarkedCountry(asMarked, code, ended);
  }

  /** Whether it names a country that exists or existed. */
  public boolean known() {
    return code.isPresent() || !ended.isEmpty();
  }

  /** The codes of those to ask, the likeliest first; empty if no country was understood. */
  public Set<String> askWhom() {
    Set<String> whom = new LinkedHashSet<>();
    code.ifPresent(whom::add);
    ended.forEach(state -> whom.addAll(state.askWhom()));
    return whom;
  }
}
