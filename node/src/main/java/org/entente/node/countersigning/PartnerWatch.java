package org.entente.node.countersigning;

import java.time.Duration;
import org.entente.node.work.Round;
import org.entente.node.work.Worker;

/** Asks one partner again and again, on a thread of its own. */
final class PartnerWatch {
  /** Doublings of the wait after rounds that brought nothing, until it is the longest. */
  private static final int DOUBLINGS_MAX = 10;

  /** A round of questions to a partner that is slow to answer each of them. */
  private static final Duration LONGEST_ROUND = Duration.ofHours(1);

  private final LedgerRounds asking;
  private final long most;
  private final Worker worker;
  private volatile boolean tried;

  /** Looks so far; at every so many of them the partner is asked in any case. */
  private long look;

  private long next;
  private int failures;

  PartnerWatch(LedgerRounds asking, Pace pace) {
    this.asking = asking;
    this.most = Math.max(1, pace.atLeast().dividedBy(pace.between()));
    this.worker =
        Worker.interrupted(
            "witness-" + asking.partner(), pace.between(), LONGEST_ROUND, this::round);
  }

  /** Whether the first round has ended, with any result. */
  boolean tried() {
    return tried;
  }

  LedgerRounds asking() {
    return asking;
  }

  /** Looks at every turn of the pace, and at once when it is woken. */
  Worker worker() {
    return worker;
  }

  private Round round() throws InterruptedException {
    try {
      if (look >= next && (look - next >= most || asking.due() || failures > 0 || look == 0)) {
        failures = asking.round() ? 0 : Math.min(failures + 1, DOUBLINGS_MAX);
        next = look + 1 + (failures == 0 ? 0 : Math.min(most, 1L << failures));
      }
      return Round.NOTHING;
    } finally {
      look++;
      tried = true;
    }
  }
}
