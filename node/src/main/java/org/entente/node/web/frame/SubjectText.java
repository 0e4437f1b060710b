package org.entente.node.web.frame;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.subject.Account;
import org.entente.subject.CryptoAddress;
import org.entente.subject.Device;
import org.entente.subject.FileHash;
import org.entente.subject.Firearm;
import org.entente.subject.IdentityDocument;
import org.entente.subject.NetworkAddress;
import org.entente.subject.OnlineIdentifier;
import org.entente.subject.Organisation;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.Phone;
import org.entente.subject.Place;
import org.entente.subject.Subject;
import org.entente.subject.Vehicle;
import org.entente.subject.Vessel;
import org.entente.subject.WebAddress;
import org.entente.subject.WrittenName;

/** How a subject is shown in one line, as it was written. */
public final class SubjectText {
  private SubjectText() {}

  public static String headline(Subject subject) {
    return switch (subject) {
      case Person person -> names(person.names());
      case Organisation body -> names(body.names());
      case IdentityDocument document -> document.number();
      case Vehicle vehicle -> vehicle.plate().or(vehicle::vin).orElse("");
      case Firearm firearm ->
          (firearm.make().orElse("") + " " + firearm.serial().orElse("")).strip();
      case Phone phone -> phone.written();
      case Account account -> account.written();
      case OnlineIdentifier name -> name.written();
      case Vessel vessel -> vessel.name().or(vessel::imo).orElse("");
      case NetworkAddress address ->
          address.written() + address.port().map(port -> " : " + port).orElse("");
      case FileHash hash -> hash.written();
      case WebAddress address -> address.written();
      case CryptoAddress wallet -> (wallet.chain().orElse("") + " " + wallet.written()).strip();
      case Device device -> (device.make().orElse("") + " " + device.number()).strip();
      case Place place -> place.name().or(place::coordinates).orElse("");
    };
  }

  private static String names(List<WrittenName> names) {
    return names.stream().map(WrittenName::written).collect(Collectors.joining("; "));
  }

  /** The parts of a name in one role, such as all given names; empty where none is told apart. */
  public static String part(WrittenName name, WrittenName.Role role) {
    return name.parts().stream()
        .filter(part -> part.role() == role)
        .map(WrittenName.Part::text)
        .collect(Collectors.joining(" "));
  }

  /** Dates of birth as in ISO 8601, as far as they are known. */
  public static List<String> dates(Subject subject) {
    return subject instanceof Person person
        ? person.born().stream().map(SubjectText::date).toList()
        : List.of();
  }

  /** A date as far as it is known, as in ISO 8601. */
  public static String date(PartialDate date) {
    if (date.month() == 0) {
      return Integer.toString(date.year());
    }
    return date.day() == 0
        ? String.format(Locale.ROOT, "%d-%02d", date.year(), date.month())
        : String.format(Locale.ROOT, "%d-%02d-%02d", date.year(), date.month(), date.day());
  }

  /** A size people read. */
  public static String size(long bytes) {
    return bytes < 1 << 20
        ? (bytes + 1023) / 1024 + " KiB"
        : String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0);
  }
}
