package org.entente.node.oversight;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.Casework;
import org.entente.node.checks.Checks;
import org.entente.node.ledger.Entries;
import org.entente.node.ledger.Journal;
import org.entente.node.measures.Measures;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.partners.Decisions;
import org.entente.node.records.Records;
import org.entente.node.retention.Retention;
import org.entente.node.retention.Reviews;
import org.entente.node.store.Store;
import org.entente.node.store.Vault;
import org.entente.node.work.Worker;
import org.jspecify.annotations.Nullable;

/** The door of the supervisor's desk: puts its parts together from what they need. */
public final class Oversight {
  /** How often expired looks are erased. */
  private static final Duration ERASING = Duration.ofHours(6);

  /** How old the count of unusual look-ups may be where it is only a figure among others. */
  private static final Duration AS_OF = Duration.ofMinutes(10);

  private final Needs n;
  private final Looks looks;
  private final Transfers transfers;
  private final PersonSearch search;
  private final Histories histories;
  private final UnusualLooks unusual;
  private final AccessAnswers answers;
  private final Breaches breaches;
  private final Statistics statistics;
  private final AtomicReference<UnusualLooks.@Nullable Findings> lately = new AtomicReference<>();
  private final Worker ending = Worker.every("oversight-end", ERASING, this::eraseDue);

  /** What the desk reads from. */
  public record Needs(
      Store store,
      Journal journal,
      Vault vault,
      Decisions decisions,
      Officers officers,
      Casework casework,
      Records records,
      Checks checks,
      Measures measures,
      Retention retention,
      InstantSource clock) {}

  public Oversight(Needs needs) {
    this.n = needs;
    Entries entries = new Entries(n.store());
    Reviews reviews = n.retention().reviews();
    this.looks = new Looks(n.store(), n.journal(), n.vault(), n.decisions(), n.clock());
    this.transfers = new Transfers(looks, entries, n.store(), n.casework());
    this.search =
        new PersonSearch(
            looks,
            n.casework(),
            n.records().mentions(),
            n.checks().mentions(),
            n.measures().mentions());
    this.histories =
        new Histories(
            looks,
            search,
            entries,
            n.store(),
            n.casework(),
            n.records().mentions(),
            reviews,
            n.clock());
    this.unusual =
        new UnusualLooks(looks, entries, n.records().mentions(), n.checks(), n.officers());
    this.answers = new AccessAnswers(looks, search, n.store(), n.casework(), reviews);
    this.statistics =
        new Statistics(looks, entries, n.store(), n.casework(), n.measures().mentions(), n.clock());
    this.breaches =
        new Breaches(looks, entries, n.store(), n.casework(), n.records(), n.officers(), n.clock());
  }

  /** What left the country. */
  public Transfers transfers() {
    return transfers;
  }

  /** Where a person left mentions. */
  public PersonSearch search() {
    return search;
  }

  /** What was done about a person. */
  public Histories histories() {
    return histories;
  }

  /** Which look-ups are unusual. */
  public UnusualLooks unusual() {
    return unusual;
  }

  /** Answers to persons who ask what is held about them. */
  public AccessAnswers answers() {
    return answers;
  }

  /** The figures of a year. */
  public Statistics statistics() {
    return statistics;
  }

  /** Drafts of breach reports. */
  public Breaches breaches() {
    return breaches;
  }

  /** How things stand; the look is an entry. */
  public Outcome<Glance> glance(Officer by) {
    if (!Rights.may(by, Right.OVERSEE)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Instant now = n.clock().instant();
    Instant from = now.minus(Duration.ofDays(Glance.DAYS));
    Instant until = now.plusSeconds(1);
    UnusualLooks.Findings found = lately(by, from, until);
    Reviews.Counts kept = n.retention().reviews().counts();
    Glance glance =
        new Glance(
            from,
            until,
            transfers.read(Transfers.Filter.of(from, until)),
            found.findings().size(),
            found.stops().stream().filter(stop -> stop.liftedAt().isEmpty()).count(),
            kept,
            n.records().mentions().endingBefore(now.plus(Duration.ofDays(Glance.DAYS))),
            n.records().mentions().endingBefore(now));
    looks.note(by, Map.of("what", "state"));
    return Outcome.done(glance);
  }

  /** What is unusual as of the last minutes: reading months of the ledger takes seconds. */
  private UnusualLooks.Findings lately(Officer by, Instant from, Instant until) {
    UnusualLooks.Findings known = lately.get();
    if (known != null && known.until().plus(AS_OF).isAfter(until)) {
      return known;
    }
    UnusualLooks.Findings found = unusual.read(by, from, until);
    lately.set(found);
    return found;
  }

  /** Forgets expired looks, at the start and then again and again. */
  public Worker ending() {
    return ending;
  }

  /**
   * Forgets looks that are three years old.
   *
   * @return how many
   */
  public int eraseDue() {
    return looks.eraseDue();
  }
}
