package org.entente.node.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.entente.node.work.Part;
import org.entente.node.work.Worker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

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
public final class Store implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  private final HikariDataSource readers;
  private final JdbcClient reading;
  private final DataSource writing;
  private final Writer writer;
  private final KeyShelf shelf;
  private final ProvenTime provenTime = new ProvenTime(this);
  private volatile boolean restored;

  private Store(
      DataSource writing,
      Writer writer,
      HikariDataSource readers,
      KeyShelf shelf,
      boolean restored) {
    this.writing = writing;
    this.readers = readers;
    this.reading = JdbcClient.create(readers);
    this.writer = writer;
    this.shelf = shelf;
    this.restored = restored;
  }

  /**
   * Opens the database, brings its schema up to date and starts the writer.
   *
   * @param onStop called once if the store stops because a commit failed
   * @throws StoreStopped when the database cannot be reached
   */
  public static Store open(StoreSettings settings, Runnable onStop) {
    return open(settings, Optional.empty(), onStop);
  }

  /**
   * The same with a second lock on the keys; keys that were kept without it are locked now.
   *
   * @throws StoreStopped also when the keys are locked and no lock is given
   */
  public static Store open(StoreSettings settings, Optional<ShelfLock> lock, Runnable onStop) {
    try {
      KeyShelf shelf = KeyShelf.open(settings.shelf(), lock);
      if (shelf.paired() && Databases.empty(settings)) {
        throw gone();
      }
      DataSource forWriting =
          Databases.writing(settings.url(), settings.user(), settings.password());
      Migrations.bring(forWriting);
      Connection connection = forWriting.getConnection();
      connection.setAutoCommit(false);
      Forgetting forgetting = new Forgetting(connection, settings.embedded(), shelf);
      boolean restored = forgetting.begin();
      if (restored) {
        LOG.warn(
            "The database is older than its key shelf; what was erased since is erased again.");
      }
      Writer writer = new Writer(connection, shelf, forgetting, onStop);
      HikariDataSource readers =
          Databases.reading("readers", settings.url(), settings.user(), settings.password());
      return new Store(forWriting, writer, readers, shelf, restored);
    } catch (StoreStopped e) {
      throw e;
    } catch (SQLException | IOException | RuntimeException e) {
      throw new StoreStopped("The database could not be opened. Check its address and rights.", e);
    }
  }

  /** A database that lost its past must not begin a new one under the old keys. */
  private static StoreStopped gone() {
    return new StoreStopped(
        "The database is empty, but its key shelf belongs to a node that has been running. Restore"
            + " the database from the backup (docs/operating.md); to found another node, use"
            + " another folder.",
        null);
  }

  /** Runs a unit of work and returns its result once it is on disk. */
  public <T extends @Nullable Object> T write(Function<Tx, T> work) {
    return writer.submit(work);
  }

  /** Runs a query on committed rows. */
  public <T extends @Nullable Object> T read(Function<Reads, T> work) {
    return work.apply(new Reads(reading));
  }

  /**
   * Whether the database was restored from a backup and what follows from that is not {@link
   * #settled}: keys that its rows refer to had been forgotten meanwhile. The references are gone
   * again; every capability that keeps such rows checks its own at each start until then.
   */
  public boolean restored() {
    return restored;
  }

  /** Everything that follows from a restored backup was done. */
  public void settled() {
    write(tx -> tx.sql("UPDATE key_shelf SET restored = 0").update());
    restored = false;
  }

  /** What the clock is held against before anything is erased because of the time. */
  public ProvenTime provenTime() {
    return provenTime;
  }

  KeyShelf shelf() {
    return shelf;
  }

  /** Whether the store still accepts work. */
  public boolean running() {
    return writer.running();
  }

  @Override
  public Stream<Worker> workers() {
    return writer.worker().workers();
  }

  @Override
  public void close() {
    writer.close();
    readers.close();
    Databases.close(writing);
    shelf.close();
  }
}
