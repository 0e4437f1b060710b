package org.entente.subject.names;

import java.util.List;

/**
 * What Tamil makes of sounds: one letter where others tell voiced from unvoiced apart, older
 * spelling without the letters taken over for foreign sounds, words that end in a vowel.
 */
final class Tamil {
  private Tamil() {}

  /** Romanised words as they look when they were written in Tamil letters and romanised again. */
  static List<String> of(String sounds) {
    String modern =
        sounds
            .replace("sh", "c")
            .replace("ch", "c")
            .replace("kh", "k")
            .replace("gh", "k")
            .replace("th", "t")
            .replace("dh", "t")
            .replace("ph", "p")
            .replace("bh", "p")
            .replace("zh", "j")
            .replace('b', 'p')
            .replace('f', 'p')
            .replace('d', 't')
            .replace('g', 'k')
            .replace('q', 'k')
            .replace('z', 's')
            .replace('w', 'v')
            .replace("x", "ks");
    String old = modern.replace('s', 'c').replace('j', 'c').replace('h', 'k');
    boolean open = "aeiou".indexOf(sounds.charAt(sounds.length() - 1)) >= 0;
    return open ? List.of(modern, old) : List.of(modern, old, old + "u");
  }
}
