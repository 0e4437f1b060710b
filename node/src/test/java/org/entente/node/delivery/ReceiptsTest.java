package org.entente.node.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest {
  private static void refused(byte[] content) {
    assertThatThrownBy(() -> Receipts.parse(content))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause();
  }

  private static void refused(String content) {
    refused(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String vector() throws Exception {
    return new String(Vector.bytes("receipt-v1.json"), StandardCharsets.UTF_8);
  }

  @Test
  void aCodeOrReferenceThatNoPageCouldShowIsNotTaken() throws Exception {
    assertThat(Receipts.parse(vector().getBytes(StandardCharsets.UTF_8)).sound()).isTrue();
    for (String wrong :
        List.of(
            vector().replaceFirst("\"code\":null", "\"code\":\"not-permitted\""),
            refusal("null"),
            refusal("\"" + "x".repeat(61) + "\""),
            refusal("\"Ask <b>again</b>\""),
            vector().replaceFirst("\"caseReference\":\"", "\"caseReference\":\" "),
            vector().replaceFirst("\"caseReference\":\"", "$0" + "A".repeat(41)))) {
      assertThat(Receipts.parse(wrong.getBytes(StandardCharsets.UTF_8)).sound())
          .as(wrong)
          .isFalse();
    }
    assertThat(
            Receipts.parse(refusal("\"not-permitted\"").getBytes(StandardCharsets.UTF_8)).sound())
        .isTrue();
  }

  private static String refusal(String code) throws Exception {
    return vector()
        .replace("\"ACCEPTED\"", "\"REFUSED\"")
        .replaceFirst("\"code\":null", "\"code\":" + code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version",
        "message",
        "sender",
        "recipient",
        "digest",
        "at",
        "verdict",
        "code",
        "caseReference",
        "entry",
        "checkpoint"
      })
  void aReceiptWithoutOneOfItsFieldsIsRefused(String field) throws Exception {
    String without =
        vector().replaceFirst("\"" + field + "\":(?:\"[^\"]*\"|[^,}]*),?", "").replace(",}", "}");

    assertThat(without).doesNotContain("\"" + field + "\":").endsWith("}");
    refused(without);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"version\":1`, `\"version\":2`",
        "`\"version\":1`, `\"version\":0`",
        "`\"version\":1`, `\"version\":null`",
        "`\"version\":1`, `\"version\":\"one\"`",
        "`\"version\":1`, `\"version\":99999999999`",
        "`\"version\":1`, `\"version\":1,\"version\":1`",
        "`\"version\":1`, `\"version\":1,\"more\":true`",
        "`\"entry\":6`, `\"entry\":null`",
        "`\"entry\":6`, `\"entry\":[6]`",
        "`\"entry\":6`, `\"entry\":99999999999999999999`",
        "`\"ACCEPTED\"`, `\"accepted\"`",
        "`\"ACCEPTED\"`, `\"MAYBE\"`",
        "`\"ACCEPTED\"`, `\"\"`",
        "`2026-11-24T08`, `2026-13-24T08`",
        "`2026-11-24T08:00:00.000001Z`, `yesterday`",
        "`019ab1f0-7c00-7000-8000-00000000000b`, `019ab1f0`",
        "`\"sender\":\"az.mia\"`, `\"sender\":{}`",
        "`\"sender\":\"az.mia\"`, `\"sender\":[\"az.mia\"]`"
      })
  void aChangedFormIsRefused(String from, String to) throws Exception {
    String changed = vector().replace(from, to);

    assertThat(changed).isNotEqualTo(vector());
    refused(changed);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"version\":2`, `\"version\":1`",
        "`\"version\":2`, `\"version\":3`",
        "`\"signed\":\"f`, `\"signed\":\"F`",
        "`\"signed\":\"fe`, `\"signed\":\"`",
        "`,\"signed\":\"`, `,\"signed\":null,\"code\":\"`"
      })
  void aReceiptThatNamesTheSignedObjectNamesItWhole(String from, String to) throws Exception {
    String whole = new String(Vector.bytes("receipt-v2.json"), StandardCharsets.UTF_8);
    String changed = whole.replace(from, to);

    assertThat(changed).isNotEqualTo(whole);
    refused(changed);
  }

  @Test
  void aReceiptThatWasCutOffAnywhereIsRefused() throws Exception {
    byte[] whole = Vector.bytes("receipt-v1.json");
    for (int length = 0; length < whole.length; length++) {
      refused(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void whatFollowsAReceiptIsRefused() throws Exception {
    refused(vector() + "{}");
    refused(vector() + vector());
    refused(vector() + "x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "true", "1", "\"receipt\"", "[]", "{}", "{\"version\":1}"})
  void otherJsonIsRefused(String content) {
    refused(content);
  }

  @Test
  void aReceiptNestedWithoutEndIsRefused() throws Exception {
    refused("[".repeat(100_000));
    refused(vector().replace("\"az.mia\"", "[".repeat(100_000)));
  }

  @Test
  void aTextLongerThanAnyReceiptsIsRefused() throws Exception {
    refused(vector().replace("RS-2026-000007", "R".repeat(360_001)));
  }

  @Property(tries = 500)
  void arbitraryBytesAreRefusedInTheSameWay(@ForAll byte[] content) {
    refused(content);
  }
}
