package org.entente.node.casework;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.entente.node.store.FreshPostgres;
import org.entente.node.store.StoreSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresConformanceTest extends ConformanceContract {
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
  protected StoreSettings settings(Path folder) throws SQLException {
    return server.database();
  }
}
