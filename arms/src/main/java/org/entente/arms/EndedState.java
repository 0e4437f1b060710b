package org.entente.arms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.subject.Unsaid;

/**
 * A state that ended and whose name weapons still bear, with whom to ask instead. Codes and years
 * are those of ISO 3166-3; whom to ask is where its arms industry was, and no statement of law.
 */
public enum EndedState implements Coded {
  SOVIET_UNION(
      "SUHH",
      1992,
      "RU UA BY KZ KG AM AZ GE MD UZ TM TJ EE LV LT",
      "SU SUN 810 USSR СССР CCCP URSS UdSSR SSSR SSRİ SovietUnion СоветскийСоюз СовјетскиСавез"
          + " SovjetskiSavez"),
  YUGOSLAVIA(
      "YUCS",
      2003,
      "RS BA HR ME MK SI",
      "YU YUG 890 SFRJ СФРЈ СФРЮ FNRJ ФНРЈ SFRY Yugoslavia Jugoslavija Југославија Югославия"
          + " Jugoslawien Yougoslavie Yuqoslaviya"),
  SERBIA_AND_MONTENEGRO(
      "CSXX", 2006, "RS ME", "CS SCG 891 SiCG SerbiaandMontenegro SrbijaiCrnaGora СрбијаиЦрнаГора"),
  CZECHOSLOVAKIA(
      "CSHH",
      1993,
      "CZ SK",
      "CS CSK 200 CSSR ČSSR ČSR ЧССР CSFR ČSFR Czechoslovakia Československo Чехословакия"
          + " Чехословачка Čehoslovačka Çexoslovakiya Tschechoslowakei"),
  EAST_GERMANY(
      "DDDE", 1990, "DE", "DD DDR 278 GDR ГДР EastGermany DeutscheDemokratischeRepublik ДДР"),
  WEST_GERMANY("", 1990, "DE", "280 BRD FRG ФРГ WestGermany WGermany Westgermany"),
  NORTH_YEMEN("", 1990, "YE", "886 YAR YemenArabRepublic"),
  SOUTH_YEMEN("YDYE", 1990, "YE", "YD YMD 720 PDRY DemocraticYemen"),
  ZAIRE("ZRCD", 1997, "CD", "ZR ZAR Zaire Zaïre");

  private static final Map<String, List<EndedState>> NAMED = named();

  private final String former;
  private final int until;
  private final String askWhom;
  private final String names;

  EndedState(String former, int until, String askWhom, String names) {
    this.former = former;
    this.until = until;
    this.askWhom = askWhom;
    this.names = names;
  }

  /** The four letters of ISO 3166-3; empty where that list has none. */
  public String former() {
    return former;
  }

  /** The year in which the code was withdrawn or the state ended. */
  public int until() {
    return until;
  }

  /** ISO 3166-1 alpha-2 codes, the likeliest first. */
  public List<String> askWhom() {
    return List.of(askWhom.split(" ", -1));
  }

  /** Those that were named so; a code was used for two of them. */
  static List<EndedState> named(String asMarked) {
    String word = asMarked.length() > Texts.LINE ? "" : Unsaid.word(asMarked);
    return NAMED.getOrDefault(word, List.of());
  }

  private static Map<String, List<EndedState>> named() {
    Map<String, List<EndedState>> named = new HashMap<>();
    for (EndedState state : values()) {
      for (String name : state.names.split(" ", -1)) {
        List<EndedState> states = named.computeIfAbsent(Unsaid.word(name), k -> new ArrayList<>());
        if (!states.contains(state)) {
          states.add(state);
        }
      }
    }
    return named;
  }
}
