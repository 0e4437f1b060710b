package org.entente.agreement;

/**
 * What has been used of the quotas. A decision asks only for kinds that have a quota; whoever keeps
 * the count answers for the day and the direction of the act.
 */
@FunctionalInterface
public interface Usage {

  /** How many acts of this kind were done that day, without the one that is decided on. */
  int used(ActKind kind);

  /** Nothing was used. */
  static Usage none() {
    return kind -> 0;
  }
}
