package org.entente.subject.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import org.entente.subject.CountryCode;
import org.entente.subject.Unreadable;

/**
 * A telephone number.
 *
 * @param written as written
 * @param canonical E.164: a plus sign, the country's code, the national number
 * @param national the national significant number, without the prefix of long-distance calls
 * @param country ISO 3166-1 alpha-2, where the number tells it
 * @param assigned whether the country's numbering plan has such numbers; a number of another plan,
 *     or of the right length only, is read all the same
 */
public record PhoneNumber(
    String written, String canonical, String national, Optional<String> country, boolean assigned) {

  /** Longer than a number with every separator and extension. */
  public static final int MAX_LENGTH = 60;

  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  /**
   * Reads a number.
   *
   * @param country where it was written down, for numbers without a country's code
   * @throws Unreadable {@code phone-length}, {@code phone-country} (no code and no country given),
   *     {@code phone-form}
   */
  public static PhoneNumber read(String written, Optional<String> country) {
    if (written.length() > MAX_LENGTH) {
      throw new Unreadable("phone-length", "More than 60 characters are no telephone number.");
    }
    Optional<String> region = country.flatMap(CountryCode::read);
    String dialled = withDigitsOfOneScript(written.strip());
    if (dialled.startsWith("00")) {
      dialled = "+" + dialled.substring(2);
    }
    Phonenumber.PhoneNumber number;
    try {
      number = PLANS.parse(dialled, region.orElse("ZZ"));
    } catch (NumberParseException unparsed) {
      if (unparsed.getErrorType() == NumberParseException.ErrorType.INVALID_COUNTRY_CODE) {
        throw new Unreadable(
            "phone-country", "Without a country's code the country must be known.");
      }
      throw new Unreadable("phone-form", "These are not the digits of a telephone number.");
    }
    if (!PLANS.isPossibleNumber(number)) {
      throw new Unreadable("phone-form", "No number of this country has as many digits.");
    }
    String home = PLANS.getRegionCodeForNumber(number);
    return new PhoneNumber(
        written,
        PLANS.format(number, PhoneNumberFormat.E164),
        PLANS.getNationalSignificantNumber(number),
        home == null || home.length() != 2 ? Optional.empty() : Optional.of(home),
        home != null);
  }

  private static String withDigitsOfOneScript(String written) {
    StringBuilder digits = new StringBuilder(written.length());
    written
        .codePoints()
        .map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
        .forEach(digits::appendCodePoint);
    return digits.toString();
  }

  @Override
  public String toString() {
    return "PhoneNumber[" + country.orElse("") + "]";
  }
}
