package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Database;
import org.entente.node.store.Store;
import org.entente.seal.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockConfirmationTest {
  private final SettableClock clock = new SettableClock();

  @TempDir Path folder;

  @Test
  void anAdministratorConfirmsTheClockOnceWithTheDate() throws Exception {
    Path file = Files.createDirectories(folder.resolve("setup")).resolve("clock-is-right");
    Identity identity =
        Identity.create("az.mia", "Ministry", InstantSource.system(), Duration.ofDays(30));
    try (Store store = Store.open(Database.SQLITE.fresh(folder), () -> {})) {
      Journal journal = new Journal(LedgerOf.signer(identity), clock);
      ClockConfirmation confirmation = new ClockConfirmation(folder, store, journal, clock);
      store.provenTime().holdAgainst(clock);
      String before = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString();
      clock.pass(Duration.ofDays(90));

      Files.writeString(file, before + "\n");
      assertThatThrownBy(confirmation::take).hasMessageContaining("clock-is-right");
      assertThat(store.provenTime().doubt()).isPresent();

      Files.writeString(file, clock.instant().atZone(ZoneOffset.UTC).toLocalDate() + "\n");
      confirmation.take();
      assertThat(store.provenTime().doubt()).isEmpty();
      assertThat(file).doesNotExist();
      assertThat(LedgerOf.events(store)).contains("clock-confirmed");
    }
  }
}
