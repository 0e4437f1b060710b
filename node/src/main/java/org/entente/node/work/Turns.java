package org.entente.node.work;

import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Things that are worked through in turn, such as lists that officers have started. One that fails
 * is put behind the others and tried again; one that was added before {@link #start} waits for it.
 * Safe for use by many threads.
 */
public final class Turns<T> implements Part {
  /** All that have a turn to come; what is added twice has one. */
  private final Set<T> coming = ConcurrentHashMap.newKeySet();

  /** What has its turn now; a word about it meanwhile gives it one more. */
  private volatile @Nullable T taken;

  private final Queue<T> waiting = new ConcurrentLinkedQueue<>();

  /** What could not go on when its turn came, with the moment of that. */
  private final Queue<Put<T>> later = new ConcurrentLinkedQueue<>();

  private final Duration longestRest;
  private final Task<T> task;
  private final Worker worker;

  private record Put<T>(T each, long at) {}

  /** What is done with each. */
  public interface Task<T> {
    Turn take(T each) throws Exception;
  }

  /** What one turn came to. */
  public enum Turn {
    /** Nothing more is to be done. */
    OVER,
    /** It wants another turn, behind the others. */
    AGAIN,
    /** The same, after the longest rest. */
    LATER
  }

  /**
   * @param name see {@link Worker}
   */
  public Turns(String name, Duration longestRest, Duration longestRound, Task<T> task) {
    this(name, longestRest, longestRound, false, task);
  }

  /**
   * @param interrupted whether a turn is interrupted when this is closed
   */
  public Turns(
      String name, Duration longestRest, Duration longestRound, boolean interrupted, Task<T> task) {
    this.task = task;
    this.longestRest = longestRest;
    this.worker =
        interrupted
            ? Worker.interrupted(name, longestRest, longestRound, this::round)
            : new Worker(name, longestRest, longestRound, this::round);
  }

  /** Lets it have its turn. */
  public void add(T each) {
    if (comesAgain(each)) {
      worker.wake();
    }
  }

  private boolean comesAgain(T each) {
    return coming.add(each) && waiting.add(each);
  }

  /** Whether it is not over yet. */
  public boolean awaits(T each) {
    return each.equals(taken) || coming.contains(each);
  }

  private Round round() throws Exception {
    long now = System.nanoTime();
    later.removeIf(put -> now - put.at() >= longestRest.toNanos() && waiting.add(put.each()));
    @Nullable T each = waiting.poll();
    if (each == null) {
      return Round.NOTHING;
    }
    taken = each;
    coming.remove(each);
    Turn next = Turn.AGAIN;
    try {
      next = task.take(each);
      return Round.DID;
    } finally {
      switch (next) {
        case OVER -> {}
        case AGAIN -> comesAgain(each);
        case LATER -> {
          if (coming.add(each)) {
            later.add(new Put<>(each, System.nanoTime()));
          }
        }
      }
      taken = null;
    }
  }

  /** Whether a turn that is long should go on. */
  public boolean goesOn() {
    return worker.goesOn();
  }

  /** See {@link Worker#works}. */
  public void works() {
    worker.works();
  }

  @Override
  public void start() {
    worker.start();
  }

  @Override
  public Stream<Worker> workers() {
    return worker.workers();
  }

  @Override
  public void close() {
    worker.close();
  }
}
