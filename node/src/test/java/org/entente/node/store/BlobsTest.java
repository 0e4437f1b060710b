package org.entente.node.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTest {
  private static final byte[] GOOD = "what was announced".getBytes(UTF_8);
  private static final byte[] OTHER = "what comes behind".getBytes(UTF_8);

  private final UUID id = UUID.randomUUID();
  private Blobs blobs;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    blobs = new Blobs(folder);
  }

  @Test
  void aWriterThatWasOvertakenCannotTouchWhatIsKept() throws Exception {
    Blobs.Arriving stalled = blobs.arrive(id, 0);
    stalled.write(OTHER, 0, 4);
    try (Blobs.Arriving second = blobs.arrive(id, 0)) {
      second.write(GOOD);
      assertThat(second.keep(digest(GOOD))).isTrue();
    }

    assertThatThrownBy(() -> stalled.write(OTHER)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> stalled.keep(digest(OTHER))).isInstanceOf(IOException.class);
    stalled.discard();
    stalled.close();

    assertThat(blobs.read(id).readAllBytes()).isEqualTo(GOOD);
  }

  @Test
  void whatIsKeptIsNeverOpenedForWritingAgain() throws Exception {
    try (Blobs.Arriving first = blobs.arrive(id, 0)) {
      first.write(GOOD);
      first.keep(digest(GOOD));
    }

    try (Blobs.Arriving again = blobs.arrive(id, 0)) {
      again.write(OTHER);
      again.discard();
    }

    assertThat(blobs.read(id).readAllBytes()).isEqualTo(GOOD);
    assertThat(blobs.arrivedBytes(id)).isZero();
  }

  @Test
  void whatArrivedWithAnotherDigestIsNotKept() throws Exception {
    try (Blobs.Arriving writer = blobs.arrive(id, 0)) {
      writer.write(OTHER);
      assertThat(writer.keep(digest(GOOD))).isFalse();
    }

    assertThat(blobs.isKept(id)).isFalse();
    assertThat(blobs.arrivedBytes(id)).isZero();
  }

  @Test
  void anArrivalThatWasCutOffGoesOnWhereItStopped() throws Exception {
    try (Blobs.Arriving writer = blobs.arrive(id, 0)) {
      writer.write(GOOD, 0, 5);
    }
    try (Blobs.Arriving writer = blobs.arrive(id, blobs.arrivedBytes(id))) {
      writer.write(GOOD, 5, GOOD.length - 5);
      assertThat(writer.keep(digest(GOOD))).isTrue();
    }

    assertThat(blobs.read(id).readAllBytes()).isEqualTo(GOOD);
  }

  private static String digest(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
