package org.entente.node.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Concluded;
import org.entente.node.casework.Erasure;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Decisions;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Vault;
import org.entente.node.work.Part;
import org.entente.node.work.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that nothing is kept longer than was decided: opens a review for what was concluded,
 * reminds, and erases when nobody decided. Runs at the start and every hour.
 */
public final class Retention implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** Cases worked on in one transaction at most; the writer is not held up. */
  private static final int AT_ONCE = 100;

  /**
   * After a backup was restored, holds and extensions decided since it was made are gone; a day is
   * left to set them again before anything erases itself.
   */
  static final Duration PAUSE_AFTER_RESTORE = Duration.ofDays(1);

  private final Store store;
  private final Journal journal;
  private final AgreementsInForce agreements;
  private final Casework casework;
  private final InstantSource clock;
  private final AgreementEnds ends;
  private final Reviews reviews;
  private final Worker hourly = Worker.every("retention", Duration.ofHours(1), this::run);
  private final Instant erasesFrom;
  private volatile boolean inDoubt;

  /** What it works with. */
  public record Needs(
      Store store,
      Journal journal,
      Vault vault,
      Decisions decisions,
      AgreementsInForce agreements,
      Casework casework,
      InstantSource clock) {}

  public Retention(Needs n) {
    this.store = n.store();
    this.journal = n.journal();
    this.agreements = n.agreements();
    this.casework = n.casework();
    this.clock = n.clock();
    this.ends = new AgreementEnds(store, agreements, casework.erasure(), clock);
    this.reviews = new Reviews(n, ends);
    this.erasesFrom =
        store.restored() ? clock.instant().plus(PAUSE_AFTER_RESTORE) : clock.instant();
  }

  public Reviews reviews() {
    return reviews;
  }

  /** Begins to look, now and every hour. */
  @Override
  public void start() {
    casework.erasure().eraseAgain();
    hourly.start();
  }

  @Override
  public Stream<Worker> workers() {
    return hourly.workers();
  }

  /**
   * Looks once.
   *
   * @return how many cases were erased
   */
  public int run() {
    if (doubted()) {
      return 0;
    }
    open();
    ends.look();
    remind();
    int erased = eraseOverdue();
    if (erased > 0) {
      LOG.info("Erased {} cases that nobody decided to keep.", erased);
    }
    return erased;
  }

  /**
   * Whether the clock is in doubt: then no review moves, because each would move to a date that may
   * be wrong. That it began and ended are entries; the first lets the ledger grow, so that partners
   * countersign it and thereby say what time it is.
   */
  private boolean doubted() {
    Instant now = clock.instant();
    boolean doubts = !store.provenTime().erases(now);
    if (doubts != inDoubt) {
      inDoubt = doubts;
      Event event = doubts ? Event.CLOCK_DOUBTED : Event.CLOCK_CONFIRMED;
      store.write(tx -> journal.append(tx, event, Journal.NODE, Map.of()));
      if (doubts) {
        LOG.warn("The clock contradicts the last time that is proven; nothing is erased.");
      }
    }
    return doubts;
  }

  /** Opens a review for every exchange that was concluded since. */
  private void open() {
    String after = "";
    List<Concluded> page = casework.erasure().concluded(after);
    while (!page.isEmpty()) {
      List<Concluded> seen = page;
      List<Concluded> these =
          store.read(tx -> seen.stream().filter(each -> unreviewed(tx, each)).toList());
      if (!these.isEmpty()) {
        open(these);
      }
      after = page.getLast().id().toString();
      page = casework.erasure().concluded(after);
    }
  }

  /** Nothing is written for what was opened before. */
  private static boolean unreviewed(Reads tx, Concluded each) {
    return ReviewRows.find(tx, each.id())
        .filter(review -> review.concludedAt().isPresent() && review.erasedAt().isEmpty())
        .isEmpty();
  }

  private void open(List<Concluded> these) {
    store.write(tx -> {
      for (Concluded each : these) {
        Review review = ReviewRows.find(tx, each.id()).orElseGet(() -> Review.open(each.id()));
        if (review.erasedAt().isPresent()) { // Something came after it was erased.
          Instant again = clock.instant();
          ReviewRows.put(tx, Review.open(each.id()).concluded(again, months(each)));
        } else if (review.concludedAt().isEmpty()) {
          ReviewRows.put(tx, review.concluded(each.at(), months(each)));
        }
      }
      return these.size();
    });
  }

  private int months(Concluded each) {
    return agreements
        .held(each.agreementHash())
        .map(a -> a.arrangement().reviewMonths())
        .orElse(Review.FIRST_MONTHS_MAX);
  }

  private void remind() {
    Instant now = clock.instant();
    Instant before = Review.remindedUntil(now);
    List<Review> due = store.read(tx -> ReviewRows.toRemind(tx, before, AT_ONCE));
    while (!due.isEmpty()) {
      List<Review> these = due;
      store.write(tx -> {
        for (Review each : these) {
          ReviewRows.reminded(tx, each.caseId(), now);
          journal.append(
              tx, Event.REVIEW_REMINDED, Journal.NODE, Map.of("case", each.caseId().toString()));
        }
        return these.size();
      });
      due = store.read(tx -> ReviewRows.toRemind(tx, before, AT_ONCE));
    }
  }

  private int eraseOverdue() {
    Instant now = clock.instant();
    int all = 0;
    if (now.isBefore(erasesFrom)) {
      return all;
    }
    if (store.restored()) {
      store.settled();
    }
    List<Review> due = store.read(tx -> ReviewRows.overdue(tx, now, "", AT_ONCE));
    while (!due.isEmpty()) {
      for (Review each : due) {
        all += erase(each, now) ? 1 : 0;
      }
      String last = due.getLast().caseId().toString();
      due = store.read(tx -> ReviewRows.overdue(tx, now, last, AT_ONCE));
    }
    return all;
  }

  /** False when something of the case is on its way; it is erased once that has arrived. */
  private boolean erase(Review seen, Instant now) {
    List<Erasure.Remains> remains = new ArrayList<>();
    boolean done =
        store.write(tx -> {
          Optional<Review> review = ReviewRows.find(tx, seen.caseId());
          if (review.isEmpty()
              || !review.get().erasesItself(now)
              || casework.erasure().onItsWay(tx, seen.caseId())) {
            return false;
          }
          journal.append(
              tx, Event.CASE_ERASED, Journal.NODE, Map.of("case", seen.caseId().toString()));
          remains.add(reviews.erase(tx, review.get().gone(now), now));
          return true;
        });
    remains.forEach(casework.erasure()::clear);
    return done;
  }

  @Override
  public void close() {
    hourly.close();
  }
}
