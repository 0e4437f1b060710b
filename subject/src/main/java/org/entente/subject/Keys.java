package org.entente.subject;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
import org.entente.subject.things.Imo;
import org.entente.subject.things.Make;
import org.entente.subject.things.Plate;
import org.entente.subject.things.Serial;
import org.entente.subject.things.Vin;

/**
 * Exact look-up keys of a subject, each {@code family:canonical}. Two writings of the same thing
 * share at least one key; where a country is known there is a narrower key {@code
 * family:COUNTRY/canonical} beside the wide one.
 *
 * <p><b>Guarantees.</b> A value that cannot be read gives no key, or the wide one of its plain
 * letters and digits; nothing here throws. What tells nothing by {@link WrittenNumber} (N/A,
 * 000000, one digit, 1.2E+12) gives none.
 *
 * <p><b>Does not guarantee</b> that a shared key means the same thing: two countries may issue the
 * same number. {@code phone-national} is the weakest family: it lacks the country's code.
 */
public final class Keys {

  /** The families, in the order of their names. */
  public static final List<String> FAMILIES =
      List.of(
          "account",
          "device",
          "document",
          "hash",
          "imo",
          "ip",
          "online",
          "phone",
          "phone-national",
          "plate",
          "registration",
          "serial",
          "serial+make",
          "vin",
          "wallet",
          "web");

  /** Shorter markings are shared by too many things to look up. */
  public static final int SHORTEST = WrittenNumber.SHORTEST;

  private static final int SHORTEST_CHASSIS = 5;
  private static final int SHORTEST_PHONE = 6;

  private Keys() {}

  /** Every key of a subject; for a person those of the documents, phones, accounts and handles. */
  public static Set<String> of(Subject subject) {
    Set<String> keys = new LinkedHashSet<>();
    switch (subject) {
      case Person person -> {
        person.documents().forEach(document -> keys.addAll(ofDocument(document)));
        person.phones().forEach(phone -> keys.addAll(ofPhone(phone.written(), phone.country())));
        person.accounts().forEach(account -> keys.addAll(ofAccount(account.written())));
        person.online().forEach(name -> keys.addAll(ofOnline(name.written(), name.service())));
      }
      case Organisation body ->
          body.registrations()
              .forEach(number -> addMarking(keys, "registration", number, body.countries()));
      case IdentityDocument document -> keys.addAll(ofDocument(document));
      case Vehicle vehicle -> {
        vehicle.plate().ifPresent(plate -> keys.addAll(ofPlate(plate, vehicle.country())));
        vehicle.vin().ifPresent(vin -> keys.addAll(ofVin(vin)));
      }
      case Firearm firearm ->
          firearm.serial().ifPresent(serial -> keys.addAll(ofSerial(serial, firearm.make())));
      case Phone phone -> keys.addAll(ofPhone(phone.written(), phone.country()));
      case Account account -> keys.addAll(ofAccount(account.written()));
      case OnlineIdentifier name -> keys.addAll(ofOnline(name.written(), name.service()));
      case Vessel vessel -> vessel.imo().ifPresent(imo -> keys.addAll(ofImo(imo)));
      case NetworkAddress address -> keys.addAll(ofAddress(address.written()));
      case FileHash hash -> keys.addAll(ofHash(hash.written()));
      case WebAddress address -> keys.addAll(ofWeb(address.written()));
      case CryptoAddress wallet -> keys.addAll(ofWallet(wallet.written(), wallet.chain()));
      case Device device -> keys.addAll(ofDevice(device.number()));
      case Place place -> {} // A place is near another one or not; nothing equals it.
    }
    return keys;
  }

  /**
   * Whether two sets of keys share one that says something: of two telephones whose countries are
   * both known the national numbers alone do not.
   */
  public static boolean meet(Set<String> one, Set<String> other) {
    boolean countriesKnown = hasPhone(one) && hasPhone(other);
    for (String key : one.size() < other.size() ? one : other) {
      boolean shared = one.contains(key) && other.contains(key);
      if (shared && !(countriesKnown && key.startsWith("phone-national:"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasPhone(Set<String> keys) {
    return keys.stream().anyMatch(key -> key.startsWith("phone:"));
  }

  /**
   * Every key, in every family, that a bare number or name typed by an officer could have: one
   * search field finds documents, plates, vehicles, firearms, phones, accounts and ships.
   */
  public static Set<String> ofNumber(String written) {
    Set<String> keys = new LinkedHashSet<>();
    addMarking(keys, "document", written, List.of());
    keys.addAll(ofPlate(written, Optional.empty()));
    keys.addAll(ofVin(written));
    keys.addAll(ofSerial(written, Optional.empty()));
    keys.addAll(ofPhone(written, Optional.empty()));
    keys.addAll(ofAccount(written));
    keys.addAll(ofOnline(written, Optional.empty()));
    keys.addAll(ofImo(written));
    addMarking(keys, "registration", written, List.of());
    keys.addAll(ofAddress(written));
    keys.addAll(ofHash(written));
    keys.addAll(ofWeb(written));
    keys.addAll(ofWallet(written, Optional.empty()));
    keys.addAll(ofDevice(written));
    return keys;
  }

  /** A document's number, with its issuer where that is known and without. */
  public static Set<String> ofDocument(IdentityDocument document) {
    Set<String> keys = new LinkedHashSet<>();
    addMarking(keys, "document", document.number(), document.issuer().stream().toList());
    return keys;
  }

  /** A plate as it looks, without diacritics, and as written in Latin letters. */
  public static Set<String> ofPlate(String written, Optional<String> country) {
    Set<String> keys = new LinkedHashSet<>();
    said(() -> Plate.read(WrittenNumber.withoutFraction(written)), written)
        .ifPresent(plate -> {
          for (String form : plate.forms()) {
            if (telling(form)) {
              add(keys, "plate", form, country.stream().toList());
            }
          }
        });
    return keys;
  }

  /** A vehicle identification number, or the shorter chassis number of an older vehicle. */
  public static Set<String> ofVin(String written) {
    Optional<String> canonical = marking(written).map(Vin::withoutForbidden);
    return canonical
        .filter(number -> number.length() >= SHORTEST_CHASSIS && telling(number))
        .filter(number -> number.length() <= Vin.LENGTH)
        .map(number -> Set.of("vin:" + number))
        .orElse(Set.of());
  }

  /** A serial number, alone and with its maker; none if a character is in doubt. */
  public static Set<String> ofSerial(String written, Optional<String> make) {
    Optional<Serial> serial =
        said(() -> Serial.read(WrittenNumber.withoutFraction(written)), written)
            .filter(number -> !number.doubtful() && telling(number.canonical()))
            // Of look-alikes a word such as UNKNOWN would become a number.
            .filter(number -> !digits(written).isEmpty());
    Set<String> keys = new LinkedHashSet<>();
    if (serial.isPresent()) {
      String number = serial.get().canonical();
      keys.add("serial:" + number);
      make.flatMap(name -> read(() -> Make.read(name)))
          .ifPresent(maker -> keys.add("serial+make:" + maker.canonical() + "/" + number));
    }
    return keys;
  }

  /** E.164 where the country is known or written, and the national number. */
  public static Set<String> ofPhone(String typed, Optional<String> country) {
    Set<String> keys = new LinkedHashSet<>();
    if (!WrittenNumber.says(typed)) {
      return keys;
    }
    String written = WrittenNumber.withoutFraction(typed);
    Optional<PhoneNumber> number = read(() -> PhoneNumber.read(written, country));
    String digits = digits(written);
    if (number.isEmpty() && country.isEmpty() && !digits.startsWith("0")) {
      // Somebody may have left out the plus sign.
      number = read(() -> PhoneNumber.read("+" + digits, country)).filter(PhoneNumber::assigned);
    }
    number.ifPresent(read -> {
      keys.add("phone:" + read.canonical());
      keys.add("phone-national:" + national(read.national()));
    });
    if (keys.isEmpty() || (!written.strip().startsWith("+") && country.isEmpty())) {
      String bare = national(digits);
      if (bare.length() >= SHORTEST_PHONE && bare.length() <= PhoneNumber.MAX_LENGTH / 4) {
        keys.add("phone-national:" + bare);
      }
    }
    return keys;
  }

  /** An account's number; of an IBAN also the number as its country writes it at home. */
  public static Set<String> ofAccount(String written) {
    Set<String> keys = new LinkedHashSet<>();
    addMarking(keys, "account", written, List.of());
    said(() -> Iban.read(written), written)
        .ifPresent(iban -> {
          keys.add("account:" + iban.canonical());
          keys.add("account:" + iban.national());
        });
    return keys;
  }

  /** A mailbox or a handle, with its service where that is known and without. */
  public static Set<String> ofOnline(String written, Optional<String> service) {
    Set<String> keys = new LinkedHashSet<>();
    if (!WrittenNumber.says(written)) {
      return keys;
    }
    Optional<EmailAddress> address = read(() -> EmailAddress.read(written));
    if (address.isPresent()) {
      String mailbox = address.get().mailbox();
      if (!WrittenNumber.says(mailbox.substring(0, Math.max(0, mailbox.indexOf('@'))))) {
        return keys;
      }
      keys.add("online:" + address.get().canonical());
      keys.add("online:" + address.get().mailbox());
      return keys;
    }
    read(() -> Handle.read(written, service))
        .filter(handle -> handle.canonical().length() >= SHORTEST)
        .filter(handle -> WrittenNumber.says(handle.canonical()))
        .ifPresent(handle -> {
          keys.add("online:" + handle.canonical());
          handle.service().ifPresent(name -> keys.add("online:" + name + "/" + handle.canonical()));
          if (handle.service().equals(Optional.of("whatsapp"))) {
            keys.addAll(ofPhone("+" + digits(handle.canonical()), Optional.empty()));
          }
        });
    return keys;
  }

  /** A ship's number, where its check digit holds. */
  public static Set<String> ofImo(String written) {
    return said(() -> Imo.read(written), written)
        .map(imo -> Set.of("imo:" + imo.canonical()))
        .orElse(Set.of());
  }

  /** A public address; one of a house network or set aside is shared by everybody. */
  public static Set<String> ofAddress(String written) {
    return read(() -> IpAddress.read(written))
        .filter(address -> address.reach() == IpAddress.Reach.PUBLIC)
        .map(address -> Set.of("ip:" + address.canonical()))
        .orElse(Set.of());
  }

  /** A digest that tells files apart. */
  public static Set<String> ofHash(String written) {
    return read(() -> Digest.read(written))
        .filter(digest -> !digest.saysNothing())
        .map(digest -> Set.of("hash:" + digest.canonical()))
        .orElse(Set.of());
  }

  /**
   * A page with the path it has, and its domain where not everybody is on it; an address in place
   * of a domain is one.
   */
  public static Set<String> ofWeb(String written) {
    Set<String> keys = new LinkedHashSet<>();
    read(() -> WebLocation.read(written))
        .ifPresent(location -> {
          keys.add("web:" + location.canonical());
          if (!location.sharedHost()) {
            keys.add("web:" + location.host());
          }
          if (location.page()) {
            keys.addAll(ofAddress(location.host()));
          }
        });
    return keys;
  }

  /** An address of an asset; one whose checksum fails was not typed rightly and is no key. */
  public static Set<String> ofWallet(String written, Optional<String> chain) {
    return read(() -> Wallet.read(written, chain))
        .filter(wallet -> wallet.check() != CheckDigit.FAILS)
        .map(wallet -> Set.of("wallet:" + wallet.canonical()))
        .orElse(Set.of());
  }

  /** An IMEI without its last digit, which not every list has; a network card; a serial number. */
  public static Set<String> ofDevice(String written) {
    return said(() -> DeviceNumber.read(WrittenNumber.withoutFraction(written)), written)
        .filter(number -> telling(number.canonical().toUpperCase(Locale.ROOT)))
        .map(number -> Set.of("device:" + number.canonical()))
        .orElse(Set.of());
  }

  private static void addMarking(
      Set<String> keys, String family, String written, List<String> countries) {
    WrittenNumber.key(written).ifPresent(number -> add(keys, family, number, countries));
  }

  private static void add(Set<String> keys, String family, String form, List<String> countries) {
    keys.add(family + ":" + form);
    for (String country : countries) {
      read(() -> CountryCode.readOrWritten(country))
          .filter(code -> !code.isEmpty())
          .ifPresent(code -> keys.add(family + ":" + code + "/" + form));
    }
  }

  private static Optional<String> marking(String written) {
    return said(() -> Marking.canonical(WrittenNumber.withoutFraction(written)), written);
  }

  /** Reads what says something; what stands for "no number" is not read. */
  private static <T> Optional<T> said(Supplier<T> reader, String written) {
    return WrittenNumber.says(written) ? read(reader) : Optional.empty();
  }

  /** Long enough, with a digit, and not the same character over and over. */
  private static boolean telling(String canonical) {
    return canonical.length() >= SHORTEST
        && canonical.chars().anyMatch(letter -> letter >= '0' && letter <= '9')
        && canonical.chars().distinct().count() > 1;
  }

  private static String digits(String written) {
    return marking(written).orElse("").replaceAll("[^0-9]", "");
  }

  private static String national(String digits) {
    int first = 0;
    while (first < digits.length() && digits.charAt(first) == '0') {
      first++;
    }
    return digits.substring(first);
  }

  private static <T> Optional<T> read(Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (Unreadable refused) {
      return Optional.empty();
    }
  }
}
