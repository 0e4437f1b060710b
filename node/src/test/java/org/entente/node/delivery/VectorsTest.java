package org.entente.node.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Particulars;
import org.entente.agreement.PersonalData;
import org.entente.agreement.Safeguards;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;
import org.entente.node.casework.Header;
import org.entente.node.exchange.AttachmentId;
import org.junit.jupiter.api.Test;

/** The published bytes of header and receipt are read and written as they stand. */
class VectorsTest {
  private static final UUID REQUEST = UUID.fromString("019ab1f0-7c00-7000-8000-00000000000b");
  private static final String CHECKPOINT =
      """
      rs.mup/ledger
      7
      AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=

      — rs.mup/ledger AAECAwQFBgcICQ==
      """;

  private static String text(byte[] vector) {
    return new String(vector, StandardCharsets.UTF_8);
  }

  @Test
  void theHeaderOfAnUrgentRequest() throws Exception {
    byte[] vector = Vector.bytes("header-v1.json");
    Header expected =
        new Header(
            new Act(
                ActKind.REQUEST,
                new AuthorityId("az.mia"),
                new AuthorityId("rs.mup"),
                OffenceArea.DRUG_TRAFFICKING,
                Urgency.URGENT,
                Optional.of(UrgencyReason.THREAT_TO_LIFE),
                PersonalData.none()
                    .and(
                        DataSubjectCategory.SUSPECT_OR_CONVICTED,
                        Set.of(DataCategory.PERSONAL_DETAILS, DataCategory.COMMUNICATION))
                    .and(DataSubjectCategory.WITNESS, Set.of(DataCategory.PERSONAL_DETAILS)),
                new Safeguards(true, true, false),
                new Particulars(OptionalInt.of(24), 2, true, false, false)),
            "0123456789abcdef".repeat(4),
            UUID.fromString("019ab1f0-7c00-7000-8000-00000000000a"),
            "AZ-2026-000042",
            REQUEST,
            ActKind.REQUEST,
            "00112233445566778899aabbccddeeff",
            List.of(
                new SealedAttachment(
                    AttachmentId.of("019ab1f0-7c00-7000-8000-00000000000c"),
                    8_589_934_592L,
                    "fedcba9876543210".repeat(4)),
                new SealedAttachment(
                    AttachmentId.of("019ab1f0-7c00-7000-8000-00000000000d"), 1, "00".repeat(32))));

    assertThat(Header.parse(text(vector))).isEqualTo(expected);
    assertThat(expected.text()).isEqualTo(text(vector));
  }

  @Test
  void theReceiptOfAMessageThatWasTaken() throws Exception {
    byte[] vector = Vector.bytes("receipt-v1.json");
    Receipt expected =
        new Receipt(
            1,
            REQUEST,
            "az.mia",
            "rs.mup",
            "0123456789abcdef".repeat(4),
            Instant.parse("2026-11-24T08:00:00.000001Z"),
            Receipt.Verdict.ACCEPTED,
            null,
            "RS-2026-000007",
            6,
            CHECKPOINT,
            null);

    assertThat(Receipts.parse(vector)).isEqualTo(expected);
    assertThat(WireJson.bytes(expected)).asString(StandardCharsets.UTF_8).isEqualTo(text(vector));
  }

  @Test
  void theReceiptThatNamesTheSignedObject() throws Exception {
    byte[] vector = Vector.bytes("receipt-v2.json");
    Receipt expected =
        new Receipt(
            2,
            REQUEST,
            "az.mia",
            "rs.mup",
            "0123456789abcdef".repeat(4),
            Instant.parse("2026-11-24T08:00:00.000001Z"),
            Receipt.Verdict.ACCEPTED,
            null,
            "RS-2026-000007",
            6,
            CHECKPOINT,
            "fedcba9876543210".repeat(4));

    assertThat(Receipts.parse(vector)).isEqualTo(expected);
    assertThat(WireJson.bytes(expected)).asString(StandardCharsets.UTF_8).isEqualTo(text(vector));
  }

  @Test
  void theReceiptOfAMessageThatWasRefused() throws Exception {
    byte[] vector = Vector.bytes("receipt-refused-v1.json");
    Receipt expected =
        new Receipt(
            1,
            REQUEST,
            "az.mia",
            "rs.mup",
            "0123456789abcdef".repeat(4),
            Instant.parse("2026-11-24T08:00:00Z"),
            Receipt.Verdict.REFUSED,
            "agreement-differs",
            "",
            6,
            CHECKPOINT,
            null);

    assertThat(Receipts.parse(vector)).isEqualTo(expected);
    assertThat(WireJson.bytes(expected)).asString(StandardCharsets.UTF_8).isEqualTo(text(vector));
  }
}
