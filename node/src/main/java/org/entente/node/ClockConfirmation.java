package org.entente.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Store;

/**
 * An administrator says that the clock is right, where no partner can: they write today's date into
 * {@code setup/clock-is-right} and start the node. The date keeps a file that was forgotten there
 * from confirming another clock later.
 */
final class ClockConfirmation {
  private final Path file;
  private final Store store;
  private final Journal journal;
  private final InstantSource clock;

  ClockConfirmation(Path folder, Store store, Journal journal, InstantSource clock) {
    this.file = folder.resolve("setup").resolve("clock-is-right");
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /** Begins to hold the clock against what is proven, and takes the confirmation, once. */
  void take() throws IOException {
    store.provenTime().holdAgainst(clock);
    if (!Files.exists(file)) {
      return;
    }
    String said = Files.readString(file, StandardCharsets.UTF_8).strip();
    String today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString();
    if (!said.equals(today)) {
      throw new Setup.SetupFault(
          file
              + " does not hold the date that the clock of this machine gives (UTC), "
              + today
              + ". Set the clock right, or correct the file, or delete it.");
    }
    store.provenTime().confirm();
    store.write(tx -> journal.append(tx, Event.CLOCK_CONFIRMED, Journal.NODE, Map.of()));
    Files.delete(file);
  }
}
