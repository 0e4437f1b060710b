package org.entente.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What both databases promise. */
@OnBothDatabases
class StoreTest {
  private static final int THREADS = 16;
  private static final int EACH = 40;

  private Store store;

  @Parameter private Database database = Database.SQLITE;
  @TempDir Path folder;

  @BeforeEach
  void open() throws Exception {
    store = Store.open(database.fresh(folder), () -> {});
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static int insert(Tx tx, String name, byte[] card) {
    return tx.sql(
            "INSERT INTO partner (authority, card, fingerprint, address, added_at) VALUES (:n, :c,"
                + " 'f', 'a', :t)")
        .param("n", name)
        .param("c", card)
        .param("t", Long.MAX_VALUE)
        .update();
  }

  private long count() {
    return store.read(tx -> tx.sql("SELECT COUNT(*) FROM partner").query(Long.class).single());
  }

  @Test
  void whatWasWrittenIsReadBackToTheByte() {
    byte[] card = {0, -1, 7, 0};

    store.write(tx -> insert(tx, "rs.mup", card));

    byte[] read =
        store.read(tx ->
            tx.sql("SELECT card FROM partner WHERE added_at = :t")
                .param("t", Long.MAX_VALUE)
                .query((rs, n) -> rs.getBytes("card"))
                .single());
    assertThat(read).isEqualTo(card);
  }

  @Test
  void aUnitThatFailsLeavesNothingAndDisturbsNobody() {
    assertThatThrownBy(() ->
            store.write(tx -> {
              insert(tx, "rs.mup", new byte[1]);
              throw new IllegalArgumentException("on purpose");
            }))
        .hasMessage("on purpose");
    assertThatThrownBy(() -> store.write(tx -> tx.sql("INSERT INTO nowhere VALUES (1)").update()))
        .isInstanceOf(RuntimeException.class);
    store.write(tx -> insert(tx, "az.mia", new byte[1]));

    assertThat(count()).isEqualTo(1);
  }

  @Test
  void sixteenWritersAtOnceLoseNothing() throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS * EACH; i++) {
        String name = "p" + i;
        all.add(threads.submit(() -> store.write(tx -> insert(tx, name, new byte[8]))));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }

    assertThat(count()).isEqualTo(THREADS * EACH);
  }

  @Test
  void anErrorInOneUnitIsItsCallersAndTheWriterLives() {
    assertThatThrownBy(() ->
            store.write(tx -> {
              throw new StackOverflowError();
            }))
        .isInstanceOf(StackOverflowError.class);
    store.write(tx -> insert(tx, "az.mia", new byte[1]));

    assertThat(count()).isEqualTo(1);
  }

  @Test
  void aUnitInsideAUnitIsRefused() {
    assertThatThrownBy(() -> store.write(tx -> store.write(inner -> 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void readersCannotWrite() {
    assertThatThrownBy(() ->
            store.read(tx ->
                tx.sql(
                        """
                        INSERT INTO partner (authority, card, fingerprint, address, added_at)
                        VALUES ('rs.mup', :card, 'f', 'a', 1)
                        RETURNING added_at
                        """)
                    .param("card", new byte[1])
                    .query(Long.class)
                    .single()))
        .isInstanceOf(RuntimeException.class);
    assertThat(count()).isZero();
  }
}
