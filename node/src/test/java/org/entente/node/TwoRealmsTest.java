package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.node.delivery.Delivery;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Store;
import org.entente.node.store.Vault.Locked;
import org.entente.node.work.Part;
import org.entente.node.work.Worker;
import org.junit.jupiter.api.Test;

/** Two realms in one process, such as one for the work of an authority and one for exercises. */
class TwoRealmsTest extends TwoAuthorities {
  private static void patiently(Callable<Boolean> until) {
    await().atMost(Duration.ofSeconds(30)).until(until);
  }

  private static boolean is(Authority realm, String worker, Worker.State state) {
    return realm.workers().stream()
        .anyMatch(sign -> sign.name().equals(worker) && sign.state() == state);
  }

  private static double figure(Authority realm, String name, String worker) {
    return realm.figures.get(name).tag("worker", worker).gauge().value();
  }

  @Test
  void whatIsWrittenInOneRealmIsInNoOther() {
    long before = belgrade.store.read(belgrade.journal::size);

    baku.store.write(tx -> baku.journal.append(tx, Event.CLOCK_CONFIRMED, Journal.NODE, Map.of()));

    assertThat(belgrade.store.read(belgrade.journal::size)).isEqualTo(before);
    assertThat(baku.store.read(baku.journal::size)).isPositive();
  }

  @Test
  void theKeysOfOneRealmOpenNothingOfAnother() {
    Locked locked =
        baku.parts.vault.lock("Hüseynzadə".getBytes(StandardCharsets.UTF_8), "example/1");
    baku.store.write(tx -> 1);

    assertThat(baku.parts.vault.unlock(locked, "example/1").open(baku.decisions.ownRecords()))
        .isNotEmpty();
    assertThatThrownBy(() ->
            belgrade.parts.vault.unlock(locked, "example/1").open(belgrade.decisions.ownRecords()))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void aWorkerThatFailsIsSeenInTheFiguresOfItsOwnRealmAlone() throws Exception {
    bothHold(arrangement());
    baku.startAll();
    belgrade.startAll();
    patiently(() -> figure(belgrade, "entente.worker.lag", "courier-az.mia") == 0);

    baku.store.write(tx -> tx.sql("ALTER TABLE record RENAME TO record_away").update());
    patiently(() -> is(baku, "record-index", Worker.State.FAILS));

    assertThat(figure(baku, "entente.worker.failing", "record-index")).isEqualTo(1);
    assertThat(figure(baku, "entente.worker.behind", "record-index")).isNaN();
    assertThat(is(belgrade, "record-index", Worker.State.LIVES)).isTrue();
    assertThat(figure(belgrade, "entente.worker.failing", "record-index")).isZero();
    assertThat(figure(belgrade, "entente.worker.behind", "record-index")).isZero();

    baku.store.write(tx -> tx.sql("ALTER TABLE record_away RENAME TO record").update());
    patiently(() -> is(baku, "record-index", Worker.State.LIVES));
    assertThat(figure(baku, "entente.worker.failures", "record-index")).isPositive();
  }

  @Test
  void aRealmThatIsClosedLeavesTheOtherAtWorkAndNoFigureBehind() throws Exception {
    bothHold(arrangement());
    baku.startAll();
    belgrade.startAll();
    patiently(() -> is(belgrade, "courier-az.mia", Worker.State.LIVES));

    baku.parts.close();

    assertThat(baku.workers()).isEmpty();
    assertThat(baku.figures.find("entente.worker.lag").gauges()).isEmpty();
    assertThat(belgrade.store.running()).isTrue();
    assertThat(belgrade.workers()).allMatch(sign -> sign.state() == Worker.State.LIVES);
  }

  @Test
  void theStoreStartsFirstAndIsClosedWhenNothingNeedsItAnyMore() {
    List<Class<? extends Part>> order =
        baku.parts.inOrder().stream().<Class<? extends Part>>map(Part::getClass).toList();

    assertThat(order).startsWith(Store.class, Setup.class);
    assertThat(order.indexOf(Delivery.class)).isEqualTo(order.size() - 2);
  }
}
