package org.entente.subject.compare;

import java.util.ArrayList;
import java.util.List;
import org.entente.subject.Person;
import org.entente.subject.WrittenName;
import org.entente.subject.names.NameMatch;
import org.entente.subject.names.NameMatcher;
import org.entente.subject.names.PreparedName;

/** Compares persons. Safe for use by many threads. */
public final class PersonMatcher {
  private static final PersonMatcher SHIPPED = new PersonMatcher(NameMatcher.shipped());
  private final NameMatcher names;

  private PersonMatcher(NameMatcher names) {
    this.names = names;
  }

  /** The matcher with the weights that come with the library. */
  public static PersonMatcher shipped() {
    return SHIPPED;
  }

  /** A person whose names were prepared once, to be compared many times. */
  public record Prepared(Person person, List<PreparedName> names) {
    public Prepared {
      names = List.copyOf(names);
    }
  }

  /** Prepares a person. */
  public Prepared prepare(Person person) {
    return new Prepared(
        person, person.names().stream().map(WrittenName::written).map(names::prepare).toList());
  }

  /** Compares two persons by everything both have. */
  public PersonMatch compare(Prepared asked, Prepared held) {
    PersonMatch best = null;
    for (PreparedName left : asked.names()) {
      for (PreparedName right : held.names()) {
        NameMatch met = names.compare(left, right);
        if (best == null || met.rank() > best.rank()) {
          best =
              new PersonMatch(
                  met.probability(),
                  met.rank(),
                  met,
                  left.written(),
                  right.written(),
                  new ArrayList<>());
        }
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("a person needs a name");
    }
    return best;
  }
}
