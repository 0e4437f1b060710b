package org.entente.node;

import org.entente.node.work.Worker;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether each part of the node lives and moves, for {@code /actuator/health}. Everybody sees up or
 * down; which part is meant, what its last round failed with and how far it is behind, only those
 * who may see figures.
 */
final class NodeHealth implements HealthIndicator {
  private final Parts parts;

  NodeHealth(Parts parts) {
    this.parts = parts;
  }

  @Override
  public Health health() {
    boolean up =
        parts.store.running()
            && parts.delivery.open()
            && parts.ledgerWalk.difference().isEmpty()
            && parts.workers().map(Worker::sign).noneMatch(NodeHealth::ill);
    Health.Builder health = up ? Health.up() : Health.down();
    if (!parts.store.running()) {
      health.withDetail("store", "stopped");
    }
    if (!parts.delivery.open()) {
      health.withDetail("partner-port", "closed");
    }
    parts
        .store
        .provenTime()
        .doubt()
        .ifPresent(doubt ->
            health.withDetail(
                "clock", "in doubt: " + doubt.proven() + " is proven, it says " + doubt.clock()));
    parts
        .ledgerWalk
        .difference()
        .ifPresent(code -> health.withDetail("ledger", "not as it was written: " + code));
    long damaged = parts.store.running() ? parts.casework.damagedFiles().count() : 0;
    if (damaged > 0) {
      health.withDetail("damaged-files", damaged);
    }
    parts
        .workers()
        .map(Worker::sign)
        .filter(sign -> sign.state() != Worker.State.LIVES)
        .forEach(sign -> health.withDetail(sign.name(), said(sign)));
    return health.build();
  }

  /** What only waits for something outside of the node is no illness of it. */
  private static boolean ill(Worker.Sign sign) {
    return sign.state() != Worker.State.LIVES && sign.state() != Worker.State.WAITS;
  }

  private static String said(Worker.Sign sign) {
    return sign.state()
        + " for "
        + sign.lag().toSeconds()
        + " s, failures: "
        + sign.failures()
        + ". "
        + sign.fault();
  }
}
