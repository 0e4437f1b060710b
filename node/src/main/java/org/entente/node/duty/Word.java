package org.entente.node.duty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.duty.AlarmId;
import org.entente.duty.PostId;

/**
 * What open pages are told of a post: counts and references, and never a person's name.
 *
 * @param watched whether somebody holds the post
 * @param until when that watch ends, or the gap; empty where that is far
 * @param ringing the oldest first
 * @param held alarms that somebody acknowledged or took up
 * @param armed whether a page at the post would be heard
 * @param well whether alarms go on and reach somebody, by the last audit
 * @param silent partners whose posts, by their own word, reach nobody
 */
public record Word(
    PostId post,
    String title,
    boolean watched,
    Optional<Instant> until,
    List<Rings> ringing,
    int held,
    Counts counts,
    boolean armed,
    boolean well,
    List<PartnerPosts.Silent> silent) {
  /**
   * An alarm that nobody acknowledged.
   *
   * @param reference of the case, where it is about one
   * @param partner where it is about one
   * @param due when an answer is, where a clock runs
   * @param step how many of its steps were taken
   */
  public record Rings(
      AlarmId id,
      AlarmKind kind,
      Optional<String> reference,
      Optional<AuthorityId> partner,
      Optional<Instant> due,
      int step,
      int steps,
      Instant nextAt,
      boolean nobodyLeft) {}

  /**
   * What presses beside alarms.
   *
   * @param due answers that are due within twelve hours, or late
   * @param judges matters that wait for a judge
   * @param linesDown partners whom nothing reaches
   */
  public record Counts(int due, int judges, int linesDown) {}
}
