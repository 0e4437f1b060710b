package org.entente.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.seal.Parties.CLOCK;
import static org.entente.seal.Parties.GRANT;
import static org.entente.seal.Parties.NOW;
import static org.entente.seal.Parties.PINNED;
import static org.entente.seal.Parties.RECIPIENT;
import static org.entente.seal.Parties.SENDER;
import static org.entente.seal.Parties.STRANGER;
import static org.entente.seal.Parties.THIRD;

import java.util.UUID;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKEMEnvelopedRecipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages no honest node makes. */
class CraftedSealTest {
  private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000002");
  private static final byte[] BODY = "body".getBytes(UTF_8);
  private static final Seal SEAL = new Seal(CLOCK);

  private static Binding binding(Identity sender, IdentityCard recipient) {
    return new Binding(
        Seal.PURPOSE,
        sender.card().authority(),
        sender.card().signerFingerprint(),
        recipient.fingerprint(),
        ID);
  }

  private static byte[] content(int version, UUID id) throws Exception {
    return new DERSequence(
            new ASN1Encodable[] {
              new ASN1Integer(version),
              new DEROctetString(Binding.bytes(id)),
              new DEROctetString(new byte[0]),
              new DEROctetString(BODY)
            })
        .getEncoded("DER");
  }

  private static byte[] signed(ASN1ObjectIdentifier type, byte[] content, Binding binding) {
    return SignedObject.sign(type, content, binding, NOW, SENDER);
  }

  private static byte[] honest() throws Exception {
    return signed(Algorithms.Own.MESSAGE, content(1, ID), binding(SENDER, RECIPIENT.card()));
  }

  private static Opening open(byte[] sealed, Identity recipient) {
    return SEAL.open(sealed, recipient, PINNED, ReplayGuard.decidedByCaller());
  }

  private static SealRefusal refusal(byte[] sealed) {
    return SealTest.refusal(open(sealed, RECIPIENT));
  }

  @Test
  void anEnvelopeMadeByHandAfterTheDocumentOpens() throws Exception {
    var sealed = HandMade.PROFILE.seal(honest(), RECIPIENT.card());

    assertThat(open(sealed, RECIPIENT))
        .isInstanceOfSatisfying(
            Opening.Opened.class, opened -> assertThat(opened.body().open(GRANT)).isEqualTo(BODY));
  }

  @Test
  void anIndependentCmsReaderOpensAndVerifiesWhatIsSealedHere() throws Exception {
    var sealed = SealTest.sealed(BODY);
    var opener = new JceKEMEnvelopedRecipient(RECIPIENT.keys().recipient());
    opener.setProvider(Cryptography.BOUNCY_CASTLE);

    var recipients = new CMSAuthEnvelopedData(sealed).getRecipientInfos().getRecipients();
    var signed = new CMSSignedData(recipients.iterator().next().getContent(opener));
    var signer = signed.getSignerInfos().getSigners().iterator().next();
    var verifier =
        new JcaSimpleSignerInfoVerifierBuilder()
            .setProvider(Cryptography.BOUNCY_CASTLE)
            .build(SENDER.card().signingCertificate());

    assertThat(signer.verify(verifier)).isTrue();
  }

  @Test
  void aMessageForwardedToAThirdPartyIsRefusedThere() throws Exception {
    var inside = Envelope.decrypt(SealTest.sealed(BODY), RECIPIENT);

    var forwarded = HandMade.PROFILE.seal(inside, THIRD.card());

    assertThat(SealTest.refusal(open(forwarded, THIRD))).isEqualTo(SealRefusal.WRONG_RECIPIENT);
  }

  @Test
  void aMessageForAnEarlierIdentityOfTheSameAuthorityIsRefused() throws Exception {
    var renewed = Parties.identity("xb.two");
    var inside = Envelope.decrypt(SealTest.sealed(BODY), RECIPIENT);

    var sealed = HandMade.PROFILE.seal(inside, renewed.card());

    assertThat(SealTest.refusal(open(sealed, renewed))).isEqualTo(SealRefusal.WRONG_RECIPIENT);
  }

  @Test
  void aStrangerWhoNamesAPartnerAsSignerIsRefused() throws Exception {
    var forged =
        SignedObject.sign(
            Algorithms.Own.MESSAGE,
            content(1, ID),
            binding(SENDER, RECIPIENT.card()),
            NOW,
            STRANGER);

    assertThat(refusal(HandMade.PROFILE.seal(forged, RECIPIENT.card())))
        .isEqualTo(SealRefusal.UNKNOWN_SIGNER);
  }

  @Test
  void aPartnerWhoNamesAnotherPartnerAsSenderIsRefused() throws Exception {
    var own = binding(SENDER, RECIPIENT.card());
    var claimed =
        new Binding(own.purpose(), "xc.three", own.signer(), own.recipient(), own.messageId());

    var sealed =
        HandMade.PROFILE.seal(
            signed(Algorithms.Own.MESSAGE, content(1, ID), claimed), RECIPIENT.card());

    assertThat(refusal(sealed)).isEqualTo(SealRefusal.UNKNOWN_SIGNER);
  }

  @Test
  void aChangedSignatureInsideAnIntactEnvelopeIsRefused() throws Exception {
    var inside = honest();
    inside[inside.length - 1] ^= 1;

    assertThat(refusal(HandMade.PROFILE.seal(inside, RECIPIENT.card())))
        .isEqualTo(SealRefusal.CHANGED);
  }

  @Test
  void noChangedByteOfTheSignedObjectPassesInAnIntactEnvelope() throws Exception {
    var inside = honest();

    for (int i = 0; i < inside.length; i += i < 700 ? 1 : 37) {
      var changed = inside.clone();
      changed[i] ^= 0x10;
      assertThat(open(HandMade.PROFILE.seal(changed, RECIPIENT.card()), RECIPIENT))
          .isInstanceOf(Opening.Refused.class);
    }
  }

  @Test
  void anUnsignedContentIsRefused() throws Exception {
    assertThat(refusal(HandMade.PROFILE.seal(content(1, ID), RECIPIENT.card())))
        .isEqualTo(SealRefusal.MALFORMED);
  }

  @Test
  void aKeyOf128BitsIsRefused() throws Exception {
    assertThat(refusal(HandMade.PROFILE.withAes128().seal(honest(), RECIPIENT.card())))
        .isEqualTo(SealRefusal.UNKNOWN_ALGORITHM);
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 13, 14, 15})
  void aShortenedTagIsRefused(int bytes) throws Exception {
    assertThat(refusal(HandMade.PROFILE.withTag(bytes).seal(honest(), RECIPIENT.card())))
        .isEqualTo(SealRefusal.UNKNOWN_ALGORITHM);
  }

  @Test
  void aNonceOfAnotherLengthIsRefused() throws Exception {
    assertThat(refusal(HandMade.PROFILE.withNonce(16).seal(honest(), RECIPIENT.card())))
        .isEqualTo(SealRefusal.UNKNOWN_ALGORITHM);
  }

  @Test
  void anotherKeyDerivationIsRefused() throws Exception {
    var other = HandMade.PROFILE.withKdf(PKCSObjectIdentifiers.id_alg_hkdf_with_sha384);

    assertThat(refusal(other.seal(honest(), RECIPIENT.card())))
        .isEqualTo(SealRefusal.UNKNOWN_ALGORITHM);
  }

  @Test
  void aSecondHiddenRecipientIsRefused() throws Exception {
    assertThat(refusal(HandMade.PROFILE.withRecipients(2).seal(honest(), RECIPIENT.card())))
        .isEqualTo(SealRefusal.MALFORMED);
  }

  @Test
  void aNewerContentVersionIsRefusedAsSuch() throws Exception {
    var newer = signed(Algorithms.Own.MESSAGE, content(2, ID), binding(SENDER, RECIPIENT.card()));

    assertThat(refusal(HandMade.PROFILE.seal(newer, RECIPIENT.card())))
        .isEqualTo(SealRefusal.UNKNOWN_VERSION);
  }

  @Test
  void aMessageIdOtherThanTheSignedOneIsRefused() throws Exception {
    var other =
        signed(
            Algorithms.Own.MESSAGE,
            content(1, UUID.fromString("01890000-0000-7000-8000-0000000000ff")),
            binding(SENDER, RECIPIENT.card()));

    assertThat(refusal(HandMade.PROFILE.seal(other, RECIPIENT.card())))
        .isEqualTo(SealRefusal.MALFORMED);
  }

  @Test
  void aStatementInAnEnvelopeIsNoMessage() throws Exception {
    var statement = Statement.sign(content(1, ID), "receipt", SENDER, NOW);

    assertThat(refusal(HandMade.PROFILE.seal(statement, RECIPIENT.card())))
        .isEqualTo(SealRefusal.WRONG_PURPOSE);
  }

  @Test
  void aMessageSignedForAnotherPurposeIsRefused() throws Exception {
    var own = binding(SENDER, RECIPIENT.card());
    var other = new Binding("receipt", own.sender(), own.signer(), own.recipient(), ID);

    var sealed =
        HandMade.PROFILE.seal(
            signed(Algorithms.Own.MESSAGE, content(1, ID), other), RECIPIENT.card());

    assertThat(refusal(sealed)).isEqualTo(SealRefusal.WRONG_PURPOSE);
  }
}
