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
    create(name, "");
    create(name + "keys", "");
    return settings(name, name + "keys");
  }

  /** A copy of a database that nobody is connected to, as a backup tool makes one. */
  public StoreSettings copy(StoreSettings of) throws SQLException {
    String name = of.url().substring(of.url().lastIndexOf('/') + 1);
    String copy = name + "copy" + ++made;
    create(copy, " TEMPLATE " + name);
    return settings(copy, name + "keys");
  }

  private void create(String name, String how) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + how);
    }
  }

  private StoreSettings settings(String name, String shelf) {
    String server = "jdbc:postgresql://localhost:" + this.server.getPort() + "/";
    return new StoreSettings(
        server + name,
        "postgres",
        "postgres",
        new ShelfSettings(server + shelf, "postgres", "postgres"));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
