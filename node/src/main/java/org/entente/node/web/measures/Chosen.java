package org.entente.node.web.measures;

import java.util.Arrays;
import java.util.Optional;
import org.entente.node.web.frame.Problems;

/** One choice of a closed list, as a form or a program names it. */
final class Chosen {
  private Chosen() {}

  /** By the name that a form sends. */
  static <T extends Enum<T>> Optional<T> of(T[] all, String name) {
    return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
  }

  /** By the stable code that a program sends. */
  static <T extends Enum<T>> Optional<T> ofCode(T[] all, String code) {
    return Arrays.stream(all).filter(each -> Problems.code(each).equals(code)).findFirst();
  }
}
