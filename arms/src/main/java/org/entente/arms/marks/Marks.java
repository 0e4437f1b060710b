package org.entente.arms.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.arms.MarkedCountry;
import org.entente.subject.Marking;

/**
 * Reads marks.
 *
 * <p><b>Guarantees.</b> Every text has a reading; nothing is thrown and nothing refused. No more
 * than {@link #MOST} characters and {@link #LINES} lines are looked at, and no more than {@link
 * #READINGS} readings are told.
 */
public final class Marks {
  /** No stencil, label or plate tells more. */
  public static final int MOST = 1000;

  /** Lines of a stencil. */
  public static final int LINES = 20;

  /** Readings of one mark. */
  public static final int READINGS = 40;

  /** Letters of both ends and the digits between, in any alphabet; groups may be apart. */
  private static final Pattern SERIAL =
      Pattern.compile("([\\p{L}?]{0,6})[ ./-]?([0-9?][0-9? ./-]{0,20}?)[ ./-]?(\\p{L}{0,4})");

  private static final Pattern CALLED =
      Pattern.compile(
          "^(?:SERIAL|SERIJSKI|СЕРИЈСКИ|SER|S/N|SN|NO|NR|BR|БР|№|N°)(?!\\p{L})[ .:№]*(?:NO|NR|BR|БР|№)?[ .:]*");

  private static final Pattern MADE_IN =
      Pattern.compile("^(?:MADE IN|IMPORTED FROM|СДЕЛАНО В|PROIZVEDENO U|ПРОИЗВЕДЕНО У) +");

  /** Old rifles bear the year before the letters of the series. */
  private static final Pattern DATED =
      Pattern.compile("((?:1[89]|20)[0-9]{2})[ Г.]+(\\p{L}{1,3} ?[0-9?]{1,6})");

  private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)[0-9]{2}");
  private static final Pattern SHORT_YEAR = Pattern.compile("[0-9?]{2}|(?:19|20)[0-9?]{2}");

  private Marks() {}

  /** A serial number. */
  public static Reading serial(String seen) {
    return reading(seen, Marks::serials);
  }

  /** The lot number of an item, a component or a package. */
  public static Reading lot(String seen) {
    return reading(
        seen,
        tidy -> LotPatterns.read(tidy).stream().<Understood>map(Understood.OfLot::new).toList());
  }

  /** The base of a cartridge, its positions apart by spaces or signs, clockwise from the top. */
  public static Reading headstamp(String seen) {
    return reading(seen, Headstamps::read);
  }

  /** A stencil of several lines on a shell or crate; each lot in it is told. */
  public static Reading stencil(String seen) {
    List<Understood> all = new ArrayList<>();
    String within = within(seen);
    within
        .lines()
        .flatMap(line -> Pattern.compile(";").splitAsStream(line))
        .limit(LINES)
        .forEach(line -> all.addAll(Stencils.line(Tidy.of(line))));
    return made(seen, within, all);
  }

  /** Any other mark: of a maker, an import, a proof. */
  public static Reading mark(String seen) {
    return reading(seen, Marks::others);
  }

  private static Reading reading(String seen, Function<String, List<Understood>> how) {
    String within = within(seen);
    return made(seen, within, how.apply(Tidy.of(within)));
  }

  private static Reading made(String seen, String within, List<Understood> all) {
    return new Reading(
        within,
        within.length() < seen.length(),
        Script.of(within),
        folded(within),
        all.subList(0, Math.min(READINGS, all.size())));
  }

  /** As far as is looked at; a pair of surrogates is not cut apart. */
  private static String within(String seen) {
    if (seen.length() <= MOST) {
      return seen;
    }
    return seen.substring(0, Character.isHighSurrogate(seen.charAt(MOST - 1)) ? MOST - 1 : MOST);
  }

  private static String folded(String within) {
    String tidy = Tidy.of(within);
    int most = Math.min(Marking.MAX_LENGTH, tidy.length());
    return Marking.plain(Marking.withDoubts(tidy.substring(0, most)));
  }

  private static List<Understood> serials(String tidy) {
    List<Understood> found = new ArrayList<>();
    String bare = CALLED.matcher(tidy).replaceFirst("");
    Matcher dated = DATED.matcher(bare);
    if (dated.matches()) {
      found.add(new Understood.Year(Integer.parseInt(dated.group(1))));
      bare = dated.group(2);
    }
    Matcher serial = SERIAL.matcher(bare);
    if (serial.matches() && bare.codePoints().anyMatch(Character::isLetterOrDigit)) {
      String digits = serial.group(2).replaceAll("[ ./-]", "");
      found.add(new Understood.Serial(group(serial, 1), digits, group(serial, 3)));
    }
    RomanNumerals.read(bare).ifPresent(value -> found.add(new Understood.Roman(value)));
    return found;
  }

  private static List<Understood> others(String tidy) {
    List<Understood> found = new ArrayList<>();
    String bare = MADE_IN.matcher(tidy).replaceFirst("");
    laidOut(bare).ifPresent(found::add);
    countryYear(bare).ifPresent(found::add);
    if (YEAR.matcher(bare).matches()) {
      found.add(new Understood.Year(Integer.parseInt(bare)));
    }
    RomanNumerals.read(bare).ifPresent(value -> found.add(new Understood.Roman(value)));
    return found;
  }

  private static Optional<Understood> countryYear(String bare) {
    int space =
        Math.max(Math.max(bare.lastIndexOf(' '), bare.lastIndexOf('-')), bare.lastIndexOf('/'));
    String last = bare.substring(space + 1);
    boolean dated = space > 0 && SHORT_YEAR.matcher(last).matches();
    String named = dated ? bare.substring(0, space).strip() : bare;
    // One letter is a proof mark as well as a sign of a country.
    if (named.codePoints().filter(Character::isLetter).count() < 2) {
      return Optional.empty();
    }
    return country(named).map(country -> new Understood.CountryYear(country, dated ? last : ""));
  }

  /** Country, maker, year, type, serial number, calibre, apart by dashes. */
  private static Optional<Understood> laidOut(String bare) {
    String[] fields = Tidy.close(bare).split("-", -1);
    if (fields.length != 6 || !SHORT_YEAR.matcher(fields[2]).matches()) {
      return Optional.empty();
    }
    return country(fields[0])
        .map(country ->
            new Understood.LaidOut(country, fields[1], fields[2], fields[3], fields[4], fields[5]));
  }

  private static Optional<MarkedCountry> country(String named) {
    return named.length() > Marking.MAX_LENGTH
        ? Optional.empty()
        : Optional.of(MarkedCountry.read(named)).filter(MarkedCountry::known);
  }

  private static String group(Matcher m, int group) {
    String text = m.group(group);
    return text == null ? "" : text;
  }
}
