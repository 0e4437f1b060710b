package org.entente.intake;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.subject.IdentityDocument;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.WrittenName;
import org.entente.subject.documents.MachineReadableZone;

/** The holder of a travel document, by the fields of a row. */
final class Holder {
  private Holder() {}

  static Pasted.Found of(MachineReadableZone zone, LocalDate today) {
    Person person = zone.holder(today);
    Map<ColumnMeaning, List<String>> said = new EnumMap<>(ColumnMeaning.class);
    WrittenName name = person.names().getFirst();
    put(said, ColumnMeaning.FAMILY, zone.name().primary());
    put(said, ColumnMeaning.GIVEN, zone.name().secondary());
    if (said.isEmpty()) {
      put(said, ColumnMeaning.NAME, name.written());
    }
    person.born().stream().findFirst().ifPresent(born -> put(said, ColumnMeaning.BORN, date(born)));
    person.nationalities().stream()
        .findFirst()
        .ifPresent(country -> put(said, ColumnMeaning.NATIONALITY, country));
    switch (person.gender()) {
      case MALE -> put(said, ColumnMeaning.GENDER, "M");
      case FEMALE -> put(said, ColumnMeaning.GENDER, "F");
      default -> {}
    }
    IdentityDocument document = zone.document(today);
    ColumnMeaning field =
        switch (document.kind()) {
          case PASSPORT -> ColumnMeaning.PASSPORT;
          case IDENTITY_CARD -> ColumnMeaning.IDENTITY_CARD;
          case VISA, RESIDENCE_PERMIT, DRIVING_LICENCE, NATIONAL_NUMBER, OTHER ->
              ColumnMeaning.DOCUMENT;
        };
    put(said, field, document.number());
    return new Pasted.Found(SubjectKind.PERSON, said);
  }

  private static void put(
      Map<ColumnMeaning, List<String>> said, ColumnMeaning field, String value) {
    if (!value.isBlank()) {
      said.put(field, List.of(value.strip()));
    }
  }

  private static String date(PartialDate date) {
    if (date.month() == 0) {
      return Integer.toString(date.year());
    }
    return date.day() == 0
        ? String.format(Locale.ROOT, "%04d-%02d", date.year(), date.month())
        : String.format(Locale.ROOT, "%04d-%02d-%02d", date.year(), date.month(), date.day());
  }
}
