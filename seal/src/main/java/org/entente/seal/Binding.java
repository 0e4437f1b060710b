package org.entente.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;

/**
 * The signed attribute that says who signs what for whom. Without it a recipient could encrypt a
 * signed message again and forward it as if it had been meant for a third party.
 *
 * @param recipient fingerprint of the recipient's card; for a statement, which is for anybody, of
 *     the signer's own
 */
record Binding(
    String purpose, String sender, Fingerprint signer, Fingerprint recipient, UUID messageId) {
  static final int VERSION = 1;
  private static final int ELEMENTS = 6;
  private static final int UUID_BYTES = 16;

  ASN1Sequence toAsn1() {
    return new DERSequence(
        new ASN1Encodable[] {
          new ASN1Integer(VERSION),
          new DERUTF8String(purpose),
          new DERUTF8String(sender),
          new DEROctetString(signer.bytes()),
          new DEROctetString(recipient.bytes()),
          new DEROctetString(bytes(messageId))
        });
  }

  /**
   * @throws Unacceptable if a newer version wrote it
   * @throws IOException if it is not a binding
   */
  static Binding read(ASN1Encodable value) throws IOException, Unacceptable {
    if (!(value instanceof ASN1Sequence sequence)
        || sequence.size() == 0
        || !(sequence.getObjectAt(0) instanceof ASN1Integer version)) {
      throw new IOException("not a binding");
    }
    if (!version.hasValue(VERSION)) {
      throw new Unacceptable(SealRefusal.UNKNOWN_VERSION);
    }
    if (sequence.size() == ELEMENTS
        && sequence.getObjectAt(1) instanceof ASN1UTF8String purpose
        && sequence.getObjectAt(2) instanceof ASN1UTF8String sender
        && sequence.getObjectAt(3) instanceof ASN1OctetString signer
        && sequence.getObjectAt(4) instanceof ASN1OctetString recipient
        && sequence.getObjectAt(5) instanceof ASN1OctetString id) {
      return new Binding(
          purpose.getString(),
          sender.getString(),
          fingerprint(signer.getOctets()),
          fingerprint(recipient.getOctets()),
          uuid(id.getOctets()));
    }
    throw new IOException("not a binding");
  }

  private static Fingerprint fingerprint(byte[] bytes) throws IOException {
    if (bytes.length != Fingerprint.BYTES) {
      throw new IOException("not a fingerprint");
    }
    return Fingerprint.ofDigest(bytes);
  }

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(UUID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  static UUID uuid(byte[] bytes) throws IOException {
    if (bytes.length != UUID_BYTES) {
      throw new IOException("not a UUID");
    }
    var buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
