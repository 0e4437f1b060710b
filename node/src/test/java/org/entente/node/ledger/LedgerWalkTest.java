package org.entente.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.LedgerOf;
import org.entente.node.SettableClock;
import org.entente.node.store.Database;
import org.entente.node.store.OnBothDatabases;
import org.entente.node.store.Store;
import org.entente.seal.Identity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Somebody changes the database alone: it is never shown as though it had been written so. */
@OnBothDatabases
class LedgerWalkTest {
  private static final Identity NODE =
      Identity.create("az.mia", "Ministry", InstantSource.system(), Duration.ofDays(30));
  private static final String LEYLA = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String RASHAD = "01890a5d-ac96-774b-bcce-b302099a8058";

  private final SettableClock clock = new SettableClock();
  private Store store;
  private Journal journal;
  private LedgerWalk walk;

  @Parameter private Database database = Database.SQLITE;
  @TempDir Path folder;

  @BeforeEach
  void open() throws Exception {
    store = Store.open(database.fresh(folder), () -> {});
    journal = new Journal(LedgerOf.signer(NODE), clock);
    walk = new LedgerWalk(store, journal);
    for (int i = 0; i < 5; i++) {
      store.write(tx -> journal.append(tx, Event.CASE_READ, LEYLA, Map.of("case", RASHAD)));
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Optional<String> found() throws Exception {
    walk.walk();
    return walk.difference();
  }

  private void change(String column, Object value) {
    store.write(tx ->
        tx.sql("UPDATE ledger_entry SET " + column + " = :value WHERE position = 2")
            .param("value", value)
            .update());
  }

  private void assertNotShown() {
    Entries.Wanted wanted =
        new Entries.Wanted(
            Set.of(Event.CASE_READ), Instant.EPOCH, Instant.parse("2099-01-01T00:00:00Z"));
    assertThatThrownBy(() -> new Entries(store).newest(wanted, Optional.empty(), 10))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLedgerAsItWasWrittenIsFoundWholeAlsoAfterABackupWasRestored() throws Exception {
    assertThat(found()).isEmpty();

    store.write(tx -> journal.begin(tx, journal.next(tx)));
    store.write(tx -> journal.append(tx, Event.CASE_READ, LEYLA, Map.of("case", RASHAD)));

    assertThat(found()).isEmpty();
  }

  @Test
  void anotherOfficerInAnEntryIsFoundAndNotShown() throws Exception {
    String before =
        store.read(tx ->
            tx.sql("SELECT entry FROM ledger_entry WHERE position = 2")
                .query((rs, n) -> new String(rs.getBytes("entry"), StandardCharsets.UTF_8))
                .single());
    change(
        "entry",
        before.replace("actor " + LEYLA, "actor " + RASHAD).getBytes(StandardCharsets.UTF_8));

    assertThat(found()).contains("root-differs");
    assertNotShown();
  }

  @Test
  void aLookThatIsHiddenByItsEventIsFound() throws Exception {
    change("event", Event.SIGN_IN.code());

    assertThat(found()).contains("columns-differ");
  }

  @Test
  void aLookThatIsHiddenByItsCaseOrTimeIsFound() throws Exception {
    change("item", LEYLA);
    assertThat(found()).contains("columns-differ");
    change("item", RASHAD);
    assertThat(found()).isEmpty();

    change("at", 5L);

    assertThat(found()).contains("columns-differ");
    assertNotShown();
  }

  @Test
  void anEntryThatIsGoneIsFound() throws Exception {
    store.write(tx -> tx.sql("DELETE FROM ledger_entry WHERE position = 2").update());

    assertThat(found()).contains("entry-out-of-place");
  }
}
