package org.entente.formats.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.formats.Entry;
import org.entente.formats.Saying;
import org.entente.formats.Standing;
import org.entente.formats.Taking;
import org.entente.formats.Untaken.Why;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;

/**
 * The list of OFAC in its advanced form: what everything is stands in tables at its beginning, then
 * come places and documents, then the parties. Each part of a name says which part it is.
 */
final class OfacAdvancedList implements ListFile.Entries {
  /** Documents and places that are kept until their party comes. */
  private static final int KEPT_MOST = 400_000;

  private final Map<String, String> words = new HashMap<>();
  private final Map<String, String> partyTypes = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();
  private final Map<String, List<Document>> documents = new HashMap<>();
  private int kept;

  private record Document(String type, String number) {}

  @Override
  public Set<String> elements() {
    return Set.of("ReferenceValueSets", "Location", "IDRegDocument", "DistinctParty");
  }

  @Override
  public Optional<Listed> take(XmlPart part, Taking taking) {
    switch (part.name()) {
      case "ReferenceValueSets" -> tables(part);
      case "Location" -> place(part, taking);
      case "IDRegDocument" -> document(part, taking);
      default -> {
        return party(part, taking);
      }
    }
    return Optional.empty();
  }

  private void tables(XmlPart sets) {
    for (XmlPart set : sets.parts()) {
      for (XmlPart value : set.parts()) {
        words.put(value.name() + " " + value.attribute("ID"), value.text().strip());
        if (value.name().equals("PartySubType")) {
          partyTypes.put(value.attribute("ID"), value.attribute("PartyTypeID"));
        }
      }
    }
  }

  private String word(String table, String id) {
    return words.getOrDefault(table + " " + id, "");
  }

  private boolean room(String what, Taking taking) {
    if (kept >= KEPT_MOST) {
      taking.left(Why.TOO_MANY, what, "");
      return false;
    }
    kept++;
    return true;
  }

  private void place(XmlPart location, Taking taking) {
    if (!room("Location", taking)) {
      return;
    }
    List<String> parts = new ArrayList<>(location.texts("LocationPart/LocationPartValue/Value"));
    for (XmlPart country : location.all("LocationCountry")) {
      String name = word("Country", country.attribute("CountryID"));
      if (!name.isEmpty() && !parts.contains(name)) {
        parts.add(name);
      }
    }
    places.put(location.attribute("ID"), String.join(", ", parts));
  }

  private void document(XmlPart document, Taking taking) {
    String number = document.one("IDRegistrationNo");
    if (!number.isEmpty() && room("IDRegDocument", taking)) {
      documents
          .computeIfAbsent(document.attribute("IdentityID"), id -> new ArrayList<>())
          .add(new Document(word("IDRegDocType", document.attribute("IDRegDocTypeID")), number));
    }
  }

  private Optional<Listed> party(XmlPart party, Taking taking) {
    String id = party.attribute("FixedRef");
    List<XmlPart> profiles = party.all("Profile");
    if (profiles.size() != 1) {
      taking.left(Why.DAMAGED, "DistinctParty", id);
      return Optional.empty();
    }
    XmlPart profile = profiles.getFirst();
    Optional<SubjectKind> kind = kind(profile.attribute("PartySubTypeID"));
    if (kind.isEmpty()) {
      taking.left(
          Why.KIND_UNKNOWN,
          "PartySubType " + word("PartySubType", profile.attribute("PartySubTypeID")),
          id);
      return Optional.empty();
    }
    Saying saying = new Saying(taking, id);
    List<Entry> wallets = new ArrayList<>();
    for (XmlPart identity : profile.all("Identity")) {
      names(identity, kind.get(), saying, taking, id);
      for (Document document : documents.getOrDefault(identity.attribute("ID"), List.of())) {
        OfacList.number(id, kind.get(), document.type(), document.number(), saying, wallets);
      }
    }
    for (XmlPart feature : profile.all("Feature")) {
      feature(id, feature, kind.get(), saying, wallets, taking);
    }
    saying.note(party.one("Comment"));
    if (saying.nothing()) {
      taking.left(Why.NOTHING_SAID, "DistinctParty", id);
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

  private Optional<SubjectKind> kind(String subtype) {
    String type = word("PartyType", partyTypes.getOrDefault(subtype, ""));
    return word("PartySubType", subtype).equals("Vessel")
        ? Optional.of(SubjectKind.VESSEL)
        : OfacList.kind(type);
  }

  private void names(XmlPart identity, SubjectKind kind, Saying saying, Taking taking, String id) {
    Map<String, String> groups = new HashMap<>();
    for (XmlPart group : identity.all("NamePartGroups/MasterNamePartGroup/NamePartGroup")) {
      groups.put(group.attribute("ID"), word("NamePartType", group.attribute("NamePartTypeID")));
    }
    for (XmlPart alias : identity.all("Alias")) {
      boolean weak = alias.attribute("LowQuality").equals("true");
      boolean primary = alias.attribute("Primary").equals("true");
      for (XmlPart name : alias.all("DocumentedName")) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (XmlPart value : name.all("DocumentedNamePart/NamePartValue")) {
          String part = groups.getOrDefault(value.attribute("NamePartGroupID"), "");
          if (part.isEmpty()) {
            taking.left(Why.FIELD_UNKNOWN, "NamePartGroup", id);
          }
          parts.merge(part, value.text().strip(), (a, b) -> a + " " + b);
        }
        name(parts, weak, primary, kind, saying);
      }
    }
  }

  /** A name in the order given, father's, family; a family name stands first in the file. */
  private static void name(
      Map<String, String> parts, boolean weak, boolean primary, SubjectKind kind, Saying saying) {
    String given =
        (parts.getOrDefault("First Name", "") + " " + parts.getOrDefault("Middle Name", ""))
            .strip();
    String father = parts.getOrDefault("Patronymic", "");
    String family =
        (parts.getOrDefault("Last Name", "") + " " + parts.getOrDefault("Matronymic", "")).strip();
    String line =
        given.isEmpty() && family.isEmpty()
            ? String.join(" ", parts.values())
            : String.join(" ", given, father, family).replaceAll("\\s+", " ").strip();
    if (weak) {
      saying.weak(line);
    } else if (!primary) {
      saying.say(ColumnMeaning.ALIAS, line);
    } else if (kind == SubjectKind.PERSON
        && !family.isEmpty()
        && !saying.says(ColumnMeaning.FAMILY)) {
      saying.say(ColumnMeaning.GIVEN, given);
      saying.say(ColumnMeaning.PATRONYMIC, father);
      saying.say(ColumnMeaning.FAMILY, family);
    } else {
      saying.say(ColumnMeaning.NAME, line);
    }
  }

  private void feature(
      String id,
      XmlPart feature,
      SubjectKind kind,
      Saying saying,
      List<Entry> wallets,
      Taking taking) {
    String type = word("FeatureType", feature.attribute("FeatureTypeID"));
    for (XmlPart version : feature.all("FeatureVersion")) {
      List<String> details = new ArrayList<>(version.texts("VersionDetail"));
      for (XmlPart detail : version.all("VersionDetail")) {
        String word = word("DetailReference", detail.attribute("DetailReferenceID"));
        if (!word.isEmpty()) {
          details.add(word);
        }
      }
      for (XmlPart location : version.all("VersionLocation")) {
        String place = places.getOrDefault(location.attribute("LocationID"), "");
        if (!place.isEmpty()) {
          details.add(place);
        }
      }
      String detail = String.join(", ", details);
      if (type.equals("Birthdate")) {
        version.all("DatePeriod").forEach(period -> saying.say(ColumnMeaning.BORN, born(period)));
      } else if (type.equals("Place of Birth")) {
        saying.say(ColumnMeaning.BIRTH_PLACE, detail);
      } else if (type.startsWith("Nationality") || type.startsWith("Citizenship")) {
        saying.say(ColumnMeaning.NATIONALITY, detail);
      } else if (type.equals("Vessel Flag")) {
        saying.say(ColumnMeaning.COUNTRY, detail);
      } else if (type.equals("Location")) {
        saying.note(detail);
      } else if (!detail.isEmpty()) {
        OfacList.number(id, kind, type, detail, saying, wallets);
      } else {
        taking.left(Why.FIELD_UNKNOWN, "Feature " + type, id);
      }
    }
  }

  /** A day, or the span in which it lies, as it is written in registers. */
  private static String born(XmlPart period) {
    String from = date(period, "Start/From");
    String to = date(period, "End/To");
    String year = from.length() >= 4 ? from.substring(0, 4) : "";
    boolean whole = from.endsWith("-01-01") && to.equals(year + "-12-31");
    return from.equals(to) || to.isEmpty() ? from : whole ? year : from + " to " + to;
  }

  private static String date(XmlPart period, String path) {
    List<XmlPart> found = period.all(path);
    if (found.isEmpty() || found.getFirst().one("Year").isEmpty()) {
      return "";
    }
    StringBuilder date = new StringBuilder(found.getFirst().one("Year"));
    for (String part : List.of("Month", "Day")) {
      String value = found.getFirst().one(part);
      date.append('-').append(value.length() == 1 ? "0" + value : value);
    }
    return date.toString();
  }
}
