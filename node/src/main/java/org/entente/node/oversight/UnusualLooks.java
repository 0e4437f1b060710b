package org.entente.node.oversight;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.ledger.LedgerEntry;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.checks.Checks;
import org.entente.node.checks.Stop;
import org.entente.node.ledger.Entries;
import org.entente.node.ledger.Event;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.records.Mentions;
import org.entente.node.records.RecordId;

/**
 * Which officer's look-ups are unusual, by {@link Rules}, and which checks wait because they looked
 * like fishing. Notes nothing and stops nobody. Safe for use by many threads.
 */
public final class UnusualLooks {
  /** Looks read for one answer; a busier period is taken in parts. */
  static final int MOST_READ = 200_000;

  /** The longest period looked at. */
  public static final Duration LONGEST = Duration.ofDays(92);

  private static final Set<Event> READ = read();

  private final Looks looks;
  private final Entries entries;
  private final Mentions mentions;
  private final Checks checks;
  private final Officers officers;

  UnusualLooks(Looks looks, Entries entries, Mentions mentions, Checks checks, Officers officers) {
    this.looks = looks;
    this.entries = entries;
    this.mentions = mentions;
    this.checks = checks;
    this.officers = officers;
  }

  private static Set<Event> read() {
    Set<Event> all = EnumSet.copyOf(Rules.LOOKS);
    all.addAll(Rules.FOLLOW_UPS);
    return all;
  }

  /**
   * What was found.
   *
   * @param looked how many looks of officers were counted
   * @param complete false where the ledger of that time is longer than what was read
   * @param stops checks that waited in the period because they looked like fishing
   */
  public record Findings(
      Instant from,
      Instant until,
      long looked,
      boolean complete,
      List<Finding> findings,
      List<Stop> stops) {
    public Findings {
      findings = List.copyOf(findings);
      stops = List.copyOf(stops);
    }
  }

  /** What is unusual in a period; the look is an entry. */
  public Outcome<Findings> findings(Officer by, Instant from, Instant until) {
    if (!Rights.may(by, Right.OVERSEE)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST) > 0) {
      return Outcome.refused(OversightRefusal.PERIOD_WRONG);
    }
    Findings findings = read(by, from, until);
    looks.note(
        by, Map.of("what", "unusual", "findings", Integer.toString(findings.findings().size())));
    return Outcome.done(findings);
  }

  /** The same without an entry, for figures that are part of another look. */
  Findings read(Officer by, Instant from, Instant until) {
    Entries.Wanted wanted = new Entries.Wanted(READ, from.minus(Rules.BEFORE), until);
    List<LookUp> all = new ArrayList<>();
    AtomicInteger seen = new AtomicInteger();
    boolean complete =
        entries.each(
            wanted,
            Optional.empty(),
            line -> {
              if (seen.getAndIncrement() == MOST_READ) {
                return false;
              }
              lookUp(line).ifPresent(all::add);
              return true;
            });
    Collections.reverse(all);
    Map<OfficerId, ZoneId> zones = new HashMap<>();
    Map<String, Boolean> beside = new HashMap<>();
    List<Finding> findings =
        Rules.findings(
            new Rules.Matter(
                all,
                from,
                officer -> zones.computeIfAbsent(officer, this::zone),
                record -> beside.computeIfAbsent(record, this::besideCase)));
    long looked =
        all.stream().filter(l -> !l.at().isBefore(from) && Rules.LOOKS.contains(l.event())).count();
    return new Findings(from, until, looked, complete, findings, stops(by, from, until));
  }

  private ZoneId zone(OfficerId officer) {
    return officers.find(officer).map(Officer::zone).orElse(ZoneOffset.UTC);
  }

  private boolean besideCase(String record) {
    return !mentions.casesBeside(RecordId.of(record)).isEmpty();
  }

  private List<Stop> stops(Officer by, Instant from, Instant until) {
    return checks.offers().stops(by, from, until)
            instanceof Outcome.Done<List<Stop>>(List<Stop> all)
        ? all
        : List.of();
  }

  private static Optional<LookUp> lookUp(Entries.Line line) {
    LedgerEntry entry = line.entry();
    if (entry.actor().equals(LedgerEntry.NODE)) {
      return Optional.empty();
    }
    Map<String, String> said = entry.references();
    Event event = Event.ofCode(entry.event()).orElseThrow();
    Set<String> records =
        event == Event.RECORD_READ
            ? Stream.of(said.getOrDefault("record", "").split(" ", -1))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet())
            : Set.of();
    String about = said.getOrDefault("question", said.getOrDefault("case", ""));
    return Optional.of(
        new LookUp(
            OfficerId.of(entry.actor()),
            entry.time(),
            event,
            line.present() ? entry.index() : -1,
            records,
            about));
  }
}
