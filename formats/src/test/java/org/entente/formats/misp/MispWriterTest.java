package org.entente.formats.misp;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.formats.Dossier;
import org.entente.formats.Judges;
import org.entente.formats.Origin;
import org.entente.formats.Role;
import org.entente.formats.Samples;
import org.entente.formats.Taken;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a unit that runs MISP is handed. */
class MispWriterTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static JsonNode event(Dossier dossier) {
    return MAPPER.readTree(MispWriter.write(dossier)).path("Event");
  }

  private static List<JsonNode> attributes(JsonNode event) {
    List<JsonNode> all = new ArrayList<>();
    event.path("Object").values().forEach(o -> o.path("Attribute").values().forEach(all::add));
    return all;
  }

  /** The schema stands in the draft, in its chapter on JSON Schema. */
  private static Schema schema() {
    String draft = Judges.text("MISP/misp-rfc", "misp-core-format/raw.md");
    int at = draft.indexOf("# JSON Schema\n");
    int from = draft.indexOf("\n~~~~\n", at) + 6;
    String schema = draft.substring(from, draft.indexOf("\n~~~~\n", from));
    return SchemaRegistry.withDialect(Dialects.getDraft4()).getSchema(schema, InputFormat.JSON);
  }

  @Test
  void anEventIsValidForTheSchemaOfTheDraft() {
    Schema schema = schema();

    assertThat(schema.validate(MAPPER.readTree(MispWriter.write(Samples.whole())))).isEmpty();
    assertThat(schema.validate(MAPPER.readTree("{\"Event\":{\"info\":7}}"))).isNotEmpty();
  }

  /** The schema asks for almost nothing; the text of the draft does. */
  @Test
  void whatTheDraftSaysMustBeThereIsThere() {
    JsonNode event = event(Samples.whole());

    present(
        event,
        "uuid info date timestamp published publish_timestamp org_id orgc_id distribution Org Orgc"
            + " sharing_group_id");
    present(event.path("Org"), "uuid name id");
    event
        .path("Object")
        .values()
        .forEach(object -> {
          present(
              object,
              "uuid name meta-category description template_uuid template_version timestamp"
                  + " distribution deleted");
          object
              .path("ObjectReference")
              .values()
              .forEach(reference ->
                  present(
                      reference,
                      "uuid timestamp object_uuid referenced_uuid relationship_type deleted"));
          object
              .path("Attribute")
              .values()
              .forEach(attribute -> {
                present(
                    attribute,
                    "uuid type category to_ids event_id object_id distribution timestamp deleted value");
                assertThat(attribute.path("object_id")).isEqualTo(object.path("id"));
              });
        });
    assertThat(event.path("attribute_count").asString(""))
        .isEqualTo(Integer.toString(attributes(event).size()));
    assertThat(event.path("publish_timestamp").asString("")).isEqualTo("0");
    Set<String> numbers = new HashSet<>();
    attributes(event).forEach(a -> assertThat(numbers.add(a.path("id").asString(""))).isTrue());
  }

  private static void present(JsonNode part, String names) {
    for (String name : names.split(" ", -1)) {
      assertThat(part.has(name)).as(name).isTrue();
      assertThat(part.path(name).isNull()).as(name).isFalse();
    }
  }

  @Test
  void anObjectHasWhatItsPublishedTemplateKnows() {
    Set<String> templates = new HashSet<>();
    event(Samples.whole())
        .path("Object")
        .values()
        .forEach(object -> {
          String name = object.path("name").asString("");
          JsonNode template =
              MAPPER.readTree(
                  Judges.text("MISP/misp-objects", "objects/" + name + "/definition.json"));
          templates.add(name);
          assertThat(object.path("template_uuid")).as(name).isEqualTo(template.path("uuid"));
          assertThat(object.path("template_version").asString(""))
              .as(name)
              .isEqualTo(template.path("version").asString(""));
          assertThat(object.path("meta-category")).isEqualTo(template.path("meta-category"));
          List<String> relations = new ArrayList<>();
          object
              .path("Attribute")
              .values()
              .forEach(attribute -> {
                String relation = attribute.path("object_relation").asString("");
                JsonNode known = template.path("attributes").path(relation);
                assertThat(known.isMissingNode()).as(name + "." + relation).isFalse();
                assertThat(attribute.path("type"))
                    .as(name + "." + relation)
                    .isEqualTo(known.path("misp-attribute"));
                if (relations.contains(relation)) {
                  assertThat(known.path("multiple").asBoolean(false))
                      .as(name + "." + relation)
                      .isTrue();
                }
                relations.add(relation);
              });
          if (template.has("requiredOneOf")) {
            List<String> oneOf = new ArrayList<>();
            template.path("requiredOneOf").values().forEach(each -> oneOf.add(each.asString("")));
            assertThat(relations).as(name).containsAnyElementsOf(oneOf);
          }
          template
              .path("required")
              .values()
              .forEach(each -> assertThat(relations).as(name).contains(each.asString("")));
        });
    assertThat(templates).hasSizeGreaterThan(12);
  }

  /** The draft lists the types that each category may have. */
  @Test
  void anAttributeIsInACategoryThatItsTypeMayBeIn() {
    String draft = Judges.text("MISP/misp-rfc", "misp-core-format/raw.md");

    for (JsonNode attribute : attributes(event(Samples.whole()))) {
      String category = attribute.path("category").asString("");
      int at = draft.indexOf("\n" + category + "\n:   ");
      String types = draft.substring(at, draft.indexOf("\n\n", at)).replace("\n:   ", ", ");
      assertThat(List.of(types.split(", ", -1)))
          .as(category)
          .contains(attribute.path("type").asString(""));
    }
  }

  @Test
  void whatWasWrittenIsReadAgainWhole() throws IOException {
    Dossier whole = Samples.whole();

    Taken taken = MispReader.read(new ByteArrayInputStream(MispWriter.write(whole)));

    assertThat(taken.untaken()).isEmpty();
    assertThat(taken.dossier().origin().authority()).isEqualTo("az.mia");
    assertThat(taken.dossier().links()).containsExactlyInAnyOrderElementsOf(whole.links());
    assertThat(taken.dossier().entries())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("reference")
        .isEqualTo(whole.entries());
  }

  @Test
  void theSameDossierGivesTheSameBytes() {
    assertThat(MispWriter.write(Samples.whole())).isEqualTo(MispWriter.write(Samples.whole()));
  }

  @Test
  void nobodyIsToldToLookForAVictimsAddress() {
    Map<Boolean, List<String>> looked =
        attributes(event(Samples.whole())).stream()
            .collect(
                Collectors.partitioningBy(
                    a -> a.path("to_ids").asBoolean(false),
                    Collectors.mapping(a -> a.path("value").asString(""), Collectors.toList())));

    assertThat(looked.get(true)).contains("185.4.1.2", "9e107d9d372bb6826bd81d3542a419d6");
    assertThat(looked.get(false)).contains("2001:db8::7");
  }

  @Test
  void itIsForTheRecipientsHouseAlone() {
    JsonNode event = event(Samples.whole());

    assertThat(event.path("distribution").asString("")).isEqualTo("0");
    assertThat(event.path("published").asBoolean(true)).isFalse();
    assertThat(event.path("Tag").path(0).path("name").asString("")).isEqualTo("tlp:amber+strict");
  }

  @Test
  void whatCannotBeReadLeavesAsItWasWritten() throws IOException {
    Dossier dossier =
        new Dossier(
            new Origin("az.mia", "1", "", Optional.of(Samples.AT), Set.of()),
            List.of(
                Samples.one(SubjectKind.NETWORK, ColumnMeaning.IP_ADDRESS, "185.4.one", Role.USED)),
            List.of());

    JsonNode object = event(dossier).path("Object").path(0);

    assertThat(object.path("name").asString("")).isEqualTo("physical-object");
    assertThat(
            MispReader.read(new ByteArrayInputStream(MispWriter.write(dossier)))
                .dossier()
                .entries()
                .getFirst()
                .one(ColumnMeaning.IP_ADDRESS))
        .isEqualTo("185.4.one");
  }
}
