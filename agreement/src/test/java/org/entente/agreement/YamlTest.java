package org.entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class YamlTest {
  private static final ShippedAgreements.Shipped SHIPPED = ShippedAgreements.serbiaAzerbaijan2010();

  @Test
  void theSameWordsInYamlHaveTheSameHash() {
    Reading reading =
        new AgreementReader()
            .read(yaml(SHIPPED.instrument()), yaml(SHIPPED.arrangement(Demo.IDENTITIES)));

    assertThat(Demo.read(reading).hash()).isEqualTo(Demo.agreement().hash());
    assertThat(AgreementText.places(yaml(SHIPPED.instrument())))
        .isEqualTo(AgreementText.places(SHIPPED.instrument()))
        .hasSizeGreaterThan(100);
  }

  @Test
  void aFaultInYamlHasItsLineAndColumn() {
    String yaml = new String(yaml(SHIPPED.instrument()), StandardCharsets.UTF_8);
    int line = (int) yaml.substring(0, yaml.indexOf("drug-trafficking")).lines().count();

    assertThat(faults(yaml.replace("drug-trafficking", "drugs")))
        .anySatisfy(fault -> {
          assertThat(fault.code()).isEqualTo(FaultCode.UNKNOWN_AREA);
          assertThat(fault.line()).isEqualTo(line);
          assertThat(fault.column()).isPositive();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format: &a entente-instrument\nversion: 1\nid: *a\n",
        "format: !!str entente-instrument\nversion: 1\n",
        "a: &x [1]\nb: [*x, *x]\n",
        "format: entente-instrument\nformat: entente-instrument\n",
        "--- a\n--- b\n",
        "a: [",
        "\t- x",
        "? {a: 1}\n: 2\n",
        "%YAML 9.9\n---\na: 1\n",
      })
  void indirectionAndBrokenYamlAreRefusedWithAPlace(String yaml) {
    assertThat(faults(yaml)).isNotEmpty();
  }

  private static List<Fault> faults(String instrument) {
    Reading reading =
        new AgreementReader()
            .read(
                instrument.getBytes(StandardCharsets.UTF_8), SHIPPED.arrangement(Demo.IDENTITIES));
    return switch (reading) {
      case Reading.Read read -> List.of();
      case Reading.Broken broken -> broken.faults();
    };
  }

  private static byte[] yaml(byte[] json) {
    JsonNode tree = Demo.object(json);
    return YAMLMapper.builder().build().writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
  }
}
