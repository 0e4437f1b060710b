package org.entente.bench.checks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;

/** How long something takes on a core: the machine may be shared, so the wall clock says little. */
final class Timing {
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  /** What is measured. */
  interface Work {
    void run() throws Exception;
  }

  private Timing() {}

  /** The median of some runs after some that warm up, in microseconds of the thread's time. */
  static double micros(int warm, int runs, Work work) throws Exception {
    for (int i = 0; i < warm; i++) {
      work.run();
    }
    double[] took = new double[runs];
    for (int i = 0; i < runs; i++) {
      took[i] = once(work);
    }
    return median(took);
  }

  /** One run, in microseconds of a core; what would be spread over cores stays on one. */
  static double once(Work work) throws Exception {
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      return one.submit(
              () -> {
                long start = CLOCK.getCurrentThreadCpuTime();
                work.run();
                return (CLOCK.getCurrentThreadCpuTime() - start) / 1e3;
              })
          .get();
    }
  }

  /** What this process has used so far, in seconds of a core. */
  static double process() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  static double median(double[] values) {
    return at(values, 0.5);
  }

  /** The value below which so large a share lies. */
  static double at(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length - 0.5))];
  }

  static void say(String text, Object... values) {
    System.out.printf(Locale.ROOT, text + "%n", values);
  }

  static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }
}
