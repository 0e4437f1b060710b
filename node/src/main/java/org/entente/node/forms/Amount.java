package org.entente.node.forms;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of forms: how officers write them, and how they are kept and sent. */
public final class Amount {
  /**
   * Digits, and if need be a point and up to six more; no sign, no other mark. 1.234 is none: it is
   * kept as 1.2340, so that whoever reads it need not know how it was written.
   */
  private static final Pattern KEPT = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,6})?");

  private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,15}([.,][0-9]{1,6})?");

  /** A kilogram and a thousandth of it, or a thousand: nobody can tell. */
  private static final Pattern TWO_WAYS = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");

  private static final Pattern BLANKS = Pattern.compile("(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3})");

  private Amount() {}

  /**
   * What an officer wrote, as it is kept: with a comma or a point before the fraction, and with
   * blanks between thousands or without. Empty where it is no number, or one that can be read in
   * two ways.
   */
  public static Optional<String> read(String written) {
    String close = BLANKS.matcher(written.strip()).replaceAll("");
    return WRITTEN.matcher(close).matches() && !TWO_WAYS.matcher(close).matches()
        ? Optional.of(close.replace(',', '.'))
        : Optional.empty();
  }

  /** Whether it is a number as it is kept. */
  public static boolean kept(String value) {
    return KEPT.matcher(value).matches() && !TWO_WAYS.matcher(value).matches();
  }

  static Optional<BigDecimal> value(String kept) {
    return kept(kept) ? Optional.of(new BigDecimal(kept)) : Optional.empty();
  }
}
