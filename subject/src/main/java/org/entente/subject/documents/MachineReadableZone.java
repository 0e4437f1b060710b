package org.entente.subject.documents;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.subject.CheckDigit;
import org.entente.subject.CountryCode;
import org.entente.subject.Gender;
import org.entente.subject.IdentityDocument;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.Unreadable;
import org.entente.subject.WrittenName;
import org.entente.subject.documents.ZoneFormat.Span;

/**
 * The lines at the foot of a travel document, ICAO 9303: TD1, TD2, TD3, MRV-A and MRV-B.
 *
 * <p><b>Guarantees.</b> The lines stay as printed. A check digit that fails is told and changes
 * nothing that was read.
 *
 * <p><b>Does not guarantee</b> that a document is genuine: whoever forges one can calculate its
 * digits.
 *
 * @param lines upper case, without spaces
 * @param code the document's code, such as P, ID, V
 * @param issuer the issuing state as printed, without fillers
 * @param number the document's number, also where it is longer than its field
 * @param nationality as printed, without fillers
 * @param optional the issuer's own data, one entry per field, without the rest of a long number
 * @param checks the check digits that this format has
 * @param suggestions readings in which every check digit would hold, if one fails now
 */
public record MachineReadableZone(
    ZoneFormat format,
    List<String> lines,
    String code,
    String issuer,
    PrintedName name,
    String number,
    String nationality,
    PrintedDate born,
    Gender gender,
    PrintedDate expires,
    List<String> optional,
    Map<ZoneCheck, CheckDigit> checks,
    List<ZoneSuggestion> suggestions) {
  /** Three lines with room for the spaces that readers of pictures put in. */
  public static final int MAX_LENGTH = 300;

  private static final Pattern ALPHABET = Pattern.compile("[A-Z0-9<]+");

  public MachineReadableZone {
    lines = List.copyOf(lines);
    optional = List.copyOf(optional);
    checks = Map.copyOf(checks);
    suggestions = List.copyOf(suggestions);
  }

  /**
   * Reads a zone, with or without line breaks.
   *
   * @throws Unreadable {@code zone-length}, {@code zone-letters} (other than A to Z, 0 to 9 and
   *     {@code <}) or {@code zone-form}
   */
  public static MachineReadableZone read(String written) {
    if (written.length() > MAX_LENGTH) {
      throw new Unreadable("zone-length", "A machine readable zone has at most 90 characters.");
    }
    List<String> lines = lines(written);
    if (!ALPHABET.matcher(String.join("", lines)).matches()) {
      throw new Unreadable("zone-letters", "A zone has only A to Z, 0 to 9 and the filler <.");
    }
    ZoneFormat format = format(lines);
    List<ZoneSuggestion> none = List.of();
    MachineReadableZone read = new ZoneReading(format, lines).zone(none);
    return read.sound()
        ? read
        : new ZoneReading(format, lines).zone(ZoneSuggestion.of(format, lines));
  }

  /**
   * Prints the zone of a document; the holder's first name and first date of birth are taken.
   *
   * @throws Unreadable {@code zone-issuer} (none known), {@code zone-number} (empty or too long),
   *     {@code zone-name} (no letter left)
   */
  public static MachineReadableZone of(
      ZoneFormat format, Person holder, IdentityDocument document) {
    return read(ZoneWriting.lines(format, holder, document));
  }

  /** Whether no check digit fails. */
  public boolean sound() {
    return !checks.containsValue(CheckDigit.FAILS);
  }

  /** The document, with its issuer's alpha-2 code where that is one of a state. */
  public IdentityDocument document(LocalDate today) {
    IdentityDocument.Kind kind =
        switch (code.charAt(0)) {
          case 'P' -> IdentityDocument.Kind.PASSPORT;
          case 'V' -> IdentityDocument.Kind.VISA;
          case 'I', 'A', 'C' -> IdentityDocument.Kind.IDENTITY_CARD;
          default -> IdentityDocument.Kind.OTHER;
        };
    return new IdentityDocument(
        kind, number, Optional.of(CountryCode.read(issuer).orElse(issuer)), expires.near(today));
  }

  /** The holder, with this document. */
  public Person holder(LocalDate today) {
    List<WrittenName.Part> parts = new ArrayList<>();
    if (!name.secondary().isEmpty()) {
      parts.add(new WrittenName.Part(name.secondary(), WrittenName.Role.GIVEN));
      parts.add(new WrittenName.Part(name.primary(), WrittenName.Role.FAMILY));
    }
    WrittenName whole =
        new WrittenName(name.whole(), WrittenName.Kind.OFFICIAL, Optional.empty(), parts);
    List<PartialDate> dates = born.before(today).stream().toList();
    return new Person(
        List.of(whole),
        dates,
        gender,
        CountryCode.read(nationality).stream().toList(),
        List.of(),
        List.of(document(today)),
        List.of(),
        List.of(),
        List.of());
  }

  @Override
  public String toString() {
    return "MachineReadableZone[" + format + "]";
  }

  private static List<String> lines(String written) {
    List<String> lines = new ArrayList<>();
    String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    for (String line : plain.replace("«", "<<").split("\\R", -1)) {
      String whole = line.replaceAll("\\s+", "");
      if (!whole.isEmpty()) {
        lines.add(whole);
      }
    }
    if (lines.size() != 1) {
      return lines;
    }
    String all = lines.getFirst();
    return switch (all.length()) {
      case 90 -> List.of(all.substring(0, 30), all.substring(30, 60), all.substring(60));
      case 88, 72 -> List.of(all.substring(0, all.length() / 2), all.substring(all.length() / 2));
      default -> lines;
    };
  }

  private static ZoneFormat format(List<String> lines) {
    boolean visa = !lines.isEmpty() && lines.getFirst().startsWith("V");
    for (ZoneFormat format : ZoneFormat.values()) {
      if (format.lines() == lines.size()
          && (format.visa() == visa || format == ZoneFormat.TD1)
          && lines.stream().allMatch(line -> line.length() == format.width())) {
        if (!Character.isLetter(lines.getFirst().charAt(0))) {
          throw new Unreadable("zone-form", "A zone begins with the letter of its document.");
        }
        return format;
      }
    }
    throw new Unreadable(
        "zone-length", "A zone has three lines of 30 or two lines of 36 or 44 characters.");
  }

  /** Takes the fields out of the lines. */
  record ZoneReading(ZoneFormat format, List<String> lines) {
    private String at(Span span) {
      return lines.get(span.line()).substring(span.from(), span.to());
    }

    private char after(Span span) {
      return lines.get(span.line()).charAt(span.to());
    }

    MachineReadableZone zone(List<ZoneSuggestion> suggestions) {
      String field = at(format.number());
      String optional = at(format.optional());
      String rest = restOfNumber(optional);
      EnumMap<ZoneCheck, CheckDigit> checks = new EnumMap<>(ZoneCheck.class);
      char digit = rest.isEmpty() ? after(format.number()) : rest.charAt(rest.length() - 1);
      String number = rest.isEmpty() ? field : field + rest.substring(0, rest.length() - 1);
      checks.put(ZoneCheck.NUMBER, ZoneCheck.check(number, digit));
      checks.put(ZoneCheck.BORN, ZoneCheck.check(at(format.born()), after(format.born())));
      checks.put(ZoneCheck.EXPIRES, ZoneCheck.check(at(format.expires()), after(format.expires())));
      if (format == ZoneFormat.TD3) {
        checks.put(ZoneCheck.OPTIONAL, ZoneCheck.check(optional, after(format.optional())));
      }
      if (format.hasComposite()) {
        char last = lines.get(1).charAt(format.width() - 1);
        checks.put(ZoneCheck.COMPOSITE, ZoneCheck.check(format.composite(lines), last));
      }
      List<String> own = new ArrayList<>();
      own.add(text(optional.substring(rest.length())));
      if (format == ZoneFormat.TD1) {
        own.add(text(lines.get(1).substring(18, 29)));
      }
      return new MachineReadableZone(
          format,
          lines,
          text(lines.getFirst().substring(0, 2)),
          text(lines.getFirst().substring(2, 5)),
          PrintedName.of(at(format.nameField())),
          text(number).replace(" ", ""),
          text(at(format.nationality())),
          new PrintedDate(at(format.born())),
          gender(at(format.gender())),
          new PrintedDate(at(format.expires())),
          own,
          checks,
          suggestions);
    }

    /** With its check digit; empty if the number fits its field. */
    private String restOfNumber(String optional) {
      if (!format.hasLongNumbers() || after(format.number()) != '<') {
        return "";
      }
      int end = optional.indexOf('<');
      String rest = end < 0 ? optional : optional.substring(0, end);
      return rest.length() < 2 ? "" : rest;
    }

    private static String text(String printed) {
      return printed.replaceAll("<+", " ").strip();
    }

    private static Gender gender(String printed) {
      return switch (printed) {
        case "F" -> Gender.FEMALE;
        case "M" -> Gender.MALE;
        case "X", "<" -> Gender.UNSPECIFIED;
        default -> Gender.UNKNOWN;
      };
    }
  }
}
