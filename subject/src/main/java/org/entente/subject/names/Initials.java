package org.entente.subject.names;

/** Whether a single letter can stand for a word. */
final class Initials {
  private Initials() {}

  static boolean agree(PreparedWord a, PreparedWord b) {
    if (a.latin().isEmpty() || b.latin().isEmpty()) {
      return false;
    }
    if (a.latin().charAt(0) == b.latin().charAt(0)) {
      return true;
    }
    for (String one : a.spellings()) {
      for (String two : b.spellings()) {
        if (one.charAt(0) == two.charAt(0)) {
          return true;
        }
      }
    }
    return false;
  }
}
