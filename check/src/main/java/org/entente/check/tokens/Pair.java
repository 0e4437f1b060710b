package org.entente.check.tokens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.subject.names.NamePart;

/** Two parts of a name, whichever stands first. */
record Pair(NamePart one, NamePart other) {
  /** Words before joined ones, long before short, the rest by their sounds. */
  static final Comparator<Pair> MOST_TELLING_FIRST =
      Comparator.comparing(Pair::joined)
          .thenComparing(Comparator.comparingInt(Pair::length).reversed())
          .thenComparing(pair -> pair.one().sounds().getFirst())
          .thenComparing(pair -> pair.other().sounds().getFirst());

  /**
   * One way to say both.
   *
   * @param text both sounds in their order, each with a bar behind it
   * @param place 0 for the likeliest
   * @param sounds the length of both
   */
  record Said(String text, int place, int sounds) {}

  static Pair of(NamePart one, NamePart other) {
    String first = one.sounds().getFirst();
    String second = other.sounds().getFirst();
    return first.compareTo(second) <= 0 ? new Pair(one, other) : new Pair(other, one);
  }

  boolean joined() {
    return one.words() > 1 || other.words() > 1;
  }

  private int length() {
    return one.sounds().getFirst().length() + other.sounds().getFirst().length();
  }

  /** Every way, the likeliest first. */
  List<Said> said() {
    List<Said> said = new ArrayList<>();
    List<String> left = one.sounds();
    List<String> right = other.sounds();
    for (int place = 0; place < left.size() + right.size() - 1; place++) {
      for (int i = Math.max(0, place - right.size() + 1);
          i <= Math.min(place, left.size() - 1);
          i++) {
        said.add(said(left.get(i), right.get(place - i), place));
      }
    }
    return said;
  }

  private static Said said(String left, String right, int place) {
    String text = left.compareTo(right) <= 0 ? left + "|" + right + "|" : right + "|" + left + "|";
    return new Said(text, place, left.length() + right.length());
  }
}
