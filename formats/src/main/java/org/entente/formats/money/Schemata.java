package org.entente.formats.money;

import java.util.Map;
import java.util.Optional;
import org.entente.formats.Link;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;

/** What the schemata and properties of the model are here. */
final class Schemata {
  private static final Map<String, SubjectKind> KINDS =
      Map.ofEntries(
          Map.entry("Person", SubjectKind.PERSON),
          Map.entry("LegalEntity", SubjectKind.ORGANISATION),
          Map.entry("Organization", SubjectKind.ORGANISATION),
          Map.entry("Company", SubjectKind.ORGANISATION),
          Map.entry("PublicBody", SubjectKind.ORGANISATION),
          Map.entry("Vessel", SubjectKind.VESSEL),
          Map.entry("Vehicle", SubjectKind.VEHICLE),
          Map.entry("Passport", SubjectKind.DOCUMENT),
          Map.entry("Identification", SubjectKind.DOCUMENT),
          Map.entry("CryptoWallet", SubjectKind.WALLET),
          Map.entry("BankAccount", SubjectKind.ACCOUNT),
          Map.entry("UserAccount", SubjectKind.ONLINE),
          Map.entry("Address", SubjectKind.PLACE));

  /** A property that points at another entity, and how both belong together. */
  record Pointer(String property, Link.Kind kind, boolean fromThere) {}

  /** An entity that is a link: its two ends. */
  record Edge(String from, String to, Link.Kind kind) {}

  private static final Map<String, Edge> EDGES =
      Map.of(
          "Ownership", new Edge("owner", "asset", Link.Kind.OWNS),
          "Directorship", new Edge("director", "organization", Link.Kind.CONNECTED),
          "Membership", new Edge("member", "organization", Link.Kind.CONNECTED),
          "Employment", new Edge("employee", "employer", Link.Kind.CONNECTED),
          "Representation", new Edge("agent", "client", Link.Kind.CONNECTED),
          "Family", new Edge("person", "relative", Link.Kind.CONNECTED),
          "Associate", new Edge("person", "associate", Link.Kind.CONNECTED),
          "UnknownLink", new Edge("subject", "object", Link.Kind.CONNECTED),
          "Payment", new Edge("payer", "beneficiary", Link.Kind.PAID));

  private static final Map<String, Pointer> POINTERS =
      Map.of(
          "addressEntity", new Pointer("addressEntity", Link.Kind.LOCATED_AT, false),
          "holder", new Pointer("holder", Link.Kind.OWNS, true),
          "owner", new Pointer("owner", Link.Kind.OWNS, true),
          "operator", new Pointer("operator", Link.Kind.USES, true),
          "parent", new Pointer("parent", Link.Kind.OWNS, true));

  /** Of every kind; what a register's heading of that name means too. */
  private static final Map<String, ColumnMeaning> FIELDS =
      Map.ofEntries(
          Map.entry("name", ColumnMeaning.NAME),
          Map.entry("alias", ColumnMeaning.ALIAS),
          Map.entry("weakAlias", ColumnMeaning.ALIAS),
          Map.entry("previousName", ColumnMeaning.ALIAS),
          Map.entry("firstName", ColumnMeaning.GIVEN),
          Map.entry("lastName", ColumnMeaning.FAMILY),
          Map.entry("middleName", ColumnMeaning.PATRONYMIC),
          Map.entry("fatherName", ColumnMeaning.PATRONYMIC),
          Map.entry("birthDate", ColumnMeaning.BORN),
          Map.entry("birthPlace", ColumnMeaning.BIRTH_PLACE),
          Map.entry("gender", ColumnMeaning.GENDER),
          Map.entry("nationality", ColumnMeaning.NATIONALITY),
          Map.entry("citizenship", ColumnMeaning.NATIONALITY),
          Map.entry("country", ColumnMeaning.COUNTRY),
          Map.entry("passportNumber", ColumnMeaning.PASSPORT),
          Map.entry("idNumber", ColumnMeaning.IDENTITY_CARD),
          Map.entry("phone", ColumnMeaning.PHONE),
          Map.entry("email", ColumnMeaning.ONLINE),
          Map.entry("registrationNumber", ColumnMeaning.REGISTRATION),
          Map.entry("imoNumber", ColumnMeaning.REGISTRATION),
          Map.entry("model", ColumnMeaning.MODEL),
          Map.entry("iban", ColumnMeaning.ACCOUNT),
          Map.entry("accountNumber", ColumnMeaning.ACCOUNT),
          Map.entry("username", ColumnMeaning.ONLINE));

  /** Where a property means something else than elsewhere, by schema. */
  private static final Map<String, ColumnMeaning> OWN =
      Map.ofEntries(
          Map.entry("Vehicle.registrationNumber", ColumnMeaning.PLATE),
          Map.entry("Vessel.flag", ColumnMeaning.COUNTRY),
          Map.entry("Person.socialSecurityNumber", ColumnMeaning.NATIONAL_NUMBER),
          Map.entry("Passport.number", ColumnMeaning.PASSPORT),
          Map.entry("Passport.personalNumber", ColumnMeaning.NATIONAL_NUMBER),
          Map.entry("Identification.number", ColumnMeaning.DOCUMENT),
          Map.entry("CryptoWallet.publicKey", ColumnMeaning.WALLET),
          Map.entry("CryptoWallet.currency", ColumnMeaning.CHAIN),
          Map.entry("Address.full", ColumnMeaning.PLACE_NAME),
          Map.entry("Address.name", ColumnMeaning.PLACE_NAME));

  private Schemata() {}

  static Optional<SubjectKind> kind(String schema) {
    return Optional.ofNullable(KINDS.get(schema));
  }

  static Optional<Edge> edge(String schema) {
    return Optional.ofNullable(EDGES.get(schema));
  }

  static Optional<Pointer> pointer(String property) {
    return Optional.ofNullable(POINTERS.get(property));
  }

  /** What a property of a schema says; empty if it says nothing that has a field here. */
  static Optional<ColumnMeaning> field(String schema, String property) {
    ColumnMeaning own = OWN.get(schema + "." + property);
    SubjectKind kind = KINDS.get(schema);
    boolean named = kind == SubjectKind.PERSON || kind == SubjectKind.ORGANISATION;
    return Optional.ofNullable(own == null ? FIELDS.get(property) : own)
        .filter(field ->
            switch (field) {
              case NAME, ALIAS -> named || kind == SubjectKind.VESSEL;
              // A person's country is where they are, not whose citizen they are.
              case COUNTRY -> kind != SubjectKind.PERSON;
              default -> true;
            });
  }

  static Map<String, SubjectKind> kinds() {
    return KINDS;
  }

  static Map<String, ColumnMeaning> fields() {
    return FIELDS;
  }

  static Map<String, ColumnMeaning> own() {
    return OWN;
  }

  static Map<String, Edge> edges() {
    return EDGES;
  }
}
