package org.entente.node.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.entente.node.officers.OfficerId;

/**
 * Looks that a rule found unusual. A finding is a question to an officer, never an answer: it says
 * the rule, the figure, the limit, and which entries.
 *
 * @param about the record or case; empty where the rule is about none in particular
 * @param figure what was counted
 * @param limit from which count on the rule speaks
 * @param usual what is usual for this officer, where the rule compares with it; otherwise 0
 * @param entries positions of the entries in the present ledger, at most {@link #MOST_ENTRIES}
 */
public record Finding(
    Rule rule,
    OfficerId officer,
    Instant first,
    Instant last,
    String about,
    long figure,
    long limit,
    long usual,
    List<Long> entries) {
  /** Entries shown with a finding; the figure says how many there are. */
  public static final int MOST_ENTRIES = 20;

  public Finding {
    entries = List.copyOf(entries);
  }

  /** The rules, each a count that a person can repeat by hand. */
  public enum Rule {
    /** Looks at an hour of the day at which this officer hardly ever looks. */
    OUTSIDE_HOURS,
    /** More looks in a day than three times the officer's own median. */
    MANY,
    /** The same record again and again, and it stands beside no case. */
    AGAIN_WITHOUT_CASE,
    /** Many records in a day that stand beside no case. */
    WITHOUT_CASE,
    /** A look at a case that is restricted. */
    RESTRICTED,
    /** Many look-ups in a period and no act that could follow from one. */
    WITHOUT_FOLLOW_UP;

    /** The stable code. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
