package org.entente.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.subject.Account;
import org.entente.subject.CountryCode;
import org.entente.subject.CryptoAddress;
import org.entente.subject.Device;
import org.entente.subject.FileHash;
import org.entente.subject.Firearm;
import org.entente.subject.Gender;
import org.entente.subject.IdentityDocument;
import org.entente.subject.NetworkAddress;
import org.entente.subject.OnlineIdentifier;
import org.entente.subject.Organisation;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.Phone;
import org.entente.subject.Place;
import org.entente.subject.Subject;
import org.entente.subject.Unreadable;
import org.entente.subject.Unsaid;
import org.entente.subject.Vehicle;
import org.entente.subject.Vessel;
import org.entente.subject.WebAddress;
import org.entente.subject.WrittenName;
import org.entente.subject.dates.DateDoubt;
import org.entente.subject.dates.DateReading;
import org.entente.subject.numbers.WrittenNumber;

/** Makes a subject of the values of a row. What is written is kept as written. */
final class SubjectReading {
  /** What may stand between several dates. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*[,|]\\s*|\\s+/\\s+|\\s+(?:or|and|i|ili|и|или|və|ve|veya|ya da|və ya|und|oder|et|ou|o|y)\\s+|(?<=\\d{4})\\s*/\\s*(?=\\d{1,2}[./-]\\d{1,2}[./-])");

  private final RowValues values;
  private final SubjectKind kind;
  private final CellForms.Dates order;
  private final LocalDate latest;

  SubjectReading(RowValues values, SubjectKind kind, CellForms.Dates order, LocalDate latest) {
    this.values = values;
    this.kind = kind;
    this.order = order;
    this.latest = latest;
  }

  Subject subject() throws NotUnderstood {
    return switch (kind) {
      case PERSON -> person();
      case ORGANISATION ->
          new Organisation(
              names(), countries(ColumnMeaning.COUNTRY), numbers(ColumnMeaning.REGISTRATION));
      case DOCUMENT ->
          documents().stream()
              .findFirst()
              .orElseThrow(() -> values.missing(RowFault.NUMBER_MISSING, ColumnMeaning.DOCUMENT));
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
      case NETWORK ->
          new NetworkAddress(
              need(ColumnMeaning.IP_ADDRESS),
              values.one(ColumnMeaning.SOURCE_PORT),
              values.one(ColumnMeaning.SEEN_AT));
      case HASH -> new FileHash(need(ColumnMeaning.FILE_HASH));
      case WEB -> new WebAddress(need(ColumnMeaning.WEB_ADDRESS));
      case WALLET -> new CryptoAddress(need(ColumnMeaning.WALLET), values.one(ColumnMeaning.CHAIN));
      case DEVICE ->
          new Device(
              need(ColumnMeaning.DEVICE_NUMBER),
              values.one(ColumnMeaning.MAKE),
              values.one(ColumnMeaning.MODEL));
      case PLACE -> {
        if (values.one(ColumnMeaning.PLACE_NAME).isEmpty()) {
          need(ColumnMeaning.COORDINATES);
        }
        yield new Place(
            values.one(ColumnMeaning.PLACE_NAME), country(), values.one(ColumnMeaning.COORDINATES));
      }
    };
  }

  /** Reads every field that a person or thing has, so that what is not understood is noted. */
  void check() {
    born();
    gender();
    countries(ColumnMeaning.NATIONALITY);
    countries(ColumnMeaning.COUNTRY);
    documents();
    for (ColumnMeaning field :
        List.of(ColumnMeaning.PHONE, ColumnMeaning.ACCOUNT, ColumnMeaning.REGISTRATION)) {
      numbers(field);
    }
  }

  private Person person() throws NotUnderstood {
    return new Person(
        names(),
        born(),
        gender(),
        countries(ColumnMeaning.NATIONALITY),
        values.all(ColumnMeaning.BIRTH_PLACE),
        documents(),
        numbers(ColumnMeaning.PHONE).stream().map(n -> new Phone(n, Optional.empty())).toList(),
        numbers(ColumnMeaning.ACCOUNT).stream().map(Account::new).toList(),
        values.all(ColumnMeaning.ONLINE).stream()
            .map(o -> new OnlineIdentifier(o, Optional.empty()))
            .toList());
  }

  /** Every date that is perhaps meant: 3/4/1965 is two. */
  private List<PartialDate> born() {
    Set<PartialDate> born = new LinkedHashSet<>();
    for (String written : values.all(ColumnMeaning.BORN)) {
      List<PartialDate> dates = dates(written);
      if (dates.isEmpty()) {
        values.note(RowFault.DATE_NOT_READ, ColumnMeaning.BORN);
      }
      for (PartialDate date : dates) {
        if (ahead(date)) {
          values.note(RowFault.DATE_AHEAD, ColumnMeaning.BORN);
        } else {
          born.add(date);
        }
      }
    }
    return List.copyOf(born);
  }

  private boolean ahead(PartialDate date) {
    LocalDate first =
        LocalDate.of(
            date.year() - date.yearsAround() < 1 ? 1 : date.year() - date.yearsAround(),
            Math.max(1, date.month()),
            Math.max(1, date.day()));
    return first.isAfter(latest.plusDays(1));
  }

  private List<PartialDate> dates(String written) {
    List<PartialDate> whole = date(written);
    if (!whole.isEmpty()) {
      return whole;
    }
    List<PartialDate> all = new ArrayList<>();
    for (String part : BETWEEN.split(written, -1)) {
      List<PartialDate> dates = date(part);
      if (dates.isEmpty() && !Unsaid.byDate(part)) {
        return List.of();
      }
      all.addAll(dates);
    }
    return all;
  }

  private List<PartialDate> date(String written) {
    String text =
        order == CellForms.Dates.MONTH_FIRST
            ? written.replaceFirst("^(\\s*\\d{1,2})[-.](\\d{1,2})[-.](\\d{2,4})", "$1/$2/$3")
            : written;
    try {
      DateReading read = DateReading.read(text, latest);
      boolean open =
          read.doubts().contains(DateDoubt.DAY_OR_MONTH_FIRST) && read.dates().size() == 2;
      return !open || order == CellForms.Dates.BOTH
          ? read.dates()
          : List.of(
              order == CellForms.Dates.DAY_FIRST
                  ? read.dates().getFirst()
                  : read.dates().getLast());
    } catch (Unreadable noDate) {
      return List.of();
    }
  }

  private Gender gender() {
    Optional<RowValues.Value> value = values.values(ColumnMeaning.GENDER).stream().findFirst();
    if (value.isEmpty() || value.get().text().equals("0") || value.get().text().equals("9")) {
      return Gender.UNKNOWN;
    }
    Optional<Gender> read = Gender.read(value.get().text(), value.get().heading());
    if (read.isEmpty()) {
      values.note(RowFault.GENDER_UNKNOWN, ColumnMeaning.GENDER);
    }
    return read.orElse(Gender.UNKNOWN);
  }

  private List<WrittenName> names() throws NotUnderstood {
    List<WrittenName> names = new ArrayList<>();
    for (String whole : values.all(ColumnMeaning.NAME)) {
      name(whole, WrittenName.Kind.OFFICIAL, List.of(), ColumnMeaning.NAME).ifPresent(names::add);
    }
    List<WrittenName.Part> parts = new ArrayList<>();
    part(parts, ColumnMeaning.GIVEN, WrittenName.Role.GIVEN);
    part(parts, ColumnMeaning.PATRONYMIC, WrittenName.Role.PATRONYMIC);
    part(parts, ColumnMeaning.FAMILY, WrittenName.Role.FAMILY);
    String line = String.join(" ", parts.stream().map(WrittenName.Part::text).toList());
    if (!parts.isEmpty() && !Unsaid.byName(line)) {
      name(line, WrittenName.Kind.OFFICIAL, parts, ColumnMeaning.NAME).ifPresent(names::add);
    }
    for (String alias : values.all(ColumnMeaning.ALIAS)) {
      name(alias, WrittenName.Kind.ALIAS, List.of(), ColumnMeaning.ALIAS).ifPresent(names::add);
    }
    if (names.isEmpty()) {
      throw values.missing(RowFault.NAME_MISSING, ColumnMeaning.NAME);
    }
    return names;
  }

  private void part(List<WrittenName.Part> parts, ColumnMeaning field, WrittenName.Role role) {
    values.one(field).ifPresent(text -> parts.add(new WrittenName.Part(text, role)));
  }

  /** A name that has a letter and a length that a name has; else it is noted. */
  private Optional<WrittenName> name(
      String line, WrittenName.Kind sort, List<WrittenName.Part> parts, ColumnMeaning field) {
    if (line.length() > WrittenName.MAX_LENGTH) {
      values.note(RowFault.VALUE_TOO_LONG, field);
      return Optional.empty();
    }
    if (line.codePoints().noneMatch(Character::isLetter)) {
      values.note(RowFault.NAME_MISSING, field);
      return Optional.empty();
    }
    return Optional.of(new WrittenName(line, sort, Optional.empty(), parts));
  }

  private List<IdentityDocument> documents() {
    List<IdentityDocument> all = new ArrayList<>();
    add(all, ColumnMeaning.PASSPORT, IdentityDocument.Kind.PASSPORT);
    add(all, ColumnMeaning.IDENTITY_CARD, IdentityDocument.Kind.IDENTITY_CARD);
    add(all, ColumnMeaning.NATIONAL_NUMBER, IdentityDocument.Kind.NATIONAL_NUMBER);
    add(all, ColumnMeaning.DOCUMENT, IdentityDocument.Kind.OTHER);
    return all;
  }

  private void add(List<IdentityDocument> all, ColumnMeaning field, IdentityDocument.Kind sort) {
    Optional<String> issuer = kind == SubjectKind.DOCUMENT ? country() : Optional.empty();
    for (String written : numbers(field)) {
      NumberReading number = NumberReading.of(sort, written);
      all.add(
          new IdentityDocument(
              number.kind(), number.number(), number.issuer().or(() -> issuer), Optional.empty()));
    }
  }

  /**
   * Numbers as written, without the {@code .0} of a program; one whose digits a program lost is
   * noted and never compared.
   */
  private List<String> numbers(ColumnMeaning field) {
    List<String> numbers = new ArrayList<>();
    for (String number : values.all(field)) {
      if (WrittenNumber.use(number) == WrittenNumber.Use.DAMAGED) {
        values.note(RowFault.NUMBER_DAMAGED, field);
      } else {
        numbers.add(WrittenNumber.withoutFraction(number));
      }
    }
    return numbers;
  }

  private String need(ColumnMeaning field) throws NotUnderstood {
    return numbers(field).stream()
        .filter(v -> v.chars().anyMatch(Character::isLetterOrDigit))
        .findFirst()
        .orElseThrow(() -> values.missing(RowFault.NUMBER_MISSING, field));
  }

  private Optional<String> country() {
    return countries(ColumnMeaning.COUNTRY).stream().filter(code -> code.length() == 2).findFirst();
  }

  private List<String> countries(ColumnMeaning field) {
    Set<String> all = new LinkedHashSet<>();
    for (String written : values.all(field)) {
      Optional<String> code = CountryCode.nationality(written);
      if (code.isPresent()) {
        all.add(code.get());
      } else {
        values.note(
            CountryCode.former(written) ? RowFault.COUNTRY_FORMER : RowFault.COUNTRY_UNKNOWN,
            field);
      }
    }
    return List.copyOf(all);
  }
}
