package org.entente.formats.misp;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.formats.Entry;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;

/**
 * The templates of objects that are used for each kind, as MISP publishes them (misp-objects, CC0):
 * identifiers, versions and the types of their attributes.
 *
 * @param text the relation that may hold any text
 * @param needs relations of which one has to be there
 * @param fallback the one that says what nothing else says; empty if it has to be another template
 * @param relations where the fields of a kind go
 */
record MispTemplate(
    String name,
    String version,
    String uuid,
    String category,
    String text,
    Set<String> needs,
    String fallback,
    Map<ColumnMeaning, Relation> relations) {

  /**
   * An attribute of an object.
   *
   * @param type the attribute's type
   * @param many whether the template lets it be there more than once
   */
  record Relation(String name, String type, boolean many) {}

  private static final MispTemplate PERSON =
      new MispTemplate(
          "person",
          "21",
          "a15b0477-e9d1-4b9c-9546-abe78a4f4248",
          "misc",
          "text",
          Set.of("first-name", "last-name", "full-name", "alias"),
          "alias",
          Map.of(
              ColumnMeaning.NAME, one("full-name", "full-name"),
              ColumnMeaning.GIVEN, one("first-name", "first-name"),
              ColumnMeaning.FAMILY, one("last-name", "last-name"),
              ColumnMeaning.PATRONYMIC, one("middle-name", "middle-name"),
              ColumnMeaning.ALIAS, many("alias", "text"),
              ColumnMeaning.BORN, one("date-of-birth", "date-of-birth"),
              ColumnMeaning.GENDER, one("gender", "gender"),
              ColumnMeaning.NATIONALITY, many("nationality", "nationality"),
              ColumnMeaning.PASSPORT, one("passport-number", "passport-number"),
              ColumnMeaning.PHONE, many("phone-number", "phone-number")));

  private static final MispTemplate ORGANISATION =
      new MispTemplate(
          "organization",
          "9",
          "f750e12b-127a-432c-b022-b3f9153c4e2a",
          "misc",
          "description",
          Set.of("name", "alias"),
          "name",
          Map.of(
              ColumnMeaning.NAME, one("name", "text"),
              ColumnMeaning.ALIAS, many("alias", "text"),
              ColumnMeaning.REGISTRATION, one("registration-number", "text")));

  private static final MispTemplate VEHICLE =
      new MispTemplate(
          "vehicle",
          "5",
          "683c076c-f695-4ff2-8efa-e98a418049f4",
          "misc",
          "description",
          Set.of("license-plate-number", "vin", "make", "model"),
          "",
          Map.of(
              ColumnMeaning.PLATE, many("license-plate-number", "text"),
              ColumnMeaning.VIN, one("vin", "text"),
              ColumnMeaning.MAKE, one("make", "text"),
              ColumnMeaning.MODEL, one("model", "text")));

  private static final MispTemplate VESSEL =
      new MispTemplate(
          "ftm-Vessel",
          "1",
          "2ee3df38-7756-4179-abea-ba8d2fbb7c6c",
          "followthemoney",
          "summary",
          Set.of("name"),
          "name",
          Map.of(
              ColumnMeaning.NAME, many("name", "text"),
              ColumnMeaning.REGISTRATION, many("imoNumber", "text"),
              ColumnMeaning.COUNTRY, many("flag", "text")));

  private static final MispTemplate DOCUMENT =
      new MispTemplate(
          "ftm-Passport",
          "1",
          "d3c9ae6a-46bf-4cb7-81c9-bc7b88f8a6e1",
          "followthemoney",
          "summary",
          Set.of("passportNumber", "country"),
          "type",
          Map.of(
              ColumnMeaning.PASSPORT, many("passportNumber", "text"),
              ColumnMeaning.COUNTRY, many("country", "text")));

  private static final MispTemplate THING =
      new MispTemplate(
          "physical-object",
          "1",
          "dc786f86-4a8f-4da9-82d1-130fcefc1453",
          "misc",
          "description",
          Set.of("serial-number"),
          "name",
          Map.of(
              ColumnMeaning.SERIAL, many("serial-number", "text"),
              ColumnMeaning.MAKE, one("brand", "text"),
              ColumnMeaning.MODEL, one("model", "text")));

  private static final MispTemplate PHONE =
      new MispTemplate(
          "phone",
          "6",
          "d7e4fbdd-b551-4862-bddb-a0b470a38509",
          "misc",
          "text",
          Set.of("imei", "msisdn"),
          "",
          Map.of(ColumnMeaning.PHONE, one("msisdn", "text")));

  private static final MispTemplate TELEPHONE =
      new MispTemplate(
          "phone",
          "6",
          "d7e4fbdd-b551-4862-bddb-a0b470a38509",
          "misc",
          "text",
          Set.of("imei", "msisdn"),
          "",
          Map.of(
              ColumnMeaning.DEVICE_NUMBER, many("imei", "text"),
              ColumnMeaning.MAKE, one("brand", "text"),
              ColumnMeaning.MODEL, one("model", "text")));

  private static final MispTemplate ACCOUNT =
      new MispTemplate(
          "bank-account",
          "3",
          "b4712203-95a8-4883-80e9-b566f5df11c9",
          "financial",
          "text",
          Set.of("account"),
          "",
          Map.of(ColumnMeaning.ACCOUNT, one("account", "bank-account-nr")));

  private static final MispTemplate WALLET =
      new MispTemplate(
          "coin-address",
          "7",
          "d0e6997e-78da-4815-a6a1-cfc1c1cb8a46",
          "financial",
          "text",
          Set.of("address-crypto"),
          "",
          Map.of(
              ColumnMeaning.WALLET, one("address-crypto", "text"),
              ColumnMeaning.CHAIN, one("symbol", "text")));

  private static final MispTemplate ONLINE =
      new MispTemplate(
          "user-account",
          "6",
          "49606b06-22f0-4ac8-8eee-2f12ad46f3d3",
          "misc",
          "description",
          Set.of("username"),
          "",
          Map.of(ColumnMeaning.ONLINE, one("username", "text")));

  private static final MispTemplate NETWORK =
      new MispTemplate(
          "ip-port",
          "10",
          "9f8cea74-16fe-4968-a2b4-026676949ac6",
          "network",
          "text",
          Set.of("ip-src"),
          "",
          Map.of(
              ColumnMeaning.IP_ADDRESS, many("ip-src", "ip-src"),
              ColumnMeaning.SOURCE_PORT, many("src-port", "port"),
              ColumnMeaning.SEEN_AT, one("first-seen", "datetime")));

  private static final MispTemplate DOMAIN =
      new MispTemplate(
          "domain-ip",
          "11",
          "43b3b146-77eb-4931-b4cc-b66c60f28734",
          "network",
          "text",
          Set.of("domain"),
          "",
          Map.of(ColumnMeaning.WEB_ADDRESS, many("domain", "domain")));

  private static final MispTemplate URL =
      new MispTemplate(
          "url",
          "10",
          "60efb77b-40b5-4c46-871b-ed1ed999fce5",
          "network",
          "text",
          Set.of("url"),
          "",
          Map.of(ColumnMeaning.WEB_ADDRESS, one("url", "url")));

  private static final MispTemplate PLACE =
      new MispTemplate(
          "geolocation",
          "8",
          "cd6f2238-ba55-4888-82c4-104e6e1acf21",
          "misc",
          "text",
          Set.of("latitude", "countrycode"),
          "region",
          Map.of(
              ColumnMeaning.PLACE_NAME, one("address", "text"),
              ColumnMeaning.COUNTRY, one("countrycode", "text")));

  private static final Map<SubjectKind, MispTemplate> OF =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(SubjectKind.PERSON, PERSON),
              Map.entry(SubjectKind.ORGANISATION, ORGANISATION),
              Map.entry(SubjectKind.VEHICLE, VEHICLE),
              Map.entry(SubjectKind.VESSEL, VESSEL),
              Map.entry(SubjectKind.DOCUMENT, DOCUMENT),
              Map.entry(SubjectKind.FIREARM, THING),
              Map.entry(SubjectKind.PHONE, PHONE),
              Map.entry(SubjectKind.ACCOUNT, ACCOUNT),
              Map.entry(SubjectKind.WALLET, WALLET),
              Map.entry(SubjectKind.ONLINE, ONLINE),
              Map.entry(SubjectKind.NETWORK, NETWORK),
              Map.entry(SubjectKind.PLACE, PLACE)));

  MispTemplate {
    needs = Set.copyOf(needs);
    relations = Map.copyOf(relations);
  }

  private static Relation one(String name, String type) {
    return new Relation(name, type, false);
  }

  private static Relation many(String name, String type) {
    return new Relation(name, type, true);
  }

  /** The template for what is written as it stands. */
  static MispTemplate thing() {
    return THING;
  }

  /** The template for an entry; what has none of its own is a thing. */
  static MispTemplate of(Entry entry) {
    return switch (entry.kind()) {
      case WEB -> page(entry.one(ColumnMeaning.WEB_ADDRESS)) ? URL : DOMAIN;
      case HASH -> file(entry.one(ColumnMeaning.FILE_HASH));
      case DEVICE ->
          entry.one(ColumnMeaning.DEVICE_NUMBER).matches("[0-9 /-]{14,20}") ? TELEPHONE : THING;
      default -> OF.getOrDefault(entry.kind(), THING);
    };
  }

  private static boolean page(String written) {
    return written.indexOf('/') >= 0;
  }

  private static MispTemplate file(String digest) {
    String type =
        switch (digest.replaceAll("[^0-9A-Fa-f]", "").length()) {
          case 32 -> "md5";
          case 40 -> "sha1";
          case 56 -> "sha224";
          case 64 -> "sha256";
          case 96 -> "sha384";
          default -> "sha512";
        };
    return new MispTemplate(
        "file",
        "25",
        "688c46fb-5edb-40a3-8273-1af7923e2215",
        "file",
        "text",
        Set.of(type),
        "",
        Map.of(ColumnMeaning.FILE_HASH, one(type, type)));
  }

  /** The template that a foreign object of this name is read by as one person or thing. */
  static Optional<Map.Entry<SubjectKind, MispTemplate>> ofObject(String name) {
    return switch (name) {
      case "person" -> Optional.of(Map.entry(SubjectKind.PERSON, PERSON));
      case "organization", "legal-entity" ->
          Optional.of(Map.entry(SubjectKind.ORGANISATION, ORGANISATION));
      case "vehicle" -> Optional.of(Map.entry(SubjectKind.VEHICLE, VEHICLE));
      case "ftm-Vessel" -> Optional.of(Map.entry(SubjectKind.VESSEL, VESSEL));
      case "ftm-Passport" -> Optional.of(Map.entry(SubjectKind.DOCUMENT, DOCUMENT));
      case "bank-account" -> Optional.of(Map.entry(SubjectKind.ACCOUNT, ACCOUNT));
      case "coin-address", "btc-wallet" -> Optional.of(Map.entry(SubjectKind.WALLET, WALLET));
      case "user-account", "telegram-account", "twitter-account", "facebook-account" ->
          Optional.of(Map.entry(SubjectKind.ONLINE, ONLINE));
      case "geolocation" -> Optional.of(Map.entry(SubjectKind.PLACE, PLACE));
      case "ip-port" -> Optional.of(Map.entry(SubjectKind.NETWORK, NETWORK));
      default -> Optional.empty();
    };
  }

  /** Further relations by which foreign writers say the same. */
  private static final Map<String, ColumnMeaning> ALSO =
      Map.ofEntries(
          Map.entry("place-of-birth", ColumnMeaning.BIRTH_PLACE),
          Map.entry("identity-card-number", ColumnMeaning.IDENTITY_CARD),
          Map.entry("social-security-number", ColumnMeaning.NATIONAL_NUMBER),
          Map.entry("e-mail", ColumnMeaning.ONLINE),
          Map.entry("email", ColumnMeaning.ONLINE),
          Map.entry("handle", ColumnMeaning.ONLINE),
          Map.entry("user-id", ColumnMeaning.ONLINE),
          Map.entry("iban", ColumnMeaning.ACCOUNT),
          Map.entry("address-xmr", ColumnMeaning.WALLET),
          Map.entry("commercial-name", ColumnMeaning.NAME),
          Map.entry("VAT", ColumnMeaning.REGISTRATION),
          Map.entry("registrationNumber", ColumnMeaning.REGISTRATION),
          Map.entry("personalNumber", ColumnMeaning.NATIONAL_NUMBER),
          Map.entry("weakAlias", ColumnMeaning.ALIAS),
          Map.entry("city", ColumnMeaning.PLACE_NAME),
          Map.entry("country", ColumnMeaning.COUNTRY),
          Map.entry("ip", ColumnMeaning.IP_ADDRESS));

  /** What a relation of an object says; empty if it says nothing that has a field. */
  Optional<ColumnMeaning> field(String relation, SubjectKind kind) {
    Optional<ColumnMeaning> known =
        relations.entrySet().stream()
            .filter(each -> each.getValue().name().equals(relation))
            .map(Map.Entry::getKey)
            .findFirst();
    if (kind == SubjectKind.WALLET && relation.equals("address")) {
      return Optional.of(ColumnMeaning.WALLET);
    }
    return known.or(() -> Optional.ofNullable(ALSO.get(relation)));
  }
}
