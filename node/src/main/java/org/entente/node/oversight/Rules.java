package org.entente.node.oversight;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.entente.node.ledger.Event;
import org.entente.node.officers.OfficerId;
import org.entente.node.oversight.Finding.Rule;

/**
 * Which look-ups of officers are unusual. Plain counts with named limits and nothing else: no
 * weights, no scores, nothing learned. Holds no state.
 */
final class Rules {
  /** What is usual for an officer is read from so long a time before the period. */
  static final Duration BEFORE = Duration.ofDays(90);

  /** Less is no habit yet. */
  static final int LOOKS_FOR_HABIT = 100;

  /** An hour with fewer of a hundred looks than this is none of the officer's hours. */
  static final int HARDLY_EVER_PERCENT = 2;

  /** One look may be a telephone call at night; three are a session. */
  static final int OUTSIDE_HOURS_LOOKS = 3;

  /** Days on which an officer looked, before a median says anything. */
  static final int DAYS_FOR_MEDIAN = 10;

  static final int TIMES_MEDIAN = 3;

  /** Nobody is asked about fewer looks in a day than this. */
  static final int MANY_LOOKS = 20;

  /** So often within {@link #AGAIN_WINDOW} the same record. */
  static final int AGAIN = 5;

  static final Duration AGAIN_WINDOW = Duration.ofDays(7);

  /** So many different records in a day that stand beside no case. */
  static final int RECORDS_WITHOUT_CASE = 10;

  /** So many look-ups in a period after which something should have followed. */
  static final int LOOKS_FOR_FOLLOW_UP = 20;

  /** Searches that follow one another so closely are one: the page searches while one types. */
  static final Duration TYPING = Duration.ofMinutes(2);

  /** Looks. */
  static final Set<Event> LOOKS =
      EnumSet.of(
          Event.CASE_READ,
          Event.MEASURE_READ,
          Event.ATTACHMENT_READ,
          Event.RESTRICTED_READ,
          Event.MATCHES_READ,
          Event.RECORDS_SEARCHED,
          Event.RECORD_READ,
          Event.SCREENING_STARTED,
          Event.SCREENING_READ,
          Event.CHECK_ASKED,
          Event.CHECK_READ,
          Event.CHECK_LIST_STARTED);

  /** Look-ups of persons outside a case: something should follow from some of them. */
  private static final Set<Event> LOOK_UPS =
      EnumSet.of(
          Event.RECORDS_SEARCHED, Event.RECORD_READ, Event.SCREENING_STARTED, Event.CHECK_ASKED);

  /** Acts that can follow from a look. */
  static final Set<Event> FOLLOW_UPS =
      EnumSet.of(
          Event.DRAFTED,
          Event.DRAFT_CHANGED,
          Event.ATTACHED,
          Event.SUBMITTED,
          Event.RELEASED,
          Event.RETURNED,
          Event.TAKEN_BACK,
          Event.TRIAGED,
          Event.CASE_CLOSED,
          Event.MATCH_CONFIRMED,
          Event.MATCH_REJECTED,
          Event.RECORD_TAKEN_IN,
          Event.RECORD_MERGED,
          Event.RECORD_SEPARATED,
          Event.RECORDS_TOLD_APART,
          Event.RECORD_ERASED,
          Event.RECORDS_IMPORT_STARTED,
          Event.ITEM_USED,
          Event.NOTICE_PREPARED,
          Event.NOTICE_RELEASED,
          Event.REVIEW_PROPOSED,
          Event.REVIEW_EXTENDED,
          Event.CASE_HELD,
          Event.CASE_RESTRICTED,
          Event.CHECK_LIST_RELEASED);

  private Rules() {}

  /**
   * What the rules look at.
   *
   * @param from begin of the period; looks before it only say what is usual
   * @param zones where officers are
   * @param besideCase whether a record stands beside a case of this node
   */
  record Matter(
      List<LookUp> all,
      Instant from,
      Function<OfficerId, ZoneId> zones,
      Predicate<String> besideCase) {}

  /** What is unusual, the newest first. */
  static List<Finding> findings(Matter matter) {
    List<Finding> found = new ArrayList<>();
    Map<OfficerId, List<LookUp>> byOfficer =
        matter.all().stream()
            .sorted(Comparator.comparing(LookUp::at))
            .collect(groupingBy(LookUp::officer));
    byOfficer.forEach((officer, all) -> {
      List<LookUp> looks =
          untyped(all.stream().filter(look -> LOOKS.contains(look.event())).toList());
      List<LookUp> before = looks.stream().filter(l -> l.at().isBefore(matter.from())).toList();
      List<LookUp> now = looks.stream().filter(l -> !l.at().isBefore(matter.from())).toList();
      ZoneId zone = matter.zones().apply(officer);
      found.addAll(outsideHours(before, now, zone));
      found.addAll(many(before, now, zone));
      found.addAll(again(now, matter.besideCase()));
      found.addAll(withoutCase(now, zone, matter.besideCase()));
      found.addAll(restricted(now));
      found.addAll(withoutFollowUp(now, all, matter.from()));
    });
    found.sort(Comparator.comparing(Finding::last).reversed());
    return found;
  }

  /** Of searches that follow one another while one types only the last, of one check only one. */
  private static List<LookUp> untyped(List<LookUp> looks) {
    List<LookUp> kept = new ArrayList<>();
    for (LookUp look : looks) {
      if (!kept.isEmpty() && continues(kept.getLast(), look)) {
        kept.removeLast();
      }
      kept.add(look);
    }
    return kept;
  }

  private static boolean continues(LookUp before, LookUp look) {
    if (before.event() != look.event()) {
      return false;
    }
    return switch (look.event()) {
      case RECORDS_SEARCHED -> Duration.between(before.at(), look.at()).compareTo(TYPING) < 0;
      case CHECK_ASKED -> !look.about().isEmpty() && look.about().equals(before.about());
      default -> false;
    };
  }

  private static List<Finding> outsideHours(List<LookUp> before, List<LookUp> now, ZoneId zone) {
    if (before.size() < LOOKS_FOR_HABIT) {
      return List.of();
    }
    long[] hours = new long[24];
    before.forEach(look -> hours[look.at().atZone(zone).getHour()]++);
    List<LookUp> odd =
        now.stream()
            .filter(look ->
                hours[look.at().atZone(zone).getHour()] * 100
                    < (long) before.size() * HARDLY_EVER_PERCENT)
            .toList();
    List<Finding> found = new ArrayList<>();
    byDay(odd, zone)
        .forEach((day, looks) -> {
          if (looks.size() >= OUTSIDE_HOURS_LOOKS) {
            found.add(finding(Rule.OUTSIDE_HOURS, looks, "", looks.size(), OUTSIDE_HOURS_LOOKS, 0));
          }
        });
    return found;
  }

  private static List<Finding> many(List<LookUp> before, List<LookUp> now, ZoneId zone) {
    List<Long> days =
        byDay(before, zone).values().stream().map(looks -> (long) looks.size()).sorted().toList();
    if (days.size() < DAYS_FOR_MEDIAN) {
      return List.of();
    }
    long median = days.get(days.size() / 2);
    long limit = Math.max(MANY_LOOKS, TIMES_MEDIAN * median + 1);
    List<Finding> found = new ArrayList<>();
    byDay(now, zone)
        .forEach((day, looks) -> {
          if (looks.size() >= limit) {
            found.add(finding(Rule.MANY, looks, "", looks.size(), limit, median));
          }
        });
    return found;
  }

  private static List<Finding> again(List<LookUp> now, Predicate<String> besideCase) {
    Map<String, List<LookUp>> byRecord = new HashMap<>();
    for (LookUp look : now) {
      if (look.event() == Event.RECORD_READ) {
        look.records()
            .forEach(record -> byRecord.computeIfAbsent(record, r -> new ArrayList<>()).add(look));
      }
    }
    List<Finding> found = new ArrayList<>();
    byRecord.forEach((record, looks) -> {
      List<LookUp> densest = densest(looks);
      if (densest.size() >= AGAIN && !besideCase.test(record)) {
        found.add(finding(Rule.AGAIN_WITHOUT_CASE, densest, record, densest.size(), AGAIN, 0));
      }
    });
    return found;
  }

  /** The most looks that lie within the window. */
  private static List<LookUp> densest(List<LookUp> looks) {
    List<LookUp> best = List.of();
    int first = 0;
    for (int last = 0; last < looks.size(); last++) {
      while (looks.get(first).at().plus(AGAIN_WINDOW).isBefore(looks.get(last).at())) {
        first++;
      }
      if (last - first + 1 > best.size()) {
        best = looks.subList(first, last + 1);
      }
    }
    return best;
  }

  private static List<Finding> withoutCase(
      List<LookUp> now, ZoneId zone, Predicate<String> besideCase) {
    List<LookUp> read = now.stream().filter(l -> l.event() == Event.RECORD_READ).toList();
    List<Finding> found = new ArrayList<>();
    byDay(read, zone)
        .forEach((day, looks) -> {
          if (looks.size() < RECORDS_WITHOUT_CASE) {
            return;
          }
          List<LookUp> alone =
              looks.stream().filter(look -> look.records().stream().noneMatch(besideCase)).toList();
          long records = alone.stream().flatMap(l -> l.records().stream()).distinct().count();
          if (records >= RECORDS_WITHOUT_CASE) {
            found.add(finding(Rule.WITHOUT_CASE, alone, "", records, RECORDS_WITHOUT_CASE, 0));
          }
        });
    return found;
  }

  private static List<Finding> restricted(List<LookUp> now) {
    Map<String, List<LookUp>> byCase =
        now.stream()
            .filter(look -> look.event() == Event.RESTRICTED_READ)
            .collect(groupingBy(LookUp::about));
    List<Finding> found = new ArrayList<>();
    byCase.forEach(
        (file, looks) -> found.add(finding(Rule.RESTRICTED, looks, file, looks.size(), 1, 0)));
    return found;
  }

  private static List<Finding> withoutFollowUp(
      List<LookUp> now, Collection<LookUp> all, Instant from) {
    List<LookUp> lookUps = now.stream().filter(l -> LOOK_UPS.contains(l.event())).toList();
    boolean followed =
        all.stream().anyMatch(l -> FOLLOW_UPS.contains(l.event()) && !l.at().isBefore(from));
    return lookUps.size() < LOOKS_FOR_FOLLOW_UP || followed
        ? List.of()
        : List.of(
            finding(Rule.WITHOUT_FOLLOW_UP, lookUps, "", lookUps.size(), LOOKS_FOR_FOLLOW_UP, 0));
  }

  private static Map<LocalDate, List<LookUp>> byDay(List<LookUp> looks, ZoneId zone) {
    Map<LocalDate, List<LookUp>> days = new TreeMap<>();
    looks.forEach(look ->
        days.computeIfAbsent(look.at().atZone(zone).toLocalDate(), d -> new ArrayList<>())
            .add(look));
    return days;
  }

  private static Finding finding(
      Rule rule, List<LookUp> looks, String about, long figure, long limit, long usual) {
    return new Finding(
        rule,
        looks.getFirst().officer(),
        looks.getFirst().at(),
        looks.getLast().at(),
        about,
        figure,
        limit,
        usual,
        looks.stream()
            .map(LookUp::position)
            .filter(position -> position >= 0)
            .limit(Finding.MOST_ENTRIES)
            .toList());
  }
}
