package org.entente.node.casework;

import java.util.Optional;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.node.officers.OfficerId;

/**
 * What a view of the work list is narrowed to; what is empty narrows nothing.
 *
 * @param opening kind of the message that opened the matter
 * @param side who asks
 */
public record WorkFilter(
    Optional<AuthorityId> partner,
    Optional<ActKind> opening,
    Optional<OffenceArea> offence,
    Optional<Urgency> urgency,
    Optional<Side> side,
    Optional<OfficerId> holder) {
  /** Narrows nothing. */
  public static final WorkFilter NONE =
      new WorkFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public boolean isEmpty() {
    return equals(NONE);
  }
}
