package org.entente.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a node whose database can no longer be written, and the look at the disk before a
 * start, so that none starts only to end at the first click.
 */
public final class StoreEnd {
  /** Exit status of a node that could not write ({@code EX_IOERR} of sysexits). */
  public static final int NOT_WRITTEN = 74;

  /** What a start asks for: room for some hundred requests, and for a database to be closed. */
  public static final long RESERVE_BYTES = 32L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(StoreEnd.class);
  private static final int PROBE_BYTES = 1 << 20;
  private static final Duration CLOSING = Duration.ofSeconds(60);

  /** How the process is ended; a test looks on instead. */
  static volatile IntConsumer end = Runtime.getRuntime()::halt;

  private StoreEnd() {}

  /**
   * Closes and ends the process with {@link #NOT_WRITTEN}, so that what supervises it sees a fault.
   * Returns at once: closing waits for the threads that write, so it must not run on one of them.
   *
   * @param folder of the node
   * @param close takes the node down
   */
  public static void begin(Path folder, Runnable close) {
    LOG.error(
        "The database could not be written, and the node ends with status {}. On the disk of {} are"
            + " {} bytes left. Make room there or mend the disk, then start the node again.",
        NOT_WRITTEN,
        folder,
        left(folder));
    Thread closing = Thread.ofPlatform().name("stop").daemon(true).start(close);
    // The thread that fails is one that keeps no process alive, and this one must: once everything
    // is closed, the process would otherwise end by itself, and with success.
    Thread.ofPlatform()
        .name("end")
        .daemon(false)
        .start(() -> {
          try {
            boolean _ = closing.join(CLOSING);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            end.accept(NOT_WRITTEN);
          }
        });
  }

  /**
   * Tries whether the disk takes anything.
   *
   * @throws StoreStopped with a sentence for the administrator when it does not
   */
  public static void requireRoom(Path folder, long bytes) {
    long left = left(folder);
    if (left >= 0 && left < bytes) {
      throw full(folder, left, null);
    }
    Path probe = folder.resolve("room.probe");
    try {
      try (FileChannel file =
          FileChannel.open(
              probe,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer zeros = ByteBuffer.allocate(PROBE_BYTES);
        while (zeros.hasRemaining()) {
          file.write(zeros);
        }
        file.force(true);
      } finally {
        Files.deleteIfExists(probe);
      }
    } catch (IOException e) {
      throw full(folder, left, e);
    }
  }

  private static StoreStopped full(Path folder, long left, @Nullable IOException cause) {
    return new StoreStopped(
        "The disk of "
            + folder
            + " is full or cannot be written ("
            + left
            + " bytes are left). Make room there, 32 MB at least.",
        cause);
  }

  /** What is left on the disk of a folder; -1 where that is not known. */
  private static long left(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      return -1;
    }
  }
}
