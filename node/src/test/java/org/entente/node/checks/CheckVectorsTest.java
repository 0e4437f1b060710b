package org.entente.node.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.check.question.Elements;
import org.entente.node.delivery.WireJson;
import org.junit.jupiter.api.Test;

/** The published bytes of checks are read and written as they stand. */
class CheckVectorsTest {
  private static final UUID CHECK = UUID.fromString("019ab1f0-7c00-7000-8000-000000000001");
  private static final UUID EPOCH = UUID.fromString("019ab1f0-7c00-7000-8000-000000000002");
  private static final int ELEMENT_BYTES = 32;
  private static final byte[] PAYLOAD = payload();
  private static final String CHECKPOINT =
      """
      rs.mup/ledger
      7
      AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=

      — rs.mup/ledger AAECAwQFBgcICQ==
      """;

  /** 48 elements' bytes: 0, 1, 2, … 255, 0, 1, … */
  private static byte[] payload() {
    byte[] bytes = new byte[48 * ELEMENT_BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  static Asked asked(boolean list) {
    return new Asked(
        1,
        CHECK,
        "az.mia",
        "rs.mup",
        EPOCH,
        "0123456789abcdef".repeat(4),
        "drug-trafficking",
        "suspect-or-convicted",
        List.of("identification-numbers", "personal-details"),
        list ? 120 : null,
        3,
        "00112233445566778899aabbccddeeff",
        "fedcba9876543210".repeat(4),
        list,
        2,
        Instant.parse("2026-11-24T08:00:00.000001Z"),
        Parcel.digest(PAYLOAD));
  }

  static Manifest manifest() {
    return new Manifest(
        1,
        "ristretto255-SHA512",
        1,
        24,
        "e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76",
        Instant.parse("2026-11-01T00:00:00Z"),
        Instant.parse("2027-01-30T00:00:00Z"),
        "c2sp.org/tlog-proof@v1\n",
        List.of(
            new Manifest.Part("aa".repeat(32), 11_296, 2_000),
            new Manifest.Part("bb".repeat(32), 32, 0)),
        List.of(
            new Manifest.Part("cc".repeat(32), 56, 3), new Manifest.Part("dd".repeat(32), 224, 24)),
        List.of(false, true));
  }

  private static Answered answered(boolean refused) throws IOException {
    return new Answered(
        1,
        CHECK,
        "rs.mup",
        "az.mia",
        Parcel.digest(CheckVector.ofHex("check-parcel-v1.hex")),
        EPOCH,
        refused ? "quota-exhausted" : null,
        refused ? 0 : 12,
        refused ? null : "01".repeat(32),
        refused ? null : "02".repeat(32),
        Instant.parse("2026-11-24T08:00:01Z"),
        6,
        CHECKPOINT,
        Parcel.digest(refused ? new byte[0] : PAYLOAD));
  }

  private static void pinned(String name, Record expected) throws IOException {
    byte[] vector = CheckVector.bytes(name);
    assertThat(WireJson.read(vector, expected.getClass())).isEqualTo(expected);
    assertThat(WireJson.write(expected)).isEqualTo(CheckVector.text(name));
  }

  @Test
  void theQuestionOfAListWithItsHighestPenalty() throws IOException {
    pinned("check-asked-v1.json", asked(true));
    assertThat(asked(true).act()).isPresent();
  }

  @Test
  void theQuestionOfWhomNoPenaltyIsStated() throws IOException {
    pinned("check-asked-no-penalty-v1.json", asked(false));
    assertThat(asked(false).act()).isPresent();
  }

  @Test
  void theAnswerWithItsProof() throws IOException {
    pinned("check-answered-v1.json", answered(false));
  }

  @Test
  void theAnswerThatRefuses() throws IOException {
    pinned("check-refused-v1.json", answered(true));
  }

  @Test
  void theManifestOfTwoShardsAndTwoChangesAndWhatIsSignedOfIt() throws IOException {
    pinned("check-manifest-v1.json", manifest());
    assertThat(manifest().sound()).isTrue();
    assertThat(manifest().sizeBytes()).isEqualTo(11_296 + 32 + 56 + 224);
    pinned(
        "check-offered-v1.json",
        new Manifest.Offered(
            1,
            "rs.mup",
            "az.mia",
            EPOCH,
            12,
            Instant.parse("2026-11-24T08:00:00Z"),
            Parcel.digest(CheckVector.bytes("check-manifest-v1.json"))));
  }

  @Test
  void aParcelIsALengthAStatementAndAPayload() throws IOException {
    byte[] vector = CheckVector.ofHex("check-parcel-v1.hex");
    byte[] statement = CheckVector.bytes("check-asked-v1.json");
    Parcel read = Parcel.read(vector).orElseThrow();

    assertThat(read.statement())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(new String(statement, StandardCharsets.UTF_8));
    assertThat(read.payload()).isEqualTo(PAYLOAD);
    assertThat(Elements.read(read.payload(), ELEMENT_BYTES).orElseThrow()).hasSize(48);
    assertThat(new Parcel(statement, PAYLOAD).bytes()).isEqualTo(vector);
  }
}
