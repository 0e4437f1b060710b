package org.entente.node.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.entente.node.store.Database;
import org.entente.node.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxPlanTest {
  /** A courier looks after each message: a look must not grow with what waits. */
  @Test
  void whetherAMessageLeavesAloneIsFoundWithoutGoingThroughAllThatWait(@TempDir Path folder)
      throws Exception {
    try (Store store = Store.open(Database.SQLITE.fresh(folder), () -> {})) {
      List<String> plan =
          store.read(tx ->
              tx.sql("EXPLAIN QUERY PLAN " + Outbox.FIRST_ALONE)
                  .param("partner", "rs.mup")
                  .param("now", 0)
                  .param("rarely", "")
                  .param("latest", 0)
                  .param("late", 0)
                  .query((rs, n) -> rs.getString("detail"))
                  .list());

      assertThat(plan).anyMatch(step -> step.contains("(partner=? AND matter=?)"));
    }
  }
}
