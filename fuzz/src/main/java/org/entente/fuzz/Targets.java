package org.entente.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** All parsers that are fuzzed. Other modules append theirs. */
final class Targets {
  static final List<Target> ALL =
      Stream.of(
              LedgerTargets.all(),
              CheckTargets.all(),
              EvidenceTargets.all(),
              MailTargets.all(),
              IntakeTargets.all(),
              FormatsTargets.all(),
              ArmsTargets.all())
          .flatMap(List::stream)
          .toList();

  private Targets() {}
}
