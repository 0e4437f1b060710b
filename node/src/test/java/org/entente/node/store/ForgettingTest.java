package org.entente.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.store.Vault.Locked;
import org.entente.seal.ContentKey;
import org.entente.seal.Identity;
import org.entente.seal.MasterKey;
import org.entente.seal.OpeningGrant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.ColumnMapRowMapper;

/** What becomes of content whose key was destroyed, now and after a restore, on both databases. */
@OnBothDatabases
class ForgettingTest {
  private static final MasterKey MASTER =
      Identity.create("az.mia", "Ministry", InstantSource.system(), Duration.ofDays(30))
          .masterKey();
  private static final OpeningGrant GRANT = new OpeningGrant("test") {};

  @TempDir Path folder;
  private StoreSettings settings;
  private Store store;
  private Vault vault;

  @Parameter private Database database = Database.SQLITE;

  @BeforeEach
  void begin() throws Exception {
    settings = database.fresh(folder);
    open(settings);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void open(StoreSettings with) {
    store = Store.open(with, () -> {});
    vault = new Vault(MASTER, store);
  }

  private String kept(String content) {
    String id = UUID.randomUUID().toString();
    Locked locked = vault.lock(content.getBytes(StandardCharsets.UTF_8), "question/" + id);
    store.write(tx -> insert(tx, id, locked));
    return id;
  }

  private static int insert(Tx tx, String id, Locked locked) {
    return tx.sql(
            "INSERT INTO record_question (id, asked_by, asked_at, sealed_question, wrapped_key,"
                + " salt, question_hash, found) VALUES (:id, 'o', 0, :sealed, :key, :salt, :hash,"
                + " 0)")
        .param("id", id)
        .param("sealed", locked.ciphertext())
        .param("key", locked.wrappedKey())
        .param("salt", locked.salt())
        .param("hash", locked.hash())
        .update();
  }

  private Locked locked(String id) {
    return store.read(tx ->
        tx.sql("SELECT * FROM record_question WHERE id = :id")
            .param("id", id)
            .query((rs, n) ->
                new Locked(
                    rs.getBytes("sealed_question"),
                    rs.getBytes("wrapped_key"),
                    rs.getBytes("salt"),
                    rs.getString("question_hash")))
            .single());
  }

  private String content(String id) {
    return new String(
        vault.unlock(locked(id), "question/" + id).open(GRANT), StandardCharsets.UTF_8);
  }

  private void erase(String id) {
    byte[] key = locked(id).wrappedKey();
    store.write(tx -> {
      tx.forget(key);
      return tx.sql("UPDATE record_question SET wrapped_key = :nothing WHERE id = :id")
          .param("nothing", new byte[0])
          .param("id", id)
          .update();
    });
  }

  @Test
  void contentIsReadAsLongAsItsKeyIsThere() {
    String id = kept("A word.");

    store.close();
    open(settings);

    assertThat(content(id)).isEqualTo("A word.");
    assertThat(store.restored()).isFalse();
  }

  @Test
  void aNodeDoesNotBeginAfreshBesideItsOldKeysWhenItsDatabaseIsGone() throws Exception {
    kept("A word.");
    store.close();
    StoreSettings gone = database.emptied(settings);

    for (int start = 0; start < 2; start++) {
      assertThatThrownBy(() -> Store.open(gone, () -> {}))
          .isInstanceOf(StoreStopped.class)
          .hasMessageContaining("Restore the database");
    }
  }

  @Test
  void aNodeThatHeldNoContentYetDoesNotBeginAfreshEither() throws Exception {
    store.close();
    StoreSettings gone = database.emptied(settings);

    assertThatThrownBy(() -> Store.open(gone, () -> {})).isInstanceOf(StoreStopped.class);
  }

  @Test
  void noNumberIsGivenTwiceAlsoAfterTheDatabaseWasRestored() throws Exception {
    assertThat(store.<Long>write(tx -> tx.next("case AZ-2026-", () -> 0))).isEqualTo(1);
    store.close();
    StoreSettings yesterday = database.backup(settings);
    open(settings);
    assertThat(store.<Long>write(tx -> tx.next("case AZ-2026-", () -> 1))).isEqualTo(2);
    assertThat(store.<Long>write(tx -> tx.next("case AZ-2026-", () -> 2))).isEqualTo(3);
    store.close();

    open(yesterday);

    assertThat(store.<Long>write(tx -> tx.next("case AZ-2026-", () -> 1))).isEqualTo(4);
    assertThat(store.<Long>write(tx -> tx.next("case AZ-2027-", () -> 7))).isEqualTo(8);
  }

  @Test
  void theDatabaseIsAskedForTheFirstNumberOfASeriesAlone() {
    assertThat(store.<Long>write(tx -> tx.next("case AZ-2026-", () -> 4))).isEqualTo(5);
    assertThat(store.<Long>write(tx -> tx.next("case AZ-2026-", ForgettingTest::notAsked)))
        .isEqualTo(6);
  }

  private static long notAsked() {
    throw new AssertionError("The shelf remembers");
  }

  @Test
  void theDatabaseHoldsNoKeyThatTheMasterKeyOpens() throws Exception {
    String id = kept("A word.");
    byte[] wrapped = ((KeyShelf.Place.Key) store.shelf().find(locked(id).wrappedKey())).wrapped();
    byte[] binding = ("question/" + id).getBytes(StandardCharsets.UTF_8);

    assertThat(MASTER.unwrap(wrapped, binding)).isNotNull();
    assertThat(bytesOfAllRows()).isNotEmpty().noneMatch(held -> occursIn(held, wrapped));
  }

  /** Every binary value of every table that refers to a key. */
  private List<byte[]> bytesOfAllRows() {
    return KeyColumns.names().stream()
        .map(name -> name.substring(0, name.indexOf('.')))
        .distinct()
        .flatMap(table ->
            store
                .read(tx -> tx.sql("SELECT * FROM " + table).query(new ColumnMapRowMapper()).list())
                .stream())
        .flatMap(row -> row.values().stream())
        .filter(byte[].class::isInstance)
        .map(byte[].class::cast)
        .toList();
  }

  private static boolean occursIn(byte[] held, byte[] wanted) {
    return new String(held, StandardCharsets.ISO_8859_1)
        .contains(new String(wanted, StandardCharsets.ISO_8859_1));
  }

  @Test
  void erasedContentCannotBeReadAndTheRestCan() {
    String erased = kept("Erased.");
    String left = kept("Left.");

    erase(erased);

    assertThatThrownBy(() -> content(erased)).isInstanceOf(KeyForgotten.class);
    assertThat(content(left)).isEqualTo("Left.");
  }

  @Test
  void anErasureThatIsUndoneDestroysNothing() {
    String id = kept("A word.");
    byte[] key = locked(id).wrappedKey();

    assertThatThrownBy(() ->
            store.write(tx -> {
              tx.forget(key);
              throw new IllegalArgumentException("on purpose");
            }))
        .hasMessage("on purpose");

    assertThat(content(id)).isEqualTo("A word.");
  }

  @Test
  void yesterdaysBackupDoesNotBringErasedContentBack() throws Exception {
    String erased = kept("Erased.");
    String left = kept("Left.");
    store.close();
    StoreSettings backup = database.backup(settings);
    open(settings);
    erase(erased);
    String lost = kept("Written since the backup.");
    store.close();

    open(new StoreSettings(backup.url(), backup.user(), backup.password(), settings.shelf()));

    assertThat(store.restored()).isTrue();
    assertThatThrownBy(() -> content(erased)).isInstanceOf(KeyForgotten.class);
    assertThat(locked(erased).wrappedKey()).isEmpty();
    assertThat(content(left)).isEqualTo("Left.");
    List<String> ids =
        store.read(tx -> tx.sql("SELECT id FROM record_question").query(String.class).list());
    assertThat(ids).doesNotContain(lost);
  }

  @Test
  void aRestoredBackupIsRememberedUntilWhatFollowsFromItIsDone() throws Exception {
    String erased = kept("Erased.");
    store.close();
    StoreSettings backup = database.backup(settings);
    open(settings);
    erase(erased);
    store.close();
    StoreSettings restored =
        new StoreSettings(backup.url(), backup.user(), backup.password(), settings.shelf());
    open(restored);
    store.close();

    open(restored);
    assertThat(store.restored()).isTrue();
    store.settled();
    assertThat(store.restored()).isFalse();
    store.close();

    open(restored);
    assertThat(store.restored()).isFalse();
  }

  @Test
  void anErasureCutOffBetweenDatabaseAndShelfIsFinishedAtTheNextStart() {
    String id = kept("A word.");
    Locked before = locked(id);
    store.write(tx ->
        tx.sql("INSERT INTO forgotten_key (reference) VALUES (:r)")
            .param("r", before.wrappedKey())
            .update());
    assertThat(content(id)).isEqualTo("A word.");
    store.close();

    open(settings);

    assertThatThrownBy(() -> content(id)).isInstanceOf(KeyForgotten.class);
    long waiting =
        store.read(tx -> tx.sql("SELECT COUNT(*) FROM forgotten_key").query(Long.class).single());
    assertThat(waiting).isZero();
  }

  /** The shelf has forgotten and the database was not told: the power went in between. */
  private void cutOff(String id) throws Exception {
    byte[] key = locked(id).wrappedKey();
    store.write(
        tx -> tx.sql("INSERT INTO forgotten_key (reference) VALUES (:r)").param("r", key).update());
    store.shelf().forget(List.of(key));
    store.close();
  }

  @Test
  void anErasureCutOffBeforeTheDatabaseWasToldIsNoRestoredBackup() throws Exception {
    String id = kept("A word.");
    cutOff(id);

    open(settings);

    assertThat(store.restored()).isFalse();
    assertThatThrownBy(() -> content(id)).isInstanceOf(KeyForgotten.class);
    store.close();
    open(settings);
    assertThat(store.restored()).isFalse();
  }

  @Test
  void aBackupMadeWhileAnErasureWasCutOffIsSeenWhenItIsRestored() throws Exception {
    String first = kept("First.");
    String second = kept("Second.");
    cutOff(first);
    StoreSettings backup = database.backup(settings);
    open(settings);
    erase(second);
    store.close();

    open(new StoreSettings(backup.url(), backup.user(), backup.password(), settings.shelf()));

    assertThat(store.restored()).isTrue();
    assertThat(locked(second).wrappedKey()).isEmpty();
    assertThatThrownBy(() -> content(first)).isInstanceOf(KeyForgotten.class);
  }

  /** The database as it was before there was a shelf. */
  private void unpaired() {
    store.write(tx -> tx.sql("DELETE FROM key_shelf").update());
    store.close();
  }

  @Test
  void keysMoveOnceAndNoLaterStartLooksForThem() throws Exception {
    byte[] beside = new byte[61];
    store.write(tx -> insert(tx, "old", new Locked(new byte[1], beside, new byte[16], "h")));
    store.close();

    open(settings);

    assertThat(locked("old").wrappedKey()).isEqualTo(beside);
    unpaired();
    open(settings);
    assertThat(locked("old").wrappedKey()).hasSize(KeyShelf.REFERENCE_BYTES);
  }

  @Test
  void aMoveThatWasCutOffGoesOnAtTheNextStart() throws Exception {
    store.write(tx -> insert(tx, "old", new Locked(new byte[1], new byte[61], new byte[16], "h")));
    store.write(tx -> tx.sql("UPDATE key_shelf SET forgotten = -1").update());
    store.close();

    open(settings);

    assertThat(locked("old").wrappedKey()).hasSize(KeyShelf.REFERENCE_BYTES);
    assertThat(store.restored()).isFalse();
  }

  @Test
  void keysThatLieBesideTheirContentMoveToTheShelf() throws Exception {
    byte[] binding = "question/old".getBytes(StandardCharsets.UTF_8);
    var key = ContentKey.create();
    Locked old =
        new Locked(
            key.encrypt("Old.".getBytes(StandardCharsets.UTF_8), binding),
            MASTER.wrap(key, binding),
            new byte[16],
            "h");
    store.write(tx -> insert(tx, "old", old));
    unpaired();

    open(settings);

    assertThat(locked("old").wrappedKey()).hasSize(KeyShelf.REFERENCE_BYTES);
    assertThat(content("old")).isEqualTo("Old.");
  }

  @Test
  void manyKeysMoveAcrossPages() throws Exception {
    byte[] binding = "question/x".getBytes(StandardCharsets.UTF_8);
    var key = ContentKey.create();
    byte[] wrapped = MASTER.wrap(key, binding);
    store.write(tx -> {
      for (int i = 0; i < 2_500; i++) {
        insert(tx, "old" + i, new Locked(new byte[1], wrapped, new byte[16], "h"));
      }
      return 0;
    });
    unpaired();

    open(settings);

    List<Long> lengths =
        store.read(tx ->
            tx.sql("SELECT DISTINCT LENGTH(wrapped_key) FROM record_question")
                .query(Long.class)
                .list());
    assertThat(lengths).containsExactly((long) KeyShelf.REFERENCE_BYTES);
  }

  /** Stands for a token: what it locks opens only with it and in its place. */
  private static final class Masking implements ShelfLock {
    private static final int LONGER = 29;

    @Override
    public byte[] lock(byte[] wrapped, byte[] reference) {
      byte[] locked = Arrays.copyOf(wrapped, wrapped.length + LONGER);
      for (int i = 0; i < wrapped.length; i++) {
        locked[i] ^= reference[i % reference.length];
      }
      return locked;
    }

    @Override
    public byte[] unlock(byte[] locked, byte[] reference) {
      byte[] wrapped = Arrays.copyOf(locked, locked.length - LONGER);
      for (int i = 0; i < wrapped.length; i++) {
        wrapped[i] ^= reference[i % reference.length];
      }
      return wrapped;
    }
  }

  @Test
  void keysKeptBeforeThereWasASecondLockAreLockedAndThenOpenWithItOnly() {
    String id = kept("A word.");
    store.close();

    store = Store.open(settings, Optional.of(new Masking()), () -> {});
    vault = new Vault(MASTER, store);
    String later = kept("Another word.");

    assertThat(content(id)).isEqualTo("A word.");
    assertThat(content(later)).isEqualTo("Another word.");
    store.close();
    assertThatThrownBy(() -> Store.open(settings, () -> {}))
        .isInstanceOf(StoreStopped.class)
        .hasMessageContaining("token");
    store = Store.open(settings, Optional.of(new Masking()), () -> {});
  }

  @Test
  void theShelfOfAnotherNodeIsRefused() {
    kept("A word.");
    store.close();
    ShelfSettings fresh = ShelfSettings.embedded(folder.resolve("other").resolve("shelf.db"));

    assertThatThrownBy(() ->
            Store.open(
                new StoreSettings(settings.url(), settings.user(), settings.password(), fresh),
                () -> {}))
        .isInstanceOf(StoreStopped.class)
        .hasMessageContaining("another database");
    open(settings);
  }
}
