package org.entente.node.web.duty;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.duty.Chain;
import org.entente.duty.Layer;
import org.entente.duty.PersonId;
import org.entente.duty.Roster;
import org.entente.duty.Step;
import org.entente.duty.Way;
import org.entente.duty.Whom;
import org.entente.node.duty.DutyDesk;
import org.entente.node.duty.OwnWays;
import org.entente.node.duty.Post;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a program sends it; officers by their logins.
 *
 * @param decayMinutes how long an acknowledgement holds that no work follows
 * @param acceptMinutes within which a watch is accepted; none where nobody asks
 * @param version that was seen; 0 for a new post
 * @param risk why it is saved although it is dangerous
 */
record PlanWanted(
    String title,
    String zone,
    List<String> members,
    List<LayerWanted> layers,
    List<StepWanted> steps,
    int decayMinutes,
    @Nullable Integer acceptMinutes,
    long version,
    @Nullable String risk) {
  PlanWanted {
    requireNonNull(title);
    requireNonNull(zone);
    members = List.copyOf(members);
    layers = List.copyOf(layers);
    steps = List.copyOf(steps);
  }

  /**
   * A layer of the roster.
   *
   * @param from the first day of the first turn
   * @param change when turns change, in the roster's zone
   * @param hours none where the layer counts always
   */
  record LayerWanted(
      List<String> turns, LocalDate from, LocalTime change, int days, @Nullable HoursWanted hours) {
    LayerWanted {
      turns = List.copyOf(turns);
      requireNonNull(from);
      requireNonNull(change);
    }
  }

  /** The hours of these days in which a layer counts. */
  record HoursWanted(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
    HoursWanted {
      days = Set.copyOf(days);
      requireNonNull(from);
      requireNonNull(until);
    }
  }

  /**
   * A step of the chain.
   *
   * @param whom {@code on-watch}, {@code next-watch}, {@code everyone} or a login
   * @param ways by their stable words
   */
  record StepWanted(String whom, List<String> ways, int minutes) {
    StepWanted {
      requireNonNull(whom);
      ways = List.copyOf(ways);
    }
  }

  /**
   * What is wanted; reliefs are kept from the post as it is planned.
   *
   * @throws IllegalArgumentException when something cannot be read
   */
  DutyDesk.Plan plan(List<Officer> eligible, Optional<Post> before) {
    Map<String, OfficerId> officers =
        eligible.stream().collect(Collectors.toMap(Officer::login, Officer::id));
    try {
      return new DutyDesk.Plan(
          title,
          members.stream().map(login -> officer(officers, login)).collect(Collectors.toSet()),
          new Roster(
              ZoneId.of(zone),
              layers.stream().map(layer -> layer(officers, layer)).toList(),
              before.map(post -> post.roster().reliefs()).orElse(List.of())),
          new Chain(
              steps.stream().map(step -> step(officers, step)).toList(),
              Duration.ofMinutes(decayMinutes)),
          acceptMinutes == null ? Duration.ZERO : Duration.ofMinutes(acceptMinutes),
          version,
          risk == null ? "" : risk);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("The plan cannot be read", e);
    }
  }

  private static Layer layer(Map<String, OfficerId> officers, LayerWanted layer) {
    HoursWanted hours = layer.hours();
    return new Layer(
        layer.turns().stream().map(login -> person(officers, login)).toList(),
        layer.from(),
        layer.change(),
        layer.days(),
        hours == null
            ? Optional.empty()
            : Optional.of(new Layer.Hours(hours.days(), hours.from(), hours.until())));
  }

  private static Step step(Map<String, OfficerId> officers, StepWanted step) {
    Set<Way> ways = EnumSet.noneOf(Way.class);
    for (String word : step.ways()) {
      ways.add(
          Arrays.stream(Way.values())
              .filter(way -> OwnWays.word(way).equals(word))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("There is no such way")));
    }
    Whom whom =
        officers.containsKey(step.whom())
            ? new Whom.Named(person(officers, step.whom()))
            : Chain.whom(step.whom());
    return new Step(whom, ways, Duration.ofMinutes(step.minutes()));
  }

  private static PersonId person(Map<String, OfficerId> officers, String login) {
    return new PersonId(officer(officers, login).toString());
  }

  private static OfficerId officer(Map<String, OfficerId> officers, String login) {
    return Optional.ofNullable(officers.get(login))
        .orElseThrow(() -> new IllegalArgumentException("No officer has this login"));
  }
}
