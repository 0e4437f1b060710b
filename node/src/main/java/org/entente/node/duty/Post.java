package org.entente.node.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.entente.duty.Chain;
import org.entente.duty.PostId;
import org.entente.duty.Roster;
import org.entente.node.officers.OfficerId;

/**
 * A post as it is planned.
 *
 * @param members who may be reached for it
 * @param version counts every change
 * @param acceptWithin how soon who begins a watch has to accept it; zero where nobody asks
 * @param riskTaken why somebody saved it although it is dangerous; empty where it was not
 */
public record Post(
    PostId id,
    String title,
    Set<OfficerId> members,
    Roster roster,
    Chain chain,
    Duration acceptWithin,
    long version,
    OfficerId changedBy,
    Instant changedAt,
    String riskTaken) {
  /** The longest title. */
  public static final int TITLE_MOST = 60;

  /** Officers of a post. */
  public static final int MEMBERS_MOST = 100;

  public Post {
    members = Set.copyOf(members);
  }

  /** The same with other members. */
  Post with(Set<OfficerId> others) {
    return new Post(
        id, title, others, roster, chain, acceptWithin, version, changedBy, changedAt, riskTaken);
  }

  /** The same where nothing about it is dangerous. */
  Post withoutRisk() {
    return new Post(
        id, title, members, roster, chain, acceptWithin, version, changedBy, changedAt, "");
  }

  /** The next version, in which somebody else holds a watch. */
  Post relieved(Roster changed, OfficerId by, Instant at) {
    return new Post(
        id, title, members, changed, chain, acceptWithin, version + 1, by, at, riskTaken);
  }
}
