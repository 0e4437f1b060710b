package org.entente.node.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entente.agreement.OffenceArea;
import org.entente.node.casework.Correspondence;
import org.entente.node.casework.MessageState;
import org.entente.node.exchange.MessageId;
import org.junit.jupiter.api.Test;

/** A partner that is away is tried with one message, however many wait. */
class AwayPartnerTest extends Correspondence {
  private static final int WAITING = 30;

  @Test
  void oneMessageTriesForAllThatWait() {
    belgrade.line.cutAfter(0);
    List<MessageId> waiting = new ArrayList<>();
    for (int i = 0; i < WAITING; i++) {
      MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
      baku.send(request);
      waiting.add(request);
    }
    patiently().until(() -> attempts() == 1);
    clock.pass(Duration.ofMinutes(2));
    patiently().until(() -> attempts() == 2);

    assertThat(tried()).isEqualTo(1);
    belgrade.line.mend();
    clock.pass(Duration.ofMinutes(2));
    waiting.forEach(each -> awaitState(baku, each, MessageState.DELIVERED));
  }

  private long attempts() {
    return number("SELECT COALESCE(SUM(attempts), 0) FROM outbox");
  }

  private long tried() {
    return number("SELECT COUNT(*) FROM outbox WHERE attempts > 0");
  }

  private long number(String question) {
    return baku.store.read(tx -> tx.sql(question).query(Long.class).single());
  }
}
