package org.entente.subject.numbers;

import java.util.Locale;
import java.util.regex.Pattern;
import org.entente.subject.CheckDigit;
import org.entente.subject.Marking;
import org.entente.subject.Unreadable;

/**
 * What a device is known by.
 *
 * @param written as written
 * @param canonical fourteen digits of an IMEI, twelve hexadecimal digits of a network card, or the
 *     letters and digits of a serial number
 * @param kind which of them it is
 * @param check of an IMEI its last digit
 */
public record DeviceNumber(String written, String canonical, Kind kind, CheckDigit check) {
  /** What devices are known by. */
  public enum Kind {
    IMEI,
    NETWORK_CARD,
    SERIAL
  }

  private static final Pattern CARD =
      Pattern.compile(
          "[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\\1){4}[0-9a-f]{2}|[0-9a-f]{4}(?:\\.[0-9a-f]{4}){2}");
  private static final Pattern NAMED = Pattern.compile("(?i)^(?:imei|imeisv|mac)\\s*[:=#]?\\s*");
  private static final Pattern SPACED = Pattern.compile("[0-9][0-9 /-]*");

  /**
   * Reads what a device is known by.
   *
   * @throws Unreadable {@code device-form} or {@code too-long}
   */
  public static DeviceNumber read(String written) {
    String plain = NAMED.matcher(written.strip()).replaceFirst("");
    String lower = plain.toLowerCase(Locale.ROOT);
    if (CARD.matcher(lower).matches()) {
      return new DeviceNumber(
          written, lower.replaceAll("[:.-]", ""), Kind.NETWORK_CARD, CheckDigit.NOT_USED);
    }
    String marking = Marking.canonical(plain);
    boolean digits = SPACED.matcher(plain).matches();
    if (digits && marking.length() >= 14 && marking.length() <= 16) {
      return new DeviceNumber(written, marking.substring(0, 14), Kind.IMEI, imei(marking));
    }
    if (marking.length() < 4 || marking.length() > 40) {
      throw new Unreadable("device-form", "A device has an IMEI or a number of 4 to 40 signs.");
    }
    return new DeviceNumber(written, marking, Kind.SERIAL, CheckDigit.NOT_USED);
  }

  /** Fourteen digits lack the check digit; the last two of sixteen are the version of software. */
  private static CheckDigit imei(String digits) {
    if (digits.length() != 15) {
      return CheckDigit.ABSENT;
    }
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      int digit = digits.charAt(i) - '0';
      int doubled = i % 2 == 1 ? 2 * digit : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0 ? CheckDigit.HOLDS : CheckDigit.FAILS;
  }

  @Override
  public String toString() {
    return "DeviceNumber[" + kind + "]";
  }
}
