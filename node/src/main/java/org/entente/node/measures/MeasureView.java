package org.entente.node.measures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.OfficerId;

/**
 * A measure as officers see it.
 *
 * @param ours whether this authority opened it
 * @param says what it says; empty once that was erased
 * @param alone whether one officer released it without a second
 * @param reviewDueAt when a second person must have looked at that
 * @param hold that it is held for proceedings
 * @param pressesAt what it presses by, while it is not settled
 */
public record MeasureView(
    MeasureId id,
    String reference,
    MeasureKind kind,
    boolean ours,
    MeasureState state,
    Stated stated,
    Optional<Measure.Opening> says,
    List<Leg> legs,
    Optional<OfficerId> firstBy,
    Optional<OfficerId> releasedBy,
    boolean alone,
    Optional<Instant> reviewDueAt,
    Optional<Review> review,
    Instant madeAt,
    Optional<Instant> releasedAt,
    Instant pressesAt,
    Optional<Instant> settledAt,
    Optional<Hold> hold) {
  public MeasureView {
    legs = List.copyOf(legs);
  }

  /**
   * What it is between this authority and one partner.
   *
   * @param seenAt when a person saw the last message that a person has to see
   * @param seenBy who that was, where it was somebody here
   * @param unseenHere whether somebody here has something to see
   * @param dueAt until when what was asked is to be answered; empty where nothing was
   */
  public record Leg(
      MessageId id,
      AuthorityId partner,
      String partnerReference,
      Sending sending,
      Course course,
      Optional<String> agreement,
      List<String> articles,
      Optional<Instant> releasedAt,
      Optional<Instant> arrivedAt,
      Optional<String> refusal,
      Optional<Instant> seenAt,
      Optional<OfficerId> seenBy,
      boolean unseenHere,
      boolean unseenThere,
      Optional<Instant> until,
      Optional<Instant> dueAt,
      List<Step> steps) {
    public Leg {
      articles = List.copyOf(articles);
      steps = List.copyOf(steps);
    }
  }

  /**
   * Something that followed.
   *
   * @param says empty once it was erased
   */
  public record Step(
      MessageId id,
      MeasureKind kind,
      boolean ours,
      Sending sending,
      Optional<Measure> says,
      Optional<OfficerId> by,
      Instant madeAt,
      Optional<Instant> arrivedAt,
      Optional<String> refusal) {}

  /**
   * What a second person said of a release by one.
   *
   * @param words why not; empty where it was confirmed, and once erased
   */
  public record Review(boolean confirmed, OfficerId by, Instant at, String words) {
    @Override
    public String toString() {
      return "Review[…]";
    }
  }

  /**
   * That nothing of it is erased.
   *
   * @param why in which proceedings it is needed
   */
  public record Hold(OfficerId by, Instant at, String why) {
    @Override
    public String toString() {
      return "Hold[…]";
    }
  }

  /** Whether a second person has still to look at what one released. */
  public boolean unreviewed() {
    return alone && review.isEmpty();
  }

  /** Whether somebody here has something to see. */
  public boolean unseenHere() {
    return legs.stream().anyMatch(Leg::unseenHere);
  }

  /** How many of the partners that have it have a person who saw the last of it. */
  public long seen() {
    return legs.stream().filter(leg -> leg.sending().left() && leg.seenAt().isPresent()).count();
  }

  /** How many partners it went to. */
  public long sent() {
    return legs.stream().filter(leg -> leg.sending().left()).count();
  }

  @Override
  public String toString() {
    return "MeasureView[" + id + "]";
  }
}
