package org.entente.duty;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who is planned to hold a post. Reliefs count before layers, and of several the last one; a later
 * layer counts before an earlier one.
 *
 * @param zone whose local time the layers mean
 */
public record Roster(ZoneId zone, List<Layer> layers, List<Relief> reliefs) {
  public static final int LAYERS_MOST = 12;
  public static final int RELIEFS_MOST = 400;

  /** How far ahead a roster is looked through for the watch that follows. */
  private static final Duration AHEAD = Duration.ofDays(14);

  public Roster {
    layers = List.copyOf(layers);
    reliefs = List.copyOf(reliefs);
    if (layers.size() > LAYERS_MOST || reliefs.size() > RELIEFS_MOST) {
      throw new IllegalArgumentException("A roster has twelve layers and 400 reliefs at most");
    }
  }

  /**
   * Something else than the layers say, for a while.
   *
   * @param holder empty where nobody shall hold the post
   */
  public record Relief(Instant from, Instant until, Optional<PersonId> holder) {
    public Relief {
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException("A relief ends after it began");
      }
    }

    private boolean covers(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  /** Who holds the post at this instant. */
  public Optional<PersonId> at(Instant instant) {
    for (int i = reliefs.size() - 1; i >= 0; i--) {
      if (reliefs.get(i).covers(instant)) {
        return reliefs.get(i).holder();
      }
    }
    for (int i = layers.size() - 1; i >= 0; i--) {
      Optional<PersonId> turn = layers.get(i).at(instant, zone);
      if (turn.isPresent()) {
        return turn;
      }
    }
    return Optional.empty();
  }

  /** The watches between two instants without a hole: where nobody is planned, one is a gap. */
  public List<Watch> watches(Instant from, Instant until) {
    TreeSet<Instant> edges = new TreeSet<>();
    layers.forEach(layer -> edges.addAll(layer.edges(from, until, zone)));
    reliefs.forEach(relief -> edges.addAll(List.of(relief.from(), relief.until())));
    edges.add(from);
    List<Watch> watches = new ArrayList<>();
    Instant begin = from;
    Optional<PersonId> holder = at(from);
    for (Instant edge : edges.tailSet(from, false).headSet(until, false)) {
      Optional<PersonId> now = at(edge);
      if (!now.equals(holder)) {
        watches.add(new Watch(begin, edge, holder));
        begin = edge;
        holder = now;
      }
    }
    watches.add(new Watch(begin, until, holder));
    return List.copyOf(watches);
  }

  /** When nobody is planned. */
  public List<Watch> gaps(Instant from, Instant until) {
    return watches(from, until).stream().filter(Watch::gap).toList();
  }

  /** The first watch after this one of a person who does not hold the post now. */
  public Optional<Watch> next(Instant at) {
    Optional<PersonId> now = at(at);
    return watches(at, at.plus(AHEAD)).stream()
        .filter(watch -> watch.from().isAfter(at) && !watch.gap() && !watch.holder().equals(now))
        .findFirst();
  }

  /** The watch that covers this instant, as far as a fortnight to either side. */
  public Watch watch(Instant at) {
    return watches(at.minus(AHEAD), at.plus(AHEAD)).stream()
        .filter(watch -> watch.covers(at))
        .findFirst()
        .orElseThrow();
  }

  /** Everybody who appears in it. */
  public Set<PersonId> persons() {
    Set<PersonId> all = new LinkedHashSet<>();
    layers.forEach(layer -> all.addAll(layer.turns()));
    reliefs.forEach(relief -> relief.holder().ifPresent(all::add));
    return all;
  }

  /** The same with one more relief. */
  public Roster with(Relief relief) {
    List<Relief> more = new ArrayList<>(reliefs);
    more.add(relief);
    return new Roster(zone, layers, more);
  }

  /**
   * Two persons exchange two watches.
   *
   * @throws IllegalArgumentException when one of them is a gap
   */
  public Roster swap(Watch one, Watch other) {
    if (one.gap() || other.gap()) {
      throw new IllegalArgumentException("Nobody holds a gap, so nobody can give it away");
    }
    return with(new Relief(one.from(), one.until(), other.holder()))
        .with(new Relief(other.from(), other.until(), one.holder()));
  }

  /** The same without reliefs that ended before this instant. */
  public Roster since(Instant instant) {
    return new Roster(
        zone, layers, reliefs.stream().filter(o -> o.until().isAfter(instant)).toList());
  }

  /** One line for the zone, one for each layer and relief. */
  public String text() {
    StringBuilder text = new StringBuilder(zone.getId());
    for (Layer layer : layers) {
      text.append("\nlayer ")
          .append(layer.from())
          .append(' ')
          .append(layer.change())
          .append(' ')
          .append(layer.daysEach())
          .append(' ')
          .append(layer.hours().map(Roster::text).orElse("always"))
          .append(' ')
          .append(layer.turns().stream().map(PersonId::value).collect(Collectors.joining(",")));
    }
    for (Relief o : reliefs) {
      text.append("\nrelief ")
          .append(o.from())
          .append(' ')
          .append(o.until())
          .append(' ')
          .append(o.holder().map(PersonId::value).orElse(""));
    }
    return text.toString();
  }

  private static String text(Layer.Hours hours) {
    return hours.days().stream().map(Enum::name).collect(Collectors.joining(","))
        + "@"
        + hours.from()
        + "/"
        + hours.until();
  }

  /**
   * What {@link #text} wrote.
   *
   * @throws IllegalArgumentException when it is no roster
   */
  public static Roster parse(String text) {
    List<String> lines = text.lines().toList();
    List<Layer> layers = new ArrayList<>();
    List<Relief> reliefs = new ArrayList<>();
    try {
      ZoneId zone = ZoneId.of(lines.get(0));
      for (String line : lines.subList(1, lines.size())) {
        String[] part = line.split(" ", -1);
        if (part[0].equals("layer")) {
          List<PersonId> turns = Arrays.stream(part[5].split(",")).map(PersonId::new).toList();
          layers.add(
              new Layer(
                  turns,
                  LocalDate.parse(part[1]),
                  LocalTime.parse(part[2]),
                  Integer.parseInt(part[3]),
                  part[4].equals("always") ? Optional.empty() : Optional.of(hours(part[4]))));
        } else if (part[0].equals("relief")) {
          Optional<PersonId> holder =
              part[3].isEmpty() ? Optional.empty() : Optional.of(new PersonId(part[3]));
          reliefs.add(new Relief(Instant.parse(part[1]), Instant.parse(part[2]), holder));
        } else {
          throw new IllegalArgumentException("Not the text of a roster");
        }
      }
      return new Roster(zone, layers, reliefs);
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("Not the text of a roster", e);
    }
  }

  private static Layer.Hours hours(String text) {
    String[] part = text.split("[@/]", -1);
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Arrays.stream(part[0].split(",")).map(DayOfWeek::valueOf).forEach(days::add);
    return new Layer.Hours(days, LocalTime.parse(part[1]), LocalTime.parse(part[2]));
  }
}
