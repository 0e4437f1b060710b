package org.entente.subject.dates;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of months, whole and short, in the languages of the registers we know. */
final class MonthNames {
  /** A month of a calendar; 1 is the first. */
  record Month(DateCalendar calendar, int number) {}

  private static final List<String> LANGUAGES =
      List.of(
          "en", "sr", "sr-Latn", "sr-ME", "hr", "bs", "mk", "sl", "az", "az-Cyrl", "tr", "ru", "uk",
          "bg", "ro", "sq", "hu", "pl", "cs", "sk", "de", "fr", "it", "es", "pt", "nl", "el", "ka",
          "hy", "kk", "uz", "fa", "ps", "ar", "ur", "he", "hi", "th", "vi", "id");

  private static final int SHORTEST = 3;
  private static final Map<String, Set<Month>> NAMES = names();
  private static final Set<String> WEEKDAYS = weekdays();

  private MonthNames() {}

  /** The months that are called so, in lower case; empty if none is. */
  static Set<Month> of(String name) {
    return NAMES.getOrDefault(name, Set.of());
  }

  /** Whether a day of the week is called so. */
  static boolean weekday(String name) {
    return WEEKDAYS.contains(name);
  }

  private static Set<String> weekdays() {
    Set<String> names = new LinkedHashSet<>();
    for (String language : LANGUAGES) {
      DateFormatSymbols symbols = new DateFormatSymbols(ULocale.forLanguageTag(language));
      for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
        for (String day : symbols.getWeekdays(DateFormatSymbols.FORMAT, width)) {
          for (String word : DateText.plain(day).split("[ .-]+", -1)) {
            names.add(word);
          }
        }
      }
    }
    names.remove("");
    return names;
  }

  private static Map<String, Set<Month>> names() {
    Map<String, Set<Month>> names = new HashMap<>();
    for (DateCalendar calendar : DateCalendar.withOwnMonths()) {
      for (String language : LANGUAGES) {
        ULocale locale = ULocale.forLanguageTag(language);
        Calendar icu =
            Calendar.getInstance(
                new ULocale(locale.getName() + "@calendar=" + calendar.reckoning()));
        DateFormatSymbols symbols = new DateFormatSymbols(icu, locale);
        for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
          for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
            String[] months = symbols.getMonths(context, width);
            for (int i = 0; i < months.length; i++) {
              add(names, months[i], new Month(calendar, i + 1));
            }
          }
        }
      }
    }
    return names;
  }

  private static void add(Map<String, Set<Month>> names, String name, Month month) {
    String plain = DateText.plain(name).replaceAll("[.'’ʿʻ]", "").strip();
    // Numbers for names, and letters that could be anything.
    if (plain.length() < SHORTEST
        || plain.chars().noneMatch(Character::isLetter)
        || plain.chars().anyMatch(Character::isDigit)
        || plain.contains(" ")) {
      return;
    }
    names.computeIfAbsent(plain, n -> new LinkedHashSet<>()).add(month);
  }
}
