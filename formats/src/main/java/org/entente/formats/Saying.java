package org.entente.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.formats.Untaken.Why;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;

/** What a part of a file says of one person or thing, gathered value by value within limits. */
public final class Saying {
  /** As in a message (docs/protocol/subjects.md). */
  public static final int VALUES_MOST = 20;

  public static final int VALUE_MOST = 2_000;

  private final Taking taking;
  private final String reference;
  private final Map<ColumnMeaning, Set<String>> said = new EnumMap<>(ColumnMeaning.class);
  private final Set<String> weak = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();

  public Saying(Taking taking, String reference) {
    this.taking = taking;
    this.reference = reference;
  }

  /** What is said of something else with it. */
  public Saying apart(String other) {
    return new Saying(taking, other);
  }

  /** Keeps a value in one line; nothing and blanks say nothing. */
  public Saying say(ColumnMeaning field, String value) {
    String line = line(value);
    if (line.isEmpty()) {
      return this;
    }
    if (line.length() > VALUE_MOST) {
      taking.left(Why.VALUE_TOO_LONG, field.code(), reference);
      return this;
    }
    Set<String> values = said.computeIfAbsent(field, f -> new LinkedHashSet<>());
    if (values.size() < VALUES_MOST) {
      values.add(line);
    } else if (!values.contains(line)) {
      taking.left(Why.TOO_MANY, field.code(), reference);
    }
    return this;
  }

  /** Keeps another name of which its source says that it is weak. */
  public Saying weak(String alias) {
    say(ColumnMeaning.ALIAS, alias);
    weak.add(line(alias));
    return this;
  }

  /** Keeps what no field is there for. */
  public Saying note(String words) {
    String line = line(words);
    if (!line.isEmpty()) {
      notes.add(line);
    }
    return this;
  }

  /** A text in one line, without signs that nobody sees. */
  public static String line(String text) {
    // Half a character cannot be written again.
    String whole =
        text.chars().anyMatch(c -> Character.isSurrogate((char) c))
            ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            : text;
    return whole
        .replaceAll("[\\p{Cntrl}\\s]+", " ")
        .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "")
        .strip();
  }

  /** The beginning of a text, not ending in half a character. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end).strip();
  }

  public boolean nothing() {
    return said.isEmpty();
  }

  public boolean says(ColumnMeaning field) {
    return said.containsKey(field);
  }

  /** The entry; there must be something said. */
  public Entry entry(SubjectKind kind, Standing standing) {
    Map<ColumnMeaning, List<String>> values = new EnumMap<>(ColumnMeaning.class);
    said.forEach((field, each) -> values.put(field, List.copyOf(each)));
    Standing whole = standing;
    for (String note : notes) {
      if (note.length() + whole.note().orElse("").length() >= Standing.NOTE_MOST) {
        taking.left(Why.VALUE_TOO_LONG, "note", reference);
      }
      whole = whole.noted(note);
    }
    return new Entry(reference, kind, values, weak, whole);
  }
}
