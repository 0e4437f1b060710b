package org.entente.node.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.node.records.RowReading.Unreadable;
import org.entente.node.records.RowReading.Values;
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

  private final Values values;
  private final SubjectKind kind;

  SubjectReading(Values values, SubjectKind kind) {
    this.values = values;
    this.kind = kind;
  }

  Subject subject() throws Unreadable {
    return switch (kind) {
      case PERSON -> person();
      case ORGANISATION ->
          new Organisation(names(), countries(Field.COUNTRY), values.all(Field.REGISTRATION));
      case DOCUMENT ->
          documents().stream()
              .findFirst()
              .orElseThrow(() -> new Unreadable(RowFault.NUMBER_MISSING, Field.DOCUMENT));
      case VEHICLE -> {
        if (values.one(Field.PLATE).isEmpty()) {
          need(Field.VIN);
        }
        yield new Vehicle(
            values.one(Field.PLATE),
            country(),
            values.one(Field.VIN),
            values.one(Field.MAKE),
            values.one(Field.MODEL));
      }
      case FIREARM -> {
        need(Field.SERIAL);
        yield new Firearm(
            values.one(Field.MAKE),
            values.one(Field.MODEL),
            values.one(Field.CALIBRE),
            values.one(Field.SERIAL));
      }
      case PHONE -> new Phone(need(Field.PHONE), country());
      case ACCOUNT -> new Account(need(Field.ACCOUNT));
      case ONLINE -> new OnlineIdentifier(need(Field.ONLINE), Optional.empty());
      case VESSEL -> {
        if (values.one(Field.NAME).isEmpty()) {
          need(Field.REGISTRATION);
        }
        yield new Vessel(values.one(Field.NAME), values.one(Field.REGISTRATION), country());
      }
    };
  }

  private Person person() throws Unreadable {
    List<PartialDate> born = new ArrayList<>();
    for (String written : values.all(Field.BORN)) {
      born.addAll(dates(written));
    }
    return new Person(
        names(),
        born,
        values.one(Field.GENDER).map(SubjectReading::gender).orElse(Gender.UNKNOWN),
        countries(Field.NATIONALITY),
        values.all(Field.BIRTH_PLACE),
        documents(),
        values.all(Field.PHONE).stream().map(n -> new Phone(n, Optional.empty())).toList(),
        values.all(Field.ACCOUNT).stream().map(Account::new).toList(),
        values.all(Field.ONLINE).stream()
            .map(o -> new OnlineIdentifier(o, Optional.empty()))
            .toList());
  }

  /** Every date that is perhaps meant: 3/4/1965 is two. */
  private static List<PartialDate> dates(String written) throws Unreadable {
    try {
      return DateReading.read(written).dates();
    } catch (org.entente.subject.Unreadable noDate) {
      throw new Unreadable(RowFault.DATE_NOT_READ, Field.BORN);
    }
  }

  private List<WrittenName> names() throws Unreadable {
    List<WrittenName> names = new ArrayList<>();
    for (String whole : values.all(Field.NAME)) {
      names.add(name(whole, WrittenName.Kind.OFFICIAL, List.of()));
    }
    List<WrittenName.Part> parts = new ArrayList<>();
    part(parts, Field.GIVEN, WrittenName.Role.GIVEN);
    part(parts, Field.PATRONYMIC, WrittenName.Role.PATRONYMIC);
    part(parts, Field.FAMILY, WrittenName.Role.FAMILY);
    if (!parts.isEmpty()) {
      String line = String.join(" ", parts.stream().map(WrittenName.Part::text).toList());
      names.add(name(line, WrittenName.Kind.OFFICIAL, parts));
    }
    for (String alias : values.all(Field.ALIAS)) {
      names.add(name(alias, WrittenName.Kind.ALIAS, List.of()));
    }
    if (names.isEmpty()) {
      throw new Unreadable(RowFault.NAME_MISSING, Field.NAME);
    }
    return names;
  }

  private void part(List<WrittenName.Part> parts, Field field, WrittenName.Role role) {
    values.one(field).ifPresent(text -> parts.add(new WrittenName.Part(text, role)));
  }

  private static WrittenName name(String line, WrittenName.Kind kind, List<WrittenName.Part> parts)
      throws Unreadable {
    if (line.length() > WrittenName.MAX_LENGTH) {
      throw new Unreadable(RowFault.VALUE_TOO_LONG, Field.NAME);
    }
    if (line.codePoints().noneMatch(Character::isLetter)) {
      throw new Unreadable(RowFault.NAME_MISSING, Field.NAME);
    }
    return new WrittenName(line, kind, Optional.empty(), parts);
  }

  private List<IdentityDocument> documents() throws Unreadable {
    List<IdentityDocument> all = new ArrayList<>();
    add(all, Field.PASSPORT, IdentityDocument.Kind.PASSPORT);
    add(all, Field.IDENTITY_CARD, IdentityDocument.Kind.IDENTITY_CARD);
    add(all, Field.NATIONAL_NUMBER, IdentityDocument.Kind.NATIONAL_NUMBER);
    add(all, Field.DOCUMENT, IdentityDocument.Kind.OTHER);
    return all;
  }

  private void add(List<IdentityDocument> all, Field field, IdentityDocument.Kind sort)
      throws Unreadable {
    Optional<String> issuer = kind == SubjectKind.DOCUMENT ? country() : Optional.empty();
    for (String number : values.all(field)) {
      all.add(new IdentityDocument(sort, number, issuer, Optional.empty()));
    }
  }

  private String need(Field field) throws Unreadable {
    return values
        .one(field)
        .filter(v -> v.chars().anyMatch(Character::isLetterOrDigit))
        .orElseThrow(() -> new Unreadable(RowFault.NUMBER_MISSING, field));
  }

  private Optional<String> country() throws Unreadable {
    return countries(Field.COUNTRY).stream().findFirst();
  }

  private List<String> countries(Field field) throws Unreadable {
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
                .orElseThrow(() -> new Unreadable(RowFault.COUNTRY_UNKNOWN, field)));
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
