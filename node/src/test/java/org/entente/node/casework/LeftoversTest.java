package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import org.entente.node.store.Blobs;
import org.entente.node.store.Database;
import org.entente.node.store.ProvenTime;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private Store store;
  private Blobs blobs;
  private Leftovers leftovers;

  @BeforeEach
  void open() throws IOException {
    store = Store.open(Database.SQLITE.fresh(folder), () -> {});
    blobs = new Blobs(folder.resolve("blobs"));
    leftovers = new Leftovers(store, blobs, () -> NOW);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anUploadThatWasCutOffDaysAgoIsCleared() throws IOException {
    UUID old = arriving(NOW.minus(Leftovers.SETTLED_AFTER).minusSeconds(1));
    UUID fresh = arriving(NOW.minusSeconds(60));

    assertThat(leftovers.clear()).isEqualTo(1);

    assertThat(blobs.arrivedBytes(old)).isZero();
    assertThat(blobs.arrivedBytes(fresh)).isEqualTo(3);
  }

  @Test
  void whatAPartnerAnnouncedLatelyIsKeptAndLongAgoIsCleared() throws IOException {
    UUID awaited = arriving(NOW.minus(Leftovers.SETTLED_AFTER).minusSeconds(1));
    UUID forgotten = arriving(NOW.minus(Leftovers.SETTLED_AFTER).minusSeconds(1));
    expect(awaited, NOW.minus(Leftovers.EXPECTED_FOR).plusSeconds(1));
    expect(forgotten, NOW.minus(Leftovers.EXPECTED_FOR).minusSeconds(1));

    leftovers.clear();

    assertThat(blobs.arrivedBytes(awaited)).isEqualTo(3);
    assertThat(blobs.arrivedBytes(forgotten)).isZero();
  }

  @Test
  void aClockInDoubtClearsNothing() throws IOException {
    UUID old = arriving(NOW.minus(Leftovers.SETTLED_AFTER).minusSeconds(1));
    store.provenTime().holdAgainst(() -> NOW.minus(ProvenTime.AHEAD).minusSeconds(1));

    assertThat(leftovers.clear()).isZero();
    assertThat(blobs.arrivedBytes(old)).isEqualTo(3);
  }

  private UUID arriving(Instant touched) throws IOException {
    UUID id = UUID.randomUUID();
    try (OutputStream out = blobs.arrive(id, 0)) {
      out.write(new byte[3]);
    }
    Path file = folder.resolve("blobs").resolve(id + ".arriving");
    Files.setLastModifiedTime(file, FileTime.from(touched));
    return id;
  }

  private void expect(UUID id, Instant noted) {
    store.write(tx ->
        tx.sql(
                "INSERT INTO expected_attachment (id, message_id, partner, size_bytes, digest,"
                    + " noted_at) VALUES (:id, :id, 'rs.mup', 3, 'd', :noted)")
            .param("id", id.toString())
            .param("noted", Times.micros(noted))
            .update());
  }
}
