package org.entente.agreement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text in several languages.
 *
 * @param byTag the wordings by BCP 47 tag; one at least, never blank
 */
public record LocalText(SortedMap<String, String> byTag) {

  /** Checks and copies. */
  public LocalText {
    byTag = Collections.unmodifiableSortedMap(new TreeMap<>(byTag));
    if (byTag.isEmpty() || byTag.values().stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a text has a wording, and none is blank");
    }
  }

  /**
   * The wording nearest to a locale; the English one where the text has none for it, and the first
   * one where it has no English either: a treaty need not be authentic in English.
   */
  public String in(Locale locale) {
    return wording(Language.of(locale))
        .or(() -> wording(Language.EN))
        .orElseGet(() -> byTag.firstEntry().getValue());
  }

  private Optional<String> wording(Language language) {
    return Optional.ofNullable(byTag.get(language.tag()));
  }

  /** The wordings in the languages of this library, in the order of {@link Language}. */
  public Map<Language, String> byLanguage() {
    Map<Language, String> wordings = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      wording(language).ifPresent(text -> wordings.put(language, text));
    }
    return wordings;
  }
}
