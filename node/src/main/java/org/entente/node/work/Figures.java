package org.entente.node.work;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Shows monitoring how the workers of a realm are: how long ago the last round went well, how many
 * failed, whether the last one did, and how many changes are left to follow. A figure that cannot
 * be read, because its database is away, is not a number.
 */
public final class Figures implements Part {
  /** Couriers come and go with partners; a look that is this old is good enough for monitoring. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final MeterRegistry registry;
  private final Supplier<Stream<Worker>> workers;
  private final MultiGauge lag;
  private final MultiGauge failing;
  private final MultiGauge failures;
  private final MultiGauge behind;
  private final List<Meter> shown = new ArrayList<>();
  private final Worker worker = Worker.every("figures", LOOK, this::look);

  public Figures(MeterRegistry registry, Supplier<Stream<Worker>> workers) {
    this.registry = registry;
    this.workers = workers;
    this.lag = gauge("entente.worker.lag", "Since the last round that went well, beyond its rest");
    this.failing = gauge("entente.worker.failing", "1 while the last round was a failure");
    this.failures = gauge("entente.worker.failures", "Rounds that failed since the start");
    this.behind = gauge("entente.worker.behind", "Changes that are left to follow");
  }

  private MultiGauge gauge(String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  /** Shows one more figure of the realm. */
  public void show(String name, Supplier<Number> figure) {
    shown.add(
        Gauge.builder(name, figure, each -> read(each, now -> now.get().doubleValue()))
            .strongReference(true)
            .register(registry));
  }

  private void look() {
    List<Worker> all = workers.get().toList();
    show(lag, all, each -> each.sign().lag().toMillis() / 1000.0);
    show(failing, all, each -> each.sign().fault().isEmpty() ? 0 : 1);
    show(failures, all, each -> each.sign().failures());
    show(behind, all.stream().filter(Worker::follows).toList(), Worker::behind);
  }

  private static void show(MultiGauge gauge, List<Worker> of, ToDoubleFunction<Worker> figure) {
    gauge.register(
        of.stream()
            .<MultiGauge.Row<?>>map(each ->
                MultiGauge.Row.of(Tags.of("worker", each.name()), each, now -> read(now, figure)))
            .toList(),
        true);
  }

  private static <T> double read(T of, ToDoubleFunction<T> figure) {
    try {
      return figure.applyAsDouble(of);
    } catch (RuntimeException e) {
      return Double.NaN;
    }
  }

  @Override
  public void start() {
    worker.start();
  }

  @Override
  public Stream<Worker> workers() {
    return worker.workers();
  }

  @Override
  public void close() {
    worker.close();
    for (MultiGauge each : List.of(lag, failing, failures, behind)) {
      each.register(List.of(), true);
    }
    shown.forEach(registry::remove);
  }
}
