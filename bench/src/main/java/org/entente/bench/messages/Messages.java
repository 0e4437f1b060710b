package org.entente.bench.messages;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.entente.bench.desk.Desks;
import org.entente.command.Api;
import org.entente.command.Demonstration;
import org.entente.command.Demonstration.City;
import org.entente.command.NodeProcess;

/**
 * Sends requests from one real node to another on the same machine and measures them from outside:
 * one at a time, and from a queue that waited while the partner's node stood still. Argument: how
 * many messages of 10 kB wait. Every request is about another invented person. Writes its figures
 * to the standard output.
 */
public final class Messages {
  private static final int PORT = 18_940;
  private static final int ALONE = 20;
  private static final int KIBI = 1 << 10;
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final int count;
  private final Demonstration demonstration;
  private final Desks desks = new Desks(2);

  private Messages(int count, Path folder) {
    this.count = count;
    this.demonstration = new Demonstration(folder, PORT);
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("entente-bench");
    try {
      new Messages(Integer.parseInt(arguments[0]), folder).run();
    } finally {
      Demonstration.deleteTree(folder);
    }
  }

  /** Both nodes, seen from outside. */
  private record Nodes(NodeProcess baku, NodeProcess belgrade, Waiting waiting) {}

  private void run() throws Exception {
    demonstration.found(false);
    try (NodeProcess baku = demonstration.start(City.BAKU).awaitReady();
        NodeProcess belgrade = demonstration.start(City.BELGRADE).awaitReady();
        Waiting waiting = new Waiting(demonstration.node(City.BAKU).path())) {
      Nodes nodes = new Nodes(baku, belgrade, waiting);
      queued(nodes, Size.TEN, count / 2); // Warms both machines up; not reported.
      for (Size size : Size.values()) {
        alone(nodes, size);
      }
      say("");
      say(
          "%-8s %8s %12s %14s %16s",
          "queue", "messages", "a second", "CPU at sender", "at receiver");
      report(Size.ONE, queued(nodes, Size.ONE, count / 2));
      report(Size.TEN, queued(nodes, Size.TEN, count));
      report(Size.MEBI, queued(nodes, Size.MEBI, Math.max(1, count / 10)));
      flushes(nodes);
    }
  }

  /** What a message carries. */
  private enum Size {
    ONE("1 kB", 100, 0),
    TEN("10 kB", 8 * KIBI, 0),
    MEBI("1 MB", 100, KIBI * KIBI);

    private final String text;
    private final int facts;
    private final int file;

    Size(String text, int facts, int file) {
      this.text = text;
      this.facts = facts;
      this.file = file;
    }

    private String told() {
      return "Eleven kilograms were seized. ".repeat(facts / 30 + 1);
    }
  }

  private void alone(Nodes nodes, Size size) throws Exception {
    List<Double> millis = new ArrayList<>();
    Clerks clerk = new Clerks();
    for (int i = 0; i < ALONE; i++) {
      String draft = clerk.draft(size);
      clerk.submit(draft);
      long start = System.nanoTime();
      clerk.release(draft);
      nodes.waiting().none(PATIENCE);
      millis.add((System.nanoTime() - start) / 1e6);
    }
    millis.sort(Comparator.naturalOrder());
    say(
        "alone %-6s released to receipt stored: median %.0f ms, slowest of %d %.0f ms",
        size.text, millis.get(ALONE / 2), ALONE, millis.getLast());
  }

  /** A queue that left, with what it cost. */
  private record Queue(int messages, double seconds, Duration sender, Duration receiver) {}

  private static void report(Size size, Queue queue) {
    say(
        "%-8s %8d %12.1f %11.1f ms %13.1f ms",
        size.text,
        queue.messages(),
        queue.messages() / queue.seconds(),
        queue.sender().toNanos() / 1e6 / queue.messages(),
        queue.receiver().toNanos() / 1e6 / queue.messages());
  }

  private Queue queued(Nodes nodes, Size size, int messages) throws Exception {
    signal(nodes.belgrade(), "STOP");
    write(size, messages);
    Duration sender = cpu(nodes.baku());
    Duration receiver = cpu(nodes.belgrade());
    signal(nodes.belgrade(), "CONT");
    long start = nodes.waiting().fewerThan(messages, PATIENCE);
    nodes.waiting().none(PATIENCE);
    double seconds = (System.nanoTime() - start) / 1e9;
    TimeUnit.SECONDS.sleep(1); // What the receiver does afterwards belongs to the cost.
    return new Queue(
        messages, seconds, cpu(nodes.baku()).minus(sender), cpu(nodes.belgrade()).minus(receiver));
  }

  /** Flushes to disk while a small queue leaves, counted by the system in a run of its own. */
  private void flushes(Nodes nodes) throws Exception {
    int messages = Math.max(1, count / 4);
    signal(nodes.belgrade(), "STOP");
    write(Size.TEN, messages);
    Flushes sender = Flushes.of(nodes.baku().pid());
    signal(nodes.belgrade(), "CONT");
    Flushes receiver = Flushes.of(nodes.belgrade().pid());
    nodes.waiting().none(PATIENCE);
    TimeUnit.SECONDS.sleep(1);
    say("");
    say(
        "flushes to disk a message, queue of %d of 10 kB: sender %s, receiver %s",
        messages, sender.each(messages), receiver.each(messages));
  }

  /** Officers of Baku write and release so many requests at once. */
  private void write(Size size, int messages) throws Exception {
    desks.write(
        messages,
        () -> {
          Clerks clerk = new Clerks();
          return () -> {
            String draft = clerk.draft(size);
            clerk.submit(draft);
            clerk.release(draft);
          };
        });
  }

  /** A desk officer and an approver of Baku. */
  private final class Clerks {
    private final Api desk;
    private final Api approver;

    Clerks() throws IOException {
      desk = demonstration.signIn(City.BAKU, "DESK");
      approver = demonstration.signIn(City.BAKU, "APPROVER");
    }

    String draft(Size size) throws IOException {
      Api.Answer draft = Desks.done(desk.post("requests", desks.request(size.told())));
      String message = draft.text("messageId");
      if (size.file > 0) {
        Desks.done(
            desk.attach(message, "exhibit.bin", BodyPublishers.ofByteArray(new byte[size.file])));
      }
      return message;
    }

    void submit(String message) throws IOException {
      Desks.done(desk.post("messages/" + message + "/submission"));
    }

    void release(String message) throws IOException {
      Desks.done(approver.post("messages/" + message + "/release"));
    }
  }

  private static void signal(NodeProcess node, String signal)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(node.pid())).start().waitFor();
  }

  private static Duration cpu(NodeProcess node) {
    return ProcessHandle.of(node.pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow();
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values).stripTrailing());
  }
}
