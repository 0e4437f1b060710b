package org.entente.node.web.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.node.casework.CaseView;
import org.entente.node.casework.Content;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.PersonSought;
import org.entente.node.casework.SubjectLink;
import org.entente.node.casework.Subjects;
import org.entente.node.casework.ToldSubject;
import org.entente.node.forms.FilledForm;
import org.entente.node.records.SharedThings;
import org.entente.node.web.frame.FormText;
import org.entente.node.web.frame.Reader;
import org.entente.node.web.frame.ToldText;

/**
 * Who and what a case is about, and how they belong together: one line for each, the same in the
 * picture and in the table. What several messages tell of is one line.
 *
 * @param links between lines, by their numbers
 * @param days what is dated, in the order of the days
 * @param ways of forms, stage by stage
 */
public record Chart(List<Line> lines, List<Link> links, List<Day> days, List<Way> ways) {
  /** More lines make no picture. */
  static final int LINES_MOST = 150;

  public Chart {
    lines = List.copyOf(lines);
    links = List.copyOf(links);
    days = List.copyOf(days);
    ways = List.copyOf(ways);
  }

  /**
   * A person, a thing, or another matter.
   *
   * @param number from 1
   * @param matter identifier of the other matter; empty for what this one tells of
   */
  public record Line(int number, String kind, String name, String role, Optional<String> matter) {
    @Override
    public String toString() {
      return "Line[" + number + "]";
    }
  }

  /** How two lines belong together, read from the first to the second. */
  public record Link(int from, String kind, int to) {}

  /**
   * Something on a day.
   *
   * @param day as exact as it is known, by ISO 8601
   */
  public record Day(String day, String what) {
    @Override
    public String toString() {
      return "Day[" + day + "]";
    }
  }

  /** A way as a form has it. */
  public record Way(String title, List<String> stages) {
    public Way {
      stages = List.copyOf(stages);
    }

    @Override
    public String toString() {
      return "Way[" + stages.size() + "]";
    }
  }

  /** Whether there is anything to show. */
  public boolean nothing() {
    return lines.isEmpty() && days.isEmpty() && ways.isEmpty();
  }

  /** What a case can show, and of which of its things other matters tell. */
  static Chart of(Reader reader, CaseView view, List<SharedThings.Shared> shared) {
    Builder chart = new Builder(reader);
    for (MessageView message : view.messages()) {
      Content content = message.corrected();
      content.about().ifPresent(chart::person);
      chart.subjects(content.tells());
      content.tells().forms().forEach(chart::form);
    }
    shared.forEach(chart::shared);
    return chart.built();
  }

  private static final class Builder {
    private final Reader reader;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final LinkedHashSet<Link> links = new LinkedHashSet<>();
    private final LinkedHashSet<Day> days = new LinkedHashSet<>();
    private final List<Way> ways = new ArrayList<>();

    Builder(Reader reader) {
      this.reader = reader;
    }

    Chart built() {
      List<Day> sorted = new ArrayList<>(days);
      sorted.sort(Comparator.comparing(Day::day));
      return new Chart(List.copyOf(lines.values()), List.copyOf(links), sorted, ways);
    }

    /** The number of a line; 0 where there is no room for one more. */
    private int line(String key, String kind, String name, String role, Optional<String> matter) {
      Line there = lines.get(key);
      if (there == null && lines.size() < LINES_MOST) {
        there = new Line(lines.size() + 1, kind, name, role, matter);
        lines.put(key, there);
      }
      return there == null ? 0 : there.number();
    }

    void person(PersonSought person) {
      String name = (person.givenName() + " " + person.familyName()).strip();
      line(
          "PERSON " + name.toLowerCase(Locale.ROOT),
          reader.t("field.person"),
          name,
          person.category().label(reader.locale()),
          Optional.empty());
    }

    void subjects(Subjects subjects) {
      List<Integer> numbers = new ArrayList<>();
      for (ToldSubject told : subjects.told()) {
        numbers.add(
            line(
                told.kind() + " " + ToldText.sought(told).toLowerCase(Locale.ROOT),
                reader.of("record-kind", told.kind()),
                ToldText.headline(told),
                reader.of("subject-role", told.role()),
                Optional.empty()));
        if (told.asOf() != null) {
          days.add(
              new Day(
                  told.asOf(),
                  reader.of("record-kind", told.kind()) + " · " + ToldText.headline(told)));
        }
      }
      for (SubjectLink link : subjects.links()) {
        if (link.from() >= 0
            && link.from() < numbers.size()
            && link.to() >= 0
            && link.to() < numbers.size()) {
          link(
              numbers.get(link.from()),
              reader.of("subject-link", link.kind()),
              numbers.get(link.to()));
        }
      }
    }

    private void link(int from, String kind, int to) {
      if (from > 0 && to > 0 && from != to) {
        links.add(new Link(from, kind, to));
      }
    }

    void form(FilledForm form) {
      FormText.days(reader, form).forEach((what, day) -> days.add(new Day(day, what)));
      FormText.ways(reader, form).forEach((title, stages) -> ways.add(new Way(title, stages)));
    }

    /** Another matter stands as a line of its own, linked with the thing that both tell of. */
    void shared(SharedThings.Shared shared) {
      String same =
          shared
              .field()
              .map(field -> reader.of("record-field", field))
              .orElseGet(() -> reader.t("shared.logo"));
      int thing =
          lines.values().stream()
              .filter(line -> line.name().contains(shared.written()))
              .findFirst()
              .map(Line::number)
              .orElseGet(() ->
                  line("thing " + shared.written(), same, shared.written(), "", Optional.empty()));
      for (SharedThings.Matter matter : shared.matters()) {
        int other =
            line(
                "matter " + matter.id(),
                reader.t("chart.matter"),
                matter.reference(),
                "",
                Optional.of(matter.id().toString()));
        link(thing, same, other);
      }
    }
  }

  @Override
  public String toString() {
    return "Chart[" + lines.size() + "]";
  }
}
