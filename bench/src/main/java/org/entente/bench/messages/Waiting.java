package org.entente.bench.messages;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What waits in the outbox of a node, read beside it so that looking costs the node nothing. */
final class Waiting implements AutoCloseable {
  private static final long LOOK_MILLIS = 5;

  private final Connection connection;

  Waiting(Path node) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + node.resolve("node.db"));
  }

  int count() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("SELECT COUNT(*) FROM outbox")) {
      return rs.getInt(1);
    }
  }

  /** Waits until nothing waits. */
  void none(Duration patience) throws SQLException, InterruptedException {
    fewerThan(1, patience);
  }

  /**
   * Waits until fewer than this many wait.
   *
   * @return the nanosecond at which it was seen
   */
  long fewerThan(int many, Duration patience) throws SQLException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (count() >= many) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Still waiting after " + patience);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return System.nanoTime();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
