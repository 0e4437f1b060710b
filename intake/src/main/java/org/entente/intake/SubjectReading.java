package org.entente.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.subject.Account;
import org.entente.subject.CountryCode;
import org.entente.subject.Firearm;
import org.entente.subject.Gender;
import org.entente.subject.IdentityDocument;
import org.entente.subject.OnlineIdentifier;
import org.entente.subject.Organisation;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.Phone;
import org.entente.subject.Subject;
import org.entente.subject.Unreadable;
import org.entente.subject.Vehicle;
import org.entente.subject.Vessel;
import org.entente.subject.WrittenName;
import org.entente.subject.dates.DateReading;

/** Makes a subject of the values of a row. What is written is kept as written. */
final class SubjectReading {
  private static final Set<String> FEMALE =
      Set.of("f", "female", "woman", "q", "qadın", "ž", "z", "ženski", "ženski pol", "ж", "женски");
  private static final Set<String> MALE =
      Set.of("m", "male", "man", "k", "kişi", "muški", "muški pol", "м", "мушки");

  private final RowValues values;
  private final SubjectKind kind;

  SubjectReading(RowValues values, SubjectKind kind) {
    this.values = values;
    this.kind = kind;
  }

  Subject subject() throws NotUnderstood {
    return switch (kind) {
      case PERSON -> person();
      case ORGANISATION ->
          new Organisation(
              names(), countries(ColumnMeaning.COUNTRY), values.all(ColumnMeaning.REGISTRATION));
      case DOCUMENT ->
          documents().stream()
              .findFirst()
              .orElseThrow(
                  () -> new NotUnderstood(RowFault.NUMBER_MISSING, ColumnMeaning.DOCUMENT));
      case VEHICLE -> {
        if (values.one(ColumnMeaning.PLATE).isEmpty()) {
          need(ColumnMeaning.VIN);
        }
        yield new Vehicle(
            values.one(ColumnMeaning.PLATE),
            country(),
            values.one(ColumnMeaning.VIN),
            values.one(ColumnMeaning.MAKE),
            values.one(ColumnMeaning.MODEL));
      }
      case FIREARM -> {
        need(ColumnMeaning.SERIAL);
        yield new Firearm(
            values.one(ColumnMeaning.MAKE),
            values.one(ColumnMeaning.MODEL),
            values.one(ColumnMeaning.CALIBRE),
            values.one(ColumnMeaning.SERIAL));
      }
      case PHONE -> new Phone(need(ColumnMeaning.PHONE), country());
      case ACCOUNT -> new Account(need(ColumnMeaning.ACCOUNT));
      case ONLINE -> new OnlineIdentifier(need(ColumnMeaning.ONLINE), Optional.empty());
      case VESSEL -> {
        if (values.one(ColumnMeaning.NAME).isEmpty()) {
          need(ColumnMeaning.REGISTRATION);
        }
        yield new Vessel(
            values.one(ColumnMeaning.NAME), values.one(ColumnMeaning.REGISTRATION), country());
      }
    };
  }

  private Person person() throws NotUnderstood {
    List<PartialDate> born = new ArrayList<>();
    for (String written : values.all(ColumnMeaning.BORN)) {
      born.addAll(dates(written));
    }
    return new Person(
        names(),
        born,
        values.one(ColumnMeaning.GENDER).map(SubjectReading::gender).orElse(Gender.UNKNOWN),
        countries(ColumnMeaning.NATIONALITY),
        values.all(ColumnMeaning.BIRTH_PLACE),
        documents(),
        values.all(ColumnMeaning.PHONE).stream().map(n -> new Phone(n, Optional.empty())).toList(),
        values.all(ColumnMeaning.ACCOUNT).stream().map(Account::new).toList(),
        values.all(ColumnMeaning.ONLINE).stream()
            .map(o -> new OnlineIdentifier(o, Optional.empty()))
            .toList());
  }

  /** Every date that is perhaps meant: 3/4/1965 is two. */
  private static List<PartialDate> dates(String written) throws NotUnderstood {
    try {
      return DateReading.read(written).dates();
    } catch (Unreadable noDate) {
      throw new NotUnderstood(RowFault.DATE_NOT_READ, ColumnMeaning.BORN);
    }
  }

  private List<WrittenName> names() throws NotUnderstood {
    List<WrittenName> names = new ArrayList<>();
    for (String whole : values.all(ColumnMeaning.NAME)) {
      names.add(name(whole, WrittenName.Kind.OFFICIAL, List.of()));
    }
    List<WrittenName.Part> parts = new ArrayList<>();
    part(parts, ColumnMeaning.GIVEN, WrittenName.Role.GIVEN);
    part(parts, ColumnMeaning.PATRONYMIC, WrittenName.Role.PATRONYMIC);
    part(parts, ColumnMeaning.FAMILY, WrittenName.Role.FAMILY);
    if (!parts.isEmpty()) {
      String line = String.join(" ", parts.stream().map(WrittenName.Part::text).toList());
      names.add(name(line, WrittenName.Kind.OFFICIAL, parts));
    }
    for (String alias : values.all(ColumnMeaning.ALIAS)) {
      names.add(name(alias, WrittenName.Kind.ALIAS, List.of()));
    }
    if (names.isEmpty()) {
      throw new NotUnderstood(RowFault.NAME_MISSING, ColumnMeaning.NAME);
    }
    return names;
  }

  private void part(List<WrittenName.Part> parts, ColumnMeaning field, WrittenName.Role role) {
    values.one(field).ifPresent(text -> parts.add(new WrittenName.Part(text, role)));
  }

  private static WrittenName name(String line, WrittenName.Kind kind, List<WrittenName.Part> parts)
      throws NotUnderstood {
    if (line.length() > WrittenName.MAX_LENGTH) {
      throw new NotUnderstood(RowFault.VALUE_TOO_LONG, ColumnMeaning.NAME);
    }
    if (line.codePoints().noneMatch(Character::isLetter)) {
      throw new NotUnderstood(RowFault.NAME_MISSING, ColumnMeaning.NAME);
    }
    return new WrittenName(line, kind, Optional.empty(), parts);
  }

  private List<IdentityDocument> documents() throws NotUnderstood {
    List<IdentityDocument> all = new ArrayList<>();
    add(all, ColumnMeaning.PASSPORT, IdentityDocument.Kind.PASSPORT);
    add(all, ColumnMeaning.IDENTITY_CARD, IdentityDocument.Kind.IDENTITY_CARD);
    add(all, ColumnMeaning.NATIONAL_NUMBER, IdentityDocument.Kind.NATIONAL_NUMBER);
    add(all, ColumnMeaning.DOCUMENT, IdentityDocument.Kind.OTHER);
    return all;
  }

  private void add(List<IdentityDocument> all, ColumnMeaning field, IdentityDocument.Kind sort)
      throws NotUnderstood {
    Optional<String> issuer = kind == SubjectKind.DOCUMENT ? country() : Optional.empty();
    for (String number : values.all(field)) {
      all.add(new IdentityDocument(sort, number, issuer, Optional.empty()));
    }
  }

  private String need(ColumnMeaning field) throws NotUnderstood {
    return values
        .one(field)
        .filter(v -> v.chars().anyMatch(Character::isLetterOrDigit))
        .orElseThrow(() -> new NotUnderstood(RowFault.NUMBER_MISSING, field));
  }

  private Optional<String> country() throws NotUnderstood {
    return countries(ColumnMeaning.COUNTRY).stream().findFirst();
  }

  private List<String> countries(ColumnMeaning field) throws NotUnderstood {
    List<String> all = new ArrayList<>();
    for (String written : values.all(field)) {
      Optional<String> whole = CountryCode.read(written);
      if (whole.isPresent()) {
        all.add(whole.get());
        continue;
      }
      for (String each : written.strip().split("[,\\s/]+", -1)) {
        all.add(
            CountryCode.read(each)
                .orElseThrow(() -> new NotUnderstood(RowFault.COUNTRY_UNKNOWN, field)));
      }
    }
    return all;
  }

  private static Gender gender(String written) {
    String plain = written.strip().toLowerCase(Locale.ROOT);
    if (FEMALE.contains(plain)) {
      return Gender.FEMALE;
    }
    if (MALE.contains(plain)) {
      return Gender.MALE;
    }
    return plain.equals("x") ? Gender.UNSPECIFIED : Gender.UNKNOWN;
  }
}
