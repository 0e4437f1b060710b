package org.entente.node.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The PostgreSQL server of the tests: one for the length of the process, with nothing to lose, so
 * that it never waits for a disk. Every test gets databases of its own, copied from one whose
 * schema is up to date.
 */
public final class FreshPostgres implements AutoCloseable {
  private static final String TEMPLATE = "migrated";

  private static int made;

  private final List<String> names = new ArrayList<>();

  /** Started by the first test that wants it; the library stops it when the process ends. */
  private static final class Server {
    static final EmbeddedPostgres SERVER = started();

    private static EmbeddedPostgres started() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder() // It turns fsync off by itself.
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("shared_buffers", "64MB")
                .start();
        create(server, TEMPLATE, "");
        DataSource template = server.getDatabase("postgres", TEMPLATE);
        Store.migrate(template);
        return server;
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("PostgreSQL did not start", e);
      }
    }
  }

  /** An empty database whose schema is up to date, with a key shelf that was never opened. */
  public StoreSettings database() throws SQLException {
    String name = "fresh" + next();
    create(name, " TEMPLATE " + TEMPLATE);
    create(name + "keys", "");
    return settings(name, name + "keys");
  }

  /** A database without any table, as a new node finds it. */
  public StoreSettings untouched() throws SQLException {
    String name = "untouched" + next();
    create(name, "");
    create(name + "keys", "");
    return settings(name, name + "keys");
  }

  /** A copy of a database that nobody is connected to, as a backup tool makes one. */
  public StoreSettings copy(StoreSettings of) throws SQLException {
    String name = of.url().substring(of.url().lastIndexOf('/') + 1);
    String copy = name + "copy" + next();
    create(copy, " TEMPLATE " + name);
    return settings(copy, name + "keys");
  }

  private static synchronized int next() {
    return ++made;
  }

  private void create(String name, String how) throws SQLException {
    names.add(name);
    create(Server.SERVER, name, how);
  }

  private static void create(EmbeddedPostgres server, String name, String how) throws SQLException {
    execute(server, "CREATE DATABASE " + name + how);
  }

  private static void execute(EmbeddedPostgres server, String command) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static StoreSettings settings(String name, String shelf) {
    String server = "jdbc:postgresql://localhost:" + Server.SERVER.getPort() + "/";
    return new StoreSettings(
        server + name,
        "postgres",
        "postgres",
        new ShelfSettings(server + shelf, "postgres", "postgres"));
  }

  /** Removes what was made here; the server goes on. */
  @Override
  public void close() {
    for (String name : names) {
      try {
        execute(Server.SERVER, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      } catch (SQLException e) {
        throw new IllegalStateException("A database of a test could not be removed", e);
      }
    }
    names.clear();
  }
}
