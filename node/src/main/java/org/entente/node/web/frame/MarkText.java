package org.entente.node.web.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.arms.MarkedCountry;
import org.entente.arms.marks.LotNumber;
import org.entente.arms.marks.Marks;
import org.entente.arms.marks.Understood;
import org.entente.node.forms.FormField;

/** What was understood of a mark, in words, to stand beside what was seen and never instead. */
final class MarkText {
  private MarkText() {}

  /** All readings, the likeliest first; empty if nothing was understood. */
  static String of(Reader reader, FormField.Marked marked, String seen) {
    List<Understood> readings =
        switch (marked) {
          case LOT -> Marks.lot(seen).understood();
          case HEADSTAMP -> Marks.headstamp(seen).understood();
          case COUNTRY -> Marks.mark(seen).understood();
        };
    List<String> said = new ArrayList<>();
    for (Understood reading : readings) {
      String one = said(reader, reading);
      if (!one.isEmpty()) {
        said.add(one);
      }
    }
    return String.join(" / ", said);
  }

  private static String said(Reader reader, Understood reading) {
    List<String> parts = new ArrayList<>();
    switch (reading) {
      case Understood.OfLot(LotNumber lot) -> lot(reader, lot, parts);
      case Understood.Headstamp h -> {
        part(reader, parts, "mark.maker", h.maker());
        part(reader, parts, "mark.year", h.year());
        part(reader, parts, "mark.calibre", h.calibre());
        if (h.nato()) {
          parts.add(reader.t("mark.nato"));
        }
      }
      case Understood.CountryYear(MarkedCountry country, String year) -> {
        country(reader, country, parts);
        part(reader, parts, "mark.year", year);
      }
      case Understood.Serial s -> {}
      case Understood.Roman r -> {}
      case Understood.Year y -> {}
      case Understood.LaidOut l -> country(reader, l.country(), parts);
      case Understood.Diameter d -> {}
      case Understood.Weight w -> {}
    }
    return String.join(" · ", parts);
  }

  private static void lot(Reader reader, LotNumber lot, List<String> parts) {
    part(reader, parts, "mark.lot", lot.sequence());
    part(reader, parts, "mark.year", lot.year());
    part(reader, parts, "mark.month", lot.month() == 0 ? "" : String.valueOf(lot.month()));
    part(reader, parts, "mark.maker", lot.maker());
    part(reader, parts, "mark.series", lot.interfix());
    part(reader, parts, "mark.reworked", lot.suffix());
    if (lot.assumed()) {
      parts.add(reader.t("mark.assumed"));
    }
  }

  private static void country(Reader reader, MarkedCountry country, List<String> parts) {
    String names =
        String.join(
            ", ",
            country.askWhom().stream()
                .map(code -> Locale.of("", code).getDisplayCountry(reader.locale()))
                .toList());
    parts.add(country.ended().isEmpty() ? names : reader.t("mark.ended", names));
  }

  private static void part(Reader reader, List<String> parts, String key, String value) {
    if (!value.isEmpty()) {
      parts.add(reader.t(key, value));
    }
  }
}
