package org.entente.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentSealTest {
  private static final int SEGMENT = AttachmentSeal.SEGMENT_BYTES;
  private static final byte[] NAME = "message 17, attachment 1".getBytes(UTF_8);
  private static final AttachmentKey KEY = AttachmentKey.create();
  private static final byte[] PLAIN = content(3 * SEGMENT + 17);
  private static final byte[] SEALED = sealed(PLAIN);

  private static byte[] content(int size) {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static byte[] sealed(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var sealing = AttachmentSeal.sealing(out, KEY, NAME)) {
      sealing.write(plain);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static byte[] opened(byte[] sealed, AttachmentKey key, byte[] name) throws IOException {
    try (var opening = AttachmentSeal.opening(new ByteArrayInputStream(sealed), key, name)) {
      return opening.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_048_520, 1_048_536, 1_048_576, 2_097_152, 3_000_000})
  void attachmentsOfAnySizeComeBackUnchanged(int size) throws Exception {
    var plain = content(size);

    assertThat(Arrays.equals(opened(sealed(plain), KEY, NAME), plain)).isTrue();
  }

  @Test
  void aCutAttachmentIsRefusedAlsoAtASegmentsEnd() {
    for (int length : new int[] {0, 10, 40, SEGMENT, 2 * SEGMENT, 3 * SEGMENT, SEALED.length - 1}) {
      assertThatThrownBy(() -> opened(Arrays.copyOf(SEALED, length), KEY, NAME))
          .as("length " + length)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void exchangedSegmentsAreRefused() {
    var exchanged = SEALED.clone();
    System.arraycopy(SEALED, SEGMENT, exchanged, 2 * SEGMENT, SEGMENT);
    System.arraycopy(SEALED, 2 * SEGMENT, exchanged, SEGMENT, SEGMENT);

    assertThatThrownBy(() -> opened(exchanged, KEY, NAME)).isInstanceOf(IOException.class);
  }

  @Test
  void aByteAfterTheEndIsRefused() {
    assertThatThrownBy(() -> opened(Arrays.copyOf(SEALED, SEALED.length + 1), KEY, NAME))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aChangedByteIsRefused() {
    for (int i = 0; i < SEALED.length; i += SEALED.length / 11) {
      var changed = SEALED.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> opened(changed, KEY, NAME)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void anotherKeyOrAnotherPlaceIsRefused() {
    assertThatThrownBy(() -> opened(SEALED, AttachmentKey.create(), NAME))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> opened(SEALED, KEY, "message 18".getBytes(UTF_8)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void nothingOfAChangedSegmentIsHandedOut() throws Exception {
    var changed = SEALED.clone();
    changed[SEGMENT + 500] ^= 1;
    var out = new ByteArrayOutputStream();

    try (var opening = AttachmentSeal.opening(new ByteArrayInputStream(changed), KEY, NAME)) {
      assertThatThrownBy(() -> opening.transferTo(out)).isInstanceOf(IOException.class);
    }

    var released = out.toByteArray();
    assertThat(released.length).isLessThan(SEGMENT);
    assertThat(Arrays.equals(released, Arrays.copyOf(PLAIN, released.length))).isTrue();
  }

  @Test
  void largeAttachmentsStreamThroughWithTheSameDigestAtBothEnds(@TempDir Path folder)
      throws Exception {
    var file = folder.resolve("attachment");
    var sent = new AttachmentDigest();
    var received = new AttachmentDigest();
    var block = content(SEGMENT);
    int blocks = 64;

    try (OutputStream out =
        sent.writing(
            AttachmentSeal.sealing(
                new BufferedOutputStream(Files.newOutputStream(file)), KEY, NAME))) {
      for (int i = 0; i < blocks; i++) {
        out.write(block);
      }
    }
    try (InputStream in =
        received.reading(
            AttachmentSeal.opening(
                new BufferedInputStream(Files.newInputStream(file)), KEY, NAME))) {
      in.transferTo(OutputStream.nullOutputStream());
    }

    assertThat(Files.size(file)).isGreaterThan((long) blocks * SEGMENT);
    assertThat(received.hex()).hasSize(64).isEqualTo(sent.hex());
  }
}
