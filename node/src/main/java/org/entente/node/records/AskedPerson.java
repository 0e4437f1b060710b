package org.entente.node.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.node.casework.PersonSought;
import org.entente.subject.Gender;
import org.entente.subject.IdentityDocument;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.Unreadable;
import org.entente.subject.WrittenName;
import org.entente.subject.dates.DateReading;
import org.jspecify.annotations.Nullable;

/** Makes of the person of a request what can be compared with records. */
final class AskedPerson {
  private AskedPerson() {}

  static Person subject(PersonSought asked) {
    List<String> names = new ArrayList<>();
    names.add((asked.givenName() + " " + asked.familyName()).strip());
    names.addAll(asked.otherSpellings());
    return new Person(
        names.stream().filter(n -> !n.isBlank()).map(WrittenName::of).toList(),
        written(asked.birthDate()).stream().flatMap(d -> dates(d).stream()).toList(),
        Gender.UNKNOWN,
        written(asked.nationality()).stream().map(n -> n.toUpperCase(Locale.ROOT)).toList(),
        written(asked.birthPlace()),
        written(asked.document()).stream().map(AskedPerson::number).toList(),
        List.of(),
        List.of(),
        List.of());
  }

  /** A date that cannot be read is shown as written and not compared. */
  private static List<PartialDate> dates(String written) {
    try {
      return DateReading.read(written).dates();
    } catch (Unreadable e) {
      return List.of();
    }
  }

  private static List<String> written(@Nullable String text) {
    return text == null || text.isBlank() ? List.of() : List.of(text.strip());
  }

  private static IdentityDocument number(String document) {
    return new IdentityDocument(
        IdentityDocument.Kind.OTHER, document, Optional.empty(), Optional.empty());
  }
}
