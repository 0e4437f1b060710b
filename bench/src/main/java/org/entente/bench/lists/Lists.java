package org.entente.bench.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.command.Api;
import org.entente.command.Demonstration;
import org.entente.command.Demonstration.City;
import org.entente.command.NodeProcess;
import org.entente.subject.invented.InventedPerson;
import org.entente.subject.invented.InventedPersons;

/**
 * Fills a real node with cases that wait for release, each about another invented person, and
 * measures from outside how long each page takes to its first byte. Argument: how many cases.
 * Writes its figures to the standard output.
 */
public final class Lists {
  private static final int PORT = 18_960;
  private static final int OFFICERS = 3;
  private static final int WARM = 30;
  private static final int LOOKS = 40;

  private final int count;
  private final Demonstration demonstration;
  private final InventedPersons persons = InventedPersons.of(3);

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
      InventedPerson sought = InventedPersons.of(3).next();
      String last = family(sought);
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
    List<Callable<Void>> desks = new ArrayList<>();
    for (int officer = 0; officer < OFFICERS; officer++) {
      int share = count / OFFICERS + (officer < count % OFFICERS ? 1 : 0);
      Api desk = demonstration.signIn(City.BAKU, "DESK");
      desks.add(() -> {
        for (int i = 0; i < share; i++) {
          Api.Answer draft = done(desk.post("requests", request(person())));
          done(desk.post("messages/" + draft.text("messageId") + "/submission"));
        }
        return null;
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(OFFICERS)) {
      for (Future<Void> desk : threads.invokeAll(desks)) {
        try {
          desk.get();
        } catch (ExecutionException e) {
          throw new IllegalStateException("The cases could not be made", e);
        }
      }
    }
  }

  private synchronized InventedPerson person() {
    return persons.next();
  }

  private static String family(InventedPerson person) {
    String[] name = person.name().split(" ", 2);
    return name[name.length - 1];
  }

  private static Map<String, Object> request(InventedPerson person) {
    Map<String, Object> request = new HashMap<>();
    request.put("partner", City.BELGRADE.authority);
    request.put("offence", "drug-trafficking");
    request.put("urgency", "normal");
    request.put("data", List.of("personal-details"));
    request.put("specialCategories", false);
    request.put("strictlyNecessary", false);
    request.put("political", false);
    request.put(
        "person",
        Map.of(
            "familyName",
            family(person),
            "givenName",
            person.name().split(" ", 2)[0],
            "birthDate",
            Integer.toString(person.born().year()),
            "category",
            "suspect-or-convicted"));
    request.put("informationSought", "Entries to Serbia since the first of November.");
    request.put("purpose", "To find where the goods went.");
    request.put("facts", "Eleven kilograms were seized at the border.");
    request.put("reasonsToBelieve", "A hotel's receipt from Niš was found.");
    request.put("link", "The person rented the vehicle.");
    request.put("language", "en");
    request.put("handling", List.of("H1"));
    return request;
  }

  private static Api.Answer done(Api.Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException("The node answered " + answer.status() + answer.string());
    }
    return answer;
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
