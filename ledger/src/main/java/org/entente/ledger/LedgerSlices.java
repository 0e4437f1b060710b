package org.entente.ledger;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of a ledger file: lines are taken in order, decoded, checked and hashed in
 * slices on all cores, and put together in order again. Holds a few slices, however long the file
 * is. For one thread.
 */
final class LedgerSlices implements AutoCloseable {
  private static final int LINES = 512;

  /** Slices in the air for each core: one that is worked at and one that waits. */
  private static final int AHEAD = 2;

  private final LineReader lines;
  private final long size;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          cores, task -> Thread.ofPlatform().name("ledger-slice").daemon(true).unstarted(task));
  private final Queue<Future<Slice>> flying = new ArrayDeque<>();
  private long read;
  private boolean ended;

  /**
   * A slice that was looked at.
   *
   * @param leaves of its entries, up to the first that is wrong
   * @param fault what is wrong with the entry behind them; null when all is well
   */
  record Slice(List<Hash> leaves, Verification.@Nullable Unsound fault) {}

  /**
   * @param size how many entries follow in the file
   */
  LedgerSlices(LineReader lines, long size) {
    this.lines = lines;
    this.size = size;
  }

  /**
   * The next slice in the order of the file; null behind the last.
   *
   * @throws IOException when the file cannot be read
   */
  @Nullable Slice next() throws IOException {
    while (!ended && flying.size() < AHEAD * cores) {
      fly();
    }
    Future<Slice> first = flying.poll();
    return first == null ? null : landed(first);
  }

  private void fly() throws IOException {
    if (read == size) {
      ended = true;
      return;
    }
    long start = read;
    long firstLine = lines.line() + 1;
    List<byte[]> taken = new ArrayList<>(LINES);
    while (taken.size() < LINES && read < size) {
      byte[] line = lines.next(LedgerFile.MAX_ENTRY_LINE_BYTES);
      if (line == null) {
        ended = true;
        break;
      }
      taken.add(line);
      read++;
    }
    Verification.Unsound missing =
        ended
            ? LedgerFile.unsound(
                lines.line(),
                "entries-missing",
                "The file ends, or a line runs on, before all entries were read. Ask for the file again.")
            : null;
    flying.add(
        size <= LINES
            ? CompletableFuture.completedFuture(looked(taken, start, firstLine, missing))
            : workers.submit(() -> looked(taken, start, firstLine, missing)));
  }

  private static Slice looked(
      List<byte[]> taken, long start, long firstLine, Verification.@Nullable Unsound behind) {
    EntryScan scan = new EntryScan();
    TreeHasher hasher = new TreeHasher();
    List<Hash> leaves = new ArrayList<>(taken.size());
    for (byte[] line : taken) {
      byte[] entry = StrictText.base64(line);
      if (entry == null || scan.fault(entry) != null) {
        return new Slice(
            leaves,
            LedgerFile.unsound(
                firstLine + leaves.size(),
                "bad-entry",
                "This line is no entry. The file was changed; ask for it again."));
      }
      if (scan.index() != start + leaves.size()) {
        return new Slice(
            leaves,
            LedgerFile.unsound(
                firstLine + leaves.size(),
                "entry-out-of-place",
                "The entry of this line belongs elsewhere. Entries were removed, added or moved; ask for the file again."));
      }
      leaves.add(hasher.leaf(entry));
    }
    return new Slice(leaves, behind);
  }

  private static Slice landed(Future<Slice> slice) {
    try {
      return slice.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the check was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a slice could not be looked at", e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
