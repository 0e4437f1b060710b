package org.entente.node.records;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.casework.PersonSought;
import org.entente.subject.Keys;
import org.entente.subject.Person;
import org.entente.subject.Subject;
import org.entente.subject.WrittenName;
import org.entente.subject.compare.PersonMatcher;
import org.entente.subject.names.NameMatch;
import org.entente.subject.names.NameMatcher;
import org.entente.subject.names.PreparedName;

/** Compares one question with many subjects. */
public final class Comparison {
  private final PersonMatcher persons = PersonMatcher.shipped();
  private final NameMatcher names = NameMatcher.shipped();
  private final Optional<PersonMatcher.Prepared> person;
  private final List<PreparedName> asked;
  private final Set<String> numbers;

  private Comparison(Optional<Person> person, List<String> asked, Set<String> numbers) {
    this.person = person.map(persons::prepare);
    this.asked = asked.stream().map(names::prepare).toList();
    this.numbers = numbers;
  }

  public static Comparison with(Question question) {
    return new Comparison(question.asPerson(), question.names(), question.numbers());
  }

  static Comparison with(Subject subject) {
    return new Comparison(
        subject instanceof Person p ? Optional.of(p) : Optional.empty(),
        IndexTerms.namesOf(subject).stream().map(WrittenName::written).toList(),
        Keys.of(subject));
  }

  /** How like a person that an officer described is to the one the question describes. */
  public Likeness of(PersonSought described) {
    return of(AskedPerson.subject(described));
  }

  /** How like a person on record is to the one the question describes, with the reasons. */
  public Likeness of(Subject held) {
    boolean numberMet = Keys.meet(numbers, Keys.of(held));
    if (person.isPresent() && held instanceof Person other) {
      return Likeness.of(persons.compare(person.get(), persons.prepare(other)), numberMet);
    }
    Likeness best = Likeness.unweighed(numberMet, 0);
    for (PreparedName left : asked) {
      for (WrittenName name : IndexTerms.namesOf(held)) {
        NameMatch match = names.compare(left, names.prepare(name.written()));
        if (!best.weighed() || match.rank() > best.rank()) {
          best = Likeness.of(match, left.written(), name.written(), numberMet);
        }
      }
    }
    return best;
  }

  /** Whether it could be as likely as this; most of a register is ruled out by a date of birth. */
  boolean mayReach(Subject held, double least) {
    return !(held instanceof Person other)
        || person.isEmpty()
        || persons.mayReach(person.get().person(), other, least)
        || Keys.meet(numbers, Keys.of(held));
  }

  /** The same for a person whom another question describes. */
  Likeness of(Question other) {
    return other
        .asPerson()
        .map(this::of)
        .orElseGet(() -> Likeness.unweighed(Keys.meet(numbers, other.numbers()), 0));
  }
}
