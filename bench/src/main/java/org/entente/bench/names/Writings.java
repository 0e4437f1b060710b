package org.entente.bench.names;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/** The writing of a name by its first letter. */
public final class Writings {
  private Writings() {}

  /** What the writing is called. */
  public static String of(String name) {
    UnicodeScript script =
        name.codePoints()
            .filter(Character::isLetter)
            .mapToObj(UnicodeScript::of)
            .findFirst()
            .orElse(UnicodeScript.COMMON);
    return switch (script) {
      case HIRAGANA, KATAKANA -> "Kana";
      case ARABIC -> "Arabic, Persian";
      case HAN -> "Chinese characters";
      default -> script.name().charAt(0) + script.name().substring(1).toLowerCase(Locale.ROOT);
    };
  }
}
