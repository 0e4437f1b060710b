package org.entente.node.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server for the length of a test class; every test gets empty databases of it. */
public final class FreshPostgres implements AutoCloseable {
  private final EmbeddedPostgres server;
  private int made;

  public FreshPostgres() throws IOException {
    server = EmbeddedPostgres.start();
  }

  /** An empty database. */
  public StoreSettings database() throws SQLException {
    String name = "fresh" + ++made;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return new StoreSettings(
        "jdbc:postgresql://localhost:" + server.getPort() + "/" + name, "postgres", "postgres");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
