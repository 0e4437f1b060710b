package org.entente.node.checks;

import java.util.Locale;
import org.entente.check.tokens.Family;

/** The families of tokens as pages, API and rows name them. */
final class Families {
  private Families() {}

  static String code(Family family) {
    return family.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
