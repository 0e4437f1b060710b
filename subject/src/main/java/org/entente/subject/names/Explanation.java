package org.entente.subject.names;

import java.util.ArrayList;
import java.util.List;

/** Puts a meeting of two names into data that a page can show. */
final class Explanation {
  private Explanation() {}

  static List<NameMatch.PartMatch> of(Meeting meeting) {
    List<NameMatch.PartMatch> parts = new ArrayList<>();
    boolean[] met = new boolean[meeting.right.size()];
    List<PreparedWord> openLeft = new ArrayList<>();
    for (int i = 0; i < meeting.partner.length; i++) {
      PreparedWord left = meeting.left.get(i);
      int j = meeting.partner[i];
      if (j < 0) {
        openLeft.add(left);
        continue;
      }
      met[j] = true;
      PreparedWord right = meeting.right.get(j);
      parts.add(
          new NameMatch.PartMatch(
              left.written(),
              right.written(),
              right.writing() == Writing.LATIN ? right.latin() : left.latin(),
              how(left, right, meeting.initial[i], meeting.odds[i]),
              1 / (1 + Math.exp(-meeting.odds[i]))));
    }
    List<PreparedWord> openRight = new ArrayList<>();
    for (int j = 0; j < met.length; j++) {
      if (!met[j]) {
        openRight.add(meeting.right.get(j));
      }
    }
    boolean contradicted = !openLeft.isEmpty() && !openRight.isEmpty();
    for (PreparedWord word : openLeft) {
      parts.add(open(word.written(), "", contradicted, NameMatch.How.ONLY_LEFT));
    }
    for (PreparedWord word : openRight) {
      parts.add(open("", word.written(), contradicted, NameMatch.How.ONLY_RIGHT));
    }
    return parts;
  }

  private static NameMatch.PartMatch open(
      String left, String right, boolean contradicted, NameMatch.How side) {
    return new NameMatch.PartMatch(
        left, right, "", contradicted ? NameMatch.How.CONTRADICTION : side, 0);
  }

  private static NameMatch.How how(
      PreparedWord left, PreparedWord right, boolean initial, float odds) {
    if (initial) {
      return NameMatch.How.INITIAL;
    }
    if (left.letters().equals(right.letters())) {
      return NameMatch.How.SAME;
    }
    if (left.joined() || right.joined()) {
      return NameMatch.How.JOINED;
    }
    if (odds == CutWords.odds(left, right)) {
      return NameMatch.How.CUT;
    }
    if (left.writing() != right.writing()) {
      return NameMatch.How.TRANSLITERATION;
    }
    return left.nicknames().contains(right.latin())
        ? NameMatch.How.NICKNAME
        : NameMatch.How.SPELLING;
  }
}
