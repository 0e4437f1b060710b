package org.entente.fuzz;

import java.util.List;

/** All parsers that are fuzzed. Other modules append theirs. */
final class Targets {
  static final List<Target> ALL = List.copyOf(LedgerTargets.all());

  private Targets() {}
}
