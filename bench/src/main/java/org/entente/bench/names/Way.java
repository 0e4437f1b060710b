package org.entente.bench.names;

import java.io.IOException;
import java.util.List;

/** One way of finding names, ours or somebody else's. */
interface Way {
  /**
   * A person found, by the place in the index, with the score that decides and the one that sorts.
   */
  record Found(int held, double score, double rank) {}

  String title();

  void index(List<Protocol.Held> held) throws IOException;

  /** The best first; only persons of {@code source} or of the distractors. */
  List<Found> find(String name, String source, int limit) throws IOException;
}
