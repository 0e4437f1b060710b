package org.entente.subject;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What countries are called in many languages, and the numbers that ISO gives them. */
final class CountryNames {
  /** What is written for a state that ended and has no single successor. */
  static final String FORMER = "FORMER";

  private static final List<String> LANGUAGES =
      List.of(
          "en", "sr", "sr-Latn", "sr-ME", "hr", "bs", "mk", "sl", "az", "az-Cyrl", "tr", "ru", "uk",
          "be", "bg", "ro", "sq", "hu", "pl", "cs", "sk", "de", "fr", "it", "es", "pt", "nl", "sv",
          "da", "no", "fi", "et", "lv", "lt", "el", "ka", "hy", "kk", "ky", "uz", "tk", "tg", "fa",
          "ps", "ar", "ur", "he", "hi", "th", "vi", "id", "zh", "zh-Hant", "ja", "ko", "ku");

  /** Words of a state's full name that say nothing of which state it is. */
  private static final Set<String> FORMS_OF_STATE =
      Arrays.stream(
              ("the of republic republika republike republik republica repubblica respublika"
                      + " respublikası respublikasi cumhuriyeti federal federative federation islamic"
                      + " democratic people s socialist kingdom state states arab commonwealth"
                      + " principality union kraljevina savezna država države krallığı республика"
                      + " република государство королевство краљевина држава і и i и el la le les"
                      + " république der die das royaume königreich reino republika e et")
                  .split(" +", -1))
          .map(Unsaid::word)
          .collect(Collectors.toSet());

  private static final Map<String, String> NAMES = names();

  /** A number whose zeros a number format lost. */
  private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,2}\\s*");

  private CountryNames() {}

  /** The code of a name, or {@link #FORMER}; empty if nothing is called so. */
  static Optional<String> code(String written) {
    return of(NUMBER.matcher(written).matches() ? ("00" + written.strip()) : written)
        .or(() -> of(NUMBER.matcher(written).matches() ? "0" + written.strip() : ""))
        .or(() -> turned(written))
        .or(() -> of(written.replaceAll("\\(.*?\\)", " ")))
        .or(() -> of(withoutForm(written)));
  }

  private static Optional<String> of(String name) {
    return Optional.ofNullable(NAMES.get(Unsaid.word(name)));
  }

  /** {@code Moldova, Republic of}. */
  private static Optional<String> turned(String written) {
    int comma = written.indexOf(',');
    return comma < 0
        ? Optional.empty()
        : of(written.substring(comma + 1) + " " + written.substring(0, comma));
  }

  private static String withoutForm(String written) {
    return Arrays.stream(written.split("[\\s,()'’.-]+", -1))
        .filter(word -> !FORMS_OF_STATE.contains(Unsaid.word(word)))
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      for (String language : LANGUAGES) {
        ULocale country = new ULocale("", code);
        String name = country.getDisplayCountry(ULocale.forLanguageTag(language));
        if (!name.equals(code)) {
          names.putIfAbsent(Unsaid.word(name), code);
          names.putIfAbsent(Unsaid.word(name.replace("&", "and").replace("St.", "Saint")), code);
        }
      }
      names.put(number(code), code);
    }
    added(names);
    names.remove("");
    return Map.copyOf(names);
  }

  private static String number(String code) {
    int number = Region.getInstance(code).getNumericCode();
    return number > 0 ? String.format(Locale.ROOT, "%03d", number) : "";
  }

  private static void added(Map<String, String> names) {
    try (InputStream in =
        Objects.requireNonNull(CountryNames.class.getResourceAsStream("countries.txt"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("="))
          .forEach(line -> {
            int sign = line.indexOf(':');
            String code = line.substring(1, sign).strip();
            for (String name : line.substring(sign + 1).split(",", -1)) {
              names.put(Unsaid.word(name), code);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
