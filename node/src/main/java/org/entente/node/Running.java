package org.entente.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Leftovers;
import org.entente.node.checks.Checks;
import org.entente.node.countersigning.Countersigners;
import org.entente.node.delivery.Delivery;
import org.entente.node.followup.NoticeOffice;
import org.entente.node.oversight.Oversight;
import org.entente.node.records.Records;
import org.entente.node.retention.Retention;
import org.entente.seal.SealWarmUp;
import org.springframework.context.SmartLifecycle;

/** Opens the doors after everything is in place, and closes them before anything is taken down. */
final class Running implements SmartLifecycle {
  private final Setup setup;
  private final Delivery delivery;
  private final Countersigners witnesses;
  private final Leftovers leftovers;
  private final Casework casework;
  private final Records records;
  private final Checks checks;
  private final Retention retention;
  private final NoticeOffice notices;
  private final Oversight oversight;
  private volatile boolean running;

  Running(
      Setup setup,
      Delivery delivery,
      Countersigners witnesses,
      Leftovers leftovers,
      Casework casework,
      Records records,
      Checks checks,
      Retention retention,
      NoticeOffice notices,
      Oversight oversight) {
    this.setup = setup;
    this.delivery = delivery;
    this.witnesses = witnesses;
    this.leftovers = leftovers;
    this.casework = casework;
    this.records = records;
    this.checks = checks;
    this.retention = retention;
    this.notices = notices;
    this.oversight = oversight;
  }

  @Override
  public void start() {
    try {
      setup.take();
      SealWarmUp.run();
      witnesses.start();
      retention.start();
      delivery.start();
      notices.start();
      leftovers.start();
      casework.damagedFiles().start();
      records.start();
      checks.start();
      oversight.start();
      running = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    oversight.close();
    notices.close();
    retention.close();
    casework.damagedFiles().close();
    leftovers.close();
    delivery.close();
    witnesses.close();
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
