package org.entente.node.store;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresForgettingTest extends ForgettingContract {
  private FreshPostgres server;

  @BeforeAll
  void startServer() throws IOException {
    server = new FreshPostgres();
  }

  @AfterAll
  void stopServer() throws IOException {
    server.close();
  }

  @Override
  StoreSettings settings() throws SQLException {
    return server.database();
  }

  @Override
  StoreSettings backup(StoreSettings of) throws SQLException {
    return server.copy(of);
  }

  @Override
  StoreSettings emptied(StoreSettings of) throws SQLException {
    StoreSettings fresh = server.database();
    return new StoreSettings(fresh.url(), fresh.user(), fresh.password(), of.shelf());
  }
}
