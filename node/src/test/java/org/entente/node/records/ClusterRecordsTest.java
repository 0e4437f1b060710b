package org.entente.node.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.entente.node.SettableClock;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The national index with its search index on a real OpenSearch. */
class ClusterRecordsTest extends RecordsContract {
  private static RunningCluster cluster;

  private final String name = UUID.randomUUID().toString();

  @BeforeAll
  static void startCluster(@TempDir Path place) throws IOException {
    cluster = RunningCluster.start(place);
  }

  @AfterAll
  static void stopCluster() throws IOException, InterruptedException {
    cluster.stop();
  }

  @Override
  Records opened(Records.Needs needs) {
    return Records.on(cluster.address(), name, needs);
  }

  private ClusterIndex index() {
    return new ClusterIndex(cluster.address(), "entente-" + name + "-records");
  }

  @Override
  void loseIndex() {
    try (ClusterIndex index = index()) {
      index.clear();
    }
  }

  /** The index of another node, or of this one before its store was restored. */
  @Override
  void damageIndex() {
    try (ClusterIndex index = index()) {
      index.clear();
      index.commit(new RecordIndex.Followed(1_000_000, "another"));
    }
  }

  @Test
  void theClusterFindsWhatWasPutAndForgetsWhatWasRemoved() {
    try (ClusterIndex index = new ClusterIndex(cluster.address(), "direct-" + name)) {
      assertThat(index.followed()).isEqualTo(RecordIndex.Followed.NOTHING);
      index.put(
          List.of(
              new RecordIndex.Entry("a", List.of("x", "y"), List.of("k"), new byte[] {1}),
              new RecordIndex.Entry("b", List.of("x"), List.of("l"), new byte[] {2})));
      index.refresh();
      index.commit(new RecordIndex.Followed(7, "key"));

      assertThat(found(index, List.of())).containsExactly("a", "b");
      assertThat(found(index, List.of("l"))).containsExactly("b");
      assertThat(index.followed()).isEqualTo(new RecordIndex.Followed(7, "key"));
      index.remove(List.of("a", "never-there"));
      index.refresh();
      assertThat(found(index, List.of())).containsExactly("b");
      assertThat(index.size()).isEqualTo(1);
      index.clear();
      assertThat(index.size()).isZero();
      assertThat(index.followed()).isEqualTo(RecordIndex.Followed.NOTHING);
    }
  }

  private static List<String> found(ClusterIndex index, List<String> filters) {
    List<RecordIndex.Weighted> terms =
        List.of(new RecordIndex.Weighted("x", 1), new RecordIndex.Weighted("y", 2));
    return index.candidates(new RecordIndex.Lookup(terms, List.of(), filters, 10)).stream()
        .map(RecordIndex.Candidate::id)
        .toList();
  }

  @Test
  void aSilentClusterIsSaidAndNothingIsLost(@TempDir Path place) throws Exception {
    SearchCluster nobody = new SearchCluster(URI.create("http://127.0.0.1:9"), "", "");
    try (Register register =
        new Register(
            Database.SQLITE.fresh(place),
            place,
            new SettableClock(),
            needs -> Records.on(nobody, name, needs))) {
      assertThat(register.records.search(Question.empty().named("Petar"), register.desk))
          .isEqualTo(Outcome.refused(Usual.INDEX_SILENT));
    }
  }

  @Test
  void aClusterOnAnotherMachineIsReachedByTlsOnly() {
    assertThatThrownBy(() -> new SearchCluster(URI.create("http://search.example:9200"), "", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https");
  }
}
