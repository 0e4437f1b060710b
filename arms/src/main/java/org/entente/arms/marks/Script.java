package org.entente.arms.marks;

import java.util.EnumSet;
import java.util.Set;
import org.entente.arms.Coded;

/** The alphabet of a mark. The law of the Union allows the first three on a firearm. */
public enum Script implements Coded {
  LATIN,
  CYRILLIC,
  GREEK,
  ARABIC,
  OTHER;

  /** The alphabets of the letters in a text; empty for digits and signs alone. */
  static Set<Script> of(String text) {
    Set<Script> scripts = EnumSet.noneOf(Script.class);
    text.codePoints().filter(Character::isLetter).forEach(letter -> scripts.add(of(letter)));
    return scripts;
  }

  private static Script of(int letter) {
    return switch (Character.UnicodeScript.of(letter)) {
      case LATIN -> LATIN;
      case CYRILLIC -> CYRILLIC;
      case GREEK -> GREEK;
      case ARABIC -> ARABIC;
      default -> OTHER;
    };
  }
}
