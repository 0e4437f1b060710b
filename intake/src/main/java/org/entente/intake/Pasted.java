package org.entente.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.subject.Unreadable;
import org.entente.subject.Unsaid;
import org.entente.subject.documents.MachineReadableZone;

/**
 * What persons and things a pasted text names: the lines of a travel document, numbers of vehicles,
 * telephones, devices and accounts, addresses of crypto-assets and of the Internet, digests of
 * files, also made harmless, one in a line or within sentences.
 *
 * <p><b>Guarantees.</b> Nothing is lost: a line of which something was not recognised is in {@link
 * #rest} as it was pasted. What is recognised is proposed, never taken. Bounded time; nothing here
 * throws.
 *
 * @param found in the order of the text, each once
 * @param rest the lines that say more than what was recognised
 */
public record Pasted(List<Found> found, String rest) {
  /** A longer text goes along as a file. */
  public static final int CHARS_MOST = 20_000;

  /** So many subjects are taken out of one text; the rest stays text. */
  public static final int FOUND_MOST = 100;

  /** Words beside what was recognised: so many and the line says something of its own. */
  private static final int WORDS_OF_A_LABEL = 3;

  private static final Pattern ZONE_LINE = Pattern.compile("[A-Z0-9<]{28,44}");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");

  public Pasted {
    found = List.copyOf(found);
  }

  /**
   * A person or thing that was recognised.
   *
   * @param said what is known of it, by field
   */
  public record Found(SubjectKind kind, Map<ColumnMeaning, List<String>> said) {
    public Found {
      said = Map.copyOf(said);
    }

    static Found of(SubjectKind kind, ColumnMeaning field, String value) {
      return new Found(kind, Map.of(field, List.of(value)));
    }

    @Override
    public String toString() {
      return "Found[" + kind + "]";
    }
  }

  /**
   * Reads a pasted text.
   *
   * @param country ISO 3166-1 alpha-2 of the house, for telephone numbers without a country's code
   * @param today for years of two digits in the lines of a document
   */
  public static Pasted read(String text, Optional<String> country, LocalDate today) {
    if (text.length() > CHARS_MOST) {
      return new Pasted(List.of(), text);
    }
    List<Found> found = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    List<String> lines = text.lines().toList();
    int at = 0;
    while (at < lines.size()) {
      int zone = zone(lines, at, today, found);
      if (zone > 0) {
        at += zone;
        continue;
      }
      line(lines.get(at), country, found, rest);
      at++;
    }
    return once(found, rest);
  }

  /** Each thing once; what is over the bound goes back to the text. */
  private static Pasted once(List<Found> found, List<String> rest) {
    Map<Object, Found> byWhat = new LinkedHashMap<>();
    for (Found each : found) {
      Object what = new Same(each.kind(), read(each));
      if (byWhat.size() < FOUND_MOST) {
        byWhat.putIfAbsent(what, each);
      } else if (!byWhat.containsKey(what)) {
        rest.add(String.join(" ", each.said().values().stream().flatMap(List::stream).toList()));
      }
    }
    return new Pasted(List.copyOf(byWhat.values()), String.join("\n", rest).strip());
  }

  /** One address at two times may be two persons; a number in two writings is one. */
  private record Same(SubjectKind kind, List<String> canonical) {}

  private static List<String> read(Found found) {
    return ValueReading.of(found.kind(), found.said()).stream()
        .map(ValueReading::canonical)
        .toList();
  }

  /**
   * How many lines from here are those of a travel document; they are taken if they can be read.
   */
  private static int zone(List<String> lines, int at, LocalDate today, List<Found> found) {
    for (int count : new int[] {3, 2}) {
      if (at + count > lines.size()) {
        continue;
      }
      List<String> these =
          lines.subList(at, at + count).stream().map(line -> line.replace(" ", "")).toList();
      boolean printed =
          these.stream().allMatch(line -> ZONE_LINE.matcher(line).matches())
              && these.getFirst().indexOf('<') >= 0;
      if (printed && taken(String.join("\n", these), today, found)) {
        return count;
      }
    }
    return 0;
  }

  private static boolean taken(String zone, LocalDate today, List<Found> found) {
    try {
      return found.add(Holder.of(MachineReadableZone.read(zone), today));
    } catch (Unreadable other) {
      return false;
    }
  }

  private static void line(
      String line, Optional<String> country, List<Found> found, List<String> rest) {
    PastedLine read = PastedLine.read(line, country);
    found.addAll(read.found());
    long words =
        WORD.matcher(read.left())
            .results()
            .filter(word -> !PastedLine.isLabel(word.group()))
            .count();
    boolean says = read.found().isEmpty() ? !line.isBlank() : words >= WORDS_OF_A_LABEL;
    boolean number =
        WORD.matcher(read.left())
            .results()
            .anyMatch(word -> word.group().chars().filter(Character::isDigit).count() > 3);
    if ((says || number) && !Unsaid.by(line)) {
      rest.add(line.strip());
    }
  }

  @Override
  public String toString() {
    return "Pasted[" + found.size() + "]";
  }
}
