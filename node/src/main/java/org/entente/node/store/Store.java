package org.entente.node.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The node's database.
 *
 * <p><b>Guarantees.</b> {@link #write} runs units one after another; when it returns the unit is on
 * disk whole, when it throws nothing of it is. Units that wait at the same moment share one commit.
 * {@link #read} sees only committed units.
 *
 * <p><b>Failures.</b> What the unit throws is thrown to its caller after the unit was undone. A
 * commit that fails is never tried again: the store stops for good ({@link StoreStopped}), because
 * after a failed write to disk nobody knows what is there.
 *
 * <p>Safe for use by many threads. Callers should be platform threads: SQLite's native calls pin
 * virtual ones.
 */
public final class Store implements AutoCloseable {
  /** Readers beside the one writer; pages are short, so few are enough. */
  private static final int READERS = 4;

  private static final int READER_WAIT_MILLIS = 10_000;

  private final HikariDataSource readers;
  private final JdbcClient reading;
  private final Writer writer;
  private final boolean embedded;

  private Store(HikariDataSource readers, Writer writer, boolean embedded) {
    this.readers = readers;
    this.reading = JdbcClient.create(readers);
    this.writer = writer;
    this.embedded = embedded;
  }

  /**
   * Opens the database, brings its schema up to date and starts the writer.
   *
   * @param onStop called once if the store stops because a commit failed
   * @throws StoreStopped when the database cannot be reached
   */
  public static Store open(StoreSettings settings, Runnable onStop) {
    try {
      DataSource forWriting = writingSource(settings);
      migrate(forWriting);
      Connection connection = forWriting.getConnection();
      connection.setAutoCommit(false);
      Writer writer = new Writer(connection, settings.embedded(), onStop);
      return new Store(readingPool(settings), writer, settings.embedded());
    } catch (SQLException | RuntimeException e) {
      throw new StoreStopped("The database could not be opened. Check its address and rights.", e);
    }
  }

  /** Runs a unit of work and returns its result once it is on disk. */
  public <T extends @Nullable Object> T write(Function<Tx, T> work) {
    return writer.submit(work);
  }

  /** Runs a query on committed rows. */
  public <T extends @Nullable Object> T read(Function<Tx, T> work) {
    return work.apply(new Tx(reading));
  }

  /** Whether this is the embedded database. */
  public boolean embedded() {
    return embedded;
  }

  /** Whether the store still accepts work. */
  public boolean running() {
    return writer.running();
  }

  @Override
  public void close() {
    writer.close();
    readers.close();
  }

  private static void migrate(DataSource source) {
    Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
  }

  private static DataSource writingSource(StoreSettings settings) throws SQLException {
    if (settings.embedded()) {
      return new SingleConnectionDataSource(sqlite(settings).getConnection(), true);
    }
    HikariConfig config = postgres(settings);
    config.setMaximumPoolSize(2);
    return new HikariDataSource(config);
  }

  private static HikariDataSource readingPool(StoreSettings settings) {
    HikariConfig config = settings.embedded() ? new HikariConfig() : postgres(settings);
    if (settings.embedded()) {
      config.setDataSource(sqlite(settings));
      config.setConnectionInitSql("PRAGMA query_only = 1");
    } else {
      config.setConnectionInitSql("SET default_transaction_read_only = on");
    }
    config.setPoolName("readers");
    config.setMaximumPoolSize(READERS);
    config.setConnectionTimeout(READER_WAIT_MILLIS);
    return new HikariDataSource(config);
  }

  private static HikariConfig postgres(StoreSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    return config;
  }

  private static SQLiteDataSource sqlite(StoreSettings settings) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    config.enforceForeignKeys(true);
    config.setBusyTimeout(READER_WAIT_MILLIS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(settings.url());
    return source;
  }
}
