package org.entente.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.seal.Parties.RECIPIENT;
import static org.entente.seal.Parties.SENDER;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.entente.seal.IdentityCard.Reading;
import org.entente.seal.IdentityCard.Reason;
import org.junit.jupiter.api.Test;

class IdentityCardTest {
  private static final IdentityCard CARD = SENDER.card();

  private static Reason reason(byte[] bytes) {
    return switch (IdentityCard.read(bytes)) {
      case Reading.Refused(var reason) -> reason;
      case Reading.Read _ -> throw new AssertionError("was read");
    };
  }

  private static byte[] with(int element, ASN1Encodable value) throws Exception {
    var vector = new ASN1EncodableVector();
    var card = ASN1Sequence.getInstance(CARD.encoded());
    for (int i = 0; i < card.size(); i++) {
      vector.add(i == element ? value : card.getObjectAt(i));
    }
    return new DERSequence(vector).getEncoded("DER");
  }

  @Test
  void aCardReadBackIsTheSameCardInBothForms() {
    assertThat(IdentityCard.read(CARD.encoded())).isEqualTo(new Reading.Read(CARD));
    assertThat(IdentityCard.read(CARD.text().getBytes(US_ASCII)))
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read -> {
              assertThat(read.card().encoded()).isEqualTo(CARD.encoded());
              assertThat(read.card().authority()).isEqualTo("xa.one");
              assertThat(read.card().displayName()).isEqualTo("Exempelamt xa.one");
              assertThat(read.card().checkpointPublicKey()).hasSize(32);
              assertThat(read.card().fingerprint()).isEqualTo(Fingerprint.of(CARD.encoded()));
            });
  }

  @Test
  void aCardSurvivesAMailProgramThatChangesLineEnds() {
    var mailed = CARD.text().replace("\n", " \r\n") + "\r\n\r\n";

    assertThat(IdentityCard.read(mailed.getBytes(US_ASCII))).isEqualTo(new Reading.Read(CARD));
  }

  @Test
  void namesInOtherScriptsArriveInTheCard() {
    var identity = Identity.create("xe.five", "Пример Örnək 例 Ђ", Parties.CLOCK, Parties.YEAR);

    assertThat(IdentityCard.read(identity.card().encoded()))
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read -> assertThat(read.card().displayName()).isEqualTo("Пример Örnək 例 Ђ"));
  }

  @Property(tries = 400)
  void noChangedByteGivesACardWithTheSameFingerprintOrOtherKeys(
      @ForAll @IntRange(max = 1_000_000) int place,
      @ForAll @IntRange(min = 1, max = 255) int mask) {
    var changed = CARD.encoded();
    changed[place % changed.length] ^= (byte) mask;

    // The checkpoint key is bare: only the fingerprint protects it, so it must differ.
    if (IdentityCard.read(changed) instanceof Reading.Read(var card)) {
      assertThat(card.fingerprint()).isNotEqualTo(CARD.fingerprint());
      assertThat(card.signingCertificate()).isEqualTo(CARD.signingCertificate());
      assertThat(card.recipientCertificate()).isEqualTo(CARD.recipientCertificate());
      assertThat(card.transportCertificate()).isEqualTo(CARD.transportCertificate());
    }
  }

  @Property(tries = 1000)
  void noiseIsRefusedAndNeverThrows(@ForAll @Size(max = 300) byte[] noise) {
    assertThat(reason(noise)).isEqualTo(Reason.MALFORMED);
  }

  @Property(tries = 300)
  void noiseInsideTheMarkersIsRefusedAndNeverThrows(@ForAll String noise) {
    var text = "-----BEGIN ENTENTE CARD-----\n" + noise + "\n-----END ENTENTE CARD-----\n";

    assertThat(reason(text.getBytes(US_ASCII))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void aCardCutOffIsRefused() {
    for (int length = 0; length < CARD.encoded().length; length += 97) {
      assertThat(reason(Arrays.copyOf(CARD.encoded(), length))).isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void aFileLargerThanACardIsRefused() {
    assertThat(reason(new byte[IdentityCard.MAX_ENCODED_BYTES + 1])).isEqualTo(Reason.TOO_LARGE);
    assertThat(reason(new byte[10_000_000])).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void aNewerCardIsRefusedAsSuch() throws Exception {
    assertThat(reason(with(0, new ASN1Integer(2)))).isEqualTo(Reason.UNKNOWN_VERSION);
    assertThat(reason(with(1, new DERUTF8String("entente-2")))).isEqualTo(Reason.UNKNOWN_VERSION);
  }

  @Test
  void aCardWithAKeyOfAnotherAuthorityIsRefused() throws Exception {
    var other = ASN1Sequence.getInstance(RECIPIENT.card().encoded());

    for (int certificate = 2; certificate <= 4; certificate++) {
      assertThat(reason(with(certificate, other.getObjectAt(certificate))))
          .isEqualTo(Reason.INCONSISTENT);
    }
  }

  @Test
  void aCardWithItsCertificatesExchangedIsRefused() throws Exception {
    var own = ASN1Sequence.getInstance(CARD.encoded());

    assertThat(reason(with(2, own.getObjectAt(3)))).isEqualTo(Reason.INCONSISTENT);
    assertThat(reason(with(3, own.getObjectAt(2)))).isEqualTo(Reason.INCONSISTENT);
    assertThat(reason(with(4, own.getObjectAt(2)))).isEqualTo(Reason.INCONSISTENT);
  }

  @Test
  void namesThatCouldDeceiveAreNotAccepted() {
    for (var name : new String[] {"", " ", "a\u202Eb", "a\nb", "x".repeat(121)}) {
      assertThatThrownBy(() -> Identity.create("xa.one", name, Parties.CLOCK, Parties.YEAR))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (var authority : new String[] {"", "A.B", "a b", "-ab", "x".repeat(65), "rs/mup"}) {
      assertThatThrownBy(() -> Identity.create(authority, "Amt", Parties.CLOCK, Parties.YEAR))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aDirectoryFindsByAuthorityTheLaterCardAndBySignerBoth() {
    var renewed = Parties.identity("xa.one").card();
    var directory = CardDirectory.of(CARD, renewed);

    assertThat(directory.byAuthority("xa.one")).contains(renewed);
    assertThat(directory.bySigner(CARD.signerFingerprint())).contains(CARD);
    assertThat(directory.bySigner(renewed.signerFingerprint())).contains(renewed);
    assertThat(directory.byAuthority("xz.none")).isEmpty();
  }
}
