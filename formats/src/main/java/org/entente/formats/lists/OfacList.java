package org.entente.formats.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.formats.Entry;
import org.entente.formats.Saying;
import org.entente.formats.Standing;
import org.entente.formats.Taking;
import org.entente.formats.Untaken.Why;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;

/** The list of specially designated nationals of OFAC in its plain form. */
final class OfacList implements ListFile.Entries {
  /** Before the symbol of an address of a crypto-asset. */
  static final String CURRENCY = "Digital Currency Address - ";

  private static final Set<String> KNOWN =
      Set.of(
          "uid",
          "firstName",
          "lastName",
          "title",
          "sdnType",
          "remarks",
          "programList",
          "idList",
          "akaList",
          "addressList",
          "nationalityList",
          "citizenshipList",
          "dateOfBirthList",
          "placeOfBirthList",
          "vesselInfo");

  @Override
  public Set<String> elements() {
    return Set.of("sdnEntry");
  }

  static Optional<SubjectKind> kind(String type) {
    return switch (type) {
      case "Individual" -> Optional.of(SubjectKind.PERSON);
      case "Entity" -> Optional.of(SubjectKind.ORGANISATION);
      case "Vessel" -> Optional.of(SubjectKind.VESSEL);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Listed> take(XmlPart part, Taking taking) {
    String id = part.one("uid");
    Optional<SubjectKind> kind = kind(part.one("sdnType"));
    if (kind.isEmpty()) {
      taking.left(Why.KIND_UNKNOWN, "sdnType " + part.one("sdnType"), id);
      return Optional.empty();
    }
    Saying saying = new Saying(taking, id);
    List<Entry> wallets = new ArrayList<>();
    if (kind.get() == SubjectKind.PERSON) {
      saying.say(ColumnMeaning.GIVEN, part.one("firstName"));
      saying.say(ColumnMeaning.FAMILY, part.one("lastName"));
    } else {
      saying.say(ColumnMeaning.NAME, part.one("lastName"));
    }
    for (XmlPart aka : part.all("akaList/aka")) {
      String name = (aka.one("firstName") + " " + aka.one("lastName")).strip();
      if (aka.one("category").equals("weak")) {
        saying.weak(name);
      } else {
        saying.say(ColumnMeaning.ALIAS, name);
      }
    }
    for (XmlPart number : part.all("idList/id")) {
      number(id, kind.get(), number.one("idType"), number.one("idNumber"), saying, wallets);
    }
    part.texts("dateOfBirthList/dateOfBirthItem/dateOfBirth")
        .forEach(date -> saying.say(ColumnMeaning.BORN, date));
    part.texts("placeOfBirthList/placeOfBirthItem/placeOfBirth")
        .forEach(place -> saying.say(ColumnMeaning.BIRTH_PLACE, place));
    for (String path :
        List.of("nationalityList/nationality/country", "citizenshipList/citizenship/country")) {
      part.texts(path).forEach(country -> saying.say(ColumnMeaning.NATIONALITY, country));
    }
    saying.say(ColumnMeaning.COUNTRY, part.one("vesselInfo/vesselFlag"));
    for (XmlPart address : part.all("addressList/address")) {
      saying.note(place(address));
    }
    saying.note(part.one("remarks"));
    for (XmlPart other : part.parts()) {
      if (!KNOWN.contains(other.name())) {
        taking.left(Why.FIELD_UNKNOWN, "sdnEntry." + other.name(), id);
      }
    }
    if (saying.nothing()) {
      taking.left(Why.NOTHING_SAID, "sdnEntry", id);
      return Optional.empty();
    }
    return Optional.of(
        new Listed(
            "OFAC",
            id,
            Optional.empty(),
            Optional.empty(),
            saying.entry(kind.get(), Standing.UNSAID),
            wallets));
  }

  /** A number of somebody by the words for its type; an address of a crypto-asset is a thing. */
  static void number(
      String id, SubjectKind kind, String type, String number, Saying saying, List<Entry> wallets) {
    String lower = type.toLowerCase(Locale.ROOT);
    if (type.startsWith(CURRENCY)) {
      Saying wallet = saying.apart(id);
      wallet.say(ColumnMeaning.WALLET, number);
      wallet.say(ColumnMeaning.CHAIN, type.substring(CURRENCY.length()));
      if (wallet.says(ColumnMeaning.WALLET)) {
        wallets.add(wallet.entry(SubjectKind.WALLET, Standing.UNSAID));
      }
    } else if (lower.equals("gender")) {
      saying.say(ColumnMeaning.GENDER, number);
    } else if (kind == SubjectKind.PERSON && lower.contains("passport")) {
      saying.say(ColumnMeaning.PASSPORT, number);
    } else if (kind == SubjectKind.PERSON && lower.startsWith("national id")) {
      saying.say(ColumnMeaning.NATIONAL_NUMBER, number);
    } else if (lower.contains("email")) {
      if (kind == SubjectKind.PERSON) {
        saying.say(ColumnMeaning.ONLINE, number);
      } else {
        saying.note(number);
      }
    } else if (kind == SubjectKind.VESSEL
        ? lower.contains("vessel registration")
        : lower.contains("registration") || lower.contains("tax id")) {
      saying.say(
          kind == SubjectKind.PERSON ? ColumnMeaning.DOCUMENT : ColumnMeaning.REGISTRATION, number);
    } else if (kind == SubjectKind.PERSON
        && (lower.contains("identification")
            || lower.contains("license")
            || lower.contains("card"))) {
      saying.say(ColumnMeaning.DOCUMENT, number);
    } else {
      saying.note(type + ": " + number);
    }
  }

  private static String place(XmlPart address) {
    List<String> parts = new ArrayList<>();
    for (String name :
        List.of(
            "address1",
            "address2",
            "address3",
            "city",
            "stateOrProvince",
            "postalCode",
            "country")) {
      parts.addAll(address.texts(name));
    }
    return String.join(", ", parts);
  }
}
