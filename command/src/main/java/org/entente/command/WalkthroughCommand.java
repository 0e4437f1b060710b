package org.entente.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
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
      Story story = told(demonstration);
      story.tell(
          "The night is told only where the demonstration does not run yet: the walkthrough then"
              + " starts it, with a mail server.");
      return story.end();
    }
    demonstration.found(false);
    FastStart.prepare();
    System.out.println("Starting Baku, Belgrade and the police university …");
    try (World world = new World()) {
      Demonstration.All all = demonstration.start(Map.of(City.BELGRADE, world.options()));
      Thread stop = new Thread(all::close);
      Runtime.getRuntime().addShutdownHook(stop);
      Story story = told(demonstration);
      new NightStory(demonstration, story, world).tell();
      return story.end();
    }
  }

  private static Story told(Demonstration demonstration) throws IOException, InterruptedException {
    Story story = new Story();
    Walkthrough walkthrough = new Walkthrough(demonstration, story);
    walkthrough.tell();
    return story;
  }
}
