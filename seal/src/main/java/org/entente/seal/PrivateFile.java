package org.entente.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;

/** A file only its owner may read, replaced as a whole: old or new content, never a mixture. */
final class PrivateFile {
  private PrivateFile() {}

  static void replace(Path file, byte[] content) throws IOException {
    var target = file.toAbsolutePath();
    var folder = target.getParent();
    if (folder == null) {
      throw new IOException("an identity file needs a folder");
    }
    var suffix = HexFormat.of().formatHex(Cryptography.randomBytes(8));
    var next = folder.resolve("." + target.getFileName() + "." + suffix);
    try {
      try (var channel =
          FileChannel.open(
              next,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              ownerOnly(folder))) {
        var bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
    if (hasPermissions(folder)) {
      // Without this the name may be lost with the power. Windows cannot open a folder.
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Reads at most {@code limit} bytes and one more, by which the caller notices a larger file. */
  static byte[] read(Path file, int limit) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(limit + 1);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    return hasPermissions(folder)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean hasPermissions(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }
}
