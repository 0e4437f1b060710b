package org.entente.bench.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.bench.desk.Desks;
import org.entente.command.Api;
import org.entente.command.Demonstration;
import org.entente.command.Demonstration.City;
import org.entente.command.NodeProcess;
import org.entente.subject.invented.InventedPersons;

/**
 * Fills a real node with cases that wait for release, each about another invented person, and
 * measures from outside how long each page takes to its first byte. Argument: how many cases.
 * Writes its figures to the standard output.
 */
public final class Lists {
  private static final int PORT = 18_960;
  private static final long SEED = 3;
  private static final int WARM = 30;
  private static final int LOOKS = 40;

  private final int count;
  private final Demonstration demonstration;
  private final Desks desks = new Desks(SEED);

  private Lists(int count, Path folder) {
    this.count = count;
    this.demonstration = new Demonstration(folder, PORT);
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("entente-bench");
    try {
      new Lists(Integer.parseInt(arguments[0]), folder).run();
    } finally {
      Demonstration.deleteTree(folder);
    }
  }

  private void run() throws Exception {
    demonstration.found(false);
    try (NodeProcess baku = demonstration.start(City.BAKU).awaitReady()) {
      long start = System.nanoTime();
      fill();
      say(
          "%d cases drafted and handed in: %.0f a second",
          count, count / ((System.nanoTime() - start) / 1e9));
      say("");
      say("%-34s %12s %12s %10s", "page", "median", "slowest", "kB");
      Seat desk = Seat.of(demonstration, "DESK");
      Seat approver = Seat.of(demonstration, "APPROVER");
      String last = Desks.family(InventedPersons.of(SEED).next());
      report("mine", () -> desk.get("/?view=mine"));
      report("all open", () -> desk.get("/?view=open"));
      report("all open, page 200", () -> desk.get("/?view=open&page=200"));
      report("for release, as approver", () -> approver.get("/?view=release"));
      report("deadline board", () -> desk.get("/board"));
      report("search by a name", () -> desk.post("/search", Map.of("text", last)));
      report("search by a reference", () -> desk.post("/search", Map.of("text", "AZ-2026-000001")));
      Seat supervisor = Seat.of(demonstration, "SUPERVISOR");
      report("oversight", () -> supervisor.get("/oversight"));
    }
  }

  private void report(String page, Callable<Seat.Look> look) throws Exception {
    for (int i = 0; i < WARM; i++) {
      look.call();
    }
    List<Seat.Look> looks = new ArrayList<>();
    for (int i = 0; i < LOOKS; i++) {
      looks.add(look.call());
    }
    looks.sort(Comparator.comparingDouble(Seat.Look::millis));
    say(
        "%-34s %9.0f ms %9.0f ms %10d",
        page,
        looks.get(LOOKS / 2).millis(),
        looks.getLast().millis(),
        looks.getLast().bytes() / 1024);
  }

  private void fill() throws Exception {
    desks.write(
        count,
        () -> {
          Api desk = demonstration.signIn(City.BAKU, "DESK");
          return () -> {
            Map<String, Object> request =
                desks.request("Eleven kilograms were seized at the border.");
            String message = Desks.done(desk.post("requests", request)).text("messageId");
            Desks.done(desk.post("messages/" + message + "/submission"));
          };
        });
  }

  static long drained(InputStream body) throws IOException {
    try (body) {
      return body.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values).stripTrailing());
  }
}
