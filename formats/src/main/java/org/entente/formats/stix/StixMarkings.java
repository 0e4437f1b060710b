package org.entente.formats.stix;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.agreement.HandlingCode;
import org.entente.formats.NamedUuid;
import org.entente.formats.Tlp;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Marking definitions, and the patterns of simple observables. */
final class StixMarkings {
  /** The published extension by which STIX 2.1 has TLP 2.0, and its published markings. */
  private static final String TLP_2 = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

  private static final Map<Tlp, String> TLP =
      Map.of(
          Tlp.CLEAR, "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
          Tlp.GREEN, "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
          Tlp.AMBER, "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
          Tlp.AMBER_STRICT, "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
          Tlp.RED, "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1");

  /** The markings of version 1.0, which are part of STIX 2.1 and need no definition in the file. */
  private static final Map<String, Tlp> TLP_1 =
      Map.of(
          "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", Tlp.CLEAR,
          "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", Tlp.GREEN,
          "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", Tlp.AMBER,
          "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", Tlp.RED);

  private static final Pattern STATEMENT =
      Pattern.compile("Handling codes: (H[0-3](?: H[0-3])*)\\.");

  private final Map<String, Set<HandlingCode>> known = new HashMap<>();
  private final Map<String, Set<HandlingCode>> codes = new HashMap<>();

  StixMarkings() {
    TLP.forEach((tlp, id) -> known.put(id, tlp.handling()));
    TLP_1.forEach((id, tlp) -> known.put(id, tlp.handling()));
  }

  static Map<String, Object> tlp(Tlp tlp) {
    Map<String, Object> object = head(Objects.requireNonNull(TLP.get(tlp)));
    object.put("created", "2022-10-01T00:00:00.000Z");
    object.put("name", "TLP:" + tlp.code().toUpperCase(Locale.ROOT));
    Map<String, Object> extension = new LinkedHashMap<>();
    extension.put("extension_type", "property-extension");
    extension.put("tlp_2_0", tlp.code());
    object.put("extensions", Map.of(TLP_2, extension));
    return object;
  }

  static String id(Set<HandlingCode> handling, String author) {
    return "marking-definition--" + NamedUuid.of("handling " + author + " " + codes(handling));
  }

  /** The codes in words, for whoever does not know them. */
  static Map<String, Object> statement(Set<HandlingCode> handling, String author, String time) {
    Map<String, Object> object = head(id(handling, author));
    object.put("created_by_ref", author);
    object.put("created", time);
    object.put("definition_type", "statement");
    String words =
        handling.stream()
            .map(code -> code.code() + " " + code.label(Locale.ENGLISH))
            .collect(Collectors.joining("; "));
    object.put(
        "definition", Map.of("statement", "Handling codes: " + codes(handling) + ". " + words));
    return object;
  }

  private static String codes(Set<HandlingCode> handling) {
    return handling.stream().map(HandlingCode::code).collect(Collectors.joining(" "));
  }

  private static Map<String, Object> head(String id) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "marking-definition");
    object.put("spec_version", "2.1");
    object.put("id", id);
    return object;
  }

  /**
   * Learns what a marking asks for.
   *
   * @return false if it says something that no code is there for
   */
  boolean learn(JsonNode marking) {
    Optional<Tlp> tlp =
        Tlp.ofCode(marking.path("extensions").path(TLP_2).path("tlp_2_0").asString(""))
            .or(() -> Tlp.ofCode(marking.path("definition").path("tlp").asString("")));
    Matcher ours = STATEMENT.matcher(marking.path("definition").path("statement").asString(""));
    String id = marking.path("id").asString("");
    if (tlp.isPresent()) {
      known.put(id, tlp.get().handling());
    } else if (ours.lookingAt()) {
      Set<HandlingCode> said = EnumSet.noneOf(HandlingCode.class);
      for (String code : ours.group(1).split(" ", -1)) {
        HandlingCode.ofCode(code).ifPresent(said::add);
      }
      codes.put(id, said);
    } else {
      return known.containsKey(id);
    }
    return true;
  }

  /** What the markings of an object ask for together; codes say it exactly, a colour roughly. */
  Set<HandlingCode> of(JsonNode object) {
    Set<HandlingCode> exact = EnumSet.noneOf(HandlingCode.class);
    Set<HandlingCode> rough = EnumSet.noneOf(HandlingCode.class);
    for (JsonNode ref : object.path("object_marking_refs").values()) {
      exact.addAll(codes.getOrDefault(ref.asString(""), Set.of()));
      rough.addAll(known.getOrDefault(ref.asString(""), Set.of()));
    }
    return exact.isEmpty() ? rough : exact;
  }

  /** The pattern that finds an observable; empty for what is none. */
  static Optional<String> pattern(@Nullable Map<String, Object> object) {
    if (object == null) {
      return Optional.empty();
    }
    String type = StixThings.text(object, "type");
    return switch (type) {
      case "ipv4-addr", "ipv6-addr", "domain-name", "url", "email-addr", "mac-addr" ->
          Optional.of("[" + type + ":value = '" + quoted(object.get("value")) + "']");
      case "file" ->
          object.get("hashes") instanceof Map<?, ?> hashes
              ? hashes.entrySet().stream()
                  .findFirst()
                  .map(hash ->
                      "[file:hashes.'" + hash.getKey() + "' = '" + quoted(hash.getValue()) + "']")
              : Optional.empty();
      case "user-account" ->
          Optional.of(
              "[user-account:account_login = '" + quoted(object.get("account_login")) + "']");
      default -> Optional.empty();
    };
  }

  private static String quoted(@Nullable Object value) {
    return String.valueOf(value).replace("\\", "\\\\").replace("'", "\\'");
  }
}
