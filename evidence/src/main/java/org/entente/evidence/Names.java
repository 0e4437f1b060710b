package org.entente.evidence;

/** Names out of a stranger's file, made fit to be printed. */
final class Names {
  private static final int MAX_CHARS = 120;

  private Names() {}

  static String shown(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._/-]", "?");
    return plain.length() <= MAX_CHARS ? plain : plain.substring(0, MAX_CHARS) + "…";
  }
}
