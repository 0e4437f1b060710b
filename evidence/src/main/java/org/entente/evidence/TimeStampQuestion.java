package org.entente.evidence;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * What a time stamping service is asked (RFC 3161): the SHA-256 of a signature, a number that its
 * answer must repeat, and its certificate. The service learns nothing of the case.
 */
public final class TimeStampQuestion {
  /** Largest answer that is looked at; with a chain of certificates it has some 6 KiB. */
  public static final int MAX_ANSWER_BYTES = 64 << 10;

  private static final int NONCE_BITS = 64;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TimeStampRequest request;
  private final byte[] stamped;

  private TimeStampQuestion(TimeStampRequest request, byte[] stamped) {
    this.request = request;
    this.stamped = stamped;
  }

  static TimeStampQuestion about(byte[] signature) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    return new TimeStampQuestion(
        generator.generate(
            NISTObjectIdentifiers.id_sha256,
            Digests.sha256().digest(signature),
            new BigInteger(NONCE_BITS, RANDOM)),
        signature);
  }

  /** What is sent, as {@code application/timestamp-query}. */
  public byte[] bytes() {
    try {
      return request.getEncoded();
    } catch (IOException e) {
      throw new AssertionError("a question can be encoded", e);
    }
  }

  /** The token in an answer to this very question by a service that is trusted. */
  Optional<byte[]> token(byte[] answer, TrustedServices services) {
    if (answer.length > MAX_ANSWER_BYTES) {
      return Optional.empty();
    }
    try {
      TimeStampResponse response = new TimeStampResponse(answer);
      response.validate(request);
      if (response.getTimeStampToken() == null) {
        return Optional.empty();
      }
      byte[] token = response.getTimeStampToken().getEncoded("DER");
      return TimeStamp.check(token, stamped, services).trusted()
          ? Optional.of(token)
          : Optional.empty();
    } catch (TSPException | IOException | Refused | RuntimeException refused) {
      return Optional.empty();
    }
  }
}
