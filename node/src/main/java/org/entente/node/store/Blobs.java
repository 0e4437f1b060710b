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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Large sealed content as files: one folder, a file an attachment, named by its identifier. Callers
 * hand over ciphertext only.
 *
 * <p>A blob is either arriving (may be cut off, can be continued) or kept (whole, flushed to disk,
 * never opened for writing again). One writer at a time: a later one cuts off an earlier one, whose
 * next write fails, so that a frozen line holds nobody up and nothing is written to what was
 * measured already. Safe for use by many threads of one process.
 */
public final class Blobs {
  private static final int ID_CHARS = 36;

  private final Path folder;
  private final Map<UUID, Arriving> writers = new ConcurrentHashMap<>();
  private final Object opening = new Object();

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

  /**
   * Opens the blob for writing from {@code offset}; what was behind it, and any other writer of the
   * blob, is cut off.
   *
   * @throws IOException when less than {@code offset} has arrived
   */
  public Arriving arrive(UUID id, long offset) throws IOException {
    synchronized (opening) {
      Arriving before = writers.remove(id);
      if (before != null) {
        before.cutOff();
      }
      FileChannel channel =
          FileChannel.open(arriving(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (offset > channel.size()) {
        channel.close();
        throw new IOException("The part before the offered one has not arrived");
      }
      channel.truncate(offset).position(offset);
      Arriving writer = new Arriving(id, channel);
      writers.put(id, writer);
      return writer;
    }
  }

  /**
   * The one writer of a blob. Closing it leaves what has arrived, to be continued; after it was cut
   * off by another writer every step but closing fails.
   */
  public final class Arriving extends OutputStream {
    private final UUID id;
    private final FileChannel channel;
    private final OutputStream out;

    private Arriving(UUID id, FileChannel channel) {
      this.id = id;
      this.channel = channel;
      this.out = Channels.newOutputStream(channel);
    }

    @Override
    public synchronized void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    /** Bytes of the blob that have arrived so far. */
    public synchronized long bytes() throws IOException {
      return channel.size();
    }

    /** Flushes to disk what has arrived and keeps it, if it has this digest (SHA-256, hex). */
    public synchronized boolean keep(String digest) throws IOException {
      channel.force(true);
      if (!arrivedDigest(id).equals(digest)) {
        discard();
        return false;
      }
      Blobs.this.keep(id);
      return true;
    }

    /** Removes what has arrived; a blob that is kept is not touched. */
    public synchronized void discard() throws IOException {
      if (channel.isOpen()) {
        Files.deleteIfExists(arriving(id));
        close();
      }
    }

    private synchronized void cutOff() throws IOException {
      channel.close();
    }

    @Override
    public void close() throws IOException {
      writers.remove(id, this);
      cutOff();
    }
  }

  /** SHA-256 of what has arrived, in hexadecimal. */
  public String arrivedDigest(UUID id) throws IOException {
    return digest(arriving(id));
  }

  /** SHA-256 of what is kept, in hexadecimal. */
  public String keptDigest(UUID id) throws IOException {
    return digest(kept(id));
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
