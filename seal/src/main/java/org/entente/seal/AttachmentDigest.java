package org.entente.seal;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of content while it streams by. For one stream and one thread. */
public final class AttachmentDigest {
  private final MessageDigest digest;

  /** Begins with nothing read. */
  public AttachmentDigest() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Digests what is read from the stream returned; skipped bytes are not seen. */
  public InputStream reading(InputStream in) {
    return new DigestInputStream(in, digest);
  }

  /** Digests what is written to the stream returned. */
  public OutputStream writing(OutputStream out) {
    return new DigestOutputStream(out, digest);
  }

  /** 64 hexadecimal digits; call once, at the end. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
