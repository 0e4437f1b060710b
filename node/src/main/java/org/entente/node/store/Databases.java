package org.entente.node.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** How both kinds of databases are reached: one connection that writes, a few that read. */
final class Databases {
  /** Readers beside the one writer; pages are short, so few are enough. */
  private static final int READERS = 4;

  private static final int READER_WAIT_MILLIS = 10_000;
  private static final String SQLITE = "jdbc:sqlite:";

  private Databases() {}

  static void requireKnown(String url) {
    if (!embedded(url) && !url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "The database address must start with jdbc:sqlite: or jdbc:postgresql:");
    }
  }

  static boolean embedded(String url) {
    return url.startsWith(SQLITE);
  }

  static DataSource writing(String url, String user, String password) throws SQLException {
    if (embedded(url)) {
      return new SingleConnectionDataSource(sqlite(url).getConnection(), true);
    }
    HikariConfig config = postgres(url, user, password);
    config.setMaximumPoolSize(2);
    config.setMinimumIdle(0); // The writer keeps its connection; the second one is for migrating.
    return new HikariDataSource(config);
  }

  /** Lets go of the connection that writes, for good. */
  static void close(DataSource writing) {
    switch (writing) {
      case HikariDataSource pool -> pool.close();
      case SingleConnectionDataSource single -> single.close();
      default -> throw new IllegalStateException("There are two kinds of sources");
    }
  }

  /** Whether nothing was ever written there; looks without making anything. */
  static boolean empty(StoreSettings settings) throws SQLException, IOException {
    if (embedded(settings.url())) {
      Path file = Path.of(settings.url().substring(SQLITE.length()));
      return !Files.exists(file) || Files.size(file) == 0;
    }
    try (Connection connection =
            DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT to_regclass('flyway_schema_history') IS NULL")) {
      return found.next() && found.getBoolean(1);
    }
  }

  static HikariDataSource reading(String name, String url, String user, String password) {
    HikariConfig config = embedded(url) ? new HikariConfig() : postgres(url, user, password);
    if (embedded(url)) {
      config.setDataSource(sqlite(url));
      config.setConnectionInitSql("PRAGMA query_only = 1");
    } else {
      config.setConnectionInitSql("SET default_transaction_read_only = on");
    }
    config.setPoolName(name);
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(READER_WAIT_MILLIS);
    return new HikariDataSource(config);
  }

  /** Makes the folder that an embedded database lies in, for its owner only. */
  static void makeFolder(String url) throws IOException {
    Path folder = Path.of(url.substring(SQLITE.length())).toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }

  private static HikariConfig postgres(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    return config;
  }

  private static DataSource sqlite(String url) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    config.enforceForeignKeys(true);
    config.setBusyTimeout(READER_WAIT_MILLIS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url);
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws SQLException {
        return KeptStatements.of(super.getConnection());
      }
    };
  }
}
