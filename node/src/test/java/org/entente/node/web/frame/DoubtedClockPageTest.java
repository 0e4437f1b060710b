package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.entente.node.RunningNode;
import org.entente.node.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoubtedClockPageTest {
  @Test
  void everyPageAndHealthSayThatTheClockJumpedAndNothingIsErased(@TempDir Path folder)
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
    }
  }
}
