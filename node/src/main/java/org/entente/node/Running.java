package org.entente.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.entente.node.casework.Leftovers;
import org.entente.node.delivery.Delivery;
import org.entente.node.notices.NoticeOffice;
import org.entente.node.records.Records;
import org.entente.node.retention.Retention;
import org.entente.seal.SealWarmUp;
import org.springframework.context.SmartLifecycle;

/** Opens the doors after everything is in place, and closes them before anything is taken down. */
final class Running implements SmartLifecycle {
  private final Setup setup;
  private final Delivery delivery;
  private final Leftovers leftovers;
  private final Records records;
  private final Retention retention;
  private final NoticeOffice notices;
  private volatile boolean running;

  Running(
      Setup setup,
      Delivery delivery,
      Leftovers leftovers,
      Records records,
      Retention retention,
      NoticeOffice notices) {
    this.setup = setup;
    this.delivery = delivery;
    this.leftovers = leftovers;
    this.records = records;
    this.retention = retention;
    this.notices = notices;
  }

  @Override
  public void start() {
    try {
      setup.take();
      SealWarmUp.run();
      retention.start();
      delivery.start();
      notices.start();
      leftovers.start();
      records.start();
      running = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    notices.close();
    retention.close();
    leftovers.close();
    delivery.close();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server, so that whoever sees it answer can rely on the rest. */
  @Override
  public int getPhase() {
    return 0;
  }
}
