package org.entente.arms.marks;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.entente.arms.Coded;
import org.entente.subject.Marking;

/**
 * A lot number in its parts. Each part is as marked, with {@code ?} for signs in doubt, and empty
 * where the pattern has no such part.
 *
 * @param maker the maker's symbol or the factory's number
 * @param year two or four digits
 * @param month 1 to 12; 0 if not told
 * @param interfix what lots of one series have in common
 * @param sequence counts lots within a series
 * @param suffix one or two letters: reworked, so a lot of its own with a parent
 * @param theatre one letter of the place where it was reworked
 * @param assumed whether a letter was read as the digit it looks like
 */
public record LotNumber(
    Pattern pattern,
    String maker,
    String year,
    int month,
    String interfix,
    String sequence,
    String suffix,
    String theatre,
    boolean assumed) {

  /** The patterns that are understood. */
  public enum Pattern implements Coded {
    /** Maker, year, month, interfix, sequence: MIL-STD-1168. */
    DATED,
    /** Maker, interfix, sequence, before MIL-STD-1168A; still in stores. */
    UNDATED,
    /** Lot, year, factory: stencils of the Warsaw Pact and of its heirs. */
    LOT_YEAR_FACTORY,
    /** Maker, lot and year with a slash: stencils of south-eastern Europe. */
    MAKER_LOT_YEAR
  }

  private static final int CENTURY = 100;
  private static final int FIRST = 1900;

  /**
   * The years it can mean, none after the given one: 07 is 1907 or 2007. All of a century where a
   * digit is in doubt are not listed; then it is empty.
   */
  public List<Integer> possibleYears(int notAfter) {
    if (year.isEmpty() || year.indexOf(Marking.DOUBT) >= 0) {
      return List.of();
    }
    int told = Integer.parseInt(year);
    return year.length() == 4
        ? List.of(told)
        : IntStream.of(FIRST + told, FIRST + CENTURY + told)
            .filter(y -> y <= notAfter)
            .boxed()
            .toList();
  }

  /** The lot it was reworked from, if its suffix says that it was. */
  public Optional<LotNumber> parent() {
    return suffix.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LotNumber(pattern, maker, year, month, interfix, sequence, "", "", assumed));
  }

  /** Maker and everything else in one form for matching: look-alikes as one, no leading zeros. */
  public String canonical() {
    return String.join(
        "-",
        Marking.plain(Marking.withDoubts(maker)),
        shortYear(),
        month == 0 ? "" : String.valueOf(month),
        bare(interfix),
        bare(sequence),
        suffix,
        theatre);
  }

  String shortYear() {
    return year.length() == 4 ? year.substring(2) : year;
  }

  /** Without leading zeros; one is left. */
  static String bare(String digits) {
    String folded = Marking.withDoubts(digits);
    int at = 0;
    while (at + 1 < folded.length() && folded.charAt(at) == '0') {
      at++;
    }
    return folded.substring(at);
  }
}
