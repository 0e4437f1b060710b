package org.entente.subject.names;

import java.lang.Character.UnicodeScript;

/** A writing for which letters are learned or tabled apart. */
enum Writing {
  LATIN,
  CYRILLIC,
  ARABIC,
  HEBREW,
  GREEK,
  ARMENIAN,
  HANGUL,
  KANA,
  HAN,
  /** Han letters by their Mandarin syllables; nothing is written so. */
  MANDARIN,
  TAMIL,
  /** Every other script: romanised by rule first, then read as sounds. */
  SOUNDS;

  static Writing of(int letter) {
    return switch (UnicodeScript.of(letter)) {
      case LATIN -> LATIN;
      case CYRILLIC -> CYRILLIC;
      case ARABIC -> ARABIC;
      case HEBREW -> HEBREW;
      case GREEK -> GREEK;
      case ARMENIAN -> ARMENIAN;
      case HANGUL -> HANGUL;
      case HIRAGANA, KATAKANA -> KANA;
      case HAN -> HAN;
      case TAMIL -> TAMIL;
      default -> SOUNDS;
    };
  }
}
