package org.entente.seal;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/**
 * Encrypts large content as a stream of segments of 1 MiB, each checked before a byte of it is
 * handed out.
 *
 * <p><b>Guarantees.</b> Changed, exchanged, missing or additional segments, a wrong key and other
 * associated data end in an {@link IOException}; memory use does not grow with the content.
 *
 * <p><b>Does not guarantee.</b> Who made it: the message that carries the key says so. That the
 * content is complete before the stream has ended without an exception. A writer that fails half
 * way and still closes the stream leaves a shorter, well-formed attachment, so carry its {@link
 * AttachmentDigest} too.
 *
 * <p>Format: Tink's AES-GCM-HKDF streaming, see {@code docs/protocol/seal.md}.
 */
public final class AttachmentSeal {
  /** Encrypted bytes of one segment, its tag included. */
  public static final int SEGMENT_BYTES = 1 << 20;

  /** Largest associated data. */
  public static final int MAX_ASSOCIATED_DATA = 64 * 1024;

  private AttachmentSeal() {}

  /**
   * Encrypts what is written to the stream returned, which must be closed; that closes {@code out}.
   *
   * @param associatedData names the attachment, such as message id and number; not stored
   */
  public static OutputStream sealing(OutputStream out, AttachmentKey key, byte[] associatedData)
      throws IOException {
    try {
      return streaming(key, associatedData).newEncryptingStream(out, associatedData);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has AES-GCM and HMAC", e);
    }
  }

  /**
   * Decrypts; reading throws {@link IOException} at the first segment that does not fit.
   *
   * @param associatedData the same as when it was sealed
   */
  public static InputStream opening(InputStream in, AttachmentKey key, byte[] associatedData)
      throws IOException {
    try {
      return streaming(key, associatedData).newDecryptingStream(in, associatedData);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has AES-GCM and HMAC", e);
    }
  }

  private static AesGcmHkdfStreaming streaming(AttachmentKey key, byte[] associatedData)
      throws GeneralSecurityException {
    if (associatedData.length > MAX_ASSOCIATED_DATA) {
      throw new IllegalArgumentException("associated data is too large");
    }
    return new AesGcmHkdfStreaming(key.raw(), "HmacSha256", Algorithms.KEY_BYTES, SEGMENT_BYTES, 0);
  }
}
