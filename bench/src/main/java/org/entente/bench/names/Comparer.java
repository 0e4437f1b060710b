package org.entente.bench.names;

/**
 * One way of comparing two names.
 *
 * @param <P> a name made ready for it
 */
interface Comparer<P> {
  String title();

  P prepare(String name);

  /** The greater the more alike. */
  double compare(P one, P two);
}
