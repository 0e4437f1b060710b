package org.entente.node.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.entente.node.work.Faults;
import org.entente.node.work.Round;
import org.entente.node.work.Worker;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The one thread that writes. It takes the units that wait, runs each behind a savepoint and
 * commits them together, so that one flush of the disk serves many.
 */
final class Writer implements AutoCloseable {
  /** Units that may wait; beyond that callers are held back rather than memory filled. */
  private static final int WAITING = 1_024;

  /** Units that share a commit; keeps the wait of the first of them short. */
  private static final int GROUP = 64;

  private static final long IDLE_MILLIS = 200;

  /** Longer than the largest unit of work takes. */
  private static final Duration LONGEST_COMMIT = Duration.ofMinutes(10);

  /** Serialises the writers of several replicas of one node on PostgreSQL. */
  static final long WRITER_LOCK = 0x656e74656e7465L;

  private final BlockingQueue<Unit<?>> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Connection connection;
  private final KeyShelf shelf;
  private final Forgetting forgetting;
  private final Tx tx;
  private final Runnable onStop;
  private final Worker worker =
      new Worker("store-writer", Duration.ZERO, LONGEST_COMMIT, this::round);
  private volatile boolean running = true;

  Writer(Connection connection, KeyShelf shelf, Forgetting forgetting, Runnable onStop) {
    this.connection = connection;
    this.shelf = shelf;
    this.forgetting = forgetting;
    this.onStop = onStop;
    this.tx = new Tx(JdbcClient.create(new SingleConnectionDataSource(connection, true)), shelf);
    worker.start();
  }

  boolean running() {
    return running;
  }

  Worker worker() {
    return worker;
  }

  <T extends @Nullable Object> T submit(Function<Tx, T> work) {
    if (worker.isCalling()) {
      throw new IllegalStateException("A unit of work must not start another one");
    }
    Unit<T> unit = new Unit<>(work);
    try {
      while (!waiting.offer(unit, IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
        requireRunning();
      }
      requireRunning();
      return unit.done.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreStopped("The node is stopping.", e);
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void requireRunning() {
    if (!running) {
      failWaiting();
      throw new StoreStopped(
          "The database has stopped. Look at the disk, then start the node.", null);
    }
  }

  /** One commit. What waits when the store is closed is still written. */
  private Round round() throws InterruptedException {
    Unit<?> first = waiting.poll(running ? IDLE_MILLIS : 0, TimeUnit.MILLISECONDS);
    if (first == null && !running) {
      throw stopping();
    }
    if (first == null) {
      return Round.NOTHING;
    }
    List<Unit<?>> group = new ArrayList<>(GROUP);
    group.add(first);
    waiting.drainTo(group, GROUP - 1);
    try {
      commit(group);
    } catch (SQLException | RuntimeException | Error e) {
      throw stopped(group, e);
    }
    return Round.DID;
  }

  private void commit(List<Unit<?>> group) throws SQLException {
    forgetting.takeTurn();
    for (Unit<?> unit : group) {
      Savepoint before = connection.setSavepoint();
      int words = tx.words();
      if (unit.run(tx)) {
        connection.releaseSavepoint(before);
      } else {
        connection.rollback(before);
        tx.unsay(words);
      }
    }
    shelf.flush(); // No row on disk without its key.
    connection.commit();
    if (tx.forgot()) {
      forgetting.finish(); // Nobody is told "erased" while the key is there.
    }
    group.forEach(Unit::complete);
    tx.sayAll();
  }

  /** The one worker that does not go on: nobody knows what is on the disk now. */
  private StoreStopped stopped(List<Unit<?>> group, Throwable cause) {
    running = false;
    Faults.met("Writing to the database", cause);
    StoreStopped stopped =
        new StoreStopped("Writing to the database failed; the node stops.", cause);
    group.forEach(unit -> unit.done.completeExceptionally(stopped));
    failWaiting();
    onStop.run();
    return stopped;
  }

  private static StoreStopped stopping() {
    return new StoreStopped("The node is stopping.", null);
  }

  private void failWaiting() {
    Unit<?> unit = waiting.poll();
    while (unit != null) {
      unit.done.completeExceptionally(stopping());
      unit = waiting.poll();
    }
  }

  @Override
  public void close() {
    running = false;
    boolean _ = waiting.offer(new Unit<>(nothing -> true)); // Wakes the writer where it idles.
    try {
      worker.awaitEnd();
      worker.stop();
      failWaiting();
      connection.close();
    } catch (SQLException e) {
      throw new StoreStopped("The database could not be closed cleanly.", e);
    }
  }

  /** One caller's work, its outcome held back until the commit. */
  private static final class Unit<T extends @Nullable Object> {
    private final Function<Tx, T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    Unit(Function<Tx, T> work) {
      this.work = work;
    }

    boolean run(Tx tx) {
      try {
        result = work.apply(tx);
        return true;
      } catch (RuntimeException | Error e) {
        failure = e;
        return false;
      }
    }

    @SuppressWarnings("NullAway") // A unit may return null on purpose: T is nullable then.
    void complete() {
      if (failure == null) {
        done.complete(result);
      } else {
        done.completeExceptionally(failure);
      }
    }
  }
}
