package org.entente.node.duty;

import java.util.Locale;

/**
 * What leaves the node: that something waits, and where. Written without letters that a short
 * message has no room for, and without a word of what it is about.
 */
final class Wording {
  private Wording() {}

  /** What an alarm says outside. */
  static String alarm(Locale language, String node) {
    return String.format(
        Locale.ROOT,
        switch (language.getLanguage()) {
          case "az" -> "Tecili: %s qovsaginda bir is gozleyir.";
          case "sr" -> "Hitno: jedan predmet ceka na cvoru %s.";
          default -> "Urgent: one matter waits at node %s.";
        },
        node);
  }

  /** What verifies a way. */
  static String code(Locale language, String node, String code) {
    return String.format(
        Locale.ROOT,
        switch (language.getLanguage()) {
          case "az" -> "%s qovsaginin kodu: %s";
          case "sr" -> "Kod cvora %s: %s";
          default -> "Code of node %s: %s";
        },
        node,
        code);
  }
}
