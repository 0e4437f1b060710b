package org.entente.evidence;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * The parsers of this module one by one, for whoever feeds them with hostile bytes. What they read
 * proves nothing before {@link EvidenceFile} has checked the whole.
 */
public final class Foreign {
  private static final byte[] NOTHING = new byte[0];

  private Foreign() {}

  /** An index; empty for what is none in its one spelling. */
  public static Optional<Index> index(byte[] json) {
    try {
      return Optional.of(IndexText.read(json));
    } catch (Refused refused) {
      return Optional.empty();
    }
  }

  /** The token in a service's answer, or the bytes as a token; empty for what is broken. */
  public static Optional<TimeStamp> timeStamp(byte[] bytes) {
    return token(bytes).or(() -> checked(bytes));
  }

  private static Optional<TimeStamp> token(byte[] answer) {
    try {
      TimeStampResponse response = new TimeStampResponse(answer);
      return response.getTimeStampToken() == null
          ? Optional.empty()
          : checked(response.getTimeStampToken().getEncoded("DER"));
    } catch (TSPException | IOException | RuntimeException notAnAnswer) {
      return Optional.empty();
    }
  }

  private static Optional<TimeStamp> checked(byte[] token) {
    try {
      return Optional.of(TimeStamp.check(token, NOTHING, TrustedServices.NONE));
    } catch (Refused refused) {
      return Optional.empty();
    }
  }
}
