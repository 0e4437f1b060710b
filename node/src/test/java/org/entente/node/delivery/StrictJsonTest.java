package org.entente.node.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.entente.node.casework.Header;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"message\":\"019ab1f0-7c00-7000-8000-00000000000b\"`, `\"message\":null`",
        "`\"sender\":\"az.mia\"`, `\"sender\":null`",
        "`\"recipient\":\"rs.mup\"`, `\"recipient\":null`",
        "`\"verdict\":\"ACCEPTED\"`, `\"verdict\":null`",
        "`\"verdict\":\"ACCEPTED\"`, `\"verdict\":0`",
        "`\"at\":\"2026-11-24T08:00:00.000001Z\"`, `\"at\":null`",
        "`\"at\":\"2026-11-24T08:00:00.000001Z\"`, `\"at\":0`",
        "`\"at\":\"2026-11-24T08:00:00.000001Z\"`, `\"at\":\"\"`",
        "`\"caseReference\":\"RS-2026-000007\"`, `\"caseReference\":null`",
        "`\"caseReference\":\"RS-2026-000007\"`, `\"caseReference\":7`",
        "`\"version\":1`, `\"version\":\"1\"`",
        "`\"version\":1`, `\"version\":1.7`",
        "`\"entry\":6`, `\"entry\":true`",
        "`\"entry\":6`, `\"entry\":\"\"`",
        "`\"entry\":6`, `\"entry\":-6`",
        "`\"message\":\"019ab1f0-7c00-7000-8000-00000000000b\"`, `\"message\":\"AAAAAAAAAAAAAAAAAAAAAA==\"`",
        "`019ab1f0-7c00-7000-8000-00000000000b`, `019AB1F0-7C00-7000-8000-00000000000B`"
      })
  void aReceiptOfAnotherSpellingIsRefused(String from, String to) throws Exception {
    String changed =
        new String(Vector.bytes("receipt-v1.json"), StandardCharsets.UTF_8).replace(from, to);
    assertThatThrownBy(() -> Receipts.parse(changed.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"caseId\":\"019ab1f0-7c00-7000-8000-00000000000a\"`, `\"caseId\":null`",
        "`\"request\":\"019ab1f0-7c00-7000-8000-00000000000b\"`, `\"request\":null`",
        "`\"id\":\"019ab1f0-7c00-7000-8000-00000000000c\"`, `\"id\":null`",
        "`\"digest\":\"0000000000000000000000000000000000000000000000000000000000000000\"`, `\"digest\":null`",
        "`\"attachments\":[{`, `\"attachments\":[null,{`",
        "`00000000000d`, `00000000000c`",
        "`\"specialCategories\":true`, `\"specialCategories\":\"true\"`",
        "`\"specialCategories\":true`, `\"specialCategories\":1`",
        "`\"sizeBytes\":1,`, `\"sizeBytes\":1.9,`",
        "`\"version\":1`, `\"version\":\"1\"`",
        "`\"version\":1`, `\"version\":1.7`",
        "`\"kind\":\"request\"`, `\"kind\":null`",
        "`\"data\":{`, `\"data\":{\"victim\":null,`",
        "`\"witness\":[\"personal-details\"]`, `\"witness\":[\"personal-details\",\"personal-details\"]`"
      })
  void aHeaderOfAnotherSpellingIsRefused(String from, String to) throws Exception {
    String v = new String(Vector.bytes("header-v1.json"), StandardCharsets.UTF_8);
    String changed = v.replace(from, to);
    assertThat(changed).isNotEqualTo(v);
    assertThatThrownBy(() -> Header.parse(changed)).isInstanceOf(IllegalArgumentException.class);
  }
}
