package org.entente.node.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.entente.node.SettableClock;
import org.entente.node.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the search index fails while the node runs. */
class IndexDiskTest {
  private static final String HEADER = "id,given name,family name,date of birth\n";

  @TempDir Path folder;
  private Register register;

  @BeforeEach
  void open() throws Exception {
    register =
        new Register(
            Database.SQLITE.fresh(folder),
            folder,
            new SettableClock(Instant.parse("2026-03-01T10:00:00Z")));
  }

  @AfterEach
  void close() {
    register.close();
  }

  @Test
  void anIndexWhoseDiskFailedSaysSoAndIsWholeOnceTheDiskIsMended() throws Exception {
    register.imported(HEADER + "1,Petar,Đorđević,1990-01-02\n");
    Path index = folder.resolve("index");
    EmbeddedIndex.empty(index);
    Files.delete(index);
    Files.writeString(index, "no folder");

    register.imported(HEADER + "2,Ramil,Hüseynov,1971-06-05\n");
    await().atMost(Duration.ofSeconds(30)).until(() -> register.records.standing().broken());
    Files.delete(index);

    await().atMost(Duration.ofSeconds(30)).until(() -> !register.records.standing().broken());
    register.records.awaitIndex();
    assertThat(register.named("Hüseynov")).hasSize(1);
    assertThat(register.named("Đorđević")).hasSize(1);
  }
}
