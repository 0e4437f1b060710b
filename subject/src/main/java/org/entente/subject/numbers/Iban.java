package org.entente.subject.numbers;

import java.util.HashMap;
import java.util.Map;
import org.entente.subject.Marking;
import org.entente.subject.Unreadable;

/**
 * An international bank account number (ISO 13616): country, two check digits, national number.
 *
 * @param written as written
 * @param canonical upper case without separators
 */
public record Iban(String written, String canonical) {

  private static final int SHORTEST = 15;

  private static final Map<String, Integer> LENGTHS =
      lengths(
          "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27"
              + " DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28"
              + " HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21"
              + " LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29"
              + " PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23"
              + " TN24 TR26 UA29 VA22 VG24 XK20 YE30");

  /**
   * Reads a number.
   *
   * @throws Unreadable {@code iban-form}, {@code iban-country}, {@code iban-length}, {@code
   *     iban-check} or {@code too-long}
   */
  public static Iban read(String written) {
    String canonical = Marking.canonical(written);
    if (canonical.startsWith("IBAN")) {
      canonical = canonical.substring(4);
    }
    if (canonical.length() < SHORTEST || !canonical.matches("[A-Z]{2}[0-9]{2}[0-9A-Z]+")) {
      throw new Unreadable(
          "iban-form", "An IBAN begins with two letters of a country and two check digits.");
    }
    Integer length = LENGTHS.get(canonical.substring(0, 2));
    if (length == null) {
      throw new Unreadable("iban-country", "This country issues no IBANs.");
    }
    if (canonical.length() != length) {
      throw new Unreadable("iban-length", "An IBAN of this country has " + length + " characters.");
    }
    if (remainder(canonical.substring(4) + canonical.substring(0, 4)) != 1) {
      throw new Unreadable("iban-check", "The check digits of this IBAN do not fit the others.");
    }
    return new Iban(written, canonical);
  }

  /** ISO 3166-1 alpha-2 of the country that issued it. */
  public String country() {
    return canonical.substring(0, 2);
  }

  /** The account number as the country writes it at home. */
  public String national() {
    return canonical.substring(4);
  }

  /** The two check digits that belong before this national number. */
  public static String checkDigits(String country, String national) {
    int digits = 98 - remainder(national + country + "00");
    return (digits < 10 ? "0" : "") + digits;
  }

  @Override
  public String toString() {
    return "Iban[" + country() + "]";
  }

  private static int remainder(String rearranged) {
    int rest = 0;
    for (int i = 0; i < rearranged.length(); i++) {
      int value = Character.digit(rearranged.charAt(i), 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest;
  }

  private static Map<String, Integer> lengths(String table) {
    Map<String, Integer> lengths = new HashMap<>();
    for (String entry : table.split(" ", -1)) {
      lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
    }
    return Map.copyOf(lengths);
  }
}
