package org.entente.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.subject.CheckDigit;
import org.entente.subject.CountryCode;
import org.entente.subject.Marking;
import org.entente.subject.PartialDate;
import org.entente.subject.Unreadable;
import org.entente.subject.dates.DateDoubt;
import org.entente.subject.dates.DateReading;
import org.entente.subject.net.Digest;
import org.entente.subject.net.IpAddress;
import org.entente.subject.net.WebLocation;
import org.entente.subject.numbers.DeviceNumber;
import org.entente.subject.numbers.EmailAddress;
import org.entente.subject.numbers.Handle;
import org.entente.subject.numbers.Iban;
import org.entente.subject.numbers.PhoneNumber;
import org.entente.subject.numbers.Wallet;
import org.entente.subject.numbers.WrittenNumber;
import org.entente.subject.things.Calibre;
import org.entente.subject.things.Coordinates;
import org.entente.subject.things.Imo;
import org.entente.subject.things.Plate;
import org.entente.subject.things.Serial;
import org.entente.subject.things.Vin;

/**
 * One value of a subject as it was written, what it is read as, and what there is to see at it.
 *
 * <p><b>Guarantees.</b> Every value that was written has a reading; what cannot be read says so and
 * stays as written. Nothing here throws.
 *
 * @param canonical what is compared; as written where it could not be read
 */
public record ValueReading(
    ColumnMeaning field, String written, String canonical, Set<ValueSign> signs) {
  public ValueReading {
    EnumSet<ValueSign> copy = EnumSet.noneOf(ValueSign.class);
    copy.addAll(signs);
    signs = Collections.unmodifiableSet(copy);
  }

  /** The readings of all that is said of a subject, in the order of their fields. */
  public static List<ValueReading> of(SubjectKind kind, Map<ColumnMeaning, List<String>> said) {
    Optional<String> country =
        said.getOrDefault(ColumnMeaning.COUNTRY, List.of()).stream()
            .findFirst()
            .flatMap(CountryCode::nationality);
    List<ValueReading> all = new ArrayList<>();
    for (ColumnMeaning field : ColumnMeaning.values()) {
      for (String written : said.getOrDefault(field, List.of())) {
        if (!written.isBlank()) {
          all.add(of(kind, field, written.strip(), country, said));
        }
      }
    }
    return all;
  }

  private static ValueReading of(
      SubjectKind kind,
      ColumnMeaning field,
      String written,
      Optional<String> country,
      Map<ColumnMeaning, List<String>> said) {
    EnumSet<ValueSign> signs = EnumSet.noneOf(ValueSign.class);
    String canonical;
    try {
      canonical = canonical(kind, field, written, country, said, signs);
    } catch (Unreadable unread) {
      signs.add(unread.code().endsWith("-check") ? ValueSign.CHECK_FAILS : ValueSign.NOT_READ);
      canonical = written;
    }
    return new ValueReading(field, written, canonical, signs);
  }

  private static String canonical(
      SubjectKind kind,
      ColumnMeaning field,
      String written,
      Optional<String> country,
      Map<ColumnMeaning, List<String>> said,
      Set<ValueSign> signs) {
    return switch (field) {
      case PLATE -> {
        alike(written, signs);
        yield Plate.read(written).canonical();
      }
      case VIN -> {
        Vin vin = Vin.read(written);
        check(vin.check(), signs);
        if (vin.misread()) {
          signs.add(ValueSign.MISREAD);
        }
        yield vin.canonical();
      }
      case SERIAL -> {
        Serial serial = Serial.read(written);
        if (serial.doubtful()) {
          signs.add(ValueSign.IN_DOUBT);
        }
        yield Marking.withDoubts(written);
      }
      case PHONE -> PhoneNumber.read(written, country).canonical();
      case ACCOUNT -> account(written, signs);
      case ONLINE -> online(written);
      case IP_ADDRESS -> address(written, said, signs);
      case SOURCE_PORT -> port(written);
      case SEEN_AT -> {
        Moment moment = Moment.read(written).orElseThrow(ValueReading::unread);
        if (moment.at().isEmpty()) {
          signs.add(ValueSign.ZONE_MISSING);
        }
        yield moment.canonical();
      }
      case FILE_HASH -> {
        Digest digest = Digest.read(written);
        if (digest.saysNothing()) {
          signs.add(ValueSign.SAYS_NOTHING);
        }
        yield digest.function().written() + " " + digest.canonical();
      }
      case WEB_ADDRESS -> {
        WebLocation location = WebLocation.read(written);
        if (location.foreign()) {
          signs.add(ValueSign.LOOK_ALIKE);
        }
        yield location.canonical();
      }
      case WALLET -> {
        Optional<String> chain =
            said.getOrDefault(ColumnMeaning.CHAIN, List.of()).stream()
                .filter(text -> !text.isBlank())
                .findFirst();
        Wallet wallet = Wallet.read(written, chain.filter(Wallet::known));
        check(wallet.check(), signs);
        yield wallet.canonical();
      }
      case CHAIN -> Wallet.symbol(written);
      case DEVICE_NUMBER -> {
        DeviceNumber number = DeviceNumber.read(written);
        check(number.check(), signs);
        yield number.canonical();
      }
      case COORDINATES -> Coordinates.read(written).canonical();
      case CALIBRE -> Calibre.read(written).canonical();
      case BORN -> born(written, signs);
      case NATIONALITY, COUNTRY ->
          CountryCode.nationality(written).orElseThrow(ValueReading::unread);
      case REGISTRATION ->
          kind == SubjectKind.VESSEL ? imo(written, signs) : number(written, signs);
      case DOCUMENT, PASSPORT, IDENTITY_CARD, NATIONAL_NUMBER -> number(written, signs);
      case KEY,
          NAME,
          FAMILY,
          GIVEN,
          PATRONYMIC,
          ALIAS,
          GENDER,
          BIRTH_PLACE,
          MAKE,
          MODEL,
          PLACE_NAME,
          CATEGORY,
          OFFENCE,
          EVALUATION,
          HANDLING ->
          written;
    };
  }

  private static String imo(String written, Set<ValueSign> signs) {
    Imo imo = Imo.read(written);
    signs.add(ValueSign.CHECK_HOLDS);
    return imo.canonical();
  }

  private static String number(String written, Set<ValueSign> signs) {
    if (WrittenNumber.use(written) != WrittenNumber.Use.TELLING) {
      signs.add(ValueSign.SAYS_NOTHING);
    }
    if (written.indexOf(Marking.DOUBT) >= 0) {
      signs.add(ValueSign.IN_DOUBT);
    }
    alike(written, signs);
    return Marking.withDoubts(WrittenNumber.withoutFraction(written));
  }

  private static String account(String written, Set<ValueSign> signs) {
    String marking = Marking.canonical(written);
    if (!marking.matches("(?:IBAN)?[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}")) {
      return marking; // A number of one country.
    }
    String iban = Iban.read(written).canonical();
    signs.add(ValueSign.CHECK_HOLDS);
    return iban;
  }

  private static String online(String written) {
    return written.indexOf('@') > 0
        ? EmailAddress.read(written).canonical()
        : handle(Handle.read(written, Optional.empty()));
  }

  private static String handle(Handle handle) {
    return handle.service().map(name -> name + "/").orElse("") + handle.canonical();
  }

  private static String address(
      String written, Map<ColumnMeaning, List<String>> said, Set<ValueSign> signs) {
    IpAddress address = IpAddress.read(written);
    switch (address.reach()) {
      case PRIVATE, SPECIAL -> signs.add(ValueSign.NOT_PUBLIC);
      case SHARED -> {
        signs.add(ValueSign.NOT_PUBLIC);
        if (said.getOrDefault(ColumnMeaning.SOURCE_PORT, List.of()).isEmpty()) {
          signs.add(ValueSign.PORT_MISSING);
        }
      }
      case PUBLIC -> {}
    }
    if (said.getOrDefault(ColumnMeaning.SEEN_AT, List.of()).isEmpty()) {
      signs.add(ValueSign.TIME_MISSING);
    }
    return address.canonical();
  }

  private static String port(String written) {
    if (!written.matches("[0-9]{1,5}")
        || Integer.parseInt(written) < 1
        || Integer.parseInt(written) > 65_535) {
      throw unread();
    }
    return Integer.toString(Integer.parseInt(written));
  }

  private static String born(String written, Set<ValueSign> signs) {
    DateReading read = DateReading.read(written);
    if (read.doubts().contains(DateDoubt.DAY_OR_MONTH_FIRST) && read.dates().size() > 1) {
      signs.add(ValueSign.TWO_READINGS);
    }
    return read.dates().stream().map(ValueReading::date).collect(Collectors.joining(" / "));
  }

  private static String date(PartialDate date) {
    String year = String.format(Locale.ROOT, "%04d", date.year());
    String month = date.month() == 0 ? "" : String.format(Locale.ROOT, "-%02d", date.month());
    String day = date.day() == 0 ? "" : String.format(Locale.ROOT, "-%02d", date.day());
    return year + month + day + (date.yearsAround() == 0 ? "" : " ±" + date.yearsAround());
  }

  private static void check(CheckDigit check, Set<ValueSign> signs) {
    switch (check) {
      case HOLDS -> signs.add(ValueSign.CHECK_HOLDS);
      case FAILS -> signs.add(ValueSign.CHECK_FAILS);
      case ABSENT -> signs.add(ValueSign.CHECK_ABSENT);
      case NOT_USED -> {}
    }
  }

  /** Letters of two alphabets in one marking: one of them was not meant. */
  private static void alike(String written, Set<ValueSign> signs) {
    long scripts =
        written
            .codePoints()
            .filter(Character::isLetter)
            .mapToObj(Character.UnicodeScript::of)
            .distinct()
            .count();
    if (scripts > 1) {
      signs.add(ValueSign.LOOK_ALIKE);
    }
  }

  private static Unreadable unread() {
    return new Unreadable("value-form", "This is not what its field is for.");
  }

  /** Whether a reader has to look twice. */
  public boolean doubtful() {
    return signs.stream().anyMatch(ValueSign::doubtful);
  }

  @Override
  public String toString() {
    return "ValueReading[" + field + "]";
  }
}
