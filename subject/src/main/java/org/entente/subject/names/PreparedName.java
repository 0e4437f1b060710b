package org.entente.subject.names;

import java.util.List;

/** A name cut into words and ready to be compared many times. Immutable. */
public final class PreparedName {
  private final String written;
  private final List<PreparedWord> every;
  private final List<PreparedWord> words;
  private final List<Words.Joined> joined;

  PreparedName(
      String written,
      List<PreparedWord> every,
      List<PreparedWord> words,
      List<Words.Joined> joined) {
    this.written = written;
    this.every = List.copyOf(every);
    this.words = List.copyOf(words);
    this.joined = List.copyOf(joined);
  }

  /** The name as it was written. */
  public String written() {
    return written;
  }

  /** Titles too: Emir is one, and a given name. */
  List<PreparedWord> every() {
    return every;
  }

  List<PreparedWord> words() {
    return words;
  }

  /** The words that say who it is: without particles and initials, unless there is nothing else. */
  List<PreparedWord> telling() {
    List<PreparedWord> telling =
        words.stream().filter(word -> word.role() == PreparedWord.Role.NAME).toList();
    return telling.isEmpty() ? words : telling;
  }

  /** Neighbouring words as one word each. */
  List<Words.Joined> joined() {
    return joined;
  }

  /** Never prints the name. */
  @Override
  public String toString() {
    return "PreparedName[" + words.size() + " words]";
  }
}
