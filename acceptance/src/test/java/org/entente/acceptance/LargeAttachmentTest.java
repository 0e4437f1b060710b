package org.entente.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.entente.command.Demonstration.City;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nodes run with a heap of 160 MiB; a larger file passes. */
class LargeAttachmentTest {
  private static final String HEAP = "-Xmx160m";
  private static final long BYTES = 200L << 20;

  @Test
  void aFileLargerThanTheMemoryOfBothNodesArrivesByteForByte(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (TwoNodes nodes = new TwoNodes(folder, HEAP)) {
      TwoNodes.Sent sent =
          nodes.release(
              "The image of a telephone's memory is attached.",
              BodyPublishers.ofInputStream(() -> new Noise(BYTES)));

      nodes.awaitDelivered(sent);

      JsonNode file =
          nodes.inBelgrade(sent).getFirst().path("messages").path(0).path("attachments").path(0);
      assertThat(file.path("sizeBytes").asLong()).isEqualTo(BYTES);
      InputStream arrived =
          nodes.officer(City.BELGRADE, "DESK").stream(
              "attachments/" + file.path("id").asString(""));
      assertThat(firstDifference(arrived, new Noise(BYTES))).isEqualTo(-1);
    }
  }

  /** Where two streams differ first, or -1. */
  private static long firstDifference(InputStream one, InputStream other) throws IOException {
    try (one;
        other) {
      long at = 0;
      while (true) {
        byte[] here = one.readNBytes(Noise.BLOCK);
        byte[] there = other.readNBytes(Noise.BLOCK);
        int different = Arrays.mismatch(here, there);
        if (different >= 0) {
          return at + different;
        }
        if (here.length == 0) {
          return -1;
        }
        at += here.length;
      }
    }
  }

  /** The same random-looking bytes each time, never all of them in memory. */
  private static final class Noise extends InputStream {
    private static final int BLOCK = 1 << 16;

    private final byte[] block = new byte[BLOCK];
    private final long bytes;
    private long at;

    Noise(long bytes) {
      new Random(42).nextBytes(block);
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return at < bytes ? block[(int) (at++ % BLOCK)] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (at >= bytes) {
        return -1;
      }
      int from = (int) (at % BLOCK);
      int n = (int) Math.min(Math.min(length, BLOCK - from), bytes - at);
      System.arraycopy(block, from, into, offset, n);
      at += n;
      return n;
    }
  }
}
