package org.entente.command;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.entente.duty.simulation.Broken;
import org.entente.duty.simulation.Night;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets nights pass in which everything goes wrong, and says by which seed a promise broke. */
@Command(
    name = "simulate",
    description = "Simulates nights at a duty post in which clocks jump and nodes crash.",
    mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
  private static final int SHOW_EVERY = 1_000;

  @Parameters(index = "0", description = "duty.")
  String what = "";

  @Parameters(index = "1", defaultValue = "1000", description = "How many nights.")
  int count;

  @Option(names = "--seed", description = "The first seed; a random one if left out.")
  @Nullable Long seed;

  private record Failure(long seed, String what) {}

  @Override
  public Integer call() {
    if (!what.equals("duty")) {
      throw new Stop("What can be simulated is: duty.");
    }
    if (count < 1) {
      throw new Stop("The number of nights is at least 1.");
    }
    long first = seed == null ? new Random().nextInt(Integer.MAX_VALUE) : seed;
    System.out.println("Nights from seed " + first);
    AtomicLong passed = new AtomicLong();
    Optional<Failure> failure =
        LongStream.range(first, first + count)
            .parallel()
            .mapToObj(night -> pass(night, passed))
            .flatMap(Optional::stream)
            .findAny();
    if (failure.isPresent()) {
      System.out.println("Seed " + failure.get().seed() + ": " + failure.get().what());
      return 1;
    }
    System.out.println(passed + " nights passed; no alarm was missed in silence.");
    return 0;
  }

  private static Optional<Failure> pass(long night, AtomicLong passed) {
    try {
      Night.pass(night);
    } catch (Broken e) {
      return Optional.of(new Failure(night, String.valueOf(e.getMessage())));
    }
    if (passed.incrementAndGet() % SHOW_EVERY == 0) {
      System.err.println(passed + " nights");
    }
    return Optional.empty();
  }
}
