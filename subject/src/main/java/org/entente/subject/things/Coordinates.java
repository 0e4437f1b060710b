package org.entente.subject.things;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.subject.Unreadable;

/**
 * A point on the earth (WGS 84).
 *
 * @param written as written
 * @param latitude degrees north, south negative
 * @param longitude degrees east, west negative
 */
public record Coordinates(String written, double latitude, double longitude) {
  /** Longer than two numbers with signs and letters. */
  public static final int MAX_LENGTH = 60;

  private static final String NUMBER = "([+-]?[0-9]{1,3}(?:\\.[0-9]{1,10})?)\\s*°?\\s*";
  private static final Pattern FORM =
      Pattern.compile(NUMBER + "([NS])?\\s*[,; ]\\s*" + NUMBER + "([EW])?");

  /**
   * Reads degrees with a point and decimals, latitude first.
   *
   * @throws Unreadable {@code coordinates-form}
   */
  public static Coordinates read(String written) {
    Matcher form = FORM.matcher(written.strip().toUpperCase(Locale.ROOT));
    if (written.length() > MAX_LENGTH || !form.matches()) {
      throw unread();
    }
    double latitude = signed(form.group(1), "S".equals(form.group(2)));
    double longitude = signed(form.group(3), "W".equals(form.group(4)));
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
      throw unread();
    }
    return new Coordinates(written, latitude, longitude);
  }

  /** To a metre, as every reader writes it. */
  public String canonical() {
    return String.format(Locale.ROOT, "%.5f,%.5f", latitude, longitude);
  }

  private static double signed(String number, boolean negative) {
    double value = Double.parseDouble(number);
    return negative ? -value : value;
  }

  private static Unreadable unread() {
    return new Unreadable(
        "coordinates-form", "Coordinates are degrees north and degrees east, such as 40.4, 49.8.");
  }

  @Override
  public String toString() {
    return "Coordinates[]";
  }
}
