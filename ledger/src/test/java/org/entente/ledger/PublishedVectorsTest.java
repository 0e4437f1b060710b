package org.entente.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others published about RFC 9162 trees. */
class PublishedVectorsTest {
  static Stream<String> inclusion() {
    return Fixtures.vectors("inclusion.tsv").stream();
  }

  static Stream<String> consistency() {
    return Fixtures.vectors("consistency.tsv").stream();
  }

  @Test
  void allPublishedProofsAreTried() {
    assertThat(inclusion()).hasSize(98);
    assertThat(consistency()).hasSize(98);
  }

  @ParameterizedTest
  @MethodSource("inclusion")
  void aPublishedInclusionProofIsJudgedAsPublished(String line) {
    String[] f = line.split("\t", -1);
    Optional<List<Hash>> path = path(f[4]);
    Optional<Hash> leaf = hash(f[2]);
    Optional<Hash> root = hash(f[3]);

    // What is not even a hash cannot be spelt as one: that is its refusal.
    boolean proven =
        path.isPresent()
            && leaf.isPresent()
            && root.isPresent()
            && new InclusionProof(
                    Long.parseUnsignedLong(f[0]), Long.parseUnsignedLong(f[1]), path.get())
                .verify(leaf.get(), root.get())
                .isProven();

    assertThat(proven).as(f[6]).isEqualTo(f[5].equals("ok"));
  }

  @ParameterizedTest
  @MethodSource("consistency")
  void aPublishedConsistencyProofIsJudgedAsPublished(String line) {
    String[] f = line.split("\t", -1);
    Optional<List<Hash>> path = path(f[4]);
    Optional<Hash> first = hash(f[2]);
    Optional<Hash> second = hash(f[3]);

    boolean proven =
        path.isPresent()
            && first.isPresent()
            && second.isPresent()
            && new ConsistencyProof(
                    Long.parseUnsignedLong(f[0]), Long.parseUnsignedLong(f[1]), path.get())
                .verify(first.get(), second.get())
                .isProven();

    assertThat(proven).as(f[6]).isEqualTo(f[5].equals("ok"));
  }

  @Test
  void theEightPublishedLeavesGiveThePublishedRoots() {
    NodesInMemory nodes = new NodesInMemory();
    CompactRange range = new CompactRange();
    for (String line : Fixtures.vectors("roots.tsv")) {
      String[] f = line.split("\t", -1);
      long size = Long.parseLong(f[0]);
      if (size > 0) {
        byte[] entry = HexFormat.of().parseHex(f[1]);
        nodes.append(MerkleTree.leafHash(entry));
        range.append(entry);
      }

      assertThat(MerkleTree.root(nodes, size).hex()).isEqualTo(f[2]);
      assertThat(range.root().hex()).isEqualTo(f[2]);
    }
    assertThat(nodes.size()).isEqualTo(8);
  }

  private static Optional<List<Hash>> path(String field) {
    List<Hash> path = new ArrayList<>();
    if (!field.equals("-")) {
      for (String part : field.split(",", -1)) {
        Optional<Hash> hash = hash(part);
        if (hash.isEmpty()) {
          return Optional.empty();
        }
        path.add(hash.get());
      }
    }
    return Optional.of(path);
  }

  /**
   * Some vectors carry other bytes where any hash would do: the same bytes become the same hash.
   * Where they carry nothing there is no hash, and a claim that cannot be spelt is refused.
   */
  private static Optional<Hash> hash(String field) {
    return field.equals("EMPTY")
        ? Optional.empty()
        : Hash.fromBase64(field)
            .or(() -> Optional.of(MerkleTree.leafHash(field.getBytes(StandardCharsets.UTF_8))));
  }
}
