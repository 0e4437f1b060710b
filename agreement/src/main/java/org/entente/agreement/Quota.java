package org.entente.agreement;

/**
 * How many acts of a kind one authority may address to another on one day.
 *
 * @param act the kind
 * @param perDay acts a calendar day in UTC, from one authority to another; 1 to {@link
 *     #MAX_PER_DAY}
 */
public record Quota(ActKind act, int perDay) {

  /** More is no limit. */
  public static final int MAX_PER_DAY = 1_000_000;

  /** Checks the bounds. */
  public Quota {
    if (perDay < 1 || perDay > MAX_PER_DAY) {
      throw new IllegalArgumentException("a quota is 1 to " + MAX_PER_DAY);
    }
  }
}
