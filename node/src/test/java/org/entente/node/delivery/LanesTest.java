package org.entente.node.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.entente.agreement.DataCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.node.casework.Correspondence;
import org.entente.node.casework.MessageState;
import org.entente.node.casework.Terms;
import org.entente.node.exchange.MessageId;
import org.junit.jupiter.api.Test;

/** What is urgent is held up by nothing that is not. */
class LanesTest extends Correspondence {
  private static final int BACKLOG = 40;
  private static final int FILE_BYTES = 3 << 20;

  private MessageId ordinary() {
    Terms terms =
        new Terms(
            OffenceArea.DRUG_TRAFFICKING,
            Urgency.NORMAL,
            Optional.empty(),
            Set.of(DataCategory.PERSONAL_DETAILS),
            false,
            false,
            false);
    return done(baku.casework.drafts().request(baku.desk, belgrade.id, terms, request())).message();
  }

  @Test
  void anUrgentRequestOvertakesABacklog() {
    belgrade.line.cutAfter(0);
    List<MessageId> backlog = new ArrayList<>();
    for (int i = 0; i < BACKLOG; i++) {
      MessageId request = ordinary();
      baku.send(request);
      backlog.add(request);
    }
    patiently().until(() -> tried() == 1);
    MessageId urgent = drafted(OffenceArea.DRUG_TRAFFICKING);
    baku.send(urgent);
    patiently().until(() -> tried() == 2);
    belgrade.line.mend();
    clock.pass(Duration.ofMinutes(2));
    backlog.forEach(each -> awaitState(baku, each, MessageState.DELIVERED));
    awaitState(baku, urgent, MessageState.DELIVERED);

    assertThat(backlog.stream().filter(each -> entry(each) < entry(urgent)))
        .as("of the backlog, written by the partner before what was urgent")
        .hasSizeLessThan(BACKLOG / 2);
  }

  @Test
  void aFileThatStandsStillHoldsUpNeitherWhatIsUrgentNorWhatIsSmall() throws IOException {
    byte[] file = new byte[FILE_BYTES];
    new Random(3).nextBytes(file);
    MessageId large = ordinary();
    done(
        baku.casework
            .attachments()
            .attach(baku.desk, large, "exhibit.bin", new ByteArrayInputStream(file)));
    belgrade.line.holdLarge(FILE_BYTES / 2);
    baku.send(large);
    patiently().until(belgrade.line::holds);
    MessageId urgent = drafted(OffenceArea.DRUG_TRAFFICKING);
    baku.send(urgent);
    MessageId small = ordinary();
    baku.send(small);

    awaitState(baku, urgent, MessageState.DELIVERED);
    assertThat(baku.state(large)).isEqualTo(MessageState.RELEASED);
    belgrade.line.mend();
    clock.pass(Duration.ofMinutes(2));
    awaitState(baku, small, MessageState.DELIVERED);
    awaitState(baku, large, MessageState.DELIVERED);
  }

  /** Messages that have been tried without success. */
  private long tried() {
    return baku.store.read(
        tx -> tx.sql("SELECT COUNT(*) FROM outbox WHERE attempts > 0").query(Long.class).single());
  }

  private long entry(MessageId message) {
    return baku.store.read(tx -> baku.receipts.signed(tx, message).orElseThrow().receipt().entry());
  }
}
