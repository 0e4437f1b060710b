package org.entente.agreement;

import java.util.Locale;
import java.util.Optional;

/** A language in which this library speaks and in which agreements may be worded. */
public enum Language {
  /** English, the language that every text must have. */
  EN("en"),

  /** Azerbaijani, Latin script. */
  AZ("az"),

  /** Serbian, Cyrillic script. */
  SR("sr"),

  /** Serbian, Latin script. */
  SR_LATN("sr-Latn");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag used in the files. */
  public String tag() {
    return tag;
  }

  /** The language nearest to a locale; English where none is near. */
  public static Language of(Locale locale) {
    return switch (locale.getLanguage()) {
      case "az" -> AZ;
      case "sr" -> "Latn".equals(locale.getScript()) ? SR_LATN : SR;
      // A locale is open-ended, so this switch needs a last resort.
      default -> EN;
    };
  }

  /** The language with exactly this tag, if there is one. */
  public static Optional<Language> ofTag(String tag) {
    for (Language candidate : values()) {
      if (candidate.tag.equals(tag)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
