package org.entente.node.delivery;

import static org.entente.node.act.Outcomes.done;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.entente.agreement.OffenceArea;
import org.entente.node.casework.Correspondence;
import org.entente.node.casework.MessageState;
import org.entente.node.exchange.MessageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A line that stays open and carries nothing holds nobody up for ever. */
class FrozenLineTest extends Correspondence {
  private static final int FILE_BYTES = 3 << 20;

  @AfterEach
  void waitAsUsual() {
    PartnerClient.standsStill = Duration.ofSeconds(60);
  }

  @Test
  void anAttachmentFrozenHalfWayIsSaidAndSentOnceTheLineIsBack() throws IOException {
    PartnerClient.standsStill = Duration.ofSeconds(1);
    byte[] file = new byte[FILE_BYTES];
    new Random(3).nextBytes(file);
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    done(
        baku.casework
            .attachments()
            .attach(baku.desk, request, "exhibit.bin", new ByteArrayInputStream(file)));
    belgrade.line.freezeAfter(FILE_BYTES / 2);
    baku.send(request);

    awaitFault(request, "timed-out");
    belgrade.line.mend();
    clock.pass(Duration.ofMinutes(2));
    awaitState(baku, request, MessageState.DELIVERED);
  }
}
