package org.entente.bench.checks;

import java.util.List;
import org.entente.subject.PartialDate;
import org.jspecify.annotations.Nullable;

/** One way of making tokens. */
interface Way {
  /** A token; the kind, 0 to 31, is part of it. */
  record Made(int kind, String text) {}

  String title();

  List<Made> kept(String name, @Nullable PartialDate born);

  List<Made> asked(String name, @Nullable PartialDate born);
}
