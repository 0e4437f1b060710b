package org.entente.subject.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Guesses letters that a register lost: {@code ?or?evi?} is what remains of Đorđević where a code
 * page has no letter for it and something wrote question marks instead, one for a letter or one for
 * each of its two bytes. What is lost from one word is lost from one language, so that its letters
 * are guessed together, by how often the language has them, how words of names go on, and how
 * common the whole is.
 *
 * <p>Safe for use by many threads.
 */
final class LostLetters {
  /** What remains of a word in which more letters are lost is nobody's name. */
  private static final int MOST_LOST = 4;

  private static final int LONGEST = 40;
  private static final int BEAM = 64;

  /** So many guesses of one word are kept, if they are not much less likely than the first. */
  private static final int GUESSES = 4;

  /** A guess that is e⁴ times less likely than the first is none. */
  private static final double MUCH_LESS = 4;

  /**
   * How common a word is counts so much beside its letters: the table of counts keeps no words, so
   * that a guess that is nobody's name may lie at the place of one.
   */
  private static final double COMMON = 0.4;

  /** A word that was never seen is as common as the rarest that was, or somewhat less. */
  private static final double UNSEEN = Math.exp(-14.5);

  /** That a mark at the end of a word is a question after all; natural logarithm. */
  private static final double A_QUESTION = -3;

  private static final char LOST = '?';

  /** Letters in base Latin letters: few, and asked for again and again. */
  private static final Map<Character, String> LATIN = new ConcurrentHashMap<>();

  private final LetterModel letters;
  private final WordCounts counts;

  LostLetters(LetterModel letters, WordCounts counts) {
    this.letters = letters;
    this.counts = counts;
  }

  /**
   * The letters that a language has and ASCII, Latin-1 or a Russian code page lacks.
   *
   * @param likely those of them that it has far more often than the others
   */
  private record Language(Writing writing, String letters, String likely) {
    private static final double OFTEN = 3;

    boolean isWriting(String word) {
      return word.chars().allMatch(c -> c == LOST || Writing.of(c) == writing);
    }

    double prior(char letter) {
      double all = letters.length() + likely.length() * (OFTEN - 1);
      return Math.log((likely.indexOf(letter) >= 0 ? OFTEN : 1) / all);
    }
  }

  private static final List<Language> LANGUAGES =
      List.of(
          new Language(Writing.LATIN, "ćčšžđ", "ćš"),
          new Language(Writing.LATIN, "əışüöçğ", "ə"),
          new Language(Writing.LATIN, "ışüöçğ", "ış"),
          new Language(Writing.LATIN, "ąćęłńóśźż", "łó"),
          new Language(Writing.LATIN, "áčďéěíňóřšťúůýž", "áíř"),
          new Language(Writing.LATIN, "ăâîșțşţ", "ăț"),
          new Language(Writing.LATIN, "áéíóöőúüű", "áé"),
          new Language(Writing.LATIN, "áâãàçéèêëíïñóôõúü", "éá"),
          new Language(Writing.LATIN, "äöüßåæø", "öü"),
          new Language(Writing.LATIN, "āčēģīķļņšūžąęėįų", "ēš"),
          new Language(Writing.CYRILLIC, "ђјљњћџ", "ћј"),
          new Language(Writing.CYRILLIC, "әүөғҹһҝ", "ә"),
          new Language(Writing.CYRILLIC, "әғқңөұүһі", "әқ"),
          new Language(Writing.CYRILLIC, "ғӣқӯҳҷ", "ғқ"),
          new Language(Writing.CYRILLIC, "іїєґ", "і"));

  /** A piece of a name: a word in which letters are lost, or text without any such word. */
  record Piece(String written, boolean lost) {}

  /** Cuts a name at the words in which letters are lost; one piece where there are none. */
  static List<Piece> pieces(String written) {
    String text = written.replace('�', LOST);
    if (text.indexOf(LOST) < 0) {
      return List.of(new Piece(written, false));
    }
    List<Piece> out = new ArrayList<>();
    int plain = 0;
    for (int i = 0; i < text.length(); ) {
      int end = i;
      while (end < text.length() && inWord(text.charAt(end))) {
        end++;
      }
      String word = text.substring(i, end);
      if (isLost(word)) {
        out.add(new Piece(text.substring(plain, i), false));
        out.add(new Piece(word, true));
        plain = end;
      }
      i = end + 1;
    }
    out.add(new Piece(text.substring(plain), false));
    return out;
  }

  private static boolean inWord(char c) {
    return Character.isLetter(c) || c == LOST;
  }

  /** A question mark behind a word, or by itself, is a question and no letter. */
  private static boolean isLost(String word) {
    if (word.length() > LONGEST || word.indexOf(LOST) < 0) {
      return false;
    }
    long kept = word.chars().filter(c -> c != LOST).count();
    return kept >= 2 && LANGUAGES.stream().anyMatch(language -> language.isWriting(word));
  }

  /**
   * What a word may have been, the likeliest first, in small letters; nothing where too much of it
   * is lost.
   */
  List<String> guesses(String word) {
    Map<String, Guess> best = new LinkedHashMap<>();
    for (Language language : LANGUAGES) {
      if (language.isWriting(word)) {
        String small = Letters.normal(word, language.writing());
        guess(small, language, best);
        if (!small.replace("??", "").contains("?")) {
          guess(small.replace("??", "?"), language, best); // A mark for each byte of a letter.
        }
      }
    }
    List<Guess> all =
        best.values().stream().sorted(Comparator.comparingDouble(Guess::score).reversed()).toList();
    return all.stream()
        .filter(guess -> guess.score() > all.getFirst().score() - MUCH_LESS)
        .map(Guess::written)
        .limit(GUESSES)
        .toList();
  }

  /**
   * A word as it may have been, or its beginning.
   *
   * @param latin the same in base Latin letters
   * @param prior of the letters put in; natural logarithm
   * @param row of all letters; natural logarithm
   */
  private record Guess(String written, String latin, double prior, double row) {
    double score() {
      return prior + row;
    }
  }

  private void guess(String word, Language language, Map<String, Guess> best) {
    if (word.chars().filter(c -> c == LOST).count() > MOST_LOST) {
      return;
    }
    List<Guess> beam = List.of(new Guess("", "", 0, 0));
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      List<Guess> longer = new ArrayList<>();
      for (Guess guess : beam) {
        if (c != LOST) {
          longer.add(with(guess, c, 0));
          continue;
        }
        for (char letter : language.letters().toCharArray()) {
          longer.add(with(guess, letter, language.prior(letter)));
        }
        if (i == word.length() - 1) {
          longer.add(
              new Guess(guess.written(), guess.latin(), guess.prior() + A_QUESTION, guess.row()));
        }
      }
      longer.sort(Comparator.comparingDouble(Guess::score).reversed());
      beam = longer.subList(0, Math.min(BEAM, longer.size()));
    }
    for (Guess end : beam) {
      double common = Math.log(Math.max(UNSEEN, counts.share(end.latin())));
      Guess whole =
          new Guess(
              end.written(),
              end.latin(),
              end.prior() + COMMON * common,
              letters.logProbability(end.latin()));
      best.merge(end.latin(), whole, (a, b) -> a.score() >= b.score() ? a : b);
    }
  }

  private Guess with(Guess guess, char letter, double prior) {
    String latin = LATIN.computeIfAbsent(letter, LostLetters::latin);
    return new Guess(
        guess.written() + letter,
        guess.latin() + latin,
        guess.prior() + prior,
        guess.row() + letters.row(guess.latin(), latin));
  }

  private static String latin(char letter) {
    if (Writing.of(letter) == Writing.LATIN) {
      return Letters.base(String.valueOf(letter));
    }
    return RuleMade.LETTERS.stream()
        .map(line -> line.split(" "))
        .filter(line -> line[0].charAt(0) == letter)
        .map(line -> line[1])
        .findFirst()
        .orElseGet(() -> Letters.byRule(String.valueOf(letter)));
  }
}
