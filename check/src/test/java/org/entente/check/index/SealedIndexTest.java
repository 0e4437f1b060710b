package org.entente.check.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.check.index.SealedIndex.Change;
import org.entente.check.index.SealedIndex.Effect;
import org.junit.jupiter.api.Test;

class SealedIndexTest {
  @Property(tries = 60)
  void afterManyChangesTheIndexHoldsWhatASetWouldHold(
      @ForAll long seed, @ForAll @IntRange(max = 30) int changes) {
    Random random = new Random(seed);
    long[] universe = SegmentTest.keys(seed, 400);
    Set<Long> expected = new HashSet<>();
    for (long key : universe) {
      if (random.nextBoolean()) {
        expected.add(key);
      }
    }
    List<Segment> shards = SealedIndex.shards(sorted(expected));
    List<Change> applied = new ArrayList<>();
    for (int i = 0; i < changes; i++) {
      Effect effect = random.nextBoolean() ? Effect.ADDED : Effect.REMOVED;
      Set<Long> touched = new HashSet<>();
      for (int j = 0; j < 1 + random.nextInt(20); j++) {
        touched.add(universe[random.nextInt(universe.length)]);
      }
      if (effect == Effect.ADDED) {
        expected.addAll(touched);
      } else {
        expected.removeAll(touched);
      }
      applied.add(new Change(effect, Segment.of(sorted(touched))));
    }
    SealedIndex index = new SealedIndex(shards, applied);
    for (long key : universe) {
      assertThat(index.contains(key)).isEqualTo(expected.contains(key));
    }
  }

  @Test
  void aLargeIndexLiesInShardsAndEveryPrefixIsInItsOwn() {
    long[] keys = SegmentTest.keys(5, 3 * SealedIndex.SHARD_KEYS);
    List<Segment> shards = SealedIndex.shards(keys);
    assertThat(shards).hasSize(4);
    assertThat(shards.stream().mapToInt(Segment::keys).sum()).isEqualTo(keys.length);
    SealedIndex index = new SealedIndex(shards, List.of());
    for (long key : keys) {
      assertThat(index.contains(key)).isTrue();
    }
  }

  @Test
  void anEmptyIndexHoldsNothing() {
    SealedIndex index = new SealedIndex(SealedIndex.shards(new long[0]), List.of());
    assertThat(index.contains(0)).isFalse();
    assertThat(index.contains(-1)).isFalse();
  }

  @Test
  void anImpossibleNumberOfPartsIsRefused() {
    Segment empty = Segment.of(new long[0]);
    assertThatThrownBy(() -> new SealedIndex(List.of(empty, empty, empty), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SealedIndex(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static long[] sorted(Set<Long> keys) {
    return Prefix.distinct(keys.stream().mapToLong(Long::longValue).toArray());
  }
}
