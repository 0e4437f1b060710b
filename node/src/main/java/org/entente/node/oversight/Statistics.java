package org.entente.node.oversight;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.agreement.ActKind;
import org.entente.agreement.Deadline;
import org.entente.agreement.DeadlineState;
import org.entente.agreement.OffenceArea;
import org.entente.ledger.LedgerEntry;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.Casework;
import org.entente.node.casework.ContactPointCopy;
import org.entente.node.casework.Direction;
import org.entente.node.casework.Exchanged;
import org.entente.node.casework.Items;
import org.entente.node.casework.RefusalGround;
import org.entente.node.checks.AnswerState;
import org.entente.node.ledger.Entries;
import org.entente.node.ledger.Event;
import org.entente.node.measures.MeasureId;
import org.entente.node.measures.MeasureKind;
import org.entente.node.measures.MeasureMentions;
import org.entente.node.officers.Officer;
import org.entente.node.store.Store;

/**
 * The figures of a calendar year in UTC (Directive (EU) 2023/977 Art. 18), counted from what
 * happened and never kept: messages as they left and came, and entries of the ledger. Neither is
 * changed when content is erased, so that a year that is over has the same figures ever after. Safe
 * for use by many threads.
 */
public final class Statistics {
  private static final Map<Event, Figure> CHECKS =
      new EnumMap<>(
          Map.of(
              Event.CHECK_ASKED, Figure.CHECK_ASKED,
              Event.CHECK_CAME, Figure.CHECK_HIT,
              Event.CHECK_ANSWERED, Figure.CHECK_ANSWERED));

  /** What ends a matter, and so meets its limit or does not. */
  private static final Set<Figure> ENDINGS =
      Set.of(Figure.ANSWERED, Figure.REFUSED, Figure.REPLY_HAD, Figure.REFUSAL_HAD);

  /** The entry of a message is written moments after the instant that counts. */
  private static final Duration SLACK = Duration.ofDays(1);

  private final Looks looks;
  private final Entries entries;
  private final Store store;
  private final Items items;
  private final MeasureMentions measures;
  private final InstantSource clock;

  Statistics(
      Looks looks,
      Entries entries,
      Store store,
      Casework casework,
      MeasureMentions measures,
      InstantSource clock) {
    this.looks = looks;
    this.entries = entries;
    this.store = store;
    this.items = casework.items();
    this.measures = measures;
    this.clock = clock;
  }

  /**
   * A year's figures.
   *
   * @param lines in the order of time
   * @param over whether the year is over; if not the figures grow
   */
  public record Report(Year year, List<Counted> lines, boolean over) {
    public Report {
      lines = List.copyOf(lines);
    }

    public List<Counted> of(Slice slice) {
      return lines.stream().filter(slice::takes).toList();
    }

    public long count(Slice slice) {
      return lines.stream().filter(slice::takes).count();
    }

    /** Every partner of some figures. */
    public Set<String> partners(Set<Figure> figures) {
      Set<String> all = new TreeSet<>();
      lines.stream().filter(l -> figures.contains(l.figure())).forEach(l -> all.add(l.partner()));
      return all;
    }

    /** Every field of crime that something counted is about, in the order of the list. */
    public List<OffenceArea> offences() {
      return lines.stream()
          .flatMap(line -> line.offence().stream())
          .distinct()
          .sorted(Comparator.naturalOrder())
          .toList();
    }

    /** How long half of these took at most; empty where there are none. */
    public Optional<Duration> median(Slice slice) {
      List<Duration> took =
          of(slice).stream().flatMap(line -> line.took().stream()).sorted().toList();
      return took.isEmpty() ? Optional.empty() : Optional.of(took.get((took.size() - 1) / 2));
    }
  }

  /** The figures of a year; the look is an entry. */
  public Outcome<Report> of(Officer by, Year year) {
    if (!Rights.may(by, Right.OVERSEE)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Instant now = clock.instant();
    Instant from = begin(year);
    Instant until = begin(year.plusYears(1));
    if (from.isAfter(now)) {
      return Outcome.refused(OversightRefusal.PERIOD_WRONG);
    }
    List<Counted> lines = new ArrayList<>(exchanged(from, until));
    lines.addAll(checks(from, until));
    lines.addAll(measures(from, until));
    lines.sort(Comparator.comparing(Counted::at).thenComparing(Counted::reference));
    looks.note(by, Map.of("what", "statistics", "year", year.toString()));
    return Outcome.done(new Report(year, lines, !until.isAfter(now)));
  }

  private static Instant begin(Year year) {
    return year.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private List<Counted> exchanged(Instant from, Instant until) {
    Said said = said(from, until);
    List<Counted> lines = new ArrayList<>();
    Set<Object> delayed = new HashSet<>();
    for (Exchanged message : store.read(tx -> items.exchanged(tx, from, until))) {
      Optional<RefusalGround> ground =
          Optional.ofNullable(said.grounds().get(message.message().toString()));
      // A judge who needs longer is announced again; the matter counts once.
      if (message.kind() != ActKind.JUDICIAL_DELAY || delayed.add(message.caseId())) {
        figure(message.kind(), message.direction())
            .ifPresent(figure -> lines.add(line(figure, message, ground)));
      }
      if (message.kind() == ActKind.REPLY && ground.isPresent()) {
        boolean out = message.direction() == Direction.OUT;
        Figure part = out ? Figure.REFUSED_IN_PART : Figure.PART_REFUSAL_HAD;
        lines.add(line(part, message, ground));
      }
      Optional.ofNullable(said.copies().get(message.message().toString()))
          .ifPresent(copy ->
              lines.add(line(copied(copy, message.direction()), message, Optional.empty())));
    }
    return lines;
  }

  private static Figure copied(ContactPointCopy copy, Direction direction) {
    boolean given = copy == ContactPointCopy.GIVEN;
    return switch (direction) {
      case OUT -> given ? Figure.COPY_GIVEN : Figure.COPY_LEFT_OUT;
      case IN -> given ? Figure.COPY_GIVEN_THERE : Figure.COPY_LEFT_OUT_THERE;
    };
  }

  private static Optional<Figure> figure(ActKind kind, Direction direction) {
    boolean out = direction == Direction.OUT;
    return switch (kind) {
      case REQUEST -> Optional.of(out ? Figure.SENT : Figure.RECEIVED);
      case REPLY -> Optional.of(out ? Figure.ANSWERED : Figure.REPLY_HAD);
      case REFUSAL -> Optional.of(out ? Figure.REFUSED : Figure.REFUSAL_HAD);
      case JUDICIAL_DELAY -> Optional.of(out ? Figure.DELAYED : Figure.DELAY_HAD);
      case INFORMATION -> Optional.of(out ? Figure.INFORMATION_GIVEN : Figure.INFORMATION_HAD);
      case CLARIFICATION_QUESTION,
          CLARIFICATION_ANSWER,
          CONSENT_REQUEST,
          CONSENT_GRANT,
          CONSENT_DENIAL,
          CLOSURE,
          CHECK,
          ALERT,
          EMERGENCY_DISCLOSURE,
          TRACE,
          TRAINING,
          JOINT_WORK,
          ONWARD_TRANSFER ->
          Optional.empty();
    };
  }

  private static Counted line(Figure figure, Exchanged message, Optional<RefusalGround> ground) {
    boolean ends = ENDINGS.contains(figure);
    // As the clock stood when this left: what came later in the matter changes no figure.
    Optional<Deadline> due = message.clock().filter(_ -> ends).map(d -> d.answer(message.at()));
    return new Counted(
        figure,
        message.at(),
        message.partner().value(),
        Optional.of(message.urgency()),
        Optional.of(message.offence()),
        ground,
        due.map(d -> d.state(d.answered().orElseThrow()) == DeadlineState.MET),
        due.map(d -> Duration.between(d.received(), d.answered().orElseThrow())),
        message.reference(),
        Optional.of(message.caseId()));
  }

  /** By message, what the entries of the ledger say of refusals and of copies. */
  private record Said(Map<String, RefusalGround> grounds, Map<String, ContactPointCopy> copies) {}

  private Said said(Instant from, Instant until) {
    Map<String, RefusalGround> grounds = new HashMap<>();
    Map<String, ContactPointCopy> copies = new HashMap<>();
    entries.each(
        new Entries.Wanted(
            Set.of(Event.RELEASED, Event.RECEIVED), from.minus(SLACK), until.plus(SLACK)),
        Optional.empty(),
        line -> {
          Map<String, String> said = line.entry().references();
          String message = said.getOrDefault("message", "");
          RefusalGround.ofLetter(said.getOrDefault("ground", ""))
              .ifPresent(ground -> grounds.put(message, ground));
          ContactPointCopy.ofCode(said.getOrDefault("copy", ""))
              .ifPresent(copy -> copies.put(message, copy));
          return true;
        });
    return new Said(grounds, copies);
  }

  private List<Counted> checks(Instant from, Instant until) {
    List<Counted> lines = new ArrayList<>();
    entries.each(
        new Entries.Wanted(CHECKS.keySet(), from, until),
        Optional.empty(),
        line -> {
          LedgerEntry entry = line.entry();
          Event event = Event.ofCode(entry.event()).orElseThrow();
          Map<String, String> said = entry.references();
          if (event != Event.CHECK_CAME
              || said.getOrDefault("state", "").equals(AnswerState.HIT.code())) {
            String reference = said.getOrDefault("question", said.getOrDefault("check", ""));
            lines.add(noted(Objects.requireNonNull(CHECKS.get(event)), entry, reference));
          }
          return true;
        });
    return lines;
  }

  private List<Counted> measures(Instant from, Instant until) {
    List<Counted> lines = new ArrayList<>();
    entries.each(
        new Entries.Wanted(Set.of(Event.MEASURE_RELEASED, Event.MEASURE_RECEIVED), from, until),
        Optional.empty(),
        line -> {
          LedgerEntry entry = line.entry();
          boolean out = entry.event().equals(Event.MEASURE_RELEASED.code());
          MeasureKind.ofCode(entry.references().getOrDefault("act", ""))
              .flatMap(kind -> figure(kind, out))
              .ifPresent(figure -> lines.add(noted(figure, entry, reference(entry))));
          return true;
        });
    return lines;
  }

  private static Optional<Figure> figure(MeasureKind kind, boolean out) {
    return switch (kind) {
      case ALERT, LIFE_AT_RISK -> Optional.of(out ? Figure.ALERT_GIVEN : Figure.ALERT_HAD);
      case PRESERVATION ->
          Optional.of(out ? Figure.PRESERVATION_ASKED : Figure.PRESERVATION_ASKED_THERE);
      case EMERGENCY_DISCLOSURE ->
          Optional.of(out ? Figure.DISCLOSURE_ASKED : Figure.DISCLOSURE_ASKED_THERE);
      case DISCLOSED -> Optional.of(out ? Figure.DISCLOSURE_GIVEN : Figure.DISCLOSURE_HAD);
      case DECLINED ->
          Optional.of(out ? Figure.DISCLOSURE_DECLINED : Figure.DISCLOSURE_DECLINED_THERE);
      case VERIFICATION ->
          Optional.of(out ? Figure.VERIFICATION_ASKED : Figure.VERIFICATION_ASKED_THERE);
      case VERIFIED -> Optional.of(out ? Figure.VERIFICATION_GIVEN : Figure.VERIFICATION_HAD);
      case ARRIVAL_QUESTION -> Optional.of(out ? Figure.ARRIVAL_ASKED : Figure.ARRIVAL_ASKED_THERE);
      case ARRIVAL -> Optional.of(out ? Figure.ARRIVAL_GIVEN : Figure.ARRIVAL_HAD);
      case RADIO_CHECK,
          SEEN,
          CORRECTION,
          WARNING,
          GOING_ON,
          WITHDRAWAL,
          PRESERVED,
          EXTENSION,
          ANNOUNCEMENT,
          RELEASE,
          REFUSAL,
          IMPOSSIBLE ->
          Optional.empty();
    };
  }

  private String reference(LedgerEntry measured) {
    String measure = measured.references().getOrDefault("measure", "");
    return measures.reference(MeasureId.of(measure)).orElse(measure);
  }

  /** What an entry of the ledger counts, beside messages of cases. */
  private static Counted noted(Figure figure, LedgerEntry entry, String reference) {
    Map<String, String> said = entry.references();
    return new Counted(
        figure,
        entry.time(),
        said.getOrDefault("recipient", said.getOrDefault("sender", "")),
        Optional.empty(),
        OffenceArea.ofCode(said.getOrDefault("offence", "")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        reference,
        Optional.empty());
  }
}
