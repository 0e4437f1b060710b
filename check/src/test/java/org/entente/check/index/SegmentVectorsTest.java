package org.entente.check.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The published bytes of segments. Their keys are made by a rule that anybody can follow: the first
 * eight bytes of SHA-256 of a number in eight bytes.
 */
class SegmentVectorsTest {
  private static final int SHOWN = 64;

  private static long key(long number) {
    byte[] counter = ByteBuffer.allocate(8).putLong(number).array();
    return Prefix.of(sha256(ByteBuffer.wrap(counter)));
  }

  private static byte[] sha256(ByteBuffer bytes) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(bytes.duplicate());
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static Segment of(int keys) {
    long[] made = new long[keys];
    for (int i = 0; i < keys; i++) {
      made[i] = key(i);
    }
    return Segment.of(Prefix.distinct(made));
  }

  /** The segments by the number of their keys; which are met among the first twice as many. */
  private static List<String> text() {
    Map<String, Integer> segments = new LinkedHashMap<>();
    segments.put("empty", 0);
    segments.put("list", 3);
    segments.put("longest-list", Fuse.FEWEST_KEYS - 1);
    segments.put("smallest-filter", Fuse.FEWEST_KEYS);
    segments.put("filter", 5_000);
    List<String> out = new ArrayList<>();
    out.add(
        "# Key n is the first eight bytes of SHA-256(n in eight bytes, big endian), n = 0, 1, 2, …");
    out.add("# Name, number of keys, bytes, SHA-256 of them, the first 64 of them.");
    segments.forEach((name, keys) -> out.add(line(name, keys)));
    return out;
  }

  private static String line(String name, int keys) {
    ByteBuffer bytes = of(keys).bytes();
    byte[] first = new byte[Math.min(SHOWN, bytes.remaining())];
    bytes.duplicate().get(first);
    HexFormat hex = HexFormat.of();
    return String.join(
        " ",
        name,
        Integer.toString(keys),
        Integer.toString(bytes.remaining()),
        hex.formatHex(sha256(bytes)),
        hex.formatHex(first));
  }

  private static List<String> committed() throws IOException {
    try (var in = SegmentVectorsTest.class.getResourceAsStream("/vectors/segments.txt")) {
      if (in == null) {
        throw new IOException("no vectors");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void thePublishedKeysGiveThePublishedSegments() throws IOException {
    assertThat(text()).isEqualTo(committed());
  }

  @Test
  void aPublishedFilterMeetsItsKeysAndNoneOfTheNext() {
    Segment filter = Segment.read(of(Fuse.FEWEST_KEYS).bytes()).orElseThrow();
    for (int i = 0; i < Fuse.FEWEST_KEYS; i++) {
      assertThat(filter.contains(key(i))).isTrue();
      assertThat(filter.contains(key(i + Fuse.FEWEST_KEYS))).isFalse();
    }
  }

  /** Run with {@code -Dentente.vectors=<folder>} after a new version of the form. */
  @Test
  @EnabledIfSystemProperty(named = "entente.vectors", matches = ".+")
  void vectorsAreWrittenAnew() throws IOException {
    Path file = Path.of(System.getProperty("entente.vectors", "."), "segments.txt");
    Files.writeString(file, String.join("\n", text()) + "\n");

    assertThat(file).exists();
  }
}
