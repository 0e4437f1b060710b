package org.entente.arms;

import java.util.stream.Collectors;
import org.entente.arms.marks.LotNumber;
import org.entente.arms.marks.Marks;
import org.entente.arms.marks.Reading;
import org.entente.arms.marks.Understood;

/** Readings in one line, as the table of marks has them. */
final class Told {
  private Told() {}

  static Reading read(String kind, String seen) {
    return switch (kind) {
      case "serial" -> Marks.serial(seen);
      case "lot" -> Marks.lot(seen);
      case "headstamp" -> Marks.headstamp(seen);
      case "stencil" -> Marks.stencil(seen);
      default -> Marks.mark(seen);
    };
  }

  static String of(Reading reading) {
    String told = reading.understood().stream().map(Told::one).collect(Collectors.joining(" / "));
    return told.isEmpty() ? "-" : told;
  }

  private static String one(Understood understood) {
    return switch (understood) {
      case Understood.Serial s -> "serial " + s.letters() + "|" + s.digits() + "|" + s.after();
      case Understood.OfLot(LotNumber lot) -> lot(lot);
      case Understood.Headstamp h ->
          "maker="
              + h.maker()
              + " year="
              + h.year()
              + " calibre="
              + h.calibre()
              + (h.nato() ? " nato" : "");
      case Understood.Roman r -> "roman " + r.value();
      case Understood.CountryYear c -> country(c.country()) + " year=" + c.year();
      case Understood.Year y -> "year " + y.year();
      case Understood.LaidOut l ->
          country(l.country())
              + " "
              + l.maker()
              + " "
              + l.year()
              + " "
              + l.type()
              + " "
              + l.serial()
              + " "
              + l.calibre();
      case Understood.Diameter d -> "diameter " + d.tenthsOfMillimetre();
      case Understood.Weight w -> "weight " + w.steps();
    };
  }

  private static String lot(LotNumber lot) {
    return lot.pattern().code()
        + " "
        + lot.maker()
        + " "
        + lot.year()
        + (lot.month() == 0 ? "" : " month=" + lot.month())
        + (lot.interfix().isEmpty() ? "" : " interfix=" + lot.interfix())
        + " lot="
        + lot.sequence()
        + (lot.suffix().isEmpty() ? "" : " suffix=" + lot.suffix())
        + (lot.theatre().isEmpty() ? "" : " theatre=" + lot.theatre())
        + (lot.assumed() ? " assumed" : "");
  }

  private static String country(MarkedCountry country) {
    return "ask=" + String.join(",", country.askWhom());
  }
}
