package org.entente.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreEndTest {
  @TempDir Path folder;

  @Test
  void aNodeThatCannotWriteIsTakenDownAndEndsWithAStatusThatIsSeen() throws Exception {
    IntConsumer before = StoreEnd.end;
    CompletableFuture<Integer> status = new CompletableFuture<>();
    CountDownLatch closed = new CountDownLatch(1);
    StoreEnd.end =
        code -> {
          assertThat(closed.getCount()).isZero();
          status.complete(code);
        };
    try {
      StoreEnd.begin(folder, closed::countDown);
      assertThat(status.get(30, TimeUnit.SECONDS)).isEqualTo(StoreEnd.NOT_WRITTEN).isNotZero();
    } finally {
      StoreEnd.end = before;
    }
  }

  @Test
  void theProcessIsKeptUntilItsStatusIsGivenThoughADaemonFoundTheFault() throws Exception {
    IntConsumer before = StoreEnd.end;
    CompletableFuture<Boolean> daemon = new CompletableFuture<>();
    StoreEnd.end = code -> daemon.complete(Thread.currentThread().isDaemon());
    try {
      Thread.ofPlatform().daemon(true).start(() -> StoreEnd.begin(folder, () -> {}));
      assertThat(daemon.get(30, TimeUnit.SECONDS)).isFalse();
    } finally {
      StoreEnd.end = before;
    }
  }

  @Test
  void aStartOnAFullDiskIsRefusedWithASentence() {
    assertThatThrownBy(() -> StoreEnd.requireRoom(folder, Long.MAX_VALUE))
        .isInstanceOf(StoreStopped.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("Make room");
  }

  @Test
  void aStartOnADiskThatTakesNothingIsRefused() {
    assertThatThrownBy(() -> StoreEnd.requireRoom(folder.resolve("not/there"), 0))
        .isInstanceOf(StoreStopped.class);
  }

  @Test
  void aDiskWithRoomIsLeftAsItWas() {
    StoreEnd.requireRoom(folder, StoreEnd.RESERVE_BYTES);
    assertThat(folder).isEmptyDirectory();
  }
}
