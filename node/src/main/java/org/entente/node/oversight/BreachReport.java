package org.entente.node.oversight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The draft of a breach report (Directive (EU) 2016/680 Art. 30, 31): what a supervisor said and
 * what the node counted. What neither knows stays empty and is shown as a blank.
 *
 * @param awareAt when the authority became aware; the 72 hours of Art. 30(1) run from then
 */
public record BreachReport(LookId id, Instant at, Instant awareAt, Stated stated, Figures figures) {
  /** From when the authority knows, a report is due within this time, Art. 30(1). */
  public static final Duration WITHIN = Duration.ofHours(72);

  public Instant dueAt() {
    return awareAt.plus(WITHIN);
  }

  /**
   * What the supervisor said.
   *
   * @param about references of cases, a partner's or an officer's identifier; empty for the rest
   * @param nature Art. 30(3)(a), in words
   * @param contact Art. 30(3)(b)
   * @param consequences Art. 30(3)(c)
   * @param measures Art. 30(3)(d)
   */
  public record Stated(
      Instant from,
      Instant until,
      BreachScope scope,
      String about,
      String nature,
      String contact,
      String consequences,
      String measures) {
    public Stated {
      about = about.strip();
      nature = nature.strip();
      contact = contact.strip();
      consequences = consequences.strip();
      measures = measures.strip();
    }

    boolean tooLong() {
      return List.of(about, nature, contact, consequences, measures).stream()
          .anyMatch(text -> text.length() > Reasons.MOST);
    }

    @Override
    public String toString() {
      return "Stated[" + scope + "]";
    }
  }

  /**
   * What the node counted within the scope and the period.
   *
   * @param entries of the ledger by kind of access, by its code
   * @param cases different cases
   * @param records different records that were read, changed, joined or erased
   * @param persons at most so many persons are described by these cases and records; the same
   *     person may be described twice
   * @param categories categories of persons with the number of cases and records, by code
   * @param partners that sent or received something, by identifier
   * @param indexRecords records in the national index now
   * @param complete false where the ledger of the period is longer than what was read
   */
  public record Figures(
      Map<String, Long> entries,
      long cases,
      long records,
      long persons,
      Map<String, Long> categories,
      List<String> partners,
      long indexRecords,
      boolean complete) {
    public Figures {
      entries = new TreeMap<>(entries);
      categories = new TreeMap<>(categories);
      partners = List.copyOf(partners);
    }

    /** How many entries of this kind of access. */
    public long entries(String access) {
      return entries.getOrDefault(access, 0L);
    }
  }
}
