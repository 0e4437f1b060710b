package org.entente.node.store;

import com.fasterxml.uuid.Generators;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * Where the wrapped keys of all content lie, apart from the content: a small database of its own
 * that has a present and no past. The main database holds references only, so that a backup of it
 * opens with the shelf of today and with nothing that was forgotten since.
 *
 * <p><b>Guarantees.</b> A key is on disk before the row that refers to it, because the store
 * flushes the shelf before every commit. A key that was forgotten is overwritten, and a mark stays
 * in its place, so that "erased" and "lost" can be told apart.
 *
 * <p><b>Does not guarantee</b> anything against a copy of the shelf that is older than an erasure;
 * see {@code docs/decisions/0004-key-shelf.md}.
 *
 * <p><b>Failures.</b> A shelf that cannot be written stops the store like a failed commit. Safe for
 * use by many threads.
 */
final class KeyShelf implements AutoCloseable {
  static final int REFERENCE_BYTES = 16;

  /** Length of a key that the master key wrapped; what a lock was put on is longer. */
  static final int WRAPPED_BYTES = 61;

  /** Keys that wait for a commit; a unit that makes more of them flushes on its way. */
  private static final int WAITING_MAX = 8_192;

  private static final byte[] NOTHING = new byte[0];

  private final boolean embedded;
  private final DataSource writing;
  private final Connection connection;
  private final HikariDataSource readers;
  private final String id;
  private final Optional<ShelfLock> lock;

  /** Numbers given out that are not on disk yet, by series; guarded by {@link #waiting}. */
  private final Map<String, Long> numbers = new HashMap<>();

  /** Series of which the database was asked since the shelf was opened; guarded like them. */
  private final Set<String> known = new HashSet<>();

  /** Keys that are not on disk yet, by reference; guarded by itself. */
  private final Map<ByteBuffer, byte[]> waiting = new LinkedHashMap<>();

  private KeyShelf(ShelfSettings settings, Optional<ShelfLock> lock)
      throws SQLException, IOException {
    this.lock = lock;
    this.embedded = settings.embedded();
    if (embedded) {
      Databases.makeFolder(settings.url());
    }
    this.writing = Databases.writing(settings.url(), settings.user(), settings.password());
    this.connection = writing.getConnection();
    connection.setAutoCommit(false);
    this.id = prepare();
    this.readers = Databases.reading("shelf", settings.url(), settings.user(), settings.password());
    lockAll();
  }

  static KeyShelf open(ShelfSettings settings, Optional<ShelfLock> lock) {
    try {
      return new KeyShelf(settings, lock);
    } catch (StoreStopped e) {
      throw e;
    } catch (SQLException | IOException | RuntimeException e) {
      throw new StoreStopped("The key shelf could not be opened. Check its address and rights.", e);
    }
  }

  private String prepare() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!embedded) {
        statement.execute(
            """
            SELECT pg_advisory_xact_lock(%s)
            """
                .formatted(Writer.WRITER_LOCK));
      }
      statement.execute(
          "CREATE TABLE IF NOT EXISTS shelf (id TEXT PRIMARY KEY, forgotten BIGINT NOT NULL)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS shelf_key (reference BYTEA PRIMARY KEY, wrapped BYTEA NOT"
              + " NULL)"
              + (embedded ? " WITHOUT ROWID" : ""));
      statement.execute("CREATE TABLE IF NOT EXISTS shelf_paired (once INTEGER PRIMARY KEY)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS shelf_number (series TEXT PRIMARY KEY, last BIGINT NOT"
              + " NULL)");
      String found = single(statement, "SELECT id FROM shelf");
      if (found.isEmpty()) {
        found = Generators.timeBasedEpochRandomGenerator().generate().toString();
        try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO shelf (id, forgotten) VALUES (?, 0)")) {
          insert.setString(1, found);
          insert.executeUpdate();
        }
      }
      connection.commit();
      return found;
    }
  }

  /** Locks what was kept before there was a lock; refuses a shelf whose lock is missing. */
  private void lockAll() throws SQLException {
    if (lock.isEmpty()) {
      requireOpen();
      return;
    }
    List<byte[]> open = unlocked();
    boolean any = !open.isEmpty();
    while (!open.isEmpty()) {
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE shelf_key SET wrapped = ? WHERE reference = ?")) {
        for (byte[] reference : open) {
          if (find(reference) instanceof Place.Key(byte[] wrapped)) {
            update.setBytes(1, lock.get().lock(wrapped, reference));
            update.setBytes(2, reference);
            update.addBatch();
          }
        }
        update.executeBatch();
        connection.commit();
      }
      open = unlocked();
    }
    if (any) {
      leaveNoTrace();
    }
  }

  private void requireOpen() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String locked =
          single(
              statement,
              "SELECT COUNT(*) FROM shelf_key WHERE LENGTH(wrapped) > %s".formatted(WRAPPED_BYTES));
      connection.commit();
      if (!locked.equals("0")) {
        throw new StoreStopped(
            "The keys are locked by a token, and none is set. Set entente.token-library.", null);
      }
    }
  }

  private List<byte[]> unlocked() throws SQLException {
    List<byte[]> references = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rs =
            statement.executeQuery(
                """
                SELECT reference
                FROM shelf_key
                WHERE LENGTH(wrapped) = %s LIMIT 1000
                """
                    .formatted(WRAPPED_BYTES))) {
      while (rs.next()) {
        references.add(rs.getBytes(1));
      }
    }
    connection.commit();
    return references;
  }

  private byte[] opened(byte[] kept, byte[] reference) {
    return kept.length > WRAPPED_BYTES && lock.isPresent()
        ? lock.get().unlock(kept, reference)
        : kept;
  }

  private static String single(Statement statement, String query) throws SQLException {
    try (ResultSet rs = statement.executeQuery(query)) {
      return rs.next() ? rs.getString(1) : "";
    }
  }

  /** Which shelf this is; a database remembers its own. */
  String id() {
    return id;
  }

  /** Whether a database has ever been used with this shelf. */
  boolean paired() {
    try (Connection reading = readers.getConnection();
        Statement statement = reading.createStatement()) {
      return !single(
              statement,
              """
              SELECT 1 FROM shelf_paired
              UNION ALL SELECT 1 FROM shelf_key
              UNION ALL SELECT 1 FROM shelf WHERE forgotten > 0 LIMIT 1
              """)
          .isEmpty();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Remembers that a database is used with this shelf. */
  void pair() throws SQLException {
    synchronized (connection) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("INSERT INTO shelf_paired (once) VALUES (1) ON CONFLICT DO NOTHING");
      }
      connection.commit();
    }
  }

  /**
   * The next number of a series that never gives one twice, also not after the database was
   * restored from a backup.
   *
   * @param after the highest number that the database knows of; asked once while this shelf is open
   */
  long next(String series, LongSupplier after) {
    boolean asked;
    synchronized (waiting) {
      asked = known.contains(series);
    }
    long database = asked ? 0 : after.getAsLong();
    synchronized (waiting) {
      Long given = numbers.get(series);
      long next = Math.max(database, given == null ? last(series) : given) + 1;
      numbers.put(series, next);
      known.add(series);
      return next;
    }
  }

  private long last(String series) {
    try (Connection reading = readers.getConnection();
        PreparedStatement query =
            reading.prepareStatement("SELECT last FROM shelf_number WHERE series = ?")) {
      query.setString(1, series);
      try (ResultSet rs = query.executeQuery()) {
        return rs.next() ? rs.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** How many keys this shelf has ever forgotten. */
  long forgotten() {
    try (Connection reading = readers.getConnection();
        Statement statement = reading.createStatement()) {
      return Long.parseLong(single(statement, "SELECT forgotten FROM shelf"));
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Takes a key; it is on disk once {@link #flush} has returned. */
  byte[] put(byte[] wrapped) {
    UUID name = Generators.timeBasedEpochRandomGenerator().generate();
    byte[] reference =
        ByteBuffer.allocate(REFERENCE_BYTES)
            .putLong(name.getMostSignificantBits())
            .putLong(name.getLeastSignificantBits())
            .array();
    byte[] kept = lock.map(l -> l.lock(wrapped, reference)).orElseGet(wrapped::clone);
    boolean full;
    synchronized (waiting) {
      waiting.put(ByteBuffer.wrap(reference), kept);
      full = waiting.size() >= WAITING_MAX;
    }
    if (full) {
      try {
        flush();
      } catch (SQLException e) {
        throw new StoreStopped("The key shelf could not be written.", e);
      }
    }
    return reference;
  }

  /** What lies under a reference. */
  sealed interface Place {
    record Key(byte[] wrapped) implements Place {
      @Override
      public String toString() {
        return "Key[…]";
      }
    }

    /** There was a key; it was destroyed. */
    record Forgotten() implements Place {}

    /** There never was one: shelf and database do not belong together or the shelf is older. */
    record Unknown() implements Place {}
  }

  Place find(byte[] reference) {
    synchronized (waiting) {
      byte[] kept = waiting.get(ByteBuffer.wrap(reference));
      if (kept != null) {
        return new Place.Key(opened(kept, reference));
      }
    }
    try (Connection reading = readers.getConnection();
        PreparedStatement query =
            reading.prepareStatement("SELECT wrapped FROM shelf_key WHERE reference = ?")) {
      query.setBytes(1, reference);
      try (ResultSet rs = query.executeQuery()) {
        if (!rs.next()) {
          return new Place.Unknown();
        }
        byte[] kept = rs.getBytes(1);
        return kept.length == 0 ? new Place.Forgotten() : new Place.Key(opened(kept, reference));
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Which of these references have been forgotten. */
  Set<ByteBuffer> forgottenAmong(Collection<byte[]> references) {
    Set<ByteBuffer> found = new HashSet<>();
    for (byte[] reference : references) {
      if (find(reference) instanceof Place.Forgotten) {
        found.add(ByteBuffer.wrap(reference));
      }
    }
    return found;
  }

  /** Brings what waits to the disk; the store calls this before every commit. */
  void flush() throws SQLException {
    synchronized (connection) {
      List<Map.Entry<ByteBuffer, byte[]>> taken;
      Map<String, Long> given;
      synchronized (waiting) {
        if (waiting.isEmpty() && numbers.isEmpty()) {
          return;
        }
        taken = new ArrayList<>(waiting.entrySet());
        given = Map.copyOf(numbers);
      }
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO shelf_key (reference, wrapped) VALUES (?, ?)")) {
        for (Map.Entry<ByteBuffer, byte[]> each : taken) {
          insert.setBytes(1, each.getKey().array());
          insert.setBytes(2, each.getValue());
          insert.addBatch();
        }
        insert.executeBatch();
        number(given);
        connection.commit();
      }
      synchronized (waiting) {
        given.forEach(numbers::remove);
        taken.forEach(each -> waiting.remove(each.getKey()));
      }
    }
  }

  private void number(Map<String, Long> given) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO shelf_number (series, last)
            VALUES (?, ?)
            ON CONFLICT (series) DO UPDATE
            SET last = excluded.last
            """)) {
      for (Map.Entry<String, Long> each : given.entrySet()) {
        upsert.setString(1, each.getKey());
        upsert.setLong(2, each.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  /** Overwrites these keys for good; one that is forgotten already stays so. */
  void forget(Collection<byte[]> references) throws SQLException {
    flush();
    synchronized (connection) {
      long count = 0;
      try (PreparedStatement erase =
              connection.prepareStatement(
                  "UPDATE shelf_key SET wrapped = ? WHERE reference = ? AND LENGTH(wrapped) > 0");
          PreparedStatement counted =
              connection.prepareStatement("UPDATE shelf SET forgotten = forgotten + ?")) {
        for (byte[] reference : references) {
          erase.setBytes(1, NOTHING);
          erase.setBytes(2, reference);
          count += erase.executeUpdate();
        }
        counted.setLong(1, count);
        counted.executeUpdate();
      }
      connection.commit();
      leaveNoTrace();
    }
  }

  /** What the write-ahead log still holds of the old page goes into the file, then is cut off. */
  private void leaveNoTrace() throws SQLException {
    if (!embedded) {
      return;
    }
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      connection.setAutoCommit(false);
    }
  }

  private static StoreStopped unreadable(SQLException cause) {
    return new StoreStopped("The key shelf cannot be read. Look at its disk or server.", cause);
  }

  @Override
  public void close() {
    readers.close();
    Databases.close(writing);
  }
}
