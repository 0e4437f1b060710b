package org.entente.duty;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The steps that an alarm climbs until a person acknowledges it. After the last one it repeats to
 * the whole post, by every way, for ever.
 *
 * @param decay how long an acknowledgement holds that no work follows
 */
public record Chain(List<Step> steps, Duration decay) {
  public static final int STEPS_MOST = 12;

  /** How often an alarm is repeated to the whole post when nobody is left to reach. */
  public static final Duration REPEAT = Duration.ofMinutes(5);

  private static final Duration DECAY_LEAST = Duration.ofMinutes(5);
  private static final Duration DECAY_MOST = Duration.ofHours(12);

  public Chain {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.size() > STEPS_MOST) {
      throw new IllegalArgumentException("A chain has one to twelve steps");
    }
    if (decay.compareTo(DECAY_LEAST) < 0 || decay.compareTo(DECAY_MOST) > 0) {
      throw new IllegalArgumentException("An acknowledgement holds five minutes to twelve hours");
    }
  }

  /** The longest time between two steps of an alarm that nobody acknowledges. */
  public Duration longestWait() {
    return steps.stream()
        .map(Step::patience)
        .filter(wait -> wait.compareTo(REPEAT) > 0)
        .max(Duration::compareTo)
        .orElse(REPEAT);
  }

  /** How long after this step the next one follows; a step beyond the last is the repetition. */
  Duration waitAfter(int step) {
    return step < steps.size() ? steps.get(step).patience() : REPEAT;
  }

  /** One line for the decay, one for each step: {@code on-watch BROWSER,SMS PT5M}. */
  public String text() {
    return steps.stream()
        .map(step ->
            word(step.whom())
                + " "
                + step.ways().stream().map(Way::name).collect(Collectors.joining(","))
                + " "
                + step.patience())
        .collect(Collectors.joining("\n", decay + "\n", ""));
  }

  /**
   * What {@link #text} wrote.
   *
   * @throws IllegalArgumentException when it is no chain
   */
  public static Chain parse(String text) {
    List<String> lines = text.lines().toList();
    try {
      List<Step> steps = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] part = line.split(" ", -1);
        Set<Way> ways = EnumSet.noneOf(Way.class);
        Arrays.stream(part[1].split(",")).map(Way::valueOf).forEach(ways::add);
        steps.add(new Step(whom(part[0]), ways, Duration.parse(part[2])));
      }
      return new Chain(steps, Duration.parse(lines.get(0)));
    } catch (DateTimeParseException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("Not the text of a chain", e);
    }
  }

  /** The stable word of whom a step reaches; {@link #whom} reads it. */
  public static String word(Whom whom) {
    return switch (whom) {
      case Whom.OnWatch() -> "on-watch";
      case Whom.NextWatch() -> "next-watch";
      case Whom.Everyone() -> "everyone";
      case Whom.Named(PersonId person) -> "person:" + person;
    };
  }

  /**
   * @throws IllegalArgumentException when it is no such word
   */
  public static Whom whom(String word) {
    return switch (word) {
      case "on-watch" -> new Whom.OnWatch();
      case "next-watch" -> new Whom.NextWatch();
      case "everyone" -> new Whom.Everyone();
      default -> {
        if (!word.startsWith("person:")) {
          throw new IllegalArgumentException("Nobody is called that in a chain");
        }
        yield new Whom.Named(new PersonId(word.substring("person:".length())));
      }
    };
  }
}
