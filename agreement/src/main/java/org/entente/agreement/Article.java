package org.entente.agreement;

import java.util.List;

/**
 * An article of an instrument.
 *
 * @param number its number, such as {@code 11} or {@code 11bis}
 * @param heading what it is about
 * @param paragraphs its paragraphs, in order
 */
public record Article(String number, LocalText heading, List<Paragraph> paragraphs) {

  /** Copies. */
  public Article {
    paragraphs = List.copyOf(paragraphs);
  }
}
