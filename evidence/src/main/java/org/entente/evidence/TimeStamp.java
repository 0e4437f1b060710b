package org.entente.evidence;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * A service's statement that a signature existed (RFC 3161).
 *
 * @param at by the service's clock
 * @param service the subject of its certificate
 * @param fingerprint SHA-256 of its certificate, hexadecimal
 * @param trusted whether that certificate is, or was issued by, one that came over a trusted way
 */
public record TimeStamp(Instant at, String service, String fingerprint, boolean trusted) {
  private static final int MAX_CERTIFICATES = 8;

  /**
   * Checks a token: imprint, signature, and that its certificate is for time stamping alone and was
   * valid then.
   */
  static TimeStamp check(byte[] encoded, byte[] stamped, TrustedServices services) throws Refused {
    try {
      TimeStampToken token = new TimeStampToken(new CMSSignedData(encoded));
      Refused.unless(
          token.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
              && MessageDigest.isEqual(
                  token.getTimeStampInfo().getMessageImprintDigest(),
                  Digests.sha256().digest(stamped)),
          "time-stamp-of-another",
          "The time stamp is over another signature.");
      List<X509CertificateHolder> all = new ArrayList<>(token.getCertificates().getMatches(null));
      List<X509CertificateHolder> own =
          all.stream().filter(holder -> token.getSID().match(holder)).toList();
      Refused.unless(
          own.size() == 1
              && all.size() <= MAX_CERTIFICATES
              && token.toCMSSignedData().getSignerInfos().size() == 1,
          "time-stamp-malformed",
          "The time stamp does not say who made it.");
      X509CertificateHolder holder = own.getFirst();
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(holder));
      Instant at = token.getTimeStampInfo().getGenTime().toInstant();
      X509Certificate certificate = TrustedServices.certificate(holder.getEncoded());
      return new TimeStamp(
          at,
          certificate.getSubjectX500Principal().getName(),
          Digests.hex(certificate.getEncoded()),
          services.trusts(certificate, all, at));
    } catch (TSPException
        | CMSException
        | OperatorCreationException
        | GeneralSecurityException
        | IOException
        | RuntimeException broken) {
      throw new Refused("time-stamp-broken", "The time stamp is broken.");
    }
  }
}
