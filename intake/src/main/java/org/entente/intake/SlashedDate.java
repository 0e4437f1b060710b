package org.entente.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a date with slashes tells of the order in which its file writes day and month. */
enum SlashedDate {
  DAY_FIRST,
  MONTH_FIRST,
  /** Both orders make a day. */
  OPEN,
  /** It has no slashes, or tells nothing. */
  NONE;

  private static final Pattern FORM =
      Pattern.compile("\\s*(\\d{1,2})\\s*/\\s*(\\d{1,2})\\s*/\\s*\\d{2,4}(?!\\d).*");

  private static final int MONTHS = 12;
  private static final int DAYS = 31;

  static SlashedDate of(String written) {
    Matcher form = FORM.matcher(written);
    if (!form.matches()) {
      return NONE;
    }
    int first = Integer.parseInt(form.group(1));
    int second = Integer.parseInt(form.group(2));
    if (first > DAYS || second > DAYS || first == second) {
      return NONE;
    }
    if (first > MONTHS) {
      return second > MONTHS ? NONE : DAY_FIRST;
    }
    return second > MONTHS ? MONTH_FIRST : OPEN;
  }
}
