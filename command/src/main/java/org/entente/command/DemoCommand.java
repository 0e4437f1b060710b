package org.entente.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.entente.command.Demonstration.City;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the demonstration nodes until Ctrl-C. */
@Command(
    name = "demo",
    description =
        "Starts three nodes, Baku, Belgrade and a police university, and shows where to sign in.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  /** Where the demonstration lies and listens. */
  static final class Where {
    @Option(names = "--folder", description = "Folder of the demonstration.")
    Path folder = Path.of(System.getProperty("entente.home", ".entente"), "demo");

    @Option(names = "--port", description = "First of its ports; six are used.")
    int port = 8440;

    Demonstration demonstration() {
      return new Demonstration(folder, port);
    }
  }

  @Mixin Where where = new Where();

  @Option(names = "--fresh", description = "Removes the demonstration's data and begins anew.")
  boolean fresh;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Demonstration demonstration = where.demonstration();
    long begun = System.nanoTime();
    demonstration.found(fresh);
    FastStart.prepare();
    long starting = System.nanoTime();
    System.out.println("Starting Baku, Belgrade and the police university …");
    Demonstration.All all = demonstration.start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              System.out.println("\nStopping the nodes …");
              all.close();
            }));
    System.out.printf(
        Locale.ROOT, "Ready after %.1f s (nodes: %.1f s).%n%n", seconds(begun), seconds(starting));
    DemoIndex.of(demonstration).lay();
    new DemoPost(demonstration).plan();
    for (City city : City.values()) {
      table(demonstration, city);
    }
    System.out.println("Everything lies in " + demonstration.folder());
    System.out.println(
        "Press Ctrl-C to stop; the data stays. './entente walkthrough' tells a case.");
    new CountDownLatch(1).await();
    return 0;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static void table(Demonstration demonstration, City city) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%s  %s%n    http://127.0.0.1:%d/%n",
        city.name(),
        city.ministry,
        demonstration.webPort(city));
    for (Demonstration.Someone someone : demonstration.officers(city)) {
      System.out.printf(
          Locale.ROOT,
          "    %-8s %-16s %-14s %s%n",
          someone.login(),
          someone.password(),
          someone.roles().getFirst().toLowerCase(Locale.ROOT),
          someone.name());
    }
    System.out.println();
  }
}
