package org.entente.node.oversight;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.entente.ledger.LedgerEntry;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Items;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Entries;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Several;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.records.RecordId;
import org.entente.node.records.Records;
import org.entente.node.store.Paged;
import org.entente.node.store.Store;

/**
 * Drafts breach reports: the supervisor says when and what was affected, the node counts. Nothing
 * is estimated that the node cannot count. Safe for use by many threads.
 */
public final class Breaches {
  /** The longest period counted at once. */
  public static final Duration LONGEST = Duration.ofDays(366);

  static final int MOST_READ = 500_000;
  private static final int MOST_CASES = 200;
  private static final Pattern REFERENCE = Pattern.compile("[A-Z]{2}-[0-9]{4}-[0-9]{6,9}");

  private final Looks looks;
  private final Entries entries;
  private final Store store;
  private final Casework casework;
  private final Records records;
  private final Officers officers;
  private final InstantSource clock;

  Breaches(
      Looks looks,
      Entries entries,
      Store store,
      Casework casework,
      Records records,
      Officers officers,
      InstantSource clock) {
    this.looks = looks;
    this.entries = entries;
    this.store = store;
    this.casework = casework;
    this.records = records;
    this.officers = officers;
    this.clock = clock;
  }

  /** What is kept of a report. */
  record Said(Instant awareAt, BreachReport.Stated stated, BreachReport.Figures figures) {}

  /** Counts and keeps a draft; the look is an entry. */
  public Outcome<LookId> draft(Officer by, Instant awareAt, BreachReport.Stated stated) {
    if (!Rights.may(by, Right.OVERSEE)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (stated.tooLong()) {
      return Outcome.refused(Usual.TOO_LONG);
    }
    if (!stated.from().isBefore(stated.until())
        || Duration.between(stated.from(), stated.until()).compareTo(LONGEST) > 0
        || awareAt.isAfter(clock.instant())) {
      return Outcome.refused(OversightRefusal.PERIOD_WRONG);
    }
    Optional<Scope> scope = scope(stated);
    if (scope.isEmpty()) {
      return Outcome.refused(OversightRefusal.SCOPE_UNKNOWN);
    }
    Said said = new Said(awareAt, stated, figures(stated, scope.get()));
    return Outcome.done(
        looks.keep(by, Looks.Kind.BREACH, said, Map.of("scope", stated.scope().code())));
  }

  /** A draft, for every supervisor as long as it is kept (Art. 30(5)). */
  public Outcome<BreachReport> report(Officer by, LookId id) {
    if (!Rights.may(by, Right.OVERSEE)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return looks
        .find(id, Looks.Kind.BREACH, Said.class)
        .map(look -> Outcome.done(report(look)))
        .orElseGet(() -> Outcome.refused(Usual.NOT_FOUND));
  }

  /** The newest drafts, newest first. */
  public Outcome<Paged<BreachReport>> newest(Officer by, Paged.Wanted wanted) {
    return Rights.may(by, Right.OVERSEE)
        ? Outcome.done(looks.newest(Looks.Kind.BREACH, Said.class, wanted).map(Breaches::report))
        : Outcome.refused(Usual.ROLE_MISSING);
  }

  private static BreachReport report(Looks.Opened<Said> look) {
    Said said = look.said();
    return new BreachReport(look.id(), look.at(), said.awareAt(), said.stated(), said.figures());
  }

  /** Whether an entry lies within what was affected. */
  private interface Scope {
    boolean takes(LedgerEntry entry);
  }

  private Optional<Scope> scope(BreachReport.Stated stated) {
    return switch (stated.scope()) {
      case NODE -> Optional.of(entry -> true);
      case RECORDS ->
          Optional.of(entry ->
              entry.event().startsWith("record") || entry.references().containsKey("record"));
      case OFFICER ->
          officers.all().stream()
              .filter(o -> o.login().equals(stated.about().toLowerCase(Locale.ROOT)))
              .findFirst()
              .map(o -> actor(o.id()));
      case PARTNER ->
          stated.about().isEmpty()
              ? Optional.empty()
              : Optional.of(entry -> partner(entry).equals(stated.about()));
      case CASES -> cases(stated.about());
    };
  }

  private static Scope actor(OfficerId officer) {
    String id = officer.toString();
    return entry -> entry.actor().equals(id);
  }

  private String partner(LedgerEntry entry) {
    Map<String, String> said = entry.references();
    String named = said.getOrDefault("recipient", said.getOrDefault("sender", ""));
    return named.isEmpty()
        ? caseOf(entry)
            .flatMap(id -> casework.cases().summary(id))
            .map(s -> s.partner().value())
            .orElse("")
        : named;
  }

  private Optional<Scope> cases(String written) {
    Set<String> names = new HashSet<>();
    List<String> references =
        List.of(written.toUpperCase(Locale.ROOT).split("[\\s,;]+")).stream()
            .filter(r -> !r.isEmpty())
            .toList();
    if (references.isEmpty() || references.size() > MOST_CASES) {
      return Optional.empty();
    }
    for (String reference : references) {
      Optional<CaseId> id =
          REFERENCE.matcher(reference).matches()
              ? casework.cases().called(reference)
              : Optional.empty();
      Optional<Items.Whole> whole =
          id.flatMap(found -> store.read(tx -> casework.items().whole(tx, found)));
      if (whole.isEmpty()) {
        return Optional.empty();
      }
      names.addAll(whole.get().names());
    }
    return Optional.of(entry ->
        entry.references().values().stream()
            .flatMap(value -> List.of(value.split(" ", -1)).stream())
            .anyMatch(names::contains));
  }

  private Optional<CaseId> caseOf(LedgerEntry entry) {
    Map<String, String> said = entry.references();
    if (said.containsKey("case")) {
      return Optional.of(CaseId.of(said.get("case")));
    }
    String message = said.getOrDefault("about", said.getOrDefault("message", ""));
    if (message.isEmpty()) {
      message = said.getOrDefault("matter", "");
    }
    return message.isEmpty() ? Optional.empty() : casework.cases().caseOf(MessageId.of(message));
  }

  private BreachReport.Figures figures(BreachReport.Stated stated, Scope scope) {
    Entries.Wanted wanted =
        new Entries.Wanted(EnumSet.allOf(Event.class), stated.from(), stated.until());
    Counting counting = new Counting();
    AtomicInteger seen = new AtomicInteger();
    boolean complete =
        entries.each(
            wanted,
            Optional.empty(),
            line -> {
              if (seen.getAndIncrement() == MOST_READ) {
                return false;
              }
              if (scope.takes(line.entry())) {
                counting.add(line.entry());
              }
              return true;
            });
    return counting.figures(complete);
  }

  /** Counts what entries speak of. */
  private final class Counting {
    private final Map<String, Long> byAccess = new TreeMap<>();
    private final Set<CaseId> cases = new HashSet<>();
    private final Set<String> touched = new HashSet<>();
    private final Set<String> partners = new TreeSet<>();

    void add(LedgerEntry entry) {
      String access = entry.access().name().toLowerCase(Locale.ROOT);
      byAccess.merge(access, 1L, Long::sum);
      caseOf(entry).ifPresent(cases::add);
      for (String key : List.of("record", "records")) {
        for (String id : Several.of(entry.references(), key, " ")) {
          if (id.length() == 36) {
            touched.add(id);
          }
        }
      }
      String partner = partner(entry);
      if (!partner.isEmpty()) {
        partners.add(partner);
      }
    }

    BreachReport.Figures figures(boolean complete) {
      Map<String, Long> categories = new HashMap<>();
      for (String id : touched) {
        records
            .mentions()
            .record(RecordId.of(id))
            .ifPresent(r -> categories.merge(r.provisions().category().code(), 1L, Long::sum));
      }
      for (CaseId id : cases) {
        store
            .read(tx -> casework.items().whole(tx, id))
            .flatMap(
                whole -> store.read(tx -> casework.items().act(tx, new MessageId(whole.matter()))))
            .ifPresent(act ->
                act.data()
                    .bySubject()
                    .keySet()
                    .forEach(c -> categories.merge(c.code(), 1L, Long::sum)));
      }
      return new BreachReport.Figures(
          byAccess,
          cases.size(),
          touched.size(),
          cases.size() + (long) touched.size(),
          categories,
          List.copyOf(partners),
          records.standing().records(),
          complete);
    }
  }
}
