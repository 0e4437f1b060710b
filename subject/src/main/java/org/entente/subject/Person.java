package org.entente.subject;

import java.util.List;

/**
 * A natural person as somebody described them: every part may be missing, several may contradict
 * each other.
 *
 * @param names at least one, each as it was written
 * @param born dates of birth, the first one held the likeliest
 * @param gender as recorded
 * @param nationalities ISO 3166-1 alpha-2 codes in upper case; XXA, XXB, XXC or XXX of ICAO 9303
 *     for a person without one
 * @param birthPlaces as written
 * @param documents identity and travel documents
 * @param phones telephone numbers
 * @param accounts bank accounts
 * @param online addresses and handles
 */
public record Person(
    List<WrittenName> names,
    List<PartialDate> born,
    Gender gender,
    List<String> nationalities,
    List<String> birthPlaces,
    List<IdentityDocument> documents,
    List<Phone> phones,
    List<Account> accounts,
    List<OnlineIdentifier> online)
    implements Subject {

  public Person {
    names = List.copyOf(names);
    born = List.copyOf(born);
    nationalities = List.copyOf(nationalities);
    birthPlaces = List.copyOf(birthPlaces);
    documents = List.copyOf(documents);
    phones = List.copyOf(phones);
    accounts = List.copyOf(accounts);
    online = List.copyOf(online);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a person needs at least one name");
    }
  }

  /** A person of whom only a name and perhaps dates of birth are known. */
  public static Person named(String name, PartialDate... born) {
    return new Person(
        List.of(WrittenName.of(name)),
        List.of(born),
        Gender.UNKNOWN,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Never prints who it is. */
  @Override
  public String toString() {
    return "Person[]";
  }
}
