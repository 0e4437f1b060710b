package org.entente.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.subject.Unsaid;

/** The headings by which a column is known, in the languages of the registers we know. */
final class Headings {
  private static final Map<String, ColumnMeaning> KNOWN = known();

  /** What a second column of one name has behind it. */
  private static final Pattern COUNTED = Pattern.compile("[\\s_-]*\\(?\\d{1,2}\\)?\\s*$");

  /** Between two languages of one heading, or before what explains it. */
  private static final Pattern PARTS = Pattern.compile("\\s*[/|(\\[\\n:–—]\\s*|\\s+-\\s+");

  private static final Pattern MONTH_FIRST = Pattern.compile("(?i)\\bm{1,2}\\s*[/.-]\\s*d{1,2}\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?i)\\b(?:dd?\\s*[/.-]\\s*m{1,2}|gg?\\s*[/.-]\\s*aa?)\\b|дд?\\s*[/.-]\\s*мм?");

  private static final int MOST_CHARS = 200;

  private Headings() {}

  /** What a heading means, the whole before its parts. */
  static Optional<ColumnMeaning> meaning(String heading) {
    if (heading.length() > MOST_CHARS) {
      return Optional.empty();
    }
    Optional<ColumnMeaning> whole = exact(heading);
    if (whole.isPresent()) {
      return whole;
    }
    for (String part : PARTS.split(heading, -1)) {
      Optional<ColumnMeaning> meant = exact(part);
      if (meant.isPresent()) {
        return meant;
      }
    }
    int point = heading.lastIndexOf('.');
    return point > 0 ? exact(heading.substring(point + 1)) : Optional.empty();
  }

  private static Optional<ColumnMeaning> exact(String heading) {
    return of(heading).or(() -> of(COUNTED.matcher(heading).replaceFirst("")));
  }

  private static Optional<ColumnMeaning> of(String heading) {
    return Optional.ofNullable(KNOWN.get(Unsaid.word(heading)));
  }

  /** The order of dates that a heading names: {@code (mm/dd/yyyy)}. */
  static CellForms.Dates dates(String heading) {
    if (MONTH_FIRST.matcher(heading).find()) {
      return CellForms.Dates.MONTH_FIRST;
    }
    return DAY_FIRST.matcher(heading).find() ? CellForms.Dates.DAY_FIRST : CellForms.Dates.BOTH;
  }

  private static Map<String, ColumnMeaning> known() {
    Map<String, ColumnMeaning> known = new HashMap<>();
    for (ColumnMeaning meaning : ColumnMeaning.values()) {
      known.put(Unsaid.word(meaning.name()), meaning);
    }
    try (InputStream in =
        Objects.requireNonNull(Headings.class.getResourceAsStream("headings.txt"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.indexOf(':') > 0 && !line.startsWith("#"))
          .forEach(line -> {
            ColumnMeaning meaning = ColumnMeaning.valueOf(line.substring(0, line.indexOf(':')));
            for (String heading : line.substring(line.indexOf(':') + 1).split(",", -1)) {
              String word = Unsaid.word(heading);
              for (String spelt :
                  List.of(
                      word,
                      word.replace("đ", "dj"),
                      word.replace("đ", "d"),
                      word.replace("ə", "e"),
                      word.replace("ł", "l"))) {
                known.putIfAbsent(spelt, meaning);
              }
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    known.remove("");
    return Map.copyOf(known);
  }
}
