package org.entente.formats.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.formats.Saying;
import org.entente.formats.Standing;
import org.entente.formats.Taking;
import org.entente.formats.Untaken.Why;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;

/**
 * The list of financial sanctions of the European Union, version 1.1. A name that is not strong, or
 * of which a remark says that its quality is low, is weak. Names that are given in parts keep them.
 */
final class EuList implements ListFile.Entries {
  private static final Set<String> KNOWN =
      Set.of(
          "remark",
          "regulation",
          "subjectType",
          "nameAlias",
          "birthdate",
          "citizenship",
          "address",
          "identification");

  @Override
  public Set<String> elements() {
    return Set.of("sanctionEntity");
  }

  @Override
  public Optional<Listed> take(XmlPart part, Taking taking) {
    String eu = part.attribute("euReferenceNumber");
    String id = eu.isEmpty() ? part.attribute("logicalId") : eu;
    List<XmlPart> types = part.all("subjectType");
    String type = types.isEmpty() ? "" : types.getFirst().attribute("code");
    SubjectKind kind =
        switch (type.toLowerCase(Locale.ROOT)) {
          case "person" -> SubjectKind.PERSON;
          case "enterprise" -> SubjectKind.ORGANISATION;
          default -> null;
        };
    if (kind == null) {
      taking.left(Why.KIND_UNKNOWN, "subjectType " + type, id);
      return Optional.empty();
    }
    Saying saying = new Saying(taking, id);
    boolean[] first = {true};
    part.all("nameAlias").forEach(name -> name(name, kind, first, saying));
    part.all("birthdate").forEach(birth -> born(birth, saying));
    for (XmlPart citizenship : part.all("citizenship")) {
      saying.say(ColumnMeaning.NATIONALITY, country(citizenship));
    }
    part.all("identification").forEach(document -> document(document, kind, saying));
    for (XmlPart address : part.all("address")) {
      saying.note(place(address));
      if (kind == SubjectKind.ORGANISATION) {
        saying.say(ColumnMeaning.COUNTRY, country(address));
      }
    }
    part.texts("remark").forEach(saying::note);
    for (XmlPart other : part.parts()) {
      if (!KNOWN.contains(other.name())) {
        taking.left(Why.FIELD_UNKNOWN, "sanctionEntity." + other.name(), id);
      }
    }
    if (saying.nothing()) {
      taking.left(Why.NOTHING_SAID, "sanctionEntity", id);
      return Optional.empty();
    }
    Optional<String> updated =
        part.all("regulation").stream()
            .map(regulation -> regulation.attribute("entryIntoForceDate"))
            .filter(date -> !date.isEmpty())
            .max(String::compareTo);
    return Optional.of(
        new Listed(
            "EU",
            id,
            UnList.said(part.attribute("designationDate")),
            updated,
            saying.entry(kind, Standing.UNSAID),
            List.of()));
  }

  private static void name(XmlPart name, SubjectKind kind, boolean[] first, Saying saying) {
    String whole = name.attribute("wholeName");
    String given = name.attribute("firstName");
    String family = name.attribute("lastName");
    String line =
        whole.isEmpty()
            ? (given + " " + name.attribute("middleName") + " " + family).strip()
            : whole;
    String remark = String.join(" ", name.texts("remark")).toLowerCase(Locale.ROOT);
    boolean low = remark.contains("low quality") || remark.contains("lo quality");
    if (!name.attribute("strong").equals("true") || low) {
      saying.weak(line);
    } else if (first[0]) {
      first[0] = false;
      saying.say(ColumnMeaning.NAME, line);
      if (kind == SubjectKind.PERSON && !given.isEmpty() && !family.isEmpty()) {
        saying.say(ColumnMeaning.GIVEN, (given + " " + name.attribute("middleName")).strip());
        saying.say(ColumnMeaning.FAMILY, family);
      }
    } else {
      saying.say(ColumnMeaning.ALIAS, line);
    }
    if (!name.attribute("gender").isEmpty() && !saying.says(ColumnMeaning.GENDER)) {
      saying.say(ColumnMeaning.GENDER, name.attribute("gender"));
    }
    saying.note(name.attribute("function"));
  }

  private static void born(XmlPart birth, Saying saying) {
    String date = birth.attribute("birthdate");
    if (date.isEmpty()) {
      date = birth.attribute("year");
      for (String part : List.of("monthOfYear", "dayOfMonth")) {
        String value = birth.attribute(part);
        if (value.isEmpty()) {
          break;
        }
        date += "-" + (value.length() == 1 ? "0" + value : value);
      }
    }
    boolean about = birth.attribute("circa").equals("true");
    saying.say(ColumnMeaning.BORN, about ? UnList.about(date) : date);
    saying.say(ColumnMeaning.BIRTH_PLACE, place(birth));
  }

  private static void document(XmlPart document, SubjectKind kind, Saying saying) {
    String latin = document.attribute("latinNumber");
    String number = latin.isEmpty() ? document.attribute("number") : latin;
    if (kind == SubjectKind.ORGANISATION) {
      saying.say(ColumnMeaning.REGISTRATION, number);
      return;
    }
    saying.say(
        switch (document.attribute("identificationTypeCode")) {
          case "passport", "diplomaticpassport" -> ColumnMeaning.PASSPORT;
          case "id" -> ColumnMeaning.IDENTITY_CARD;
          case "ssn" -> ColumnMeaning.NATIONAL_NUMBER;
          default -> ColumnMeaning.DOCUMENT;
        },
        number);
  }

  private static String country(XmlPart part) {
    String code = part.attribute("countryIso2Code");
    return code.equals("00") || code.isEmpty() ? known(part.attribute("countryDescription")) : code;
  }

  private static String known(String country) {
    return country.equals("UNKNOWN") ? "" : country;
  }

  private static String place(XmlPart part) {
    List<String> parts = new ArrayList<>();
    for (String name : List.of("street", "poBox", "place", "city", "zipCode", "region")) {
      String value = part.attribute(name);
      if (!value.isEmpty() && !parts.contains(value)) {
        parts.add(value);
      }
    }
    String country = known(part.attribute("countryDescription"));
    if (!country.isEmpty()) {
      parts.add(country);
    }
    return String.join(", ", parts);
  }
}
