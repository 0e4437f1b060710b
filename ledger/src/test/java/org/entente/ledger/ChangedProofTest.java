package org.entente.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChangedProofTest {
  private static final NodesInMemory NODES = Fixtures.tree(300);

  @Property(tries = 400)
  void aChangedInclusionProofNeverHolds(
      @ForAll @IntRange(min = 1, max = 300) int size,
      @ForAll @IntRange(max = 299) int place,
      @ForAll @IntRange(max = 8191) int bit) {
    int index = place % size;
    InclusionProof good = MerkleTree.inclusion(NODES, index, size);
    Hash leaf = NODES.at(0, index);
    Hash root = MerkleTree.root(NODES, size);
    assertThat(good.verify(leaf, root).isProven()).isTrue();

    assertThat(good.verify(flip(leaf, bit), root).isProven()).isFalse();
    assertThat(good.verify(leaf, flip(root, bit)).isProven()).isFalse();
    for (List<Hash> path : changed(good.path(), bit)) {
      assertThat(new InclusionProof(index, size, path).verify(leaf, root).isProven()).isFalse();
    }
    for (int other = 0; other < size; other++) {
      if (other != index) {
        assertThat(new InclusionProof(other, size, good.path()).verify(leaf, root).isProven())
            .isFalse();
      }
    }
  }

  @Property(tries = 400)
  void aChangedConsistencyProofNeverHolds(
      @ForAll @IntRange(min = 2, max = 300) int size,
      @ForAll @IntRange(max = 299) int place,
      @ForAll @IntRange(max = 8191) int bit) {
    int old = 1 + place % (size - 1);
    ConsistencyProof good = MerkleTree.consistency(NODES, old, size);
    Hash oldRoot = MerkleTree.root(NODES, old);
    Hash newRoot = MerkleTree.root(NODES, size);
    assertThat(good.verify(oldRoot, newRoot).isProven()).isTrue();

    assertThat(good.verify(flip(oldRoot, bit), newRoot).isProven()).isFalse();
    assertThat(good.verify(oldRoot, flip(newRoot, bit)).isProven()).isFalse();
    assertThat(good.verify(newRoot, oldRoot).isProven()).isFalse();
    for (List<Hash> path : changed(good.path(), bit)) {
      assertThat(new ConsistencyProof(old, size, path).verify(oldRoot, newRoot).isProven())
          .isFalse();
    }
  }

  @Test
  void aProofWithHashesLeftOverIsRefused() {
    List<Hash> path = new ArrayList<>(MerkleTree.inclusion(NODES, 5, 8).path());
    path.add(MerkleTree.emptyRoot());

    Verdict verdict =
        new InclusionProof(5, 8, path).verify(NODES.at(0, 5), MerkleTree.root(NODES, 8));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.NotProven.class, not -> assertThat(not.code()).isEqualTo("proof-too-long"));
  }

  @Test
  void aConsistencyProofWithHashesLeftOverIsRefusedAsSuch() {
    List<Hash> path = new ArrayList<>(MerkleTree.consistency(NODES, 6, 8).path());
    path.add(MerkleTree.emptyRoot());

    Verdict verdict =
        new ConsistencyProof(6, 8, path)
            .verify(MerkleTree.root(NODES, 6), MerkleTree.root(NODES, 8));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.NotProven.class, not -> assertThat(not.code()).isEqualTo("proof-too-long"));
  }

  @Test
  void aRewrittenPastIsSeen() {
    NodesInMemory rewritten = new NodesInMemory();
    for (long i = 0; i < 40; i++) {
      rewritten.append(MerkleTree.leafHash(Fixtures.raw(i == 17 ? 999 : i)));
    }

    for (int old = 18; old < 40; old++) {
      Verdict verdict =
          MerkleTree.consistency(rewritten, old, 40)
              .verify(MerkleTree.root(NODES, old), MerkleTree.root(rewritten, 40));
      assertThat(verdict)
          .isInstanceOfSatisfying(
              Verdict.NotProven.class, not -> assertThat(not.code()).isEqualTo("not-consistent"));
    }
  }

  @Test
  void hugeClaimsEndWithAVerdict() {
    Hash hash = MerkleTree.emptyRoot();
    long[] sizes = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE - 1, Long.MAX_VALUE};
    for (long a : sizes) {
      for (long b : sizes) {
        List<Hash> path = List.of(hash, hash);
        assertThat(new InclusionProof(a, b, path).verify(hash, hash).isProven()).isFalse();
        assertThat(new ConsistencyProof(a, b, path).verify(hash, hash).isProven()).isFalse();
      }
    }
  }

  private static Hash flip(Hash hash, int bit) {
    byte[] bytes = hash.bytes();
    bytes[bit / 8 % 32] ^= (byte) (1 << bit % 8);
    return Hash.of(bytes);
  }

  /** Every hash changed, dropped, doubled; neighbours swapped; one put before and after. */
  private static List<List<Hash>> changed(List<Hash> path, int bit) {
    List<List<Hash>> all = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      List<Hash> flipped = new ArrayList<>(path);
      flipped.set(i, flip(path.get(i), bit));
      all.add(flipped);
      List<Hash> dropped = new ArrayList<>(path);
      dropped.remove(i);
      all.add(dropped);
      List<Hash> doubled = new ArrayList<>(path);
      doubled.add(i, path.get(i));
      all.add(doubled);
      if (i > 0) {
        List<Hash> swapped = new ArrayList<>(path);
        swapped.set(i, path.get(i - 1));
        swapped.set(i - 1, path.get(i));
        all.add(swapped);
      }
    }
    List<Hash> before = new ArrayList<>(path);
    before.addFirst(MerkleTree.emptyRoot());
    all.add(before);
    List<Hash> after = new ArrayList<>(path);
    after.add(MerkleTree.emptyRoot());
    all.add(after);
    return all;
  }
}
