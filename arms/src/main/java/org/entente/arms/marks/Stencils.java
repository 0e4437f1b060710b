package org.entente.arms.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stencils on shells and crates: diameter, weight sign and the lots of what is inside. */
final class Stencils {
  private static final Pattern DIAMETER =
      Pattern.compile("(?<![0-9.])([0-9]{1,3})(?:[.,]([0-9]))? ?(?:MM|ММ)(?!\\p{L})");

  private static final Pattern LIGHTER = Pattern.compile("-{1,4}");
  private static final Pattern HEAVIER = Pattern.compile("\\+{1,4}");
  private static final int BEYOND = 5;

  private Stencils() {}

  /** What one line says. */
  static List<Understood> line(String tidy) {
    List<Understood> found = new ArrayList<>();
    Matcher diameter = DIAMETER.matcher(tidy);
    String rest = tidy;
    if (diameter.find()) {
      String tenth = diameter.group(2);
      found.add(
          new Understood.Diameter(
              10 * Integer.parseInt(diameter.group(1))
                  + (tenth == null ? 0 : Integer.parseInt(tenth))));
      rest = (tidy.substring(0, diameter.start()) + tidy.substring(diameter.end())).strip();
    }
    weight(rest).ifPresent(found::add);
    LotPatterns.read(rest).forEach(lot -> found.add(new Understood.OfLot(lot)));
    if (found.stream().noneMatch(Understood.OfLot.class::isInstance)) {
      for (String word : rest.split(" ", -1)) {
        LotPatterns.read(word).forEach(lot -> found.add(new Understood.OfLot(lot)));
      }
    }
    return found;
  }

  /** Signs of weight of eastern shells; an H stands for the nominal one, in either script. */
  private static Optional<Understood> weight(String rest) {
    return switch (rest) {
      case "ЛГ" -> Optional.of(new Understood.Weight(-BEYOND));
      case "ТЖ" -> Optional.of(new Understood.Weight(BEYOND));
      case "Н", "H", "N", "±" -> Optional.of(new Understood.Weight(0));
      default ->
          LIGHTER.matcher(rest).matches()
              ? Optional.of(new Understood.Weight(-rest.length()))
              : HEAVIER.matcher(rest).matches()
                  ? Optional.of(new Understood.Weight(rest.length()))
                  : Optional.empty();
    };
  }
}
