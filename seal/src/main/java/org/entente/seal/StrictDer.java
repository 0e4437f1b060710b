package org.entente.seal;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/**
 * Reads DER and nothing but DER. One value has one encoding, so a byte changed in a place that
 * nobody signs (a length, a padding) cannot pass unnoticed.
 */
final class StrictDer {
  private StrictDer() {}

  /**
   * @throws IOException if the bytes are not exactly one value in its only DER encoding
   */
  static ASN1Primitive read(byte[] encoded) throws IOException {
    try {
      var value = ASN1Primitive.fromByteArray(encoded);
      if (value == null || !Arrays.equals(value.getEncoded(ASN1Encoding.DER), encoded)) {
        throw new IOException("not DER");
      }
      return value;
    } catch (RuntimeException malformed) {
      // The parser reports some malformed input unchecked.
      throw new IOException("not DER", malformed);
    }
  }

  static ASN1Sequence sequence(byte[] encoded, int elements) throws IOException {
    if (read(encoded) instanceof ASN1Sequence sequence && sequence.size() == elements) {
      return sequence;
    }
    throw new IOException("not the expected sequence");
  }
}
