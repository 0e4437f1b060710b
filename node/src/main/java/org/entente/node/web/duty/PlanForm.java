package org.entente.node.web.duty;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
import org.entente.node.web.frame.Form;
import org.springframework.util.LinkedMultiValueMap;

/** A plan as a form writes it: layers and steps by number, officers by their logins. */
final class PlanForm {
  /** Layers that the form has room for. */
  static final int LAYERS = 4;

  /** Steps that the form has room for. */
  static final int STEPS = 6;

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

  private PlanForm() {}

  /** The form of a post as it is planned. */
  static Form of(Post post, List<Officer> eligible) {
    Map<OfficerId, String> logins =
        eligible.stream().collect(Collectors.toMap(Officer::id, Officer::login));
    LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    fields.add("title", post.title());
    fields.add("zone", post.roster().zone().getId());
    fields.add("decay", String.valueOf(post.chain().decay().toMinutes()));
    if (!post.acceptWithin().isZero()) {
      fields.add("accept", String.valueOf(post.acceptWithin().toMinutes()));
    }
    fields.add("version", String.valueOf(post.version()));
    post.members().forEach(member -> fields.add("member", member.toString()));
    for (int i = 0; i < post.roster().layers().size(); i++) {
      Layer layer = post.roster().layers().get(i);
      fields.add(
          "turns" + i,
          layer.turns().stream()
              .map(p -> logins.getOrDefault(OfficerId.of(p.value()), p.value()))
              .collect(Collectors.joining(", ")));
      fields.add("from" + i, layer.from().toString());
      fields.add("change" + i, layer.change().toString());
      fields.add("each" + i, String.valueOf(layer.daysEach()));
      int index = i;
      layer
          .hours()
          .ifPresent(hours -> {
            fields.set("begin" + index, hours.from().toString());
            fields.set("end" + index, hours.until().toString());
            fields.set("days" + index, days(hours.days()));
          });
    }
    for (int i = 0; i < post.chain().steps().size(); i++) {
      Step step = post.chain().steps().get(i);
      fields.add("whom" + i, Chain.word(step.whom()));
      int index = i;
      step.ways().forEach(way -> fields.add("way" + index, OwnWays.word(way)));
      fields.add("wait" + i, String.valueOf(step.patience().toMinutes()));
    }
    return new Form(fields);
  }

  /** Empty for days that the form has no word for: they are chosen anew, not changed in silence. */
  private static String days(Set<DayOfWeek> days) {
    return days.equals(ALL)
        ? "all"
        : days.equals(WEEK) ? "week" : days.equals(WEEKEND) ? "weekend" : "";
  }

  /**
   * What the form says; reliefs are kept from the post as it is planned.
   *
   * @throws IllegalArgumentException when a field cannot be read
   */
  static DutyDesk.Plan plan(Form form, List<Officer> eligible, Optional<Post> before) {
    try {
      Map<String, PersonId> persons =
          eligible.stream()
              .collect(Collectors.toMap(Officer::login, o -> new PersonId(o.id().toString())));
      Set<OfficerId> members = new HashSet<>();
      eligible.stream()
          .map(Officer::id)
          .filter(id -> form.has("member", id.toString()))
          .forEach(members::add);
      List<Layer> layers = new ArrayList<>();
      for (int i = 0; i < LAYERS; i++) {
        if (!form.text("turns" + i).isBlank()) {
          layers.add(layer(form, i, persons));
        }
      }
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < STEPS; i++) {
        if (!form.text("whom" + i).isBlank()) {
          steps.add(step(form, i));
        }
      }
      return new DutyDesk.Plan(
          form.text("title"),
          members,
          new Roster(
              ZoneId.of(form.text("zone").strip()),
              layers,
              before.map(post -> post.roster().reliefs()).orElse(List.of())),
          new Chain(steps, minutes(form, "decay")),
          form.text("accept").isBlank() ? Duration.ZERO : minutes(form, "accept"),
          Long.parseLong(form.text("version").strip()),
          form.text("risk"));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("A time cannot be read", e);
    }
  }

  private static Layer layer(Form form, int i, Map<String, PersonId> persons) {
    List<PersonId> turns =
        Arrays.stream(form.text("turns" + i).split("[,;\\s]+"))
            .filter(login -> !login.isBlank())
            .map(login -> person(persons, login.toLowerCase(Locale.ROOT)))
            .toList();
    Optional<Layer.Hours> hours =
        form.text("begin" + i).isBlank()
            ? Optional.empty()
            : Optional.of(
                new Layer.Hours(
                    switch (form.text("days" + i)) {
                      case "weekend" -> WEEKEND;
                      case "week" -> WEEK;
                      case "all" -> ALL;
                      default -> throw new IllegalArgumentException("Hours are those of some days");
                    },
                    LocalTime.parse(form.text("begin" + i).strip()),
                    LocalTime.parse(form.text("end" + i).strip())));
    return new Layer(
        turns,
        LocalDate.parse(form.text("from" + i).strip()),
        LocalTime.parse(form.text("change" + i).strip()),
        Integer.parseInt(form.text("each" + i).strip()),
        hours);
  }

  private static PersonId person(Map<String, PersonId> persons, String login) {
    PersonId person = persons.get(login);
    if (person == null) {
      throw new IllegalArgumentException("No officer has this login");
    }
    return person;
  }

  private static Step step(Form form, int i) {
    Set<Way> ways = EnumSet.noneOf(Way.class);
    for (Way way : Way.values()) {
      if (form.has("way" + i, OwnWays.word(way))) {
        ways.add(way);
      }
    }
    Whom whom = Chain.whom(form.text("whom" + i));
    return new Step(whom, ways, minutes(form, "wait" + i));
  }

  private static Duration minutes(Form form, String field) {
    return Duration.ofMinutes(Integer.parseInt(form.text(field).strip()));
  }
}
