package org.entente.formats.stix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The comparisons of an indicator's pattern (STIX 2.1 part 9), where all of them are equalities of
 * which each alone points at something: alternatives, or several of one object.
 */
record StixPattern(List<Comparison> comparisons) {
  /** A longer pattern is for a machine. */
  private static final int CHARS_MOST = 20_000;

  private static final int COMPARISONS_MOST = 200;

  private static final String SIGNS = "[](),=<>!";

  /**
   * An equality.
   *
   * @param path the object's type and property, such as {@code ipv4-addr:value}
   */
  record Comparison(String path, String value) {
    String type() {
      return path.substring(0, path.indexOf(':'));
    }

    @Override
    public String toString() {
      return "Comparison[" + path + "]";
    }
  }

  StixPattern {
    comparisons = List.copyOf(comparisons);
  }

  private record Token(Kind kind, String text) {
    enum Kind {
      SIGN,
      TEXT,
      PATH,
      WORD
    }

    boolean is(String what) {
      return kind != Kind.TEXT && text.equals(what);
    }
  }

  /** Reads a pattern; empty if it says more than equalities, or is none. */
  static Optional<StixPattern> read(String pattern) {
    if (pattern.length() > CHARS_MOST) {
      return Optional.empty();
    }
    Optional<List<Token>> tokens = tokens(pattern);
    return tokens.flatMap(StixPattern::simple);
  }

  private static Optional<List<Token>> tokens(String pattern) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      int end = at + 1;
      if (c == '\'') {
        StringBuilder text = new StringBuilder();
        end = quoted(pattern, at, text);
        tokens.add(new Token(Token.Kind.TEXT, text.toString()));
      } else if (SIGNS.indexOf(c) >= 0) {
        tokens.add(new Token(Token.Kind.SIGN, String.valueOf(c)));
      } else if (Character.isLetterOrDigit(c)) {
        end = word(pattern, at);
        String word = pattern.substring(at, end);
        tokens.add(
            word.indexOf(':') > 0
                ? new Token(Token.Kind.PATH, word)
                : new Token(Token.Kind.WORD, word.toUpperCase(Locale.ROOT)));
      } else if (!Character.isWhitespace(c)) {
        return Optional.empty();
      }
      if (end < 0) {
        return Optional.empty();
      }
      at = end;
    }
    return Optional.of(tokens);
  }

  /** Where a text in quotes ends, or -1 if it does not. */
  private static int quoted(String pattern, int at, StringBuilder text) {
    for (int i = at + 1; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\'') {
        return i + 1;
      }
      if (c == '\\') {
        i++;
      }
      if (i < pattern.length()) {
        text.append(pattern.charAt(i));
      }
    }
    return -1;
  }

  /** Where a word or path ends; a name in a path may be in quotes. */
  private static int word(String pattern, int at) {
    int i = at;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      if (c == '\'' && pattern.charAt(i - 1) == '.') {
        int end = quoted(pattern, i, new StringBuilder());
        if (end < 0) {
          return -1;
        }
        i = end;
      } else if (Character.isLetterOrDigit(c) || "_.:-".indexOf(c) >= 0) {
        i++;
      } else {
        return i;
      }
    }
    return i;
  }

  private static Optional<StixPattern> simple(List<Token> tokens) {
    List<Comparison> comparisons = new ArrayList<>();
    boolean all = false;
    int at = 0;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      if (token.kind() == Token.Kind.PATH) {
        int read = comparison(tokens, at, comparisons);
        if (read == 0) {
          return Optional.empty();
        }
        at += read;
      } else if (token.is("AND")) {
        all = true;
        at++;
      } else if (token.is("OR")
          || (token.kind() == Token.Kind.SIGN && "[]()".contains(token.text()))) {
        at++;
      } else {
        return Optional.empty();
      }
    }
    boolean one = comparisons.stream().map(Comparison::type).distinct().count() == 1;
    return comparisons.isEmpty() || comparisons.size() > COMPARISONS_MOST || (all && !one)
        ? Optional.empty()
        : Optional.of(new StixPattern(comparisons));
  }

  /** How many tokens were an equality with one value or one of several; 0 for anything else. */
  private static int comparison(List<Token> tokens, int at, List<Comparison> comparisons) {
    String path = tokens.get(at).text();
    if (at + 2 >= tokens.size()) {
      return 0;
    }
    if (tokens.get(at + 1).is("=") && tokens.get(at + 2).kind() == Token.Kind.TEXT) {
      comparisons.add(new Comparison(path, tokens.get(at + 2).text()));
      return 3;
    }
    if (!tokens.get(at + 1).is("IN") || !tokens.get(at + 2).is("(")) {
      return 0;
    }
    int next = at + 3;
    while (next < tokens.size() && !tokens.get(next).is(")")) {
      if (tokens.get(next).kind() == Token.Kind.TEXT) {
        comparisons.add(new Comparison(path, tokens.get(next).text()));
      } else if (!tokens.get(next).is(",")) {
        return 0;
      }
      next++;
    }
    return next < tokens.size() ? next + 1 - at : 0;
  }
}
