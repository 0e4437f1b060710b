package org.entente.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.seal.Parties.CLOCK;
import static org.entente.seal.Parties.GRANT;
import static org.entente.seal.Parties.NOW;
import static org.entente.seal.Parties.PINNED;
import static org.entente.seal.Parties.RECIPIENT;
import static org.entente.seal.Parties.SENDER;
import static org.entente.seal.Parties.STRANGER;
import static org.entente.seal.Parties.THIRD;

import java.security.Security;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
  private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");
  private static final byte[] HEADER = "request".getBytes(UTF_8);
  private static final byte[] BODY = "planted-word-of-content".getBytes(UTF_8);
  private static final ReplayGuard FIRST = ReplayGuard.decidedByCaller();
  private static final Seal SEAL = new Seal(CLOCK);

  static byte[] sealed(byte[] body) throws SealException {
    return SEAL.seal(new SealHeader(ID, NOW, HEADER), body, SENDER, RECIPIENT.card());
  }

  private static SealRefusal refusal(byte[] sealed) {
    return refusal(SEAL.open(sealed, RECIPIENT, PINNED, FIRST));
  }

  static SealRefusal refusal(Opening opening) {
    return switch (opening) {
      case Opening.Refused(var reason) -> reason;
      case Opening.Opened _ -> throw new AssertionError("was opened");
    };
  }

  @Test
  void whatWasSealedOpensForTheRecipientWithSenderTimeAndHeader() throws Exception {
    var opening = SEAL.open(sealed(BODY), RECIPIENT, PINNED, FIRST);

    assertThat(opening)
        .isInstanceOfSatisfying(
            Opening.Opened.class,
            opened -> {
              assertThat(opened.messageId()).isEqualTo(ID);
              assertThat(opened.sender()).isEqualTo("xa.one");
              assertThat(opened.sealedAt()).isEqualTo(NOW);
              assertThat(opened.header()).isEqualTo(HEADER);
              assertThat(opened.body().open(GRANT)).isEqualTo(BODY);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 4096, 1 << 20, Seal.MAX_BODY_BYTES})
  void bodiesOfEverySizeUpToTheLimitArriveUnchanged(int size) throws Exception {
    var body = new byte[size];
    new Random(size).nextBytes(body);

    var opening = SEAL.open(sealed(body), RECIPIENT, PINNED, FIRST);

    assertThat(opening)
        .isInstanceOfSatisfying(
            Opening.Opened.class,
            opened -> assertThat(Arrays.equals(opened.body().open(GRANT), body)).isTrue());
  }

  @Property(tries = 150)
  void anyHeaderAndBodyArriveUnchanged(
      @ForAll @Size(max = 300) byte[] header, @ForAll @Size(max = 3000) byte[] body)
      throws SealException {
    var id = UUID.nameUUIDFromBytes(header);
    var sealed = SEAL.seal(new SealHeader(id, NOW, header), body, SENDER, RECIPIENT.card());

    var opening = SEAL.open(sealed, RECIPIENT, PINNED, FIRST);

    assertThat(opening)
        .isInstanceOfSatisfying(
            Opening.Opened.class,
            opened -> {
              assertThat(opened.header()).isEqualTo(header);
              assertThat(opened.body().open(GRANT)).isEqualTo(body);
            });
  }

  @Test
  void everyChangedByteIsRefused() throws Exception {
    var sealed = sealed(BODY);
    var reasons = new HashSet<SealRefusal>();

    for (int i = 0; i < sealed.length; i++) {
      var changed = sealed.clone();
      changed[i] ^= 1;
      reasons.add(refusal(changed));
    }

    assertThat(reasons)
        .contains(
            SealRefusal.CHANGED,
            SealRefusal.MALFORMED,
            SealRefusal.UNKNOWN_VERSION,
            SealRefusal.UNKNOWN_ALGORITHM,
            SealRefusal.WRONG_RECIPIENT);
  }

  @Property(tries = 200)
  void anyChangeOfAnyByteIsRefused(
      @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(min = 1, max = 255) int mask)
      throws SealException {
    var sealed = SAMPLE.clone();

    sealed[place % sealed.length] ^= (byte) mask;

    assertThat(SEAL.open(sealed, RECIPIENT, PINNED, FIRST)).isInstanceOf(Opening.Refused.class);
  }

  private static final byte[] SAMPLE = sample();

  private static byte[] sample() {
    try {
      return sealed(new byte[2000]);
    } catch (SealException e) {
      throw new AssertionError(e);
    }
  }

  @Property(tries = 100)
  void aMessageCutOffAnywhereIsRefused(@ForAll @IntRange(max = 1_000_000) int place) {
    var cut = Arrays.copyOf(SAMPLE, place % SAMPLE.length);

    assertThat(refusal(cut)).isEqualTo(SealRefusal.MALFORMED);
  }

  @Test
  void aByteAfterTheMessageIsRefused() {
    assertThat(refusal(Arrays.copyOf(SAMPLE, SAMPLE.length + 1))).isEqualTo(SealRefusal.MALFORMED);
  }

  @Property(tries = 500)
  void noiseIsRefusedAndNeverThrows(@ForAll @Size(max = 600) byte[] noise) {
    assertThat(refusal(noise)).isEqualTo(SealRefusal.MALFORMED);
  }

  @Test
  void aMessageForAnotherAuthorityIsRefused() {
    assertThat(refusal(SEAL.open(SAMPLE, THIRD, PINNED, FIRST)))
        .isEqualTo(SealRefusal.WRONG_RECIPIENT);
  }

  @Test
  void aMessageOfAnAuthorityThatIsNotPinnedIsRefused() throws Exception {
    var header = new SealHeader(ID, NOW, HEADER);

    var sealed = SEAL.seal(header, BODY, STRANGER, RECIPIENT.card());

    assertThat(refusal(sealed)).isEqualTo(SealRefusal.UNKNOWN_SIGNER);
  }

  @Test
  void aMessageAcceptedBeforeIsRefused() throws Exception {
    var accepted = new HashSet<String>();
    ReplayGuard memory = (sender, id) -> !accepted.add(sender + id);
    var sealed = sealed(BODY);

    assertThat(SEAL.open(sealed, RECIPIENT, PINNED, memory)).isInstanceOf(Opening.Opened.class);
    assertThat(refusal(SEAL.open(sealed, RECIPIENT, PINNED, memory)))
        .isEqualTo(SealRefusal.REPLAYED);
  }

  @Test
  void aRefusedMessageDoesNotCountAsAccepted() {
    ReplayGuard never =
        (_, _) -> {
          throw new AssertionError("asked before the signature was verified");
        };
    var changed = SAMPLE.clone();
    changed[changed.length - 1] ^= 1;

    assertThat(refusal(SEAL.open(changed, RECIPIENT, PINNED, never)))
        .isEqualTo(SealRefusal.CHANGED);
  }

  @Test
  void aMessageThatArrivesAfterTheSignersCertificateExpiredIsRefused() {
    var later = new Seal(InstantSource.fixed(NOW.plus(Duration.ofDays(366))));

    assertThat(refusal(later.open(SAMPLE, RECIPIENT, PINNED, FIRST)))
        .isEqualTo(SealRefusal.EXPIRED_CERTIFICATE);
  }

  @Test
  void aMessageLargerThanAllowedIsRefusedBeforeItIsRead() {
    assertThat(refusal(new byte[Seal.MAX_SEALED_BYTES + 1])).isEqualTo(SealRefusal.TOO_LARGE);
  }

  @Test
  void aBodyAboveTheLimitIsNotSealed() {
    assertThatThrownBy(() -> sealed(new byte[Seal.MAX_BODY_BYTES + 1]))
        .isInstanceOfSatisfying(
            SealException.class, e -> assertThat(e.code()).isEqualTo(SealException.Code.TOO_LARGE));
  }

  @Test
  void nothingIsSealedForAnExpiredCard() {
    var later = new Seal(InstantSource.fixed(NOW.plus(Duration.ofDays(366))));

    assertThatThrownBy(
            () -> later.seal(new SealHeader(ID, NOW, HEADER), BODY, SENDER, RECIPIENT.card()))
        .isInstanceOfSatisfying(
            SealException.class,
            e -> assertThat(e.code()).isEqualTo(SealException.Code.EXPIRED_CERTIFICATE));
  }

  @Test
  void aClockAQuarterOfAnHourBehindTheOneThatFoundedTheIdentitySealsAndOpens() throws Exception {
    var behind = NOW.minus(Duration.ofMinutes(15));
    var seal = new Seal(InstantSource.fixed(behind));

    var sealed = seal.seal(new SealHeader(ID, behind, HEADER), BODY, SENDER, RECIPIENT.card());

    assertThat(seal.open(sealed, RECIPIENT, PINNED, FIRST)).isInstanceOf(Opening.Opened.class);
  }

  @Test
  void aCertificateThatIsNotValidYetIsSaidToBeThat() {
    var before = NOW.minus(Identity.BEGINS_BEFORE).minus(Duration.ofHours(1));
    var seal = new Seal(InstantSource.fixed(before));

    assertThatThrownBy(
            () -> seal.seal(new SealHeader(ID, before, HEADER), BODY, SENDER, RECIPIENT.card()))
        .isInstanceOfSatisfying(
            SealException.class,
            e -> assertThat(e.code()).isEqualTo(SealException.Code.NOT_YET_VALID));
  }

  @Test
  void contentHeaderAndSenderAreNotVisibleInTheSealedMessage() throws Exception {
    var seen = new String(sealed(BODY), UTF_8);

    assertThat(seen).doesNotContain("planted-word", "request", "xa.one", "xb.two");
  }

  @Test
  void anOpenedMessagePrintsNoContent() throws Exception {
    var opening = SEAL.open(sealed(BODY), RECIPIENT, PINNED, FIRST);

    assertThat(opening.toString()).doesNotContain("planted", "request").contains("xa.one");
  }

  @Test
  void noProviderIsRegisteredForTheWholeProcess() {
    assertThat(Security.getProvider("BC")).isNull();
    assertThat(Security.getProvider("BCJSSE")).isNull();
  }
}
