package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.entente.node.RunningNode;
import org.entente.node.ledger.LedgerWalk;
import org.entente.node.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoubtedClockPageTest {
  @Test
  void everyPageAndHealthSayThatTheClockJumpedOrTheLedgerWasChanged(@TempDir Path folder)
      throws Exception {
    try (RunningNode node = RunningNode.founded(folder)) {
      Store store = node.part(Store.class);
      RunningNode.Browser browser = node.signedIn("desk");
      assertThat(browser.get("/").body()).doesNotContain("Nothing is erased");
      store.write(tx -> tx.sql("UPDATE proven_time SET at = 1").update());
      store.provenTime().holdAgainst(node.part(InstantSource.class));

      assertThat(browser.get("/").body()).contains("The clock of this node jumped");
      assertThat(browser.get("/account").body()).contains("Nothing is erased until");
      assertThat(node.send(node.program(node.token("administrator"), "/actuator/health")).body())
          .contains("in doubt");

      store.write(tx ->
          tx.sql("UPDATE ledger_entry SET event = 'sign-in-denied' WHERE event = 'sign-in'")
              .update());
      LedgerWalk walk = node.part(LedgerWalk.class);
      walk.nightly().wake();
      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> walk.difference().isPresent());

      assertThat(browser.get("/account").body()).contains("is not the one that was written");
      assertThat(node.send(node.program(node.token("administrator"), "/actuator/health")).body())
          .contains("columns-differ")
          .contains("DOWN");
    }
  }
}
