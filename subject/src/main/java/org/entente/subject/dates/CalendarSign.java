package org.entente.subject.dates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sign by which a date says its calendar, and the date without it.
 *
 * @param era of the Japanese calendar as ICU counts them, else -1
 */
record CalendarSign(DateCalendar calendar, int era, String rest) {
  private record Sign(DateCalendar calendar, Pattern pattern) {}

  private static final String BEFORE = "(?<!\\p{L})(?:";
  private static final String AFTER = ")(?!\\p{L})\\.?";

  private static final List<Sign> SIGNS =
      List.of(
          new Sign(
              DateCalendar.PERSIAN,
              Pattern.compile(
                  BEFORE + "ه\\.? ?ش|ش|هجری شمسی|شمسی|s\\.?h|shamsi|jalali|solar hijri" + AFTER)),
          new Sign(
              DateCalendar.ISLAMIC,
              Pattern.compile(
                  BEFORE
                      + "ه\\.? ?ق|ه|هجري|هجري قمري|هجری قمری|a\\.?h|hijri|hicri|hidžri"
                      + AFTER)),
          new Sign(DateCalendar.BUDDHIST, Pattern.compile(BEFORE + "b\\.?e|พ\\.?ศ" + AFTER)),
          new Sign(DateCalendar.HEBREW, Pattern.compile(BEFORE + "a\\.?m|anno mundi" + AFTER)));

  private static final Pattern JAPANESE =
      Pattern.compile(
          "(明治|大正|昭和|平成|令和|meiji|taisho|showa|heisei|reiwa|[mtshr](?=\\.?\\d)) ?\\.? ?"
              + "(\\d{1,2}|元)(.*)");

  /** As ICU counts them; from the Meiji era on the calendar has been the Gregorian one. */
  private static final Map<String, Integer> ERAS =
      Map.ofEntries(
          Map.entry("明治", 232),
          Map.entry("meiji", 232),
          Map.entry("m", 232),
          Map.entry("大正", 233),
          Map.entry("taisho", 233),
          Map.entry("t", 233),
          Map.entry("昭和", 234),
          Map.entry("showa", 234),
          Map.entry("s", 234),
          Map.entry("平成", 235),
          Map.entry("heisei", 235),
          Map.entry("h", 235),
          Map.entry("令和", 236),
          Map.entry("reiwa", 236),
          Map.entry("r", 236));

  static Optional<CalendarSign> of(String plain) {
    Matcher japanese = JAPANESE.matcher(plain);
    if (japanese.matches()) {
      String year = japanese.group(2).equals("元") ? "1" : japanese.group(2);
      // Padded so that the patterns for four digits read it.
      String rest = "0".repeat(4 - year.length()) + year + japanese.group(3);
      return Optional.of(
          new CalendarSign(DateCalendar.JAPANESE, ERAS.getOrDefault(japanese.group(1), -1), rest));
    }
    for (Sign sign : SIGNS) {
      Matcher found = sign.pattern().matcher(plain);
      if (found.find()) {
        String rest = (plain.substring(0, found.start()) + plain.substring(found.end())).strip();
        return Optional.of(new CalendarSign(sign.calendar(), -1, rest.replaceAll("[ .,]+$", "")));
      }
    }
    return Optional.empty();
  }
}
