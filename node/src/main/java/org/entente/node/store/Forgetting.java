package org.entente.node.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Keeps database and key shelf in step, on the writer's connection.
 *
 * <p>An erasure is first a row here, in the unit that erases; then, after the commit, the shelf
 * forgets; then the row goes. A crash in between is finished when the node starts. A database was
 * restored from a backup if its shelf made more erasures than it was told of and has noted.
 */
final class Forgetting {
  /** What stands instead of the count while keys are being moved to a new shelf. */
  private static final long MOVING = -1;

  private final Connection connection;
  private final boolean embedded;
  private final KeyShelf shelf;
  private final Tx tx;

  Forgetting(Connection connection, boolean embedded, KeyShelf shelf) {
    this.connection = connection;
    this.embedded = embedded;
    this.shelf = shelf;
    this.tx = new Tx(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
  }

  /**
   * Pairs the database with its shelf and finishes what was interrupted.
   *
   * @return whether the database was restored from a backup, now or before, and what follows from
   *     that was never said to be done
   * @throws StoreStopped when the shelf belongs to another database
   */
  boolean begin() throws SQLException {
    pair();
    // Before the count is brought up to date: a crash in between does it once more.
    if (told() + noted() < shelf.forgotten()) {
      committed(unit -> unit.sql("UPDATE key_shelf SET restored = 1").update());
      KeyColumns.eraseAgain(this::committed, shelf);
    }
    finish();
    return tx.sql("SELECT restored FROM key_shelf").query(Long.class).single() != 0;
  }

  /** Keys that lie beside their content move once, before this database is known to its shelf. */
  private void pair() throws SQLException {
    takeTurn();
    Optional<String> known = tx.sql("SELECT id FROM key_shelf").query(String.class).optional();
    if (known.isEmpty()) {
      tx.sql("INSERT INTO key_shelf (id, forgotten) VALUES (:id, :moving)")
          .param("id", shelf.id())
          .param("moving", MOVING)
          .update();
    } else if (!known.get().equals(shelf.id())) {
      connection.rollback();
      throw new StoreStopped(
          "The key shelf belongs to another database, or is a new one. Bring back the shelf of"
              + " this node (docs/operating.md); without it nothing here can be read.",
          null);
    }
    boolean moving = told() == MOVING;
    connection.commit();
    if (moving) {
      KeyColumns.move(this::committed, shelf);
      committed(unit -> unit.sql("UPDATE key_shelf SET forgotten = 0").update());
    }
    shelf.pair();
  }

  private long told() {
    return tx.sql("SELECT forgotten FROM key_shelf").query(Long.class).single();
  }

  private long noted() {
    return tx.sql("SELECT COUNT(*) FROM forgotten_key").query(Long.class).single();
  }

  /** Lets the shelf forget what committed units erased. */
  void finish() throws SQLException {
    takeTurn();
    List<byte[]> references =
        tx.sql("SELECT reference FROM forgotten_key")
            .query((rs, n) -> rs.getBytes("reference"))
            .list();
    if (!references.isEmpty()) {
      shelf.forget(references);
      for (byte[] reference : references) {
        tx.sql("DELETE FROM forgotten_key WHERE reference = :r").param("r", reference).update();
      }
    }
    tx.sql("UPDATE key_shelf SET forgotten = :n").param("n", shelf.forgotten()).update();
    connection.commit();
  }

  private <T> T committed(Function<Tx, T> unit) {
    try {
      takeTurn();
      T result = unit.apply(tx);
      shelf.flush();
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw new StoreStopped("Keys could not be brought to the shelf.", e);
    }
  }

  void takeTurn() throws SQLException {
    if (!embedded) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            """
            SELECT pg_advisory_xact_lock(%s)
            """
                .formatted(Writer.WRITER_LOCK));
      }
    }
  }
}
