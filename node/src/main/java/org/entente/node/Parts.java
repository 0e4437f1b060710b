package org.entente.node;

import java.util.List;
import org.entente.node.casework.Casework;
import org.entente.node.delivery.Delivery;
import org.entente.node.store.Pulse;
import org.entente.node.store.Store;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether each part of the node lives and moves, for {@code /actuator/health}. Everybody sees up or
 * down; which part is meant, and what its last round failed with, only those who may see figures.
 */
final class Parts implements HealthIndicator {
  private final Store store;
  private final Delivery delivery;
  private final Casework casework;

  Parts(Store store, Delivery delivery, Casework casework) {
    this.casework = casework;
    this.store = store;
    this.delivery = delivery;
  }

  @Override
  public Health health() {
    List<Pulse.Sign> ill =
        Pulse.all().stream().filter(sign -> sign.state() != Pulse.State.LIVES).toList();
    boolean up = ill.isEmpty() && store.running() && delivery.open();
    Health.Builder health = up ? Health.up() : Health.down();
    if (!store.running()) {
      health.withDetail("store", "stopped");
    }
    if (!delivery.open()) {
      health.withDetail("partner-port", "closed");
    }
    store
        .provenTime()
        .doubt()
        .ifPresent(doubt ->
            health.withDetail(
                "clock", "in doubt: " + doubt.proven() + " is proven, it says " + doubt.clock()));
    long damaged = store.running() ? casework.damagedFiles().count() : 0;
    if (damaged > 0) {
      health.withDetail("damaged-files", damaged);
    }
    ill.forEach(sign -> health.withDetail(sign.name(), sign.state() + " " + sign.fault()));
    return health.build();
  }
}
