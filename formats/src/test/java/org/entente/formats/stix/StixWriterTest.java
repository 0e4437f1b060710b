package org.entente.formats.stix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.formats.Dossier;
import org.entente.formats.Entry;
import org.entente.formats.Origin;
import org.entente.formats.Role;
import org.entente.formats.Samples;
import org.entente.formats.Standing;
import org.entente.formats.Taken;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a threat platform is handed. */
class StixWriterTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static JsonNode bundle(Dossier dossier) {
    return MAPPER.readTree(StixWriter.write(dossier));
  }

  private static List<JsonNode> objects(JsonNode bundle, String type) {
    return Stream.of(bundle.path("objects").values().toArray(JsonNode[]::new))
        .filter(object -> object.path("type").asString("").equals(type))
        .toList();
  }

  @Test
  void everyObjectIsValidForTheSchemasOfOasis() {
    OasisSchemas schemas = new OasisSchemas();
    JsonNode bundle = bundle(Samples.whole());

    List<String> faults = new ArrayList<>();
    bundle.path("objects").values().forEach(object -> faults.addAll(schemas.faults(object)));

    assertThat(faults).isEmpty();
    assertThat(schemas.judged).hasSizeGreaterThan(17);
    assertThat(bundle.path("id").asString("")).matches("bundle--[0-9a-f]{8}-[0-9a-f-]{27}");
  }

  @Test
  void theSchemasRefuseAnObjectThatLacksWhatItNeeds() {
    ObjectNode broken = (ObjectNode) objects(bundle(Samples.whole()), "ipv4-addr").getFirst();

    broken.remove("value");

    assertThat(new OasisSchemas().faults(broken)).isNotEmpty();
  }

  /** The nine that their README lists because no schema can hold them. */
  @Test
  void theRulesThatNoSchemaCanHoldAreKept() {
    JsonNode bundle = bundle(Samples.whole());
    Map<String, JsonNode> byId = new HashMap<>();
    bundle.path("objects").values().forEach(o -> byId.put(o.path("id").asString(""), o));

    assertThat(byId).hasSize(bundle.path("objects").size());
    byId.forEach((id, object) -> {
      String type = object.path("type").asString("");
      assertThat(id).startsWith(type + "--");
      assertThat(object.path("modified").asString("z"))
          .isGreaterThanOrEqualTo(object.path("created").asString(""));
      assertThat(object.has("granular_markings")).isFalse();
      assertThat(object.path("object_marking_refs").findValuesAsString(id)).isEmpty();
      refs(object).forEach(ref -> assertThat(byId).as(type).containsKey(ref));
      object
          .path("extensions")
          .propertyNames()
          .forEach(extension ->
              assertThat(object.path("extensions").path(extension).size()).isPositive());
      if (type.equals("network-traffic")) {
        assertThat(object.path("src_ref").asString("")).startsWith("ipv4-addr--");
      }
      if (type.equals("indicator")) {
        assertThat(object.path("pattern").asString("")).doesNotContain("WITHIN", "REPEATS");
        assertThat(StixPattern.read(object.path("pattern").asString(""))).isPresent();
      }
      if (type.equals(StixThings.OTHER)) {
        assertThat(object.path("known_by").asString("")).isNotEmpty();
      }
    });
  }

  private static List<String> refs(JsonNode object) {
    List<String> refs = new ArrayList<>();
    object
        .properties()
        .forEach(property -> {
          if (property.getKey().endsWith("_ref")) {
            refs.add(property.getValue().asString(""));
          } else if (property.getKey().endsWith("_refs")) {
            property.getValue().values().forEach(ref -> refs.add(ref.asString("")));
          }
        });
    return refs;
  }

  @Test
  void theSameDossierGivesTheSameBytes() {
    assertThat(StixWriter.write(Samples.whole())).isEqualTo(StixWriter.write(Samples.whole()));
  }

  /** The example of section 2.9, and identifiers that other programs publish. */
  @Test
  void anAddressHasTheIdentifierThatEverybodyGivesIt() {
    assertThat(identifier(SubjectKind.NETWORK, ColumnMeaning.IP_ADDRESS, "198.51.100.3"))
        .isEqualTo("ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4");
    assertThat(identifier(SubjectKind.NETWORK, ColumnMeaning.IP_ADDRESS, "2001:DB8:0::1"))
        .isEqualTo("ipv6-addr--6469e3a9-b053-5e34-a025-9396ae051d26");
    assertThat(identifier(SubjectKind.WEB, ColumnMeaning.WEB_ADDRESS, "example[.]com"))
        .isEqualTo("domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7");
  }

  private static String identifier(SubjectKind kind, ColumnMeaning field, String value) {
    return StixThings.text(
        StixThings.of(Samples.one(kind, field, value, Role.USED)).orElseThrow(), "id");
  }

  @Test
  void whatWasWrittenIsReadAgainWhole() throws IOException {
    Taken taken = StixReader.read(new ByteArrayInputStream(StixWriter.write(Samples.whole())));

    assertThat(taken.untaken()).isEmpty();
    assertThat(taken.dossier().origin()).isEqualTo(Samples.whole().origin());
    assertThat(taken.dossier().links()).isEqualTo(Samples.whole().links());
    assertThat(taken.dossier().entries())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("reference")
        .isEqualTo(Samples.whole().entries());
  }

  @Test
  void nobodyIsToldToLookForAVictimsAddress() {
    JsonNode bundle = bundle(Samples.whole());

    List<String> patterns =
        objects(bundle, "indicator").stream().map(o -> o.path("pattern").asString("")).toList();
    assertThat(patterns)
        .contains(
            "[ipv4-addr:value = '185.4.1.2']",
            "[url:value = 'https://ledger.example/a\\'b']",
            "[file:hashes.'MD5' = '9e107d9d372bb6826bd81d3542a419d6']")
        .noneMatch(pattern -> pattern.contains("2001:db8::7"));
  }

  @Test
  void nothingIsMarkedWiderThanTheTightestOfItsParts() {
    JsonNode bundle = bundle(Samples.whole());

    assertThat(objects(bundle, "marking-definition").getFirst().path("name").asString(""))
        .isEqualTo("TLP:AMBER+STRICT");
    assertThat(bundle.path("objects").values())
        .filteredOn(o -> !o.path("type").asString("").equals("marking-definition"))
        .allMatch(object -> object.path("object_marking_refs").size() > 0);
  }

  @Test
  void oneWhoSaysNothingButAPortAtATimeIsObserved() {
    JsonNode observed = objects(bundle(Samples.whole()), "observed-data").getFirst();

    assertThat(observed.path("first_observed").asString("")).isEqualTo("2026-02-03T10:22:05.000Z");
    assertThat(observed.path("object_refs").size()).isEqualTo(2);
  }

  /** Found by the fuzzer: a time that is none was taken for one. */
  @Test
  void aTimeThatCannotBeReadIsNoObservation() {
    Dossier dossier =
        new Dossier(
            Samples.whole().origin(),
            List.of(
                new Entry(
                    "",
                    SubjectKind.NETWORK,
                    Map.of(
                        ColumnMeaning.IP_ADDRESS,
                        List.of("185.4.1.2"),
                        ColumnMeaning.SEEN_AT,
                        List.of("2026-02-03T10022:05Z")),
                    Set.of(),
                    Standing.in(Role.USED))),
            List.of());

    JsonNode bundle = bundle(dossier);

    assertThat(objects(bundle, "observed-data")).isEmpty();
    assertThat(objects(bundle, "ipv4-addr")).hasSize(1);
  }

  @Test
  void aDossierWithoutHandlingIsForTheRecipientsHouseAlone() throws IOException {
    Origin bare = new Origin("az.mia", "1", "", Optional.of(Samples.AT), Set.of());
    Dossier dossier =
        new Dossier(
            bare,
            List.of(
                Samples.one(SubjectKind.WEB, ColumnMeaning.WEB_ADDRESS, "a.example", Role.USED)),
            List.of());

    String text = new String(StixWriter.write(dossier), StandardCharsets.UTF_8);

    assertThat(text).contains("amber+strict").doesNotContain("Handling codes");
  }
}
