package org.entente.agreement;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A text in several languages, English at least.
 *
 * @param byLanguage the wordings; never empty strings
 */
public record LocalText(Map<Language, String> byLanguage) {

  /** Checks and copies. */
  public LocalText {
    byLanguage = Map.copyOf(byLanguage);
    if (!byLanguage.containsKey(Language.EN)) {
      throw new IllegalArgumentException("a text needs an English wording");
    }
    if (byLanguage.values().stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a wording must not be blank");
    }
  }

  /** The wording nearest to a locale; the English one where the text has none for it. */
  public String in(Locale locale) {
    String english = byLanguage.getOrDefault(Language.EN, "");
    return byLanguage.getOrDefault(Language.of(locale), english);
  }

  /** The wordings, in the order of {@link Language}. */
  @Override
  public Map<Language, String> byLanguage() {
    return new EnumMap<>(byLanguage);
  }
}
