package org.entente.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * A file whose bytes have been read once.
 *
 * @param sha256 hexadecimal
 * @param crc the checksum that a zip wants before the bytes
 */
public record Measured(Part part, long sizeBytes, String sha256, long crc) {
  private static final int BUFFER_BYTES = 1 << 16;

  static Measured of(Part part) throws IOException {
    MessageDigest digest = Digests.sha256();
    CRC32 crc = new CRC32();
    long size = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = part.source().open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        crc.update(buffer, 0, n);
        size += n;
      }
    }
    return new Measured(part, size, HexFormat.of().formatHex(digest.digest()), crc.getValue());
  }

  public String name() {
    return part.name();
  }
}
