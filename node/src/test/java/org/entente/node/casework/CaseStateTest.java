package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.agreement.ActKind;
import org.junit.jupiter.api.Test;

class CaseStateTest {
  @Test
  void clarificationStopsAndItsAnswerContinues() {
    assertThat(CaseState.OPEN.after(ActKind.CLARIFICATION_QUESTION))
        .contains(CaseState.CLARIFICATION);
    assertThat(CaseState.CLARIFICATION.after(ActKind.CLARIFICATION_ANSWER))
        .contains(CaseState.OPEN);
  }

  @Test
  void aReplyThatCrossesAClarificationStillAnswers() {
    assertThat(CaseState.CLARIFICATION.after(ActKind.REPLY)).contains(CaseState.ANSWERED);
  }

  @Property(tries = 200)
  void whatAnAuthorityMaySendMovesTheMatter(@ForAll CaseState state, @ForAll Side side) {
    for (ActKind opening : Set.of(ActKind.REQUEST, ActKind.CONSENT_REQUEST)) {
      for (ActKind kind : state.next(side, opening)) {
        assertThat(state.after(kind)).as("%s from %s", kind, state).isPresent();
      }
    }
  }

  @Property(tries = 100)
  void aMatterThatEndedStaysEnded(@ForAll ActKind kind) {
    assertThat(CaseState.CLOSED.after(kind)).isEmpty();
    assertThat(CaseState.STOPPED.after(kind)).isEmpty();
  }
}
