package org.entente.node.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema of a database up to date. */
final class Migrations {
  /**
   * The history that Flyway last left behind in this process. A database with the very same one
   * needs nothing; reading all migrations again would be a third of the time that opening takes.
   */
  private static final AtomicReference<List<String>> COMPLETE = new AtomicReference<>(List.of());

  private static final String HISTORY =
      """
      SELECT version, checksum, success
      FROM flyway_schema_history
      ORDER BY installed_rank
      """;

  private Migrations() {}

  /**
   * Runs the migrations that are missing.
   *
   * @throws FlywayException when the database was changed by another program or a later version
   */
  static void bring(DataSource source) throws SQLException {
    if (!COMPLETE.get().isEmpty() && history(source).equals(COMPLETE.get())) {
      return;
    }
    Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    COMPLETE.set(history(source));
  }

  /** Nothing where there is no history yet. */
  private static List<String> history(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      if (!kept(connection)) {
        return List.of();
      }
      List<String> history = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(HISTORY)) {
        while (rows.next()) {
          history.add(
              rows.getString("version")
                  + " "
                  + rows.getInt("checksum")
                  + " "
                  + rows.getBoolean("success"));
        }
      }
      return history;
    }
  }

  private static boolean kept(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(
                null, connection.getSchema(), "flyway_schema_history", new String[] {"TABLE"})) {
      return tables.next();
    }
  }
}
