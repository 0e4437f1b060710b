package org.entente.agreement;

import java.math.BigDecimal;
import java.math.MathContext;

/** A number as ECMAScript writes it, which is what RFC 8785, 3.2.2.3 asks for. */
final class CanonicalNumber {

  /** ECMA-262 Number::toString changes to an exponent from here on, and below 10^-6. */
  private static final int MAX_PLAIN_EXPONENT = 21;

  private static final int MIN_PLAIN_EXPONENT = -5;

  private CanonicalNumber() {}

  static String of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON knows finite numbers only");
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    // The value is 0.d1d2d3… times ten to the power of this.
    int point = digits.length() - shortest.scale();
    String sign = value < 0 ? "-" : "";
    return sign + (plain(point) ? plainly(digits, point) : withExponent(digits, point - 1));
  }

  /**
   * {@link Double#toString} gives the shortest digits that come back as the same double, except
   * that it never gives fewer than two: it writes 4.9E-324 where ECMAScript writes 5e-324.
   */
  private static BigDecimal shortest(double value) {
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    BigDecimal oneDigit = digits.round(new MathContext(1));
    return oneDigit.doubleValue() == value ? oneDigit.stripTrailingZeros() : digits;
  }

  private static boolean plain(int point) {
    return point >= MIN_PLAIN_EXPONENT && point <= MAX_PLAIN_EXPONENT;
  }

  private static String plainly(String digits, int point) {
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    if (point >= digits.length()) {
      return digits + "0".repeat(point - digits.length());
    }
    return digits.substring(0, point) + "." + digits.substring(point);
  }

  private static String withExponent(String digits, int exponent) {
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
