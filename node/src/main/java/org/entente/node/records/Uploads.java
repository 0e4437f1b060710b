package org.entente.node.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.entente.node.store.Blobs;
import org.entente.node.store.Vault.Locked;
import org.entente.seal.AttachmentKey;
import org.entente.seal.AttachmentSeal;

/**
 * Files that wait for their import. A file is sealed while it streams in, under a key of its own,
 * and removed when its import has ended; the clear file never touches a disk.
 */
final class Uploads {
  /** Larger than any national register exports at once; the disk has to hold it once, sealed. */
  private static final long MOST_BYTES = 8L << 30;

  /** Room that must stay free on the disk. */
  private static final long RESERVE_BYTES = 512L << 20;

  private static final int COPY_BYTES = 1 << 16;

  private final Blobs blobs;
  private final RecordContents contents;

  Uploads(Blobs blobs, RecordContents contents) {
    this.blobs = blobs;
    this.contents = contents;
  }

  /** What is sealed beside a file: how it was called, and its key. */
  private record Label(String name, byte[] key) {
    @Override
    public String toString() {
      return "Label[…]";
    }
  }

  /** A file that was taken in; {@code bytes} is -1 if it was larger than an import takes. */
  record Taken(Locked label, long bytes) {}

  /** The day on which a file was written at the latest. */
  static LocalDate day(Instant uploaded) {
    return uploaded.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  boolean room() throws IOException {
    return blobs.freeBytes() >= RESERVE_BYTES;
  }

  Taken take(ImportId id, String name, InputStream file) throws IOException {
    AttachmentKey key = AttachmentKey.create();
    long bytes = 0;
    byte[] buffer = new byte[COPY_BYTES];
    try (OutputStream disk = blobs.arrive(id.value(), 0);
        OutputStream sealing = AttachmentSeal.sealing(disk, key, binding(id))) {
      for (int n = file.read(buffer); n >= 0 && bytes >= 0; n = file.read(buffer)) {
        bytes = bytes + n > MOST_BYTES ? -1 : bytes + n;
        sealing.write(buffer, 0, n);
      }
    }
    Locked label = contents.lockPart(row(id), RecordJson.any(new Label(name.strip(), key.raw())));
    if (bytes > 0) {
      blobs.keep(id.value());
    } else {
      blobs.remove(id.value());
    }
    return new Taken(label, bytes);
  }

  InputStream open(ImportId id, Locked label) throws IOException {
    AttachmentKey key = AttachmentKey.of(label(id, label).key());
    return AttachmentSeal.opening(blobs.read(id.value()), key, binding(id));
  }

  String name(ImportId id, Locked label) {
    return label(id, label).name();
  }

  private Label label(ImportId id, Locked label) {
    return RecordJson.any(contents.openPart(row(id), label), Label.class);
  }

  void remove(ImportId id) throws IOException {
    blobs.remove(id.value());
  }

  private static String row(ImportId id) {
    return "record-import/" + id;
  }

  private static byte[] binding(ImportId id) {
    return row(id).getBytes(StandardCharsets.UTF_8);
  }
}
