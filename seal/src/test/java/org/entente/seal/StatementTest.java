package org.entente.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.seal.Parties.NOW;
import static org.entente.seal.Parties.RECIPIENT;
import static org.entente.seal.Parties.SENDER;
import static org.entente.seal.Parties.THIRD;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.entente.seal.Statement.Verification;
import org.junit.jupiter.api.Test;

class StatementTest {
  private static final byte[] TEXT = "held since 10:15".getBytes(UTF_8);
  private static final byte[] SIGNED = Statement.sign(TEXT, "receipt", SENDER, NOW);

  private static SealRefusal refusal(byte[] signed, IdentityCard expected, String purpose) {
    return switch (Statement.verify(signed, expected, purpose)) {
      case Verification.Refused(var reason) -> reason;
      case Verification.Verified _ -> throw new AssertionError("was verified");
    };
  }

  @Test
  void aStatementIsVerifiedWithTheSignersCard() {
    assertThat(Statement.verify(SIGNED, SENDER.card(), "receipt"))
        .isInstanceOfSatisfying(
            Verification.Verified.class,
            verified -> {
              assertThat(verified.statement()).isEqualTo(TEXT);
              assertThat(verified.signedAt()).isEqualTo(NOW);
              assertThat(verified.toString()).doesNotContain("held");
            });
  }

  @Test
  void aStatementOfAnotherAuthorityIsRefused() {
    assertThat(refusal(SIGNED, RECIPIENT.card(), "receipt")).isEqualTo(SealRefusal.UNKNOWN_SIGNER);
  }

  @Test
  void aStatementForAnotherPurposeIsRefused() {
    assertThat(refusal(SIGNED, SENDER.card(), "ratification")).isEqualTo(SealRefusal.WRONG_PURPOSE);
  }

  @Test
  void everyChangedByteOfAStatementIsRefused() {
    for (int i = 0; i < SIGNED.length; i++) {
      for (int bit : new int[] {1, 0x20, 0x80}) {
        var changed = SIGNED.clone();
        changed[i] ^= (byte) bit;
        assertThat(Statement.verify(changed, SENDER.card(), "receipt"))
            .isInstanceOf(Verification.Refused.class);
      }
    }
  }

  @Test
  void aStatementCutOffIsRefused() {
    for (int length = 0; length < SIGNED.length; length += 61) {
      assertThat(refusal(Arrays.copyOf(SIGNED, length), SENDER.card(), "receipt"))
          .isEqualTo(SealRefusal.MALFORMED);
    }
  }

  @Test
  void aStatementStaysValidAfterTheCertificateExpiredButNoneIsMadeThen() {
    var later = NOW.plus(Duration.ofDays(400));

    assertThatThrownBy(() -> Statement.sign(TEXT, "receipt", SENDER, later))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Statement.verify(SIGNED, SENDER.card(), "receipt"))
        .isInstanceOf(Verification.Verified.class);
  }

  @Test
  void aStatementDatedOutsideTheCertificatesValidityIsRefused() {
    var card = SENDER.card();
    var binding =
        new Binding(
            "receipt",
            card.authority(),
            card.signerFingerprint(),
            card.fingerprint(),
            new UUID(0, 0));
    var dated =
        SignedObject.sign(
            Algorithms.Own.STATEMENT,
            TEXT,
            binding,
            NOW.minus(Identity.BEGINS_BEFORE).minus(Duration.ofDays(1)),
            SENDER);

    assertThat(refusal(dated, card, "receipt")).isEqualTo(SealRefusal.EXPIRED_CERTIFICATE);
  }

  @Test
  void aStatementAboveTheLimitIsRefused() {
    assertThat(refusal(new byte[100_000], SENDER.card(), "receipt"))
        .isEqualTo(SealRefusal.TOO_LARGE);
    assertThatThrownBy(
            () -> Statement.sign(new byte[Statement.MAX_BYTES + 1], "receipt", SENDER, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noStatementCanBeMadeThatReadsAsAMessage() {
    assertThatThrownBy(() -> Statement.sign(TEXT, "message", SENDER, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 300)
  void noiseIsRefusedAndNeverThrows(@ForAll @Size(max = 400) byte[] noise) {
    assertThat(refusal(noise, THIRD.card(), "receipt")).isEqualTo(SealRefusal.MALFORMED);
  }
}
