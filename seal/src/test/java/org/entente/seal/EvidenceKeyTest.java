package org.entente.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceKeyTest {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Identity BAKU =
      Identity.create("az.mia", "Ministry", InstantSource.system(), YEAR);
  private static final Identity BELGRADE =
      Identity.create("rs.mup", "Ministarstvo", InstantSource.system(), YEAR);
  private static final byte[] TEXT = "what is proven".getBytes(UTF_8);

  @Test
  void theKeyAndItsCertificateAreTheSameAfterTheIdentityWasSavedAndLoaded(@TempDir Path folder)
      throws Exception {
    char[] passphrase = "a long passphrase".toCharArray();
    BAKU.save(folder.resolve("identity.p12"), passphrase);

    Identity loaded = Identity.load(folder.resolve("identity.p12"), passphrase);

    assertThat(loaded.evidenceCertificate().getEncoded())
        .isEqualTo(BAKU.evidenceCertificate().getEncoded());
    assertThat(loaded.signEvidence(TEXT)).isEqualTo(BAKU.signEvidence(TEXT));
  }

  @Test
  void anyLibraryChecksTheSignatureWithTheCertificate() throws Exception {
    Signature check = Signature.getInstance("SHA256withECDSA", "SunEC");
    check.initVerify(
        KeyFactory.getInstance("EC", "SunEC")
            .generatePublic(
                new X509EncodedKeySpec(BAKU.evidenceCertificate().getPublicKey().getEncoded())));
    check.update(TEXT);

    assertThat(check.verify(BAKU.signEvidence(TEXT))).isTrue();
    BAKU.evidenceCertificate().verify(BAKU.evidenceCertificate().getPublicKey());
  }

  @Test
  void twoAuthoritiesHaveTwoKeysAndNeitherIsTheKeyOfTheLine() {
    assertThat(BAKU.evidenceCertificate().getPublicKey())
        .isNotEqualTo(BELGRADE.evidenceCertificate().getPublicKey())
        .isNotEqualTo(BAKU.card().transportCertificate().getPublicKey());
  }

  @Test
  void whatTheSenderKeptIsWhatTheRecipientFindsInside() throws Exception {
    Seal.Kept kept = kept();

    Opening opened =
        new Seal(InstantSource.system())
            .open(
                kept.sealed(),
                BELGRADE,
                CardDirectory.of(BAKU.card()),
                ReplayGuard.decidedByCaller());

    assertThat(opened)
        .isInstanceOfSatisfying(
            Opening.Opened.class,
            o -> {
              assertThat(o.signed().open(new OpeningGrant("a test") {})).isEqualTo(kept.signed());
              assertThat(o.signedDigest()).isEqualTo(SignedMessage.digest(kept.signed()));
            });
  }

  @Test
  void aSignedMessageIsCheckedWithBothCardsAndWithNoOthers() throws Exception {
    byte[] signed = kept().signed();

    assertThat(SignedMessage.verify(signed, BAKU.card(), BELGRADE.card()))
        .isInstanceOfSatisfying(
            SignedMessage.Verification.Verified.class, v -> assertThat(v.body()).isEqualTo(TEXT));
    assertThat(SignedMessage.verify(signed, BELGRADE.card(), BAKU.card()))
        .isEqualTo(new SignedMessage.Verification.Refused(SealRefusal.UNKNOWN_SIGNER));
    assertThat(SignedMessage.verify(signed, BAKU.card(), BAKU.card()))
        .isEqualTo(new SignedMessage.Verification.Refused(SealRefusal.WRONG_RECIPIENT));
    for (int i = 0; i < signed.length; i += 97) {
      byte[] changed = signed.clone();
      changed[i] ^= 1;
      assertThat(SignedMessage.verify(changed, BAKU.card(), BELGRADE.card()))
          .isInstanceOf(SignedMessage.Verification.Refused.class);
    }
  }

  private static Seal.Kept kept() throws SealException {
    return new Seal(InstantSource.system())
        .sealAndKeep(
            new SealHeader(UUID.randomUUID(), Instant.now(), TEXT), TEXT, BAKU, BELGRADE.card());
  }
}
