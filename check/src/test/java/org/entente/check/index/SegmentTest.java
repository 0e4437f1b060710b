package org.entente.check.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SegmentTest {
  @Property(tries = 60)
  void whatWasPutInIsFoundAlsoAfterItWasSent(
      @ForAll long seed, @ForAll @IntRange(max = 9_000) int count) {
    long[] keys = keys(seed, count);
    Segment sent = Segment.read(Segment.of(keys).bytes()).orElseThrow();
    assertThat(sent.keys()).isEqualTo(keys.length);
    for (long key : keys) {
      assertThat(sent.contains(key)).isTrue();
    }
  }

  @Property(tries = 20)
  void whatWasNotPutInIsNotFound(@ForAll long seed, @ForAll @IntRange(max = 9_000) int count) {
    Segment segment = Segment.of(keys(seed, count));
    SplittableRandom others = new SplittableRandom(seed ^ 0x5bf03635L);
    for (int i = 0; i < 20_000; i++) {
      assertThat(segment.contains(others.nextLong())).isFalse();
    }
  }

  @Test
  void aQuarterOfAMillionPrefixesTakeLessThanFiveBytesEach() {
    long[] keys = keys(1, SealedIndex.SHARD_KEYS);
    int bytes = Segment.of(keys).bytes().remaining();
    assertThat((double) bytes / keys.length).isLessThan(5);
  }

  @Property(tries = 300)
  void bytesOfAStrangerAreRefusedOrReadWithinTheirBounds(
      @ForAll long seed, @ForAll @IntRange(max = 3_000) int count, @ForAll long mutation) {
    ByteBuffer sound = Segment.of(keys(seed, count)).bytes();
    byte[] bytes = new byte[sound.remaining()];
    sound.get(bytes);
    Random random = new Random(mutation);
    for (int i = 0; i <= random.nextInt(4); i++) {
      bytes[random.nextInt(Math.min(bytes.length, 40))] = (byte) random.nextInt();
    }
    if (random.nextBoolean()) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 40));
    }
    Optional<Segment> read = Segment.read(ByteBuffer.wrap(bytes));
    // Whatever was taken for a segment answers without leaving its bytes.
    read.ifPresent(segment -> random.longs(200).forEach(segment::contains));
  }

  @Property(tries = 300)
  void noiseIsNoSegment(@ForAll @Size(max = 200) byte[] noise) {
    assertThat(Segment.read(ByteBuffer.wrap(noise))).isEmpty();
  }

  @Test
  void aListOutOfOrderIsRefused() {
    ByteBuffer bytes = ByteBuffer.allocate(48);
    bytes.put(Segment.of(new long[] {1, 2}).bytes());
    assertThat(Segment.read(bytes.duplicate().flip())).isPresent();
    bytes.putLong(32, 3);
    assertThat(Segment.read(bytes.duplicate().flip())).isEmpty();
    bytes.putLong(32, 2);
    assertThat(Segment.read(bytes.duplicate().flip())).isEmpty();
  }

  @Test
  void theSamePrefixesGiveTheSameBytes() {
    assertThat(Segment.of(keys(7, 5_000)).bytes()).isEqualTo(Segment.of(keys(7, 5_000)).bytes());
  }

  static long[] keys(long seed, int count) {
    return Prefix.distinct(new SplittableRandom(seed).longs(count).toArray());
  }
}
