package org.entente.subject;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Countries as documents, plates and registers write them, as ISO 3166-1 alpha-2 codes.
 *
 * <p>Reads alpha-2 and alpha-3 codes, English names, the codes ICAO 9303 adds (D, GBD, RKS and
 * others) and the one-letter signs of vehicles.
 */
public final class CountryCode {
  private static final Map<String, String> READ = all();

  private CountryCode() {}

  /** The alpha-2 code; empty if no country is written so. */
  public static Optional<String> read(String written) {
    if (written.length() > Marking.MAX_LENGTH) {
      return Optional.empty();
    }
    return Optional.ofNullable(READ.get(Marking.canonical(written)));
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
            + " F=FR H=HU I=IT L=LU N=NO P=PT S=SE J=JP SCG=RS YUG=RS TURKEY=TR USA=US RUS=RU";
    for (String pair : added.split(" ", -1)) {
      int sign = pair.indexOf('=');
      read.put(pair.substring(0, sign), pair.substring(sign + 1));
    }
    return Map.copyOf(read);
  }
}
