package org.entente.subject.documents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.subject.documents.MachineReadableZone.ZoneReading;

/**
 * Another reading of a zone: one or two characters taken for those they are mistaken for, after
 * which every check digit holds. A person has to look at the document.
 *
 * @param lines the zone in this reading
 * @param changed how many characters differ from what was printed
 */
public record ZoneSuggestion(List<String> lines, int changed) {
  /** More than these are no help to anybody. */
  public static final int MAX_SUGGESTIONS = 8;

  private static final String LETTERS = "OQDIZSGB";
  private static final String DIGITS = "00012568";

  public ZoneSuggestion {
    lines = List.copyOf(lines);
  }

  private record Change(int line, int at, char to) {
    List<String> in(List<String> lines) {
      List<String> changed = new ArrayList<>(lines);
      StringBuilder text = new StringBuilder(lines.get(line));
      text.setCharAt(at, to);
      changed.set(line, text.toString());
      return changed;
    }
  }

  /** Readings with one character changed; if there are none, those with two. */
  static List<ZoneSuggestion> of(ZoneFormat format, List<String> lines) {
    List<Change> changes = changes(format, lines);
    Set<ZoneSuggestion> found = new LinkedHashSet<>();
    for (Change one : changes) {
      keepIfSound(found, format, one.in(lines), 1);
    }
    boolean enough = !found.isEmpty();
    for (int i = 0; i < changes.size() && !enough; i++) {
      for (Change two : changes.subList(0, i)) {
        if (changes.get(i).line() != two.line() || changes.get(i).at() != two.at()) {
          keepIfSound(found, format, two.in(changes.get(i).in(lines)), 2);
        }
      }
    }
    return found.stream().limit(MAX_SUGGESTIONS).toList();
  }

  private static void keepIfSound(
      Set<ZoneSuggestion> found, ZoneFormat format, List<String> lines, int changed) {
    if (new ZoneReading(format, lines).zone(List.of()).sound()) {
      found.add(new ZoneSuggestion(lines, changed));
    }
  }

  /** The characters that digits are calculated over, and the digits themselves. */
  private static List<Change> changes(ZoneFormat format, List<String> lines) {
    List<Change> changes = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      for (int at = 0; at < format.width(); at++) {
        if (checked(format, line, at)) {
          char printed = lines.get(line).charAt(at);
          int letter = LETTERS.indexOf(printed);
          if (letter >= 0) {
            changes.add(new Change(line, at, DIGITS.charAt(letter)));
          }
          boolean onlyDigits =
              within(format.born(), line, at) || within(format.expires(), line, at);
          for (int i = 0; i < DIGITS.length() && !onlyDigits; i++) {
            if (DIGITS.charAt(i) == printed) {
              changes.add(new Change(line, at, LETTERS.charAt(i)));
            }
          }
        }
      }
    }
    return changes;
  }

  private static boolean checked(ZoneFormat format, int line, int at) {
    boolean other =
        within(format.nationality(), line, at)
            || within(format.gender(), line, at)
            || within(format.nameField(), line, at);
    return !other && (line > 0 || (format == ZoneFormat.TD1 && at >= format.number().from()));
  }

  private static boolean within(ZoneFormat.Span span, int line, int at) {
    return span.line() == line && at >= span.from() && at < span.to();
  }

  @Override
  public String toString() {
    return "ZoneSuggestion[]";
  }
}
