package org.entente.node.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.entente.node.store.Store;
import org.entente.node.store.StoreSettings;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waited in a database from before families belongs to the family that it is of. */
class OutboxCarriedOverTest {
  @Test
  void whatWaitedBeforeStillFindsItsFamily(@TempDir Path folder) throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("node.db");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/migration")
        .target("18")
        .load()
        .migrate();
    try (Connection database = DriverManager.getConnection(url);
        Statement before = database.createStatement()) {
      List<String> messages = List.of("act", "note", "notice");
      for (int i = 0; i < messages.size(); i++) {
        before.executeUpdate(
            "INSERT INTO outbox (message_id, partner, position, sealed, attempts, next_attempt_at,"
                + " created_at) VALUES ('"
                + messages.get(i)
                + "', 'rs.mup', "
                + i
                + ", x'00', 0, 1, 1)");
      }
      before.executeUpdate(
          "INSERT INTO agreement_step (id, partner, direction, kind, agreement, state, sealed_body,"
              + " wrapped_key, salt, body_hash, made_at) VALUES ('note', 'rs.mup', 'OUT',"
              + " 'SUSPENSION', 'a', 'RELEASED', x'00', x'00', x'00', 'h', 1)");
      before.executeUpdate(
          "INSERT INTO notice (id, partner, direction, kind, about, case_id, state, sealed_body,"
              + " wrapped_key, salt, body_hash, made_at) VALUES ('notice', 'rs.mup', 'OUT',"
              + " 'RECALL', 'm', 'c', 'RELEASED', x'00', x'00', x'00', 'h', 1)");
    }

    Store store = Store.open(StoreSettings.embedded(folder.resolve("node.db")), () -> {});
    List<String> families =
        store.read(
            tx -> tx.sql("SELECT family FROM outbox ORDER BY position").query(String.class).list());
    store.close();

    assertThat(families).containsExactly("kind", "note", "notice");
  }
}
