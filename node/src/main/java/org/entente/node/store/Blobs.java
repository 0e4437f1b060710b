package org.entente.node.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Large sealed content as files: one folder, a file an attachment, named by its identifier. Callers
 * hand over ciphertext only.
 *
 * <p>A blob is either arriving (may be cut off, can be continued) or kept (whole, flushed to disk,
 * never changed). Safe for use by many threads on different blobs.
 */
public final class Blobs {
  private static final int ID_CHARS = 36;

  private final Path folder;

  /**
   * @throws IOException when the folder cannot be made
   */
  public Blobs(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Bytes of the blob that have arrived so far; 0 when none. */
  public long arrivedBytes(UUID id) throws IOException {
    return Files.exists(arriving(id)) ? Files.size(arriving(id)) : 0;
  }

  /** Opens the blob for writing from {@code offset}; what stood behind it is cut off. */
  public OutputStream arrive(UUID id, long offset) throws IOException {
    FileChannel channel =
        FileChannel.open(arriving(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (offset > channel.size()) {
      channel.close();
      throw new IOException("The part before the offered one has not arrived");
    }
    channel.truncate(offset).position(offset);
    return Channels.newOutputStream(channel);
  }

  /** SHA-256 of what has arrived, in hexadecimal. */
  public String arrivedDigest(UUID id) throws IOException {
    return digest(arriving(id));
  }

  /** Flushes what has arrived to disk and keeps it. */
  public void keep(UUID id) throws IOException {
    try (FileChannel channel = FileChannel.open(arriving(id), StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(arriving(id), kept(id), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  public boolean isKept(UUID id) {
    return Files.exists(kept(id));
  }

  public Path kept(UUID id) {
    return folder.resolve(id.toString());
  }

  public InputStream read(UUID id) throws IOException {
    return Files.newInputStream(kept(id));
  }

  /** Removes the blob in whatever state it is. */
  public void remove(UUID id) throws IOException {
    Files.deleteIfExists(arriving(id));
    Files.deleteIfExists(kept(id));
  }

  /** The blobs, arriving or kept, that nobody has written to since then. */
  public List<UUID> untouchedSince(Instant then) throws IOException {
    List<UUID> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.length() >= ID_CHARS
            && Files.getLastModifiedTime(file).toInstant().isBefore(then)) {
          found.add(UUID.fromString(name.substring(0, ID_CHARS)));
        }
      }
    }
    return found;
  }

  /** Bytes that can still be stored on this disk. */
  public long freeBytes() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  private Path arriving(UUID id) {
    return folder.resolve(id + ".arriving");
  }

  private static String digest(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
