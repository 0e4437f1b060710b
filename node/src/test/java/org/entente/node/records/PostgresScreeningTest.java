package org.entente.node.records;

import java.io.IOException;
import java.sql.SQLException;
import org.entente.node.store.FreshPostgres;
import org.entente.node.store.StoreSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresScreeningTest extends ScreeningContract {
  private FreshPostgres server;

  @BeforeAll
  void start() throws IOException {
    server = new FreshPostgres();
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
  }

  @Override
  StoreSettings settings() throws SQLException {
    return server.database();
  }
}
