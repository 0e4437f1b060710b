package org.entente.node.agreements;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.OfficerId;

/**
 * One step in the life of an agreement.
 *
 * @param id the note's message; the same on both nodes
 * @param ours whether this authority took it
 * @param agreement hash of the agreement it is about
 * @param answers the proposal it answers
 * @param arrivedAt when it reached its receiver, by the receiver's clock
 * @param refusal why the partner's node did not take it, as a code
 */
public record Step(
    MessageId id,
    AuthorityId partner,
    boolean ours,
    NoteKind kind,
    String agreement,
    Optional<MessageId> answers,
    StepState state,
    Note note,
    Optional<OfficerId> firstBy,
    Optional<OfficerId> secondBy,
    Instant madeAt,
    Optional<Instant> arrivedAt,
    Optional<String> refusal) {
  /** How long a proposal can be ratified, from its arrival on; the same on both nodes. */
  public static final Duration PROPOSAL_STANDS = Duration.ofDays(90);

  /** When a proposal can be ratified no more; empty for other steps and before it has arrived. */
  public Optional<Instant> lapsesAt() {
    return kind == NoteKind.PROPOSAL
        ? arrivedAt.map(at -> at.plus(PROPOSAL_STANDS))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "Step[" + id + "]";
  }
}
