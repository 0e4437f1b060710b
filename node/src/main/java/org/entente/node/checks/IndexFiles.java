package org.entente.node.checks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.check.index.Segment;

/**
 * Parts of sealed indexes as files, each named by the SHA-256 of its bytes. They are noise without
 * the key, and can be made or fetched again. Safe for use by many threads.
 */
final class IndexFiles {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** Room that must stay free on the disk beside what is fetched. */
  private static final long RESERVE_BYTES = 512L << 20;

  private final Path folder;

  IndexFiles(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Writes bytes to the disk and returns their digest. */
  String keep(ByteBuffer bytes) throws IOException {
    String digest = Parcel.digest(bytes);
    Path file = folder.resolve(digest);
    if (Files.exists(file)) {
      return digest;
    }
    Path arriving = Files.createTempFile(folder, "arriving", "");
    try (FileChannel channel = FileChannel.open(arriving, StandardOpenOption.WRITE)) {
      ByteBuffer rest = bytes.duplicate();
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(arriving, file, StandardCopyOption.ATOMIC_MOVE);
    return digest;
  }

  boolean has(String digest) {
    return DIGEST.matcher(digest).matches() && Files.exists(folder.resolve(digest));
  }

  byte[] read(String digest) throws IOException {
    return Files.readAllBytes(folder.resolve(digest));
  }

  /** Opens a part where it lies; empty where the file is gone or is none. */
  Optional<Segment> segment(String digest) throws IOException {
    if (!has(digest)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(folder.resolve(digest))) {
      return Segment.read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    }
  }

  boolean roomFor(long bytes) throws IOException {
    return Files.getFileStore(folder).getUsableSpace() - bytes > RESERVE_BYTES;
  }

  /** Removes every file but these. */
  void keepOnly(Collection<String> digests) throws IOException {
    Set<String> wanted = new HashSet<>(digests);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!wanted.contains(file.getFileName().toString())) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
