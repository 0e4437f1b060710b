package org.entente.subject.names;

import java.util.List;

/** A name cut into parts and ready to be compared many times. Immutable. */
public final class PreparedName {
  private final String written;
  private final List<String> words;

  PreparedName(String written, List<String> words) {
    this.written = written;
    this.words = List.copyOf(words);
  }

  public String written() {
    return written;
  }

  List<String> words() {
    return words;
  }

  /** Never prints the name. */
  @Override
  public String toString() {
    return "PreparedName[" + words.size() + " words]";
  }
}
