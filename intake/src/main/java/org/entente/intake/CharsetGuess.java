package org.entente.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which encoding a text of unknown encoding is written: judged column by column, each by the
 * languages that its words are spelt in.
 *
 * @param charset the likeliest
 * @param choices what else the same bytes may be, the likeliest first, with a sample of each; one
 *     where there is no doubt
 */
record CharsetGuess(String charset, List<Doubt.Choice> choices) {
  private static final int WORDS = 120;
  private static final int WORD_BYTES = 60;
  private static final int COLUMNS = 40;
  private static final int SHOWN_CHOICES = 6;
  private static final int SHOWN_WORDS = 8;

  /** How much likelier, as a logarithm, an encoding has to be to be taken without asking. */
  private static final double SURE = 7;

  /** What is so much less likely than the best is no choice. */
  private static final double FAR = 60;

  /** The logarithm for each letter below which words are words of no language. */
  private static final double NO_WORDS = -5.2;

  private static final double NO_CHARACTER = -16;
  private static final double SIGN_WITHIN = -9;
  private static final double SIGN = -5;
  private static final double CASE_WITHIN = -7;
  private static final int ROUNDS = 3;
  private static final double EVEN = 0.02;

  /** The only encoding here that writes a letter as four bytes of which two are digits. */
  private static final String FOUR_BYTES = "GB18030";

  private static final Pattern LETTER_OF_FOUR =
      Pattern.compile("[\\x81-\\xFE][0-9][\\x81-\\xFE][0-9]");

  private record Scored(String charset, List<String> words, double score, int letters) {
    Doubt.Choice choice() {
      return new Doubt.Choice(charset, words.stream().limit(SHOWN_WORDS).toList());
    }
  }

  /**
   * Whether letters of four bytes stand in the cells and all of them are sound in that encoding:
   * cut at their digits, as words of other encodings are, they say nothing of it.
   */
  private static boolean fourBytes(Collection<List<String>> columns) {
    boolean found = false;
    int broken = 0;
    for (List<String> column : columns.stream().limit(COLUMNS).toList()) {
      for (String cell : column) {
        Matcher letter = LETTER_OF_FOUR.matcher(cell);
        while (!found && letter.find()) {
          found =
              decoded(letter.group())
                  .filter(one -> one.codePoints().allMatch(Character::isLetter))
                  .isPresent();
        }
        broken += decoded(cell).isEmpty() ? 1 : 0;
      }
    }
    return found && broken <= 1; // The last cell that was looked at may be cut.
  }

  private static Optional<String> decoded(String cell) {
    try {
      return Optional.of(
          Charset.forName(FOUR_BYTES)
              .newDecoder()
              .decode(ByteBuffer.wrap(cell.getBytes(StandardCharsets.ISO_8859_1)))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  boolean doubtful() {
    return choices.size() > 1;
  }

  /** An encoding that the bytes themselves tell. */
  static CharsetGuess sure(String charset) {
    return new CharsetGuess(charset, List.of());
  }

  /**
   * Judges the words that have a byte above ASCII.
   *
   * @param columns of each column its cells, every byte as a character
   */
  static CharsetGuess of(Collection<List<String>> columns) {
    List<List<byte[]>> words =
        columns.stream().limit(COLUMNS).map(CharsetGuess::words).filter(w -> !w.isEmpty()).toList();
    Map<List<String>, Scored> different = new LinkedHashMap<>();
    for (String charset : FileLayout.CHARSETS) {
      if (!charset.startsWith("UTF")) {
        Scored scored = scored(charset, words);
        different.merge(scored.words(), scored, (a, b) -> a.score() >= b.score() ? a : b);
      }
    }
    List<Scored> best =
        different.values().stream()
            .sorted(Comparator.comparingDouble(Scored::score).reversed())
            .toList();
    Scored first = best.getFirst();
    boolean chinese = !first.charset().equals(FOUR_BYTES) && fourBytes(columns);
    boolean sure =
        !chinese
            && (best.size() == 1
                || (first.score() - best.get(1).score() >= SURE
                    && first.score() / Math.max(1, first.letters()) > NO_WORDS));
    if (sure) {
      return sure(first.charset());
    }
    List<Doubt.Choice> choices = new ArrayList<>();
    if (chinese) {
      choices.add(scored(FOUR_BYTES, words).choice());
    }
    best.stream()
        .filter(each -> first.score() - each.score() < FAR)
        .filter(each -> !chinese || !each.charset().equals(FOUR_BYTES))
        .limit(SHOWN_CHOICES)
        .map(Scored::choice)
        .forEach(choices::add);
    return new CharsetGuess(
        choices.getFirst().value(), choices.size() > 1 ? List.copyOf(choices) : List.of());
  }

  /** Runs of letters that hold a byte above ASCII, each once. */
  private static List<byte[]> words(List<String> cells) {
    Set<String> words = new LinkedHashSet<>();
    for (String cell : cells) {
      for (String run : cell.split("[\\x00-@\\[-`{-\\x7F]+", -1)) {
        if (run.chars().anyMatch(c -> c > 0x7F) && words.size() < WORDS) {
          words.add(run.substring(0, Math.min(run.length(), WORD_BYTES)));
        }
      }
    }
    return words.stream().map(w -> w.getBytes(StandardCharsets.ISO_8859_1)).toList();
  }

  private static Scored scored(String charset, List<List<byte[]>> columns) {
    Charset decoding = Charset.forName(charset);
    List<String> all = new ArrayList<>();
    double score = rarity(charset);
    int letters = 0;
    for (List<byte[]> column : columns) {
      List<double[]> likely = new ArrayList<>();
      for (byte[] word : column) {
        String text = new String(word, decoding);
        all.add(text);
        letters += text.length() + 1;
        likely.add(likely(text));
      }
      score += together(likely);
    }
    return new Scored(charset, all, score, letters);
  }

  /** Old encodings are seldom met. */
  private static double rarity(String charset) {
    if (charset.startsWith("windows")) {
      return 0;
    }
    return charset.startsWith("ISO") || charset.startsWith("KOI") ? -1 : -2;
  }

  /** A run in each language: its words, and what stands between them. */
  private static double[] likely(String run) {
    double[] likely = new double[Spelling.LANGUAGES.size()];
    double signs = 0;
    StringBuilder word = new StringBuilder();
    for (int at = 0; at < run.length(); at++) {
      char c = run.charAt(at);
      if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        boolean shape =
            !word.isEmpty()
                && Character.isUpperCase(c)
                && Character.isLowerCase(word.charAt(word.length() - 1));
        signs += shape ? CASE_WITHIN : 0;
        word.append(c);
      } else {
        boolean within = at > 0 && at < run.length() - 1;
        signs +=
            c == 0xFFFD
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.PRIVATE_USE
                ? NO_CHARACTER
                : "\u00A0“”„«»‘’‚–—…·".indexOf(c) >= 0 ? SIGN : within ? SIGN_WITHIN : SIGN * 1.5;
        add(likely, word);
      }
    }
    add(likely, word);
    for (int i = 0; i < likely.length; i++) {
      likely[i] += signs;
    }
    return likely;
  }

  private static void add(double[] likely, StringBuilder word) {
    if (!word.isEmpty()) {
      double[] of = Spelling.of(word.toString());
      for (int i = 0; i < likely.length; i++) {
        likely[i] += of[i];
      }
      word.setLength(0);
    }
  }

  /** The words of a column under the mixture of languages that explains them best. */
  private static double together(List<double[]> words) {
    int languages = Spelling.LANGUAGES.size();
    double[] shares = new double[languages];
    Arrays.fill(shares, 1.0 / languages);
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[languages];
      sum = 0;
      for (double[] word : words) {
        double most = most(word);
        double whole = 0;
        double[] part = new double[languages];
        for (int i = 0; i < languages; i++) {
          part[i] = shares[i] * Math.exp(word[i] - most);
          whole += part[i];
        }
        sum += most + Math.log(whole);
        for (int i = 0; i < languages; i++) {
          next[i] += part[i] / whole;
        }
      }
      for (int i = 0; i < languages; i++) {
        shares[i] = (1 - EVEN) * next[i] / Math.max(1, words.size()) + EVEN / languages;
      }
    }
    return sum;
  }

  private static double most(double[] of) {
    double most = of[0];
    for (double each : of) {
      most = Math.max(most, each);
    }
    return most;
  }
}
