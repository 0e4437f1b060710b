package org.entente.node.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.entente.agreement.AuthorityId;

/**
 * Lets each partner use some of the door's threads and no more, so that no partner closes the door
 * for the others. What comes beyond that waits in order, without a thread and unread; what comes
 * beyond the queue is refused. Safe for use by many threads.
 */
final class FairShare {
  /** Requests of one partner that wait; an honest node has some forty on their way at most. */
  static final int WAITING = 64;

  private final Map<AuthorityId, Share> shares = new HashMap<>();
  private final int atOnce;

  /**
   * @param atOnce requests of one partner that are worked on at the same moment
   */
  FairShare(int atOnce) {
    this.atOnce = atOnce;
  }

  private static final class Share {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int working;
  }

  /**
   * Does it now, or when its turn comes on one of these threads.
   *
   * @param work handles what it throws itself
   * @return false if the partner has too much on its way already
   */
  boolean take(AuthorityId partner, Executor threads, Runnable work) {
    Share share;
    synchronized (this) {
      share = shares.computeIfAbsent(partner, p -> new Share());
      if (share.working >= atOnce) {
        return share.waiting.size() < WAITING && share.waiting.add(work);
      }
      share.working++;
    }
    run(share, threads, work);
    return true;
  }

  private void run(Share share, Executor threads, Runnable work) {
    try {
      work.run();
    } finally {
      next(share, threads);
    }
  }

  private void next(Share share, Executor threads) {
    Runnable next;
    synchronized (this) {
      next = share.waiting.poll();
      if (next == null) {
        share.working--;
        return;
      }
    }
    Runnable turn = next;
    try {
      threads.execute(() -> run(share, threads, turn));
    } catch (RejectedExecutionException e) {
      synchronized (this) {
        share.working--; // The door is closing; those who wait are told by the line.
      }
    }
  }
}
