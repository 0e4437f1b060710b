package org.entente.node.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
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
final class FreshPostgres {
  private static final String TEMPLATE = "migrated";

  /** Holds the key shelves, each in a schema: a database of its own takes longer to make. */
  private static final String SHELVES = "shelves";

  private static final List<String> MADE = new ArrayList<>();
  private static int made;

  private FreshPostgres() {}

  /** Started by the first test that wants it; the library stops it when the process ends. */
  private static final class Server {
    static final EmbeddedPostgres SERVER = started();

    private static EmbeddedPostgres started() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder() // It turns fsync off by itself.
                .setDataDirectory(Files.createTempDirectory("postgres"))
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("max_wal_size", "64MB")
                .setServerConfig("min_wal_size", "32MB")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("shared_buffers", "64MB")
                .start();
        execute(server, "CREATE DATABASE " + SHELVES);
        execute(server, "CREATE DATABASE " + TEMPLATE);
        Migrations.bring(server.getDatabase("postgres", TEMPLATE));
        return server;
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("PostgreSQL did not start", e);
      }
    }
  }

  /** An empty database whose schema is up to date, with a key shelf that was never opened. */
  static StoreSettings database() {
    int number = next();
    String shelf = "shelf" + number;
    execute(Server.SERVER.getDatabase("postgres", SHELVES), "CREATE SCHEMA " + shelf);
    return settings(
        created("fresh" + number, " TEMPLATE " + TEMPLATE),
        new ShelfSettings(address(SHELVES) + "?currentSchema=" + shelf, "postgres", "postgres"));
  }

  /** A database without any table, as a new node finds it. */
  static StoreSettings untouched(ShelfSettings shelf) {
    return settings(created("untouched" + next(), ""), shelf);
  }

  /** A copy of a database that nobody is connected to, as a backup tool makes one. */
  static StoreSettings copy(StoreSettings of) {
    String name = of.url().substring(of.url().lastIndexOf('/') + 1);
    return settings(created(name + "copy" + next(), " TEMPLATE " + name), of.shelf());
  }

  /** Removes what was made; the server goes on. */
  static synchronized void removeAll() {
    MADE.forEach(name -> execute(Server.SERVER, "DROP DATABASE " + name + " WITH (FORCE)"));
    MADE.clear();
  }

  private static synchronized int next() {
    return ++made;
  }

  private static synchronized String created(String name, String how) {
    execute(Server.SERVER, "CREATE DATABASE " + name + how);
    MADE.add(name);
    return name;
  }

  private static StoreSettings settings(String name, ShelfSettings shelf) {
    return new StoreSettings(address(name), "postgres", "postgres", shelf);
  }

  private static String address(String database) {
    return "jdbc:postgresql://localhost:" + Server.SERVER.getPort() + "/" + database;
  }

  private static void execute(EmbeddedPostgres server, String command) {
    execute(server.getPostgresDatabase(), command);
  }

  private static void execute(DataSource database, String command) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    } catch (SQLException e) {
      throw new IllegalStateException("The test server refused: " + command, e);
    }
  }
}
