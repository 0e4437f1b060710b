package org.entente.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.entente.command.Demonstration.City;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Drives the demonstration through a whole case and says of each step whether it is true. */
@Command(
    name = "walkthrough",
    description = "Sends a request from Baku to Belgrade and back, step by step.",
    mixinStandardHelpOptions = true)
final class WalkthroughCommand implements Callable<Integer> {
  @Mixin DemoCommand.Where where = new DemoCommand.Where();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Demonstration demonstration = where.demonstration();
    boolean running =
        demonstration.founded()
            && Arrays.stream(City.values())
                .allMatch(city -> NodeProcess.answers(demonstration.webPort(city)));
    if (running) {
      System.out.println("The demonstration is running; the walkthrough uses it.");
      return tell(demonstration);
    }
    demonstration.found(false);
    FastStart.prepare();
    System.out.println("Starting Baku, Belgrade and the police university …");
    Demonstration.All all = demonstration.start();
    Thread stop = new Thread(all::close);
    Runtime.getRuntime().addShutdownHook(stop);
    return tell(demonstration);
  }

  private static int tell(Demonstration demonstration) throws IOException, InterruptedException {
    Story story = new Story();
    Walkthrough walkthrough = new Walkthrough(demonstration, story);
    walkthrough.tell();
    return story.end();
  }
}
