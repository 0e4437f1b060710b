package org.entente.subject;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Countries as documents, plates and registers write them, as ISO 3166-1 alpha-2 codes.
 *
 * <p>Reads alpha-2, alpha-3 and numeric codes, names in some fifty languages, official and former
 * ones, the codes ICAO 9303 adds (D, GBD, RKS and others) and the one-letter signs of vehicles.
 */
public final class CountryCode {
  private static final Map<String, String> READ = all();

  private CountryCode() {}

  /** The alpha-2 code; empty if no country is written so. */
  public static Optional<String> read(String written) {
    if (written.length() > Marking.MAX_LENGTH) {
      return Optional.empty();
    }
    Optional<String> code = Optional.ofNullable(READ.get(Marking.canonical(written)));
    // T.C. is Türkiye; TC is the code of another country.
    boolean coded = code.isPresent() && written.indexOf('.') < 0;
    return coded
        ? code
        : CountryNames.code(written).filter(found -> found.length() == 2).or(() -> code);
  }

  /**
   * Whose citizen somebody is: a country's code, or one of ICAO 9303 for a person without: XXA
   * stateless, XXB and XXC refugees, XXX not specified. Empty if it is none of these.
   */
  public static Optional<String> nationality(String written) {
    return read(written)
        .or(() ->
            written.length() > Marking.MAX_LENGTH
                ? Optional.empty()
                : CountryNames.code(written).filter(code -> !code.equals(CountryNames.FORMER)));
  }

  /** Whether a state is written that ended and has no single successor, such as the USSR. */
  public static boolean former(String written) {
    return written.length() <= Marking.MAX_LENGTH
        && read(written).isEmpty()
        && CountryNames.code(written).filter(CountryNames.FORMER::equals).isPresent();
  }

  /** The code where one is known, else what was written, in its canonical form. */
  public static String readOrWritten(String written) {
    return read(written).orElseGet(() -> Marking.canonical(written));
  }

  /** The three letters a machine readable zone writes; empty if the code is none of ISO 3166. */
  public static Optional<String> threeLetters(String alpha2) {
    if (alpha2.equals("XK")) {
      return Optional.of("RKS");
    }
    if (alpha2.matches("XX[ABCX]")) {
      return Optional.of(alpha2);
    }
    if (alpha2.equals("DE")) {
      return Optional.of("D");
    }
    return read(alpha2).map(code -> Locale.of("", code).getISO3Country());
  }

  private static Map<String, String> all() {
    Map<String, String> read = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      read.put(code, code);
      read.put(country.getISO3Country(), code);
      read.put(Marking.canonical(country.getDisplayCountry(Locale.ENGLISH)), code);
    }
    String added =
        "XK=XK RKS=XK XKX=XK KOSOVO=XK UK=GB GBD=GB GBN=GB GBO=GB GBP=GB GBS=GB A=AT B=BE D=DE E=ES"
            + " F=FR H=HU I=IT L=LU N=NO P=PT S=SE J=JP SCG=RS YUG=RS UNK=XK SRB=RS ROM=RO ZAR=CD TMP=TL BUR=MM DDR=DE GDR=DE FX=FR TURKEY=TR USA=US RUS=RU";
    for (String pair : added.split(" ", -1)) {
      int sign = pair.indexOf('=');
      read.put(pair.substring(0, sign), pair.substring(sign + 1));
    }
    return Map.copyOf(read);
  }
}
