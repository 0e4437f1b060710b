package org.entente.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a container as a stream. Nothing is compressed: no file can be a bomb. */
final class ContainerWriter {
  private static final int BUFFER_BYTES = 1 << 16;

  private final ZipOutputStream zip;
  private final LocalDateTime at;

  private ContainerWriter(OutputStream out, Instant at) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.zip.setMethod(ZipOutputStream.STORED);
    // A zip keeps local times in steps of two seconds; ours are UTC.
    this.at = LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.MINUTES), ZoneOffset.UTC);
  }

  static void write(OutputStream out, SignedFiles signed) throws IOException {
    ContainerWriter writer = new ContainerWriter(out, signed.at());
    writer.small(Layout.MIME_ENTRY, Layout.MIME_TYPE.getBytes(StandardCharsets.US_ASCII));
    for (Measured file : signed.files()) {
      writer.file(file);
    }
    writer.small(Layout.MANIFEST, signed.manifest());
    writer.small(Layout.SIGNATURE, signed.signature());
    writer.zip.finish();
    writer.zip.flush();
  }

  private void small(String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    begin(name, bytes.length, crc.getValue());
    zip.write(bytes);
    zip.closeEntry();
  }

  private void file(Measured file) throws IOException {
    begin(file.name(), file.sizeBytes(), file.crc());
    MessageDigest digest = Digests.sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = file.part().source().open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        zip.write(buffer, 0, n);
      }
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
      throw new IOException("A file changed while it was packed");
    }
    zip.closeEntry();
  }

  private void begin(String name, long size, long crc) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(crc);
    entry.setTimeLocal(at);
    zip.putNextEntry(entry);
  }
}
