package org.entente.subject.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.subject.CountryCode;
import org.entente.subject.Gender;
import org.entente.subject.IdentityDocument;
import org.entente.subject.Marking;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.Unreadable;
import org.entente.subject.WrittenName;
import org.entente.subject.documents.ZoneFormat.Span;

/** Prints a zone. */
final class ZoneWriting {
  /** Of a family name that fills the field so much gives way: two fillers and one given letter. */
  private static final int ROOM_FOR_GIVEN = 3;

  private static final String NOBODYS = "XXX";

  private final ZoneFormat format;
  private final char[][] lines;

  private ZoneWriting(ZoneFormat format) {
    this.format = format;
    this.lines = new char[format.lines()][];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = "<".repeat(format.width()).toCharArray();
    }
  }

  static String lines(ZoneFormat format, Person holder, IdentityDocument document) {
    ZoneWriting zone = new ZoneWriting(format);
    zone.put(new Span(0, 0, 2), code(format, document.kind()));
    zone.put(new Span(0, 2, 5), issuer(document));
    zone.put(format.nameField(), name(holder.names().getFirst(), format.nameField().width()));
    zone.number(Marking.plain(Marking.canonical(document.number())));
    zone.put(
        format.nationality(),
        holder.nationalities().stream()
            .findFirst()
            .flatMap(CountryCode::threeLetters)
            .orElse(NOBODYS));
    zone.date(format.born(), holder.born().stream().findFirst());
    zone.put(format.gender(), gender(holder.gender()));
    zone.date(format.expires(), document.expires());
    zone.composite();
    return String.join("\n", zone.strings());
  }

  private void put(Span span, String text) {
    text.getChars(0, text.length(), lines[span.line()], span.from());
  }

  private List<String> strings() {
    return Arrays.stream(lines).map(String::new).toList();
  }

  private void number(String number) {
    Span field = format.number();
    Span optional = format.optional();
    int most = field.width() + (format.hasLongNumbers() ? optional.width() - 1 : 0);
    if (number.isEmpty() || number.length() > most || !number.matches("[A-Z0-9]+")) {
      throw new Unreadable("zone-number", "This number does not fit into the zone.");
    }
    String padded = number + "<".repeat(Math.max(0, field.width() - number.length()));
    String digit = String.valueOf(ZoneCheck.digit(padded));
    put(field, padded.substring(0, field.width()));
    if (number.length() > field.width()) {
      put(optional, padded.substring(field.width()) + digit);
    } else {
      put(new Span(field.line(), field.to(), field.to() + 1), digit);
    }
    if (format == ZoneFormat.TD3) {
      put(new Span(optional.line(), optional.to(), optional.to() + 1), "<");
    }
  }

  private void date(Span span, Optional<PartialDate> date) {
    String printed = date.map(ZoneWriting::printed).orElse("<<<<<<");
    put(span, printed);
    put(new Span(span.line(), span.to(), span.to() + 1), String.valueOf(ZoneCheck.digit(printed)));
  }

  private static String printed(PartialDate date) {
    return two(date.yearsAround() == 0 ? date.year() % 100 : -1)
        + two(date.month() == 0 ? -1 : date.month())
        + two(date.day() == 0 ? -1 : date.day());
  }

  private static String two(int number) {
    return number < 0 ? "<<" : String.format(Locale.ROOT, "%02d", number);
  }

  private void composite() {
    if (format.hasComposite()) {
      char digit = ZoneCheck.digit(format.composite(strings()));
      lines[1][format.width() - 1] = digit;
    }
  }

  private static String code(ZoneFormat format, IdentityDocument.Kind kind) {
    return switch (format) {
      case MRV_A, MRV_B -> "V";
      case TD3 -> "P";
      case TD1, TD2 -> kind == IdentityDocument.Kind.PASSPORT ? "IP" : "ID";
    };
  }

  private static String issuer(IdentityDocument document) {
    return document
        .issuer()
        .flatMap(CountryCode::threeLetters)
        .orElseThrow(() -> new Unreadable("zone-issuer", "The state that issued it is not known."));
  }

  private static String gender(Gender gender) {
    return switch (gender) {
      case FEMALE -> "F";
      case MALE -> "M";
      case UNSPECIFIED, UNKNOWN -> "<";
    };
  }

  /** Cut as in ICAO 9303 part 3, 4.6: something of both parts stays, the last place is a letter. */
  private static String name(WrittenName name, int width) {
    String primary = part(name, WrittenName.Role.FAMILY);
    String secondary = part(name, WrittenName.Role.GIVEN);
    if (primary.isEmpty()) {
      primary = PrintedLetters.of(name.written());
      secondary = "";
    }
    if (primary.isEmpty()) {
      throw new Unreadable(
          "zone-name", "Nothing of this name can be printed in the letters A to Z.");
    }
    String whole = secondary.isEmpty() ? primary : primary + "<<" + secondary;
    if (whole.length() <= width) {
      return whole;
    }
    int most = secondary.isEmpty() ? width : width - ROOM_FOR_GIVEN;
    String cut = primary.substring(0, Math.min(primary.length(), most)).replaceAll("<+$", "");
    String all = secondary.isEmpty() ? cut : cut + "<<" + secondary;
    return all.substring(0, Math.min(all.length(), width));
  }

  private static String part(WrittenName name, WrittenName.Role role) {
    StringBuilder printed = new StringBuilder();
    for (WrittenName.Part part : name.parts()) {
      String letters = part.role() == role ? PrintedLetters.of(part.text()) : "";
      printed.append(printed.isEmpty() || letters.isEmpty() ? "" : "<").append(letters);
    }
    return printed.toString();
  }
}
