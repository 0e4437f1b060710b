package org.entente.node.records;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.PersonSought;
import org.entente.node.officers.OfficerId;

/**
 * A person who may be the one of a request: found by the node, decided by an officer.
 *
 * @param decidedBy empty while nobody has decided
 * @param lookAgain whether what is known of the person changed since it was decided: the decision
 *     was about somebody else's description
 * @param ground what an officer gave as the reason of that decision; may be empty
 */
public record PossibleMatch(
    UUID id,
    Known known,
    Likeness likeness,
    State state,
    Instant foundAt,
    Optional<OfficerId> decidedBy,
    Optional<Instant> decidedAt,
    boolean lookAgain,
    String ground) {

  /** What was decided; open matches are no more than a likeness. */
  public enum State {
    OPEN,
    CONFIRMED,
    REJECTED
  }

  /** Where that person is known from. */
  public sealed interface Known {
    /** From the national index. */
    record Recorded(RecordView record) implements Known {}

    /** From another case of this node, by its reference. */
    record Requested(CaseId caseId, String reference, PersonSought person) implements Known {}
  }

  @Override
  public String toString() {
    return "PossibleMatch[" + id + "]";
  }
}
