package org.entente.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** All parsers that are fuzzed. Other modules append theirs. */
final class Targets {
  static final List<Target> ALL =
      Stream.concat(LedgerTargets.all().stream(), CheckTargets.all().stream()).toList();

  private Targets() {}
}
