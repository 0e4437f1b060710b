package org.entente.node.measures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.ContactPoint;
import org.entente.node.officers.OfficerId;

/**
 * A call as officers see it.
 *
 * @param theirs whether the partner asked; else this authority did
 * @param says empty once it was erased
 * @param callBack where the agreements say that the partner is reached: never what a caller gave
 * @param dueAt when the written confirmation must be there
 * @param closedBecause why nothing in writing will come; empty where it came
 */
public record CallView(
    CallId id,
    AuthorityId partner,
    boolean theirs,
    CallState state,
    Optional<Call> says,
    List<ContactPoint> callBack,
    Instant calledAt,
    Instant dueAt,
    boolean overdue,
    OfficerId notedBy,
    Optional<MeasureId> confirmedBy,
    Optional<OfficerId> closedBy,
    Optional<Instant> closedAt,
    String closedBecause) {
  public CallView {
    callBack = List.copyOf(callBack);
  }

  @Override
  public String toString() {
    return "CallView[" + id + "]";
  }
}
