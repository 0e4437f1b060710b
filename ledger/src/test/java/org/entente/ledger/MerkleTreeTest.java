package org.entente.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
  private static final int BRUTE_FORCE_SIZE = 130;

  private static List<Hash> leaves(int size) {
    return LongStream.range(0, size).mapToObj(i -> MerkleTree.leafHash(Fixtures.raw(i))).toList();
  }

  @Property(tries = 150)
  void theTreeIsTheOneOfTheRecursion(
      @ForAll @IntRange(max = 700) int size,
      @ForAll @IntRange(max = 699) int a,
      @ForAll @IntRange(max = 700) int b) {
    NodesInMemory nodes = Fixtures.tree(size);
    List<Hash> leaves = leaves(size);

    assertThat(MerkleTree.root(nodes, size)).isEqualTo(NaiveTree.root(leaves));
    if (size > 0) {
      int index = a % size;
      assertThat(MerkleTree.inclusion(nodes, index, size).path())
          .isEqualTo(NaiveTree.path(index, leaves));
    }
    int old = b % (size + 1);
    assertThat(MerkleTree.consistency(nodes, old, size).path())
        .isEqualTo(NaiveTree.proof(old, leaves));
    assertThat(MerkleTree.root(nodes, old)).isEqualTo(NaiveTree.root(leaves.subList(0, old)));
  }

  @Test
  void everyProofOfEverySmallTreeHolds() {
    NodesInMemory nodes = Fixtures.tree(BRUTE_FORCE_SIZE);
    List<Hash> leaves = leaves(BRUTE_FORCE_SIZE);
    List<Hash> roots = new ArrayList<>();
    int proofs = 0;
    for (int size = 0; size <= BRUTE_FORCE_SIZE; size++) {
      roots.add(MerkleTree.root(nodes, size));
      for (int i = 0; i < size; i++) {
        assertThat(
                MerkleTree.inclusion(nodes, i, size)
                    .verify(leaves.get(i), roots.get(size))
                    .isProven())
            .isTrue();
        proofs++;
      }
      for (int old = 1; old <= size; old++) {
        assertThat(
                MerkleTree.consistency(nodes, old, size)
                    .verify(roots.get(old), roots.get(size))
                    .isProven())
            .isTrue();
        proofs++;
      }
    }
    assertThat(proofs).isEqualTo(BRUTE_FORCE_SIZE * (BRUTE_FORCE_SIZE + 1));
  }

  @Test
  void aProofReadsFewHashesInOneGo() {
    NodesInMemory nodes = Fixtures.tree(1023);
    List<Integer> reads = new ArrayList<>();
    Nodes counting =
        new Nodes() {
          @Override
          public Hash at(int level, long index) {
            return nodes.at(level, index);
          }

          @Override
          public List<Hash> all(List<Place> places) {
            reads.add(places.size());
            return Nodes.super.all(places);
          }
        };

    for (long i = 0; i < 1023; i++) {
      MerkleTree.inclusion(counting, i, 1023);
      MerkleTree.consistency(counting, i + 1, 1023);
    }

    assertThat(reads).hasSizeLessThanOrEqualTo(2 * 1023).allMatch(n -> n <= 20);
  }

  @Test
  void theLargestTreeStaysWithinTheLimitOfReads() {
    List<Integer> reads = new ArrayList<>();
    Hash any = MerkleTree.emptyRoot();
    Nodes counting =
        new Nodes() {
          @Override
          public Hash at(int level, long index) {
            return any;
          }

          @Override
          public List<Hash> all(List<Place> places) {
            reads.add(places.size());
            return Nodes.super.all(places);
          }
        };
    long size = MerkleTree.MAX_SIZE - 1;

    MerkleTree.root(counting, size);
    for (int bit = 0; bit < 48; bit++) {
      MerkleTree.inclusion(counting, (1L << bit) - 1, size);
      MerkleTree.inclusion(counting, size - (1L << bit), size);
      MerkleTree.consistency(counting, 1L << bit, size);
      MerkleTree.consistency(counting, size - (1L << bit) + 1, size);
      MerkleTree.append(counting, (1L << bit) - 1, any);
    }

    assertThat(reads).isNotEmpty().allMatch(n -> n <= MerkleTree.MAX_READS);
  }

  @Test
  void onlyCompleteSubtreesAreStored() {
    NodesInMemory nodes = new NodesInMemory();
    int stored = 0;
    for (long size = 0; size < 64; size++) {
      List<Node> added = MerkleTree.append(nodes, size, MerkleTree.leafHash(Fixtures.raw(size)));
      nodes.store(added);
      stored += added.size();
    }
    assertThat(stored).isEqualTo(127);
  }

  @Test
  void aPlaceOutsideTheTreeIsADefect() {
    NodesInMemory nodes = Fixtures.tree(3);
    assertThatThrownBy(() -> MerkleTree.inclusion(nodes, 3, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MerkleTree.inclusion(nodes, -1, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MerkleTree.consistency(nodes, 4, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MerkleTree.root(nodes, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> nodes.store(List.of(new Node(0, 7, MerkleTree.emptyRoot()))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
