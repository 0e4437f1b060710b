package org.entente.arms.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.subject.Unreadable;
import org.entente.subject.things.Calibre;

/**
 * Headstamps by their positions. Numbers of factories and of years look alike: the position that
 * comes last is the year where both are possible, and one number alone is told as either.
 */
final class Headstamps {
  private static final Pattern APART = Pattern.compile("[ |;,•·∙★☆*+]+");

  /** A comma within a calibre; every other comma parts two positions. */
  private static final Pattern DECIMAL = Pattern.compile("(?<=[0-9]),(?=[0-9]+ ?[XХ])");

  private static final Pattern NATO = Pattern.compile("[⊕⨁]|\\(\\+\\)");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9?]{2}|[0-9?]{2}");
  private static final Pattern ONE_DIGIT = Pattern.compile("[0-9]");
  private static final Pattern FACTORY = Pattern.compile("[0-9?]{1,4}");
  private static final Pattern YEAR_AND_LOT = Pattern.compile("([0-9?]{2})-[0-9?]{1,3}");

  /** Soviet cases of 1952 to 1956 bear a letter instead of a year. */
  private static final String YEAR_LETTERS = "ГДЕИК";

  private static final int POSITIONS = 8;
  private static final int LONGEST_CALIBRE = 4;

  private Headstamps() {}

  static List<Understood> read(String tidy) {
    boolean nato = NATO.matcher(tidy).find();
    List<String> tokens = new ArrayList<>();
    for (String token :
        APART.split(DECIMAL.matcher(NATO.matcher(tidy).replaceAll(" ")).replaceAll("."), -1)) {
      if (!token.isEmpty() && tokens.size() < POSITIONS) {
        tokens.add(token);
      }
    }
    String calibre = takeCalibre(tokens);
    boolean tells =
        tokens.stream().flatMapToInt(String::codePoints).anyMatch(Character::isLetterOrDigit);
    if (!tells && calibre.isEmpty() && !nato) {
      return List.of();
    }
    if (tokens.size() == 1 && calibre.isEmpty() && YEAR.matcher(tokens.getFirst()).matches()) {
      String number = tokens.getFirst();
      return List.of(
          new Understood.Headstamp(number, "", "", nato),
          new Understood.Headstamp("", number, "", nato));
    }
    String year = takeYear(tokens);
    String maker = tokens.isEmpty() ? "" : tokens.removeFirst();
    return List.of(new Understood.Headstamp(maker, year, calibre, nato));
  }

  private static String takeYear(List<String> tokens) {
    boolean letters = tokens.stream().anyMatch(t -> !FACTORY.matcher(t).matches());
    for (int i = tokens.size() - 1; i >= 0; i--) {
      String token = tokens.get(i);
      boolean alone = tokens.size() == 1;
      var lot = YEAR_AND_LOT.matcher(token);
      if (!alone && lot.matches()) {
        tokens.remove(i);
        return lot.group(1);
      }
      boolean dated =
          YEAR.matcher(token).matches()
              || (letters && ONE_DIGIT.matcher(token).matches())
              || (token.length() == 1 && YEAR_LETTERS.contains(token) && !alone);
      if (dated && !(alone && i == 0)) {
        tokens.remove(i);
        return token;
      }
    }
    // A year alone beside a calibre: no factory is named.
    if (tokens.size() == 1 && YEAR.matcher(tokens.getFirst()).matches()) {
      return tokens.removeFirst();
    }
    return "";
  }

  /** Takes the longest run of positions that names a cartridge. */
  private static String takeCalibre(List<String> tokens) {
    for (int length = Math.min(LONGEST_CALIBRE, tokens.size()); length > 0; length--) {
      for (int at = 0; at + length <= tokens.size(); at++) {
        List<String> run = tokens.subList(at, at + length);
        Optional<String> named = calibre(String.join(" ", run));
        if (named.isPresent()) {
          run.clear();
          return named.get();
        }
      }
    }
    return "";
  }

  private static Optional<String> calibre(String text) {
    boolean tells =
        text.indexOf('.') >= 0
            || (text.codePoints().anyMatch(Character::isLetter)
                && text.codePoints().anyMatch(Character::isDigit));
    if (!tells || text.length() > 40) {
      return Optional.empty();
    }
    // Stamps leave out the point of an American calibre.
    return known(text).or(() -> known("." + text));
  }

  private static Optional<String> known(String text) {
    try {
      return Optional.of(Calibre.read(text)).filter(Calibre::known).map(Calibre::canonical);
    } catch (Unreadable nothingBut) {
      // The word for calibre and nothing behind it.
      return Optional.empty();
    }
  }
}
