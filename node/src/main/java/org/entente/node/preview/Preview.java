package org.entente.node.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Draws the first pages of a PDF below each other, as one picture.
 *
 * <p><b>Guarantees.</b> The document is read by another process: a parser that is led astray, fills
 * its memory or never ends takes that process with it and nothing of this one. It gets no
 * environment, no key and no file; the document goes in and the picture comes out by pipes. At most
 * {@value #AT_ONCE} of them run.
 *
 * <p><b>Does not guarantee.</b> That a page looks as its author saw it: programs, forms, sounds and
 * pictures in JPEG 2000 or JBIG2 are not drawn. Safe for use by many threads.
 */
public final class Preview {
  /** More pages are a download. */
  public static final int PAGES_MOST = 10;

  /** Each costs a processor and its memory while it draws. */
  private static final int AT_ONCE = 2;

  private static final Duration TIME_MOST = Duration.ofSeconds(20);
  private static final int DOCUMENT_MOST_BYTES = 20 * 1024 * 1024;
  private static final int PICTURE_MOST_BYTES = 24 * 1024 * 1024;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final List<String> program;

  public Preview() {
    this(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            PagePainter.class.getName()));
  }

  /**
   * @param program reads a document and writes a picture
   */
  Preview(List<String> program) {
    this.program = List.copyOf(program);
  }

  /**
   * Draws a document.
   *
   * @param document read to its end and not closed
   * @return a PNG; empty where it cannot be drawn within time, memory and size, or too many are
   *     being drawn
   * @throws IOException when the document cannot be read or no process can be started
   */
  public Optional<byte[]> pages(InputStream document) throws IOException {
    byte[] whole = document.readNBytes(DOCUMENT_MOST_BYTES + 1);
    if (whole.length > DOCUMENT_MOST_BYTES) {
      return Optional.empty();
    }
    try {
      if (!places.tryAcquire(TIME_MOST.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      try {
        return drawn(whole);
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Optional<byte[]> drawn(byte[] document) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(program).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    Process painter = builder.start();
    CompletableFuture.delayedExecutor(TIME_MOST.toMillis(), TimeUnit.MILLISECONDS)
        .execute(painter::destroyForcibly);
    try (InputStream out = painter.getInputStream()) {
      try (OutputStream in = painter.getOutputStream()) {
        in.write(document);
      } catch (IOException gone) {
        return Optional.empty(); // It ended before it had read all, which its exit code says too.
      }
      byte[] picture = out.readNBytes(PICTURE_MOST_BYTES + 1);
      boolean whole =
          picture.length <= PICTURE_MOST_BYTES
              && painter.waitFor() == 0
              && picture.length > PNG.length
              && Arrays.equals(picture, 0, PNG.length, PNG, 0, PNG.length);
      return whole ? Optional.of(picture) : Optional.empty();
    } finally {
      painter.destroyForcibly();
    }
  }
}
