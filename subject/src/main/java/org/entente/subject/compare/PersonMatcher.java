package org.entente.subject.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.subject.Gender;
import org.entente.subject.IdentityDocument;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.WrittenName;
import org.entente.subject.names.Likeness;
import org.entente.subject.names.NameMatch;
import org.entente.subject.names.NameMatcher;
import org.entente.subject.names.PreparedName;
import org.entente.subject.numbers.WrittenNumber;

/**
 * Compares persons by their names, dates of birth, recorded sex and documents.
 *
 * <p><b>Guarantees.</b> What is missing on one side speaks neither for nor against. A document
 * number that both have never lowers the probability. Where names contradict ({@link
 * NameMatch#contradicts}) nothing but such a number speaks for. The same input gives the same
 * figures.
 *
 * <p>Safe for use by many threads.
 */
public final class PersonMatcher {
  private final NameMatcher names;
  private final EvidenceWeights weights;

  private PersonMatcher(NameMatcher names, EvidenceWeights weights) {
    this.names = names;
    this.weights = weights;
  }

  private static final class Shipped {
    static final PersonMatcher MATCHER =
        new PersonMatcher(NameMatcher.shipped(), EvidenceWeights.shipped());
  }

  /** The matcher with the weights that come with the library. */
  public static PersonMatcher shipped() {
    return Shipped.MATCHER;
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

  /**
   * Compares two persons by everything both have; of several names the pair that fits best counts.
   */
  public PersonMatch compare(Prepared asked, Prepared held) {
    PreparedName left = asked.names().getFirst();
    PreparedName right = held.names().getFirst();
    Likeness best = names.weigh(left, right);
    for (PreparedName one : asked.names()) {
      for (PreparedName two : held.names()) {
        Likeness likeness = names.weigh(one, two);
        if (better(likeness, best)) {
          best = likeness;
          left = one;
          right = two;
        }
      }
    }
    List<Evidence> evidence = new ArrayList<>();
    NameMatch name = names.compare(left, right);
    BirthDates born = BirthDates.of(asked.person().born(), held.person().born());
    double sum = evidence(asked.person(), held.person(), born, best, name, left, right, evidence);
    return new PersonMatch(
        1 / (1 + Math.exp(-sum)),
        sum + best.rank() - best.odds(),
        information(born, evidence),
        born.ofOnePerson(),
        name,
        left.written(),
        right.written(),
        evidence);
  }

  private static double information(BirthDates born, List<Evidence> evidence) {
    double sum = 0;
    for (Evidence each : evidence) {
      if (each.weight() > 0) {
        sum +=
            switch (each.kind()) {
              case BIRTH_DATE -> born.information();
              case GENDER -> EvidenceWeights.SEX_INFORMATION;
              case DOCUMENT -> EvidenceWeights.NUMBER_INFORMATION;
              default -> 0;
            };
      }
    }
    return sum;
  }

  /**
   * Whether two persons could be as likely one as this, whatever their names: a date of birth that
   * contradicts rules most of a register out before a name is read.
   */
  public boolean mayReach(Person asked, Person held, double least) {
    BirthDates born = BirthDates.of(asked.born(), held.born());
    double most =
        names.mostOdds() * (born == BirthDates.UNKNOWN ? 1 : weights.names()) + weights.born(born);
    if (told(asked.gender()) && told(held.gender())) {
      most +=
          asked.gender() == held.gender() ? EvidenceWeights.SAME_SEX : EvidenceWeights.OTHER_SEX;
    }
    return sharesNumber(asked, held) || most >= Math.log(least / (1 - least));
  }

  private static boolean sharesNumber(Person asked, Person held) {
    return asked.documents().stream()
        .anyMatch(one -> held.documents().stream().anyMatch(two -> sameNumber(one, two)));
  }

  /** A pair of names that may be one person's stands before one that may not. */
  private static boolean better(Likeness one, Likeness other) {
    boolean alike = one.odds() > 0;
    return alike == other.odds() > 0 ? one.rank() > other.rank() : alike;
  }

  private double evidence(
      Person asked,
      Person held,
      BirthDates born,
      Likeness likeness,
      NameMatch met,
      PreparedName left,
      PreparedName right,
      List<Evidence> into) {
    boolean contradicts = met.contradicts();
    double name =
        born == BirthDates.UNKNOWN || contradicts
            ? likeness.odds()
            : weights.names() * likeness.odds();
    into.add(
        new Evidence(
            Evidence.Kind.NAME,
            name > 0 ? "alike" : "unlike",
            left.written(),
            right.written(),
            name));
    double sum = name;
    if (born != BirthDates.UNKNOWN) {
      // Thousands share a birthday: it says nothing for persons whose names contradict.
      double weight = contradicts ? Math.min(0, weights.born(born)) : weights.born(born);
      into.add(
          new Evidence(
              Evidence.Kind.BIRTH_DATE,
              born.code(),
              written(asked.born()),
              written(held.born()),
              weight));
      sum += weight;
    }
    sum += sex(asked.gender(), held.gender(), contradicts, into);
    for (IdentityDocument one : asked.documents()) {
      for (IdentityDocument two : held.documents()) {
        if (sameNumber(one, two)) {
          into.add(
              new Evidence(
                  Evidence.Kind.DOCUMENT,
                  "same-number",
                  one.number(),
                  two.number(),
                  EvidenceWeights.SAME_DOCUMENT));
          return sum + EvidenceWeights.SAME_DOCUMENT;
        }
      }
    }
    return sum;
  }

  /** Half of all persons are of one sex: it says nothing for persons whose names contradict. */
  private static double sex(Gender asked, Gender held, boolean contradicts, List<Evidence> into) {
    if (!told(asked) || !told(held)) {
      return 0;
    }
    boolean same = asked == held;
    double weight = !same ? EvidenceWeights.OTHER_SEX : contradicts ? 0 : EvidenceWeights.SAME_SEX;
    into.add(
        new Evidence(
            Evidence.Kind.GENDER, same ? "same" : "other", code(asked), code(held), weight));
    return weight;
  }

  private static boolean told(Gender gender) {
    return gender == Gender.FEMALE || gender == Gender.MALE;
  }

  private static String code(Gender gender) {
    return gender.name().toLowerCase(Locale.ROOT);
  }

  /** What stands for "no number", or was damaged, is nobody's. */
  private static boolean sameNumber(IdentityDocument one, IdentityDocument two) {
    Optional<String> key = WrittenNumber.key(one.number());
    return key.isPresent() && key.equals(WrittenNumber.key(two.number()));
  }

  private static String written(List<PartialDate> dates) {
    return dates.stream().map(PersonMatcher::written).collect(Collectors.joining(", "));
  }

  private static String written(PartialDate date) {
    String year = (date.yearsAround() > 0 ? "±" + date.yearsAround() + " " : "") + date.year();
    if (date.month() == 0) {
      return year;
    }
    String month = String.format(Locale.ROOT, "%s-%02d", year, date.month());
    return date.day() == 0 ? month : String.format(Locale.ROOT, "%s-%02d", month, date.day());
  }
}
