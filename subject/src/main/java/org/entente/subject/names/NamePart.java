package org.entente.subject.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A part of a name by how it sounds, whatever letters it is written in. Two spellings of one word
 * mostly share a sound; different words may share one too.
 *
 * <p>A sound is made of a likely spelling in base Latin letters: the classes of its consonants, and
 * where these are fewer than three the classes of its vowels between them. Partners exchange what
 * is made of sounds, so how they are made changes only with a new version of that exchange.
 *
 * @param from the place of its first word in the name
 * @param words how many neighbouring words it is made of, 1 to 3
 * @param sounds different ones, the likeliest first; at least one
 */
public record NamePart(int from, int words, List<String> sounds) {
  /** Longer ones are two words to everybody. */
  private static final int LONGEST_JOINED = 12;

  /** With fewer consonants a word is told apart by its vowels too. */
  private static final int ENOUGH_CONSONANTS = 3;

  public NamePart {
    sounds = List.copyOf(sounds);
  }

  /** Whether it shares a word of the name with another part. */
  public boolean overlaps(NamePart other) {
    return from < other.from + other.words && other.from < from + words;
  }

  static List<NamePart> of(PreparedName name, int most) {
    List<PreparedWord> words = name.words();
    List<NamePart> parts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).role() == PreparedWord.Role.NAME || words.size() == 1) {
        add(parts, i, 1, sounds(words.get(i), most));
      }
    }
    for (Words.Joined some : name.joined()) {
      String latin = some.word().latin();
      if (some.count() < words.size() && latin.length() <= LONGEST_JOINED) {
        add(parts, some.from(), some.count(), Set.of(sound(latin)));
      }
    }
    return parts;
  }

  private static void add(List<NamePart> parts, int from, int words, Set<String> sounds) {
    List<String> telling = sounds.stream().filter(sound -> !sound.isEmpty()).toList();
    if (!telling.isEmpty()) {
      parts.add(new NamePart(from, words, telling));
    }
  }

  private static Set<String> sounds(PreparedWord word, int most) {
    Set<String> spellings = new LinkedHashSet<>();
    for (String spelling : word.spellings()) {
      spellings.add(spelling);
      if (spellings.size() == 1) {
        spellings.addAll(readOtherwise(spelling));
      }
    }
    Set<String> out = new LinkedHashSet<>();
    spellings.stream().map(NamePart::sound).distinct().limit(most).forEach(out::add);
    for (PreparedWord reading : word.readings()) {
      reading.spellings().stream().limit(1).map(NamePart::sound).forEach(out::add);
    }
    return out;
  }

  /** Also two ways at once for Djordjevic, which is Dordevich to others. */
  private static List<String> readOtherwise(String latin) {
    List<String> out = new ArrayList<>(NameTerms.readOtherwise(latin));
    if (latin.indexOf('j') >= 0 && latin.endsWith("c")) {
      out.add(latin.replace('j', 'y') + "h");
    }
    return out;
  }

  static String sound(String latin) {
    String consonants = NameTerms.coarse(latin);
    return consonants.length() >= ENOUGH_CONSONANTS && consonants.charAt(0) != '-'
        ? consonants
        : withVowels(latin);
  }

  private static String withVowels(String latin) {
    StringBuilder out = new StringBuilder();
    boolean afterVowel = false;
    for (int i = 0; i < latin.length(); i++) {
      char c = latin.charAt(i);
      char vowel = vowel(c);
      if (vowel != 0) {
        if (!afterVowel) {
          out.append(vowel);
        }
        afterVowel = true;
        continue;
      }
      char sound = NameTerms.sound(c, i + 1 < latin.length() ? latin.charAt(i + 1) : ' ');
      if (sound != 0 && (out.isEmpty() || out.charAt(out.length() - 1) != sound)) {
        out.append(sound);
        afterVowel = false;
      }
    }
    return out.toString();
  }

  private static char vowel(char c) {
    return switch (c) {
      case 'a' -> 'a';
      case 'e', 'i', 'y' -> 'i';
      case 'o', 'u' -> 'u';
      default -> 0;
    };
  }

  /** Never prints the name. */
  @Override
  public String toString() {
    return "NamePart[" + sounds.size() + " sounds]";
  }
}
