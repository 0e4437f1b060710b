package org.entente.bench.names;

import java.util.List;

/** One way of finding and comparing names, ours or somebody else's. */
interface Way {
  /**
   * A person found, by the place in the index, with the score that decides and the one that sorts.
   */
  record Found(int held, double score, double rank) {}

  String title();

  void index(List<Protocol.Held> held);

  /** The best first; only persons of {@code source} or of the distractors. */
  List<Found> find(String name, String source, int limit);

  double compare(String one, String two);

  /** With dates of birth as the files write them, empty where there is none. */
  double compare(String one, String bornOne, String two, String bornTwo);
}
