package org.entente.subject.invented;

import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.entente.subject.Gender;
import org.entente.subject.PartialDate;
import org.entente.subject.invented.Ranked.Word;

/**
 * An endless row of persons that do not exist; the same seed gives the same row. Ages are those of
 * grown people in 2026, younger ones more often. Not safe for use by many threads.
 */
public final class InventedPersons implements Iterator<InventedPerson> {
  private static final List<String> CODES =
      List.of(
          "AL", "AM", "ARAB", "AZ", "BA", "BG", "CN", "DE", "ES", "FR", "GB", "GE", "GR", "IN",
          "IR", "IT", "NG", "PL", "RO", "RS", "RU", "TR", "UA", "VN");

  private static final int YEAR = 2026;
  private static final int YOUNGEST = 15;
  private static final int AGES = 70;
  private static final int DAYS_OF_MONTH = 28;

  private static final double MEN = 0.7;
  private static final double SPELT_TWICE = 0.15;
  private static final double ALIAS = 0.03;
  private static final double YEAR_ONLY = 0.03;
  private static final double PASSPORT = 0.6;
  private static final double DOCUMENT = 0.9;
  private static final double PHONE = 0.6;
  private static final double VEHICLE = 0.08;

  private final RandomGenerator random;
  private final List<Country> countries = CODES.stream().map(Country::read).toList();
  private final int weights = countries.stream().mapToInt(Country::weight).sum();

  private InventedPersons(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public static InventedPersons of(long seed) {
    return new InventedPersons(seed);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public InventedPerson next() {
    Country country = country();
    boolean female = random.nextDouble() > MEN;
    Word name = country.name(female, random);
    String other = random.nextDouble() < SPELT_TWICE ? country.otherSpelling(name) : "";
    String alias = random.nextDouble() < ALIAS ? country.alias(random) : "";
    double document = random.nextDouble();
    return new InventedPerson(
        name.written(),
        other.equals(name.written()) ? "" : other,
        alias,
        female ? Gender.FEMALE : Gender.MALE,
        born(),
        country.nationality(random),
        country.place(random),
        document < DOCUMENT
            ? country.number(document < PASSPORT ? "passport" : "card", random)
            : "",
        random.nextDouble() < PHONE ? country.number("phone", random) : "",
        random.nextDouble() < VEHICLE ? country.number("plate", random) : "");
  }

  private Country country() {
    int at = random.nextInt(weights);
    for (Country country : countries) {
      at -= country.weight();
      if (at < 0) {
        return country;
      }
    }
    throw new IllegalStateException("weights do not add up");
  }

  private PartialDate born() {
    int year = YEAR - YOUNGEST - (int) (AGES * (1 - Math.sqrt(random.nextDouble())));
    return random.nextDouble() < YEAR_ONLY
        ? PartialDate.year(year)
        : PartialDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(DAYS_OF_MONTH));
  }
}
