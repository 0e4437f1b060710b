package org.entente.arms.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.arms.Lot;
import org.entente.arms.compare.LotMatch.Reason;
import org.entente.arms.compare.LotMatch.Relation;
import org.entente.arms.marks.LotNumber;
import org.entente.arms.marks.Marks;
import org.entente.arms.marks.Reading;
import org.entente.arms.marks.Understood;
import org.entente.subject.Marking;

/** Compares lots: the same, reworked from one, made of one component, made one after another. */
public final class LotMatcher {
  private LotMatcher() {}

  /** The closest relation that both descriptions allow. */
  public static LotMatch compare(Lot a, Lot b) {
    Reading readingA = Marks.lot(a.seen());
    Reading readingB = Marks.lot(b.seen());
    Optional<LotMatch> best =
        numbers(readingA).stream()
            .flatMap(x -> numbers(readingB).stream().map(y -> compare(x, y)))
            .flatMap(Optional::stream)
            .min((x, y) -> x.relation().compareTo(y.relation()));
    if (best.isEmpty() && tells(readingA.folded()) && readingA.folded().equals(readingB.folded())) {
      return new LotMatch(Relation.SAME, List.of(Reason.TEXT_SAME));
    }
    Optional<LotMatch> family = family(a, b, readingA, readingB);
    boolean closer =
        family.isPresent()
            && best.map(m -> family.get().relation().compareTo(m.relation()) < 0).orElse(true);
    return closer ? family.orElseThrow() : best.orElse(new LotMatch(Relation.NONE, List.of()));
  }

  /** What the numbers alone say. */
  private static Optional<LotMatch> compare(LotNumber a, LotNumber b) {
    if (a.pattern() != b.pattern()
        || !fits(a.canonical().split("-", -1)[0], b.canonical().split("-", -1)[0])) {
      return Optional.empty();
    }
    String one = a.canonical();
    String other = b.canonical();
    if (one.equals(other) && one.indexOf(Marking.DOUBT) < 0) {
      return found(Relation.SAME, Reason.NUMBER_SAME);
    }
    if (fits(one, other) && knownOfBoth(one, other) >= 3) {
      return found(Relation.POSSIBLY_SAME, Reason.NUMBER_FITS_DOUBTS);
    }
    boolean sameYear = fits(shortYear(a), shortYear(b)) && a.month() == b.month();
    boolean sameSeries = sameYear && fits(bare(a.interfix()), bare(b.interfix()));
    if (sameSeries
        && fits(bare(a.sequence()), bare(b.sequence()))
        && !a.suffix().equals(b.suffix())) {
      return found(Relation.REWORKED_FROM_ONE, Reason.SUFFIX_DIFFERS);
    }
    if (fits(bare(a.interfix()), bare(b.interfix())) && !a.interfix().isEmpty()) {
      return next(a, b)
          ? Optional.of(
              new LotMatch(Relation.SISTER, List.of(Reason.SERIES_SAME, Reason.SEQUENCE_NEXT)))
          : found(Relation.SISTER, Reason.SERIES_SAME);
    }
    if (sameYear && !a.year().isEmpty()) {
      return next(a, b)
          ? Optional.of(
              new LotMatch(
                  Relation.SISTER, List.of(Reason.MAKER_AND_YEAR_SAME, Reason.SEQUENCE_NEXT)))
          : found(Relation.SAME_MAKER_AND_YEAR, Reason.MAKER_AND_YEAR_SAME);
    }
    return Optional.empty();
  }

  /** What parents and components say. */
  private static Optional<LotMatch> family(Lot a, Lot b, Reading readingA, Reading readingB) {
    Set<String> ofA = parents(a);
    Set<String> ofB = parents(b);
    if (ofA.contains(readingB.folded())
        || ofB.contains(readingA.folded())
        || ofA.stream().anyMatch(ofB::contains)) {
      return found(Relation.REWORKED_FROM_ONE, Reason.PARENT_NAMED);
    }
    Set<String> components = components(a);
    Set<String> others = components(b);
    boolean shared =
        components.stream().anyMatch(others::contains)
            || components.contains(readingB.folded())
            || others.contains(readingA.folded());
    return shared ? found(Relation.COMPONENT, Reason.COMPONENT_LOT_SHARED) : Optional.empty();
  }

  private static Set<String> parents(Lot lot) {
    Set<String> parents = new HashSet<>();
    lot.parent()
        .map(seen -> Marks.lot(seen).folded())
        .filter(LotMatcher::tells)
        .ifPresent(parents::add);
    return parents;
  }

  private static Set<String> components(Lot lot) {
    Set<String> components = new HashSet<>();
    for (Lot.Component component : lot.components()) {
      String folded = Marks.lot(component.seen()).folded();
      if (tells(folded)) {
        components.add(component.kind() + " " + folded);
        components.add(folded);
      }
    }
    return components;
  }

  private static List<LotNumber> numbers(Reading reading) {
    List<LotNumber> numbers = new ArrayList<>();
    for (Understood understood : reading.understood()) {
      if (understood instanceof Understood.OfLot(LotNumber lot)) {
        numbers.add(lot);
      }
    }
    return numbers;
  }

  private static boolean next(LotNumber a, LotNumber b) {
    String one = bare(a.sequence());
    String other = bare(b.sequence());
    return one.matches("[0-9]{1,9}")
        && other.matches("[0-9]{1,9}")
        && Math.abs(Integer.parseInt(one) - Integer.parseInt(other)) == 1;
  }

  private static Optional<LotMatch> found(Relation relation, Reason reason) {
    return Optional.of(new LotMatch(relation, List.of(reason)));
  }

  /** Equally long, and at each place alike or in doubt. */
  private static boolean fits(String a, String b) {
    if (a.length() != b.length()) {
      return false;
    }
    for (int i = 0; i < a.length(); i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y && x != Marking.DOUBT && y != Marking.DOUBT) {
        return false;
      }
    }
    return true;
  }

  private static int knownOfBoth(String a, String b) {
    int known = 0;
    for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
      boolean sure = a.charAt(i) != Marking.DOUBT && a.charAt(i) == b.charAt(i);
      known += sure && Character.isLetterOrDigit(a.charAt(i)) ? 1 : 0;
    }
    return known;
  }

  private static boolean tells(String folded) {
    return folded.chars().filter(sign -> sign != Marking.DOUBT).count() >= 3;
  }

  private static String shortYear(LotNumber lot) {
    return lot.year().length() == 4 ? lot.year().substring(2) : lot.year();
  }

  private static String bare(String digits) {
    int at = 0;
    while (at + 1 < digits.length() && digits.charAt(at) == '0') {
      at++;
    }
    return digits.substring(at);
  }
}
