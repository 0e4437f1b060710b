package org.entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CanonicalJsonTest {

  @Test
  void numbersAreWrittenAsTheStandardWritesThem() {
    for (List<String> row : Vectors.rows("jcs-numbers.csv")) {
      double value = Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(row.get(0)));

      assertThat(CanonicalNumber.of(value)).as(row.get(0)).isEqualTo(row.get(1));
    }
  }

  @Test
  void theExamplesOfTheStandardComeOutAsPrintedThere() {
    JsonNode examples = parsed(Vectors.bytes("jcs-objects.json"));

    assertThat(examples).hasSize(2);
    for (JsonNode example : examples) {
      byte[] input = example.path("input").stringValue().getBytes(StandardCharsets.UTF_8);
      String canonical = new String(CanonicalJson.bytes(parsed(input)), StandardCharsets.UTF_8);
      assertThat(canonical).isEqualTo(example.path("canonical").stringValue());
    }
  }

  @Test
  void anotherImplementationComesToTheSameHashes() {
    List<List<String>> rows = Vectors.rows("hashes-rs-az-2010.csv");

    assertThat(Demo.agreement().instrumentHash()).hasToString(rows.get(0).get(1));
    assertThat(Demo.agreement().hash()).hasToString(rows.get(1).get(1));
  }

  @Property(tries = 50)
  void theHashDoesNotDependOnTheOrderOfKeysOrOnWhiteSpace(@ForAll long seed) {
    ShippedAgreements.Shipped shipped = ShippedAgreements.serbiaAzerbaijan2010();
    Random random = new Random(seed);
    byte[] instrument = shuffled(parsed(shipped.instrument()), random);
    byte[] arrangement = shuffled(parsed(shipped.arrangement(Demo.IDENTITIES)), random);

    Agreement agreement = Demo.read(new AgreementReader().read(instrument, arrangement));

    assertThat(agreement.hash()).isEqualTo(Demo.agreement().hash());
    assertThat(agreement).isEqualTo(Demo.agreement());
  }

  @Test
  void aChangedWordChangesTheHash() {
    Agreement changed =
        Demo.changed().arrangement(node -> node.put("copyToContactPoint", false)).read();

    assertThat(changed.instrumentHash()).isEqualTo(Demo.agreement().instrumentHash());
    assertThat(changed.hash()).isNotEqualTo(Demo.agreement().hash());
  }

  private static byte[] shuffled(JsonNode node, Random random) {
    String spaced = mixed(node, random).toString().replace(",\"", " ,\n\t\"");
    return spaced.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode mixed(JsonNode node, Random random) {
    if (node.isObject()) {
      List<String> names = new ArrayList<>(node.propertyNames());
      Collections.shuffle(names, random);
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      names.forEach(name -> object.set(name, mixed(node.path(name), random)));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> array.add(mixed(item, random)));
      return array;
    }
    return node;
  }

  private static JsonNode parsed(byte[] json) {
    return switch (SourceReader.read("vector", json)) {
      case SourceReader.Outcome.Parsed parsed -> parsed.source().root();
      case SourceReader.Outcome.Unreadable unreadable -> throw new AssertionError(unreadable);
    };
  }
}
