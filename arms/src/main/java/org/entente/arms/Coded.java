package org.entente.arms;

import java.util.Locale;

/** A choice from a closed list, with the code under which files and forms name it. */
public interface Coded {

  /** The constant's name, which every enum has. */
  String name();

  /** Lower case with hyphens, never changed once released. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
