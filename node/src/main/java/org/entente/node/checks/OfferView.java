package org.entente.node.checks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;

/**
 * What a partner may check, as the data owner sees it.
 *
 * @param permitted whether an agreement in force carries checks of this partner
 * @param officerPerDay how many subjects one of its officers may ask about in a day; 0 without an
 *     offer
 * @param quota what it may ask in a day, by the agreement or by {@link Offers#MOST_PER_PARTNER}
 * @param usedToday subjects it was answered about today
 * @param index the index it is answered from; empty where there is none
 * @param building how much of a new index is sealed, in hundredths; empty where none is being built
 * @param days the last thirty days, the oldest first
 */
public record OfferView(
    AuthorityId partner,
    boolean permitted,
    long officerPerDay,
    int quota,
    long usedToday,
    Optional<Index> index,
    Optional<Integer> building,
    List<Day> days) {
  public OfferView {
    days = List.copyOf(days);
  }

  /** An index that is being answered from. */
  public record Index(
      long records,
      long sizeBytes,
      long changes,
      Instant openedAt,
      Instant publishedAt,
      Instant closesAt,
      boolean current) {}

  /** One day in UTC. */
  public record Day(Instant start, long subjects, long refused) {}
}
