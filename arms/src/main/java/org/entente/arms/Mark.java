package org.entente.arms;

import java.util.Optional;

/**
 * A mark on a weapon, a part or a package. Firearms Protocol Art. 8(1) knows three of these kinds,
 * and a proof house adds its own.
 *
 * @param seen as seen, in its own script; {@code ?} for a sign that cannot be read
 * @param place where on the item, in words
 * @param year as the mark tells it, such as the year of an import
 */
public record Mark(Kind kind, String seen, Optional<String> place, Optional<Integer> year) {

  /** What a mark was made for. */
  public enum Kind implements Coded {
    MANUFACTURE,
    IMPORT,
    GOVERNMENT_TRANSFER,
    PROOF,
    OTHER
  }

  public Mark {
    Texts.within(Texts.PROSE, seen);
    place.ifPresent(text -> Texts.within(Texts.LINE, text));
  }

  @Override
  public String toString() {
    return "Mark[" + kind + "]";
  }
}
