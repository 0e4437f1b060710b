package org.entente.node.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.time.Duration;
import java.util.List;
import org.entente.agreement.GroundCode;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Role;
import org.junit.jupiter.api.Test;

/** Lists under an arrangement that allows five checks a day. */
class ListQuotaTest extends CheckingAuthorities {
  private static final int A_DAY = 5;

  @Override
  protected void beforeTheyStart() {
    bothHold(arrangement(", \"quotas\": [{\"act\": \"check\", \"perDay\": " + A_DAY + "}]}"));
  }

  @Test
  void aListIsAskedAsFarAsTheQuotaGoesHoldsUpNoOtherAndGoesOnTheNextDay() throws Exception {
    offered(PETAR);
    Officer analyst = officer(Role.ANALYST);
    ListId large =
        released(
            analyst,
            "Ramil,Səfərov,1971-06-05\n".repeat(A_DAY + 1) + "Petar,Đorđević,1990-01-02\n");

    patiently().until(() -> !view(baku.checks, analyst, large).waits().isEmpty());
    assertThat(view(baku.checks, analyst, large))
        .returns((long) A_DAY, ListView::rowsRead)
        .returns(ListView.State.RUNNING, ListView::state)
        .returns(GroundCode.QUOTA_EXHAUSTED.code(), ListView::waits);

    ListId nothingToAsk = released(analyst, "Ramil,,\n".repeat(3));
    patiently()
        .until(() -> view(baku.checks, analyst, nothingToAsk).state() == ListView.State.DONE);

    baku.checks.close();
    clock.pass(Duration.ofDays(1));
    try (Checks again = baku.checksAfresh()) {
      again.start();
      patiently().until(() -> view(again, analyst, large).state() == ListView.State.DONE);
      List<ListedAnswers> lines = done(again.lists().lines(analyst, large, 0, 10));
      assertThat(lines).hasSize(A_DAY + 2);
      assertThat(lines.getLast().answers().getFirst().state()).isEqualTo(AnswerState.HIT);
    }
  }

  private static ListView view(Checks checks, Officer analyst, ListId id) {
    return done(checks.lists().view(analyst, id));
  }
}
