package org.entente.node.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresStoreTest extends StoreContract {
  private EmbeddedPostgres server;

  @BeforeAll
  void start() throws Exception {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE keys");
    }
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
  }

  @Override
  StoreSettings settings() {
    String address = "jdbc:postgresql://localhost:" + server.getPort() + "/";
    return new StoreSettings(
        address + "postgres",
        "postgres",
        "postgres",
        new ShelfSettings(address + "keys", "postgres", "postgres"));
  }
}
