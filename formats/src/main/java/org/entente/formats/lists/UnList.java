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
 * The consolidated list of the United Nations, and that of Azerbaijan, which has the same elements.
 *
 * <p>Of the four names only the first is surely a given name; what the others are differs from
 * person to person. They are one name in their order. Where the name in the person's own writing
 * ends in {@code oğlu} or {@code qızı} it is Azerbaijani: then the second is the family name and
 * the third the father's.
 */
final class UnList implements ListFile.Entries {
  private static final Set<String> INDIVIDUAL =
      Set.of(
          "DATAID",
          "VERSIONNUM",
          "FIRST_NAME",
          "SECOND_NAME",
          "THIRD_NAME",
          "FOURTH_NAME",
          "UN_LIST_TYPE",
          "REFERENCE_NUMBER",
          "LISTED_ON",
          "NAME_ORIGINAL_SCRIPT",
          "COMMENTS1",
          "NATIONALITY",
          "GENDER",
          "LIST_TYPE",
          "LAST_DAY_UPDATED",
          "INDIVIDUAL_ALIAS",
          "INDIVIDUAL_ADDRESS",
          "INDIVIDUAL_DATE_OF_BIRTH",
          "INDIVIDUAL_PLACE_OF_BIRTH",
          "INDIVIDUAL_DOCUMENT",
          "ENTITY_ALIAS",
          "ENTITY_ADDRESS",
          "SORT_KEY",
          "SORT_KEY_LAST_MOD");

  @Override
  public Set<String> elements() {
    return Set.of("INDIVIDUAL", "ENTITY");
  }

  @Override
  public Optional<Listed> take(XmlPart part, Taking taking) {
    boolean person = part.name().equals("INDIVIDUAL");
    String reference = part.one("REFERENCE_NUMBER");
    String id = reference.isEmpty() ? part.one("DATAID") : reference;
    Saying saying = new Saying(taking, id);
    names(part, person, saying);
    for (XmlPart alias : part.all(person ? "INDIVIDUAL_ALIAS" : "ENTITY_ALIAS")) {
      alias(alias, saying);
    }
    if (person) {
      born(part, saying);
      documents(part, saying);
      part.texts("NATIONALITY/VALUE").forEach(v -> saying.say(ColumnMeaning.NATIONALITY, v));
      saying.say(ColumnMeaning.GENDER, part.one("GENDER"));
    }
    for (XmlPart address : part.all(person ? "INDIVIDUAL_ADDRESS" : "ENTITY_ADDRESS")) {
      saying.note(place(address));
      if (!person) {
        saying.say(ColumnMeaning.COUNTRY, address.one("COUNTRY"));
      }
    }
    saying.note(part.one("COMMENTS1"));
    for (XmlPart other : part.parts()) {
      if (!INDIVIDUAL.contains(other.name())) {
        taking.left(Why.FIELD_UNKNOWN, part.name() + "." + other.name(), id);
      }
    }
    if (saying.nothing()) {
      taking.left(Why.NOTHING_SAID, part.name(), id);
      return Optional.empty();
    }
    List<String> updated = part.texts("LAST_DAY_UPDATED/VALUE");
    return Optional.of(
        new Listed(
            part.one("UN_LIST_TYPE").isEmpty() ? "UN" : "UN " + part.one("UN_LIST_TYPE"),
            id,
            said(part.one("LISTED_ON")),
            updated.isEmpty() ? Optional.empty() : Optional.of(updated.getLast()),
            saying.entry(person ? SubjectKind.PERSON : SubjectKind.ORGANISATION, Standing.UNSAID),
            List.of()));
  }

  static Optional<String> said(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static void names(XmlPart part, boolean person, Saying saying) {
    List<String> names = new ArrayList<>();
    for (String name : List.of("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")) {
      String text = part.one(name);
      if (!text.isEmpty()) {
        names.add(text);
      }
    }
    String original = part.one("NAME_ORIGINAL_SCRIPT");
    String lower = original.toLowerCase(Locale.forLanguageTag("az"));
    boolean azerbaijani = lower.endsWith("oğlu") || lower.endsWith("qızı");
    if (person && azerbaijani && names.size() > 1) {
      saying.say(ColumnMeaning.GIVEN, part.one("FIRST_NAME"));
      saying.say(ColumnMeaning.FAMILY, part.one("SECOND_NAME"));
      saying.say(ColumnMeaning.PATRONYMIC, part.one("THIRD_NAME"));
    } else {
      saying.say(ColumnMeaning.NAME, String.join(" ", names));
    }
    saying.say(ColumnMeaning.NAME, original);
  }

  private static void alias(XmlPart alias, Saying saying) {
    boolean weak = alias.one("QUALITY").equalsIgnoreCase("Low");
    for (String name : alias.one("ALIAS_NAME").split("; ", -1)) {
      if (weak) {
        saying.weak(name);
      } else {
        saying.say(ColumnMeaning.ALIAS, name);
      }
    }
  }

  private static void born(XmlPart part, Saying saying) {
    for (XmlPart birth : part.all("INDIVIDUAL_DATE_OF_BIRTH")) {
      String date = birth.one("DATE").isEmpty() ? birth.one("YEAR") : birth.one("DATE");
      boolean about = birth.one("TYPE_OF_DATE").equalsIgnoreCase("APPROXIMATELY");
      saying.say(ColumnMeaning.BORN, about ? about(date) : date);
      if (date.isEmpty() && !birth.one("FROM_YEAR").isEmpty()) {
        saying.note("Born between " + birth.one("FROM_YEAR") + " and " + birth.one("TO_YEAR"));
      }
    }
    part.all("INDIVIDUAL_PLACE_OF_BIRTH")
        .forEach(place -> saying.say(ColumnMeaning.BIRTH_PLACE, place(place)));
  }

  /** About which year: no register writes a day that is not known. */
  static String about(String date) {
    return date.length() < 4 ? date : "circa " + date.substring(0, 4);
  }

  private static void documents(XmlPart part, Saying saying) {
    for (XmlPart document : part.all("INDIVIDUAL_DOCUMENT")) {
      String type =
          (document.one("TYPE_OF_DOCUMENT") + " " + document.one("TYPE_OF_DOCUMENT2"))
              .toLowerCase(Locale.ROOT);
      ColumnMeaning field =
          type.contains("passport")
              ? ColumnMeaning.PASSPORT
              : type.contains("national identification")
                  ? ColumnMeaning.NATIONAL_NUMBER
                  : ColumnMeaning.DOCUMENT;
      saying.say(field, document.one("NUMBER"));
      saying.note(document.one("NOTE"));
    }
  }

  private static String place(XmlPart address) {
    List<String> parts = new ArrayList<>();
    for (String name : List.of("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE")) {
      parts.addAll(address.texts(name));
    }
    return String.join(", ", parts);
  }
}
