package org.entente.node.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.ledger.LedgerEntry;
import org.entente.node.ledger.Entries;

/**
 * What was done about a person: a page of entries, newest first.
 *
 * @param mentions what was chosen, as it stands now
 * @param lost how many of the chosen mentions are erased by now
 * @param next where the next page begins; empty at the end of the ledger
 * @param lookedThroughTo the oldest instant this page has looked through
 */
public record History(
    LookId id,
    LookId search,
    Instant at,
    PersonDescription who,
    String reason,
    List<Mention> mentions,
    int lost,
    List<Line> lines,
    Optional<Entries.Place> next,
    Instant lookedThroughTo) {
  public History {
    mentions = List.copyOf(mentions);
    lines = List.copyOf(lines);
  }

  /**
   * One entry about the person.
   *
   * @param about the mentions it concerns
   * @param partner who sent or received; empty where no partner had a part in it
   */
  public record Line(
      Entries.Line place, List<MentionKey> about, String partner, List<String> articles, Why why) {
    public Line {
      about = List.copyOf(about);
      articles = List.copyOf(articles);
    }

    public LedgerEntry entry() {
      return place.entry();
    }

    @Override
    public String toString() {
      return "Line[" + entry().index() + "]";
    }
  }

  /**
   * Why it was done, as far as the node knows.
   *
   * @param text in the words of its author; empty where the kind says it all
   */
  public record Why(Kind kind, String text) {
    /** Where the reason was given. */
    public enum Kind {
      /** The purpose of the request that opened the case, or the urgent measure. */
      CASE,
      /** What was asked; the search asks for no reason. */
      ASKED,
      /** The justification of a check. */
      CHECK,
      /** The reason given for a list. */
      LIST,
      /** The reason of a step about keeping the case. */
      KEEPING,
      /** The reason given for reading what is restricted. */
      RESTRICTED,
      /** The reason of a supervisor. */
      OVERSIGHT,
      /** The node did it by its own rules. */
      NODE,
      /** None was asked for, or it is erased. */
      NONE
    }

    @Override
    public String toString() {
      return "Why[" + kind + "]";
    }
  }

  @Override
  public String toString() {
    return "History[" + id + "]";
  }
}
