package org.entente.formats.stix;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.formats.Saying;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import tools.jackson.databind.JsonNode;

/** What observables, and paths in patterns, are here. */
final class Observables {
  /** What is known of a type: which kind it is and in which properties it says what it is. */
  private record Meaning(SubjectKind kind, ColumnMeaning field, Set<String> properties) {}

  private static final Map<String, Meaning> TYPES =
      Map.ofEntries(
          valued("ipv4-addr", SubjectKind.NETWORK, ColumnMeaning.IP_ADDRESS),
          valued("ipv6-addr", SubjectKind.NETWORK, ColumnMeaning.IP_ADDRESS),
          valued("domain-name", SubjectKind.WEB, ColumnMeaning.WEB_ADDRESS),
          valued("url", SubjectKind.WEB, ColumnMeaning.WEB_ADDRESS),
          valued("email-addr", SubjectKind.ONLINE, ColumnMeaning.ONLINE),
          valued("mac-addr", SubjectKind.DEVICE, ColumnMeaning.DEVICE_NUMBER),
          // Of a widely used extension, that of OpenCTI.
          valued("cryptocurrency-wallet", SubjectKind.WALLET, ColumnMeaning.WALLET),
          valued("phone-number", SubjectKind.PHONE, ColumnMeaning.PHONE),
          Map.entry(
              "bank-account",
              new Meaning(
                  SubjectKind.ACCOUNT, ColumnMeaning.ACCOUNT, Set.of("iban", "account_number"))),
          Map.entry(
              "user-account",
              new Meaning(
                  SubjectKind.ONLINE,
                  ColumnMeaning.ONLINE,
                  Set.of("account_login", "user_id", "display_name"))));

  private static final Map<String, Meaning> PATHS =
      Map.of(
          "network-traffic:src_ref.value",
          new Meaning(SubjectKind.NETWORK, ColumnMeaning.IP_ADDRESS, Set.of()),
          "network-traffic:dst_ref.value",
          new Meaning(SubjectKind.NETWORK, ColumnMeaning.IP_ADDRESS, Set.of()),
          "email-message:from_ref.value",
          new Meaning(SubjectKind.ONLINE, ColumnMeaning.ONLINE, Set.of()),
          "email-message:sender_ref.value",
          new Meaning(SubjectKind.ONLINE, ColumnMeaning.ONLINE, Set.of()));

  private static final Set<String> HASHES = Set.of("MD5", "SHA-1", "SHA-256", "SHA-512");

  private Observables() {}

  private static Map.Entry<String, Meaning> valued(
      String type, SubjectKind kind, ColumnMeaning field) {
    return Map.entry(type, new Meaning(kind, field, Set.of("value")));
  }

  /** The kind of an observable that is one thing. */
  static Optional<SubjectKind> kind(String type) {
    return Optional.ofNullable(TYPES.get(type)).map(Meaning::kind);
  }

  /** The properties that were understood of one of this type. */
  static Set<String> understood(String type) {
    Meaning meaning = TYPES.get(type);
    return meaning == null ? Set.of() : meaning.properties();
  }

  /** Says what an observable says. An account's name counts before what it is shown as. */
  static void say(JsonNode object, Saying saying) {
    Meaning meaning = TYPES.get(object.path("type").asString(""));
    if (meaning == null) {
      return;
    }
    for (String property : meaning.properties().stream().sorted().toList()) {
      if (!property.equals("display_name") || saying.nothing()) {
        saying.say(meaning.field(), object.path(property).asString(""));
      }
    }
  }

  /** The kind of what an equality of a pattern points at. */
  static Optional<SubjectKind> kind(StixPattern.Comparison comparison) {
    return meaning(comparison).map(Meaning::kind);
  }

  static Optional<ColumnMeaning> field(StixPattern.Comparison comparison) {
    return meaning(comparison).map(Meaning::field);
  }

  private static Optional<Meaning> meaning(StixPattern.Comparison comparison) {
    String path = comparison.path();
    String type = comparison.type();
    String property = path.substring(type.length() + 1);
    if (type.equals("file") && property.startsWith("hashes.")) {
      return hash(property.substring("hashes.".length()))
          ? Optional.of(new Meaning(SubjectKind.HASH, ColumnMeaning.FILE_HASH, Set.of()))
          : Optional.empty();
    }
    Meaning meaning = TYPES.get(type);
    return meaning != null && meaning.properties().contains(property)
        ? Optional.of(meaning)
        : Optional.ofNullable(PATHS.get(path));
  }

  /** Whether a file is known by a digest of this name; older writers leave the hyphen out. */
  static boolean hash(String written) {
    String name = written.replaceAll("['\"]", "").toUpperCase(Locale.ROOT);
    return HASHES.contains(name) || HASHES.contains(name.replaceFirst("^SHA", "SHA-"));
  }
}
