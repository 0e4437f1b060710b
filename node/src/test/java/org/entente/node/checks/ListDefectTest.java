package org.entente.node.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Role;
import org.entente.node.work.Worker;
import org.junit.jupiter.api.Test;

/** A list that meets a fault of this node. */
class ListDefectTest extends CheckingAuthorities {
  private final Officer analyst = officer(Role.ANALYST);

  @Override
  protected void beforeTheyStart() {
    bothHold(arrangement());
  }

  private ListView view(ListId id) {
    return done(baku.checks.lists().view(analyst, id));
  }

  @Test
  void aListThatStandsStillSaysSoHoldsUpNoOtherAndIsBegunAgainByAnOfficer() throws Exception {
    offered(PETAR);
    baku.store.write(tx -> tx.sql("ALTER TABLE check_question RENAME TO away").update());

    ListId list = released(analyst, "Petar,Đorđević,1990-01-02\n");
    patiently().until(() -> view(list).waits().equals(ListAsking.DEFECT));
    assertThat(view(list).state()).isEqualTo(ListView.State.RUNNING);
    ListId nothingToAsk = released(analyst, "Ramil,,\n");
    patiently().until(() -> view(nothingToAsk).state() == ListView.State.DONE);
    assertThat(baku.workers())
        .filteredOn(sign -> sign.name().equals("check-list"))
        .allMatch(sign -> sign.state() == Worker.State.LIVES && sign.failures() > 0);

    baku.store.write(tx -> tx.sql("ALTER TABLE away RENAME TO check_question").update());
    assertThat(baku.checks.lists().again(officer(Role.DESK), list))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    assertThat(baku.checks.lists().again(analyst, nothingToAsk))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
    done(baku.checks.lists().again(analyst, list));

    patiently().until(() -> view(list).state() == ListView.State.DONE);
    assertThat(view(list).met()).isEqualTo(1);
    assertThat(view(list).waits()).isEmpty();
  }
}
