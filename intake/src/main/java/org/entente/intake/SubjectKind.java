package org.entente.intake;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.subject.Account;
import org.entente.subject.CryptoAddress;
import org.entente.subject.Device;
import org.entente.subject.FileHash;
import org.entente.subject.Firearm;
import org.entente.subject.IdentityDocument;
import org.entente.subject.NetworkAddress;
import org.entente.subject.OnlineIdentifier;
import org.entente.subject.Organisation;
import org.entente.subject.Person;
import org.entente.subject.Phone;
import org.entente.subject.Place;
import org.entente.subject.Subject;
import org.entente.subject.Vehicle;
import org.entente.subject.Vessel;
import org.entente.subject.WebAddress;

/** What a row is about. */
public enum SubjectKind {
  PERSON(Person.class),
  ORGANISATION(Organisation.class),
  DOCUMENT(IdentityDocument.class),
  VEHICLE(Vehicle.class),
  FIREARM(Firearm.class),
  PHONE(Phone.class),
  ACCOUNT(Account.class),
  ONLINE(OnlineIdentifier.class),
  VESSEL(Vessel.class),
  NETWORK(NetworkAddress.class),
  HASH(FileHash.class),
  WEB(WebAddress.class),
  WALLET(CryptoAddress.class),
  DEVICE(Device.class),
  PLACE(Place.class);

  private final Class<? extends Subject> type;

  SubjectKind(Class<? extends Subject> type) {
    this.type = type;
  }

  Class<? extends Subject> type() {
    return type;
  }

  /** The stable code in the API and in rows. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SubjectKind> ofCode(String code) {
    for (SubjectKind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether some of these columns carry what this kind of subject is known by. */
  public boolean knownBy(Collection<ColumnMeaning> columns) {
    return columns.stream().anyMatch(identifying()::contains);
  }

  private Set<ColumnMeaning> identifying() {
    return switch (this) {
      case PERSON -> Set.of(ColumnMeaning.NAME, ColumnMeaning.FAMILY, ColumnMeaning.GIVEN);
      case ORGANISATION -> Set.of(ColumnMeaning.NAME);
      case DOCUMENT ->
          Set.of(
              ColumnMeaning.DOCUMENT,
              ColumnMeaning.PASSPORT,
              ColumnMeaning.IDENTITY_CARD,
              ColumnMeaning.NATIONAL_NUMBER);
      case VEHICLE -> Set.of(ColumnMeaning.PLATE, ColumnMeaning.VIN);
      case FIREARM -> Set.of(ColumnMeaning.SERIAL);
      case PHONE -> Set.of(ColumnMeaning.PHONE);
      case ACCOUNT -> Set.of(ColumnMeaning.ACCOUNT);
      case ONLINE -> Set.of(ColumnMeaning.ONLINE);
      case VESSEL -> Set.of(ColumnMeaning.NAME, ColumnMeaning.REGISTRATION);
      case NETWORK -> Set.of(ColumnMeaning.IP_ADDRESS);
      case HASH -> Set.of(ColumnMeaning.FILE_HASH);
      case WEB -> Set.of(ColumnMeaning.WEB_ADDRESS);
      case WALLET -> Set.of(ColumnMeaning.WALLET);
      case DEVICE -> Set.of(ColumnMeaning.DEVICE_NUMBER);
      case PLACE -> Set.of(ColumnMeaning.PLACE_NAME, ColumnMeaning.COORDINATES);
    };
  }

  public static SubjectKind of(Subject subject) {
    return switch (subject) {
      case Person p -> PERSON;
      case Organisation o -> ORGANISATION;
      case IdentityDocument d -> DOCUMENT;
      case Vehicle v -> VEHICLE;
      case Firearm f -> FIREARM;
      case Phone p -> PHONE;
      case Account a -> ACCOUNT;
      case OnlineIdentifier o -> ONLINE;
      case Vessel v -> VESSEL;
      case NetworkAddress n -> NETWORK;
      case FileHash h -> HASH;
      case WebAddress w -> WEB;
      case CryptoAddress c -> WALLET;
      case Device d -> DEVICE;
      case Place p -> PLACE;
    };
  }
}
