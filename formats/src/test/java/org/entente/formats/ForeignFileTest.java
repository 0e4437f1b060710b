package org.entente.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.entente.formats.misp.MispWriter;
import org.entente.formats.stix.StixWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is told by what its first object says of itself, and by nothing that lies in it. */
class ForeignFileTest {
  private static Format format(String file) throws IOException {
    return ForeignFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
        .format();
  }

  @Test
  void whatIsWrittenHereIsReadAsWhatItIs() throws IOException {
    String stix = new String(StixWriter.write(Samples.whole()), StandardCharsets.UTF_8);
    String misp = new String(MispWriter.write(Samples.whole()), StandardCharsets.UTF_8);

    assertThat(format(stix)).isEqualTo(Format.STIX);
    assertThat(format(misp)).isEqualTo(Format.MISP);
    assertThat(format("  \uFEFF".strip() + "\n" + stix)).isEqualTo(Format.STIX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          STIX | {"id":"bundle--1","type":"bundle","objects":[{"type":"x","schema":"Person","Event":1},{"type":"ipv4-addr","id":"ipv4-addr--1","value":"198.51.100.7"}]}
          STIX | {"objects":[{"type":"ipv4-addr","id":"ipv4-addr--1","value":"198.51.100.7"}],"type":"bundle"}
          MISP | {"Event":{"info":"a \\"schema\\": \\"Person\\"","spec_version":"2.1","Attribute":[{"type":"ip-dst","value":"198.51.100.7"}]}}
          MISP | {"response":[{"Event":{"info":"x","Attribute":[{"type":"ip-dst","value":"198.51.100.7"}]}}]}
          FOLLOW_THE_MONEY | {"id":"bundle","schema":"Person","properties":{"name":["Ana Invented"],"notes":["\\"type\\":\\"bundle\\" and \\"Event\\":"]}}
          """)
  void whatLiesDeeperInAFileDoesNotChangeWhatItIs(Format is, String file) throws IOException {
    assertThat(format(file)).isEqualTo(is);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[[",
        "{\"a\":",
        "{\"a\":{\"schema\":\"Person\"}}",
        "[1,{\"Event\":1}]",
        "{\"schema\":{\"type\":\"bundle\"}}",
        "{\"note\":\"\\\"objects\\\":\"}"
      })
  void whatSaysNothingOfItselfIsNoneOfThem(String file) {
    assertThatThrownBy(() -> format(file))
        .isInstanceOfSatisfying(
            FormatBroken.class,
            broken -> assertThat(broken.why()).isEqualTo(FormatFault.NOT_KNOWN));
  }
}
