package org.entente.bench.records;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.command.Api;
import org.entente.command.Demonstration;
import org.entente.command.Demonstration.City;
import org.entente.command.InventCommand;
import org.entente.command.NodeProcess;
import org.entente.subject.invented.InventedPerson;
import org.entente.subject.invented.InventedPersons;

/**
 * Fills the national index of a real node and measures it from outside. Arguments: how many
 * persons. Writes its figures to the standard output and how far it is to the standard error.
 */
public final class Register {
  /** What the node may take: heap and all. */
  private static final String HEAP = "-Xmx1400m";

  private static final int PORT = 18_840;
  private static final int SEARCHES = 1_000;
  private static final int LISTED = 10_000;
  private static final long LOOK_MILLIS = 500;
  private static final double MEBI = 1 << 20;

  private final int count;
  private final Path folder;
  private final List<InventedPerson> sample = new ArrayList<>();

  private Register(int count, Path folder) {
    this.count = count;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("entente-bench");
    try {
      new Register(Integer.parseInt(arguments[0]), folder).run();
    } finally {
      Demonstration.deleteTree(folder);
    }
  }

  private void run() throws IOException, InterruptedException {
    Path register = folder.resolve("register.csv");
    long start = System.nanoTime();
    write(register);
    say("invented %,d persons in %.1f s, %.0f MiB of CSV", count, seconds(start), mebi(register));
    Demonstration demonstration = new Demonstration(folder.resolve("nodes"), PORT);
    demonstration.found(false);
    Path node = demonstration.node(City.BAKU).path();
    try (NodeProcess process =
        NodeProcess.start(node, demonstration.webPort(City.BAKU), HEAP).awaitReady()) {
      Api owner = demonstration.signIn(City.BAKU, "DATA_OWNER");
      imported(owner, register, node);
      search(demonstration.signIn(City.BAKU, "DESK"));
      screen(demonstration.signIn(City.BAKU, "ANALYST"));
      say("the node ran with %s", HEAP);
      if (!process.alive()) {
        throw new IllegalStateException("The node did not survive");
      }
    }
    plain();
  }

  private void write(Path file) throws IOException {
    InventedPersons persons = InventedPersons.of(1);
    int every = Math.max(1, count / SEARCHES);
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (int i = 1; i <= count; i++) {
        InventedPerson person = persons.next();
        Map<String, String> row = InventCommand.row(i, person);
        if (i == 1) {
          writer.write(String.join(",", row.keySet()) + "\n");
        }
        writer.write(
            row.values().stream().map(InventCommand::cell).collect(Collectors.joining(",")));
        writer.write('\n');
        if (i % every == 0 && sample.size() < SEARCHES) {
          sample.add(person);
        }
      }
    }
  }

  private void imported(Api owner, Path register, Path node)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Api.Answer taken = done(owner.file("imports", "register.csv", BodyPublishers.ofFile(register)));
    say("taken in, sealed: %.1f s", seconds(start));
    Map<String, Object> plan = new HashMap<>();
    plan.put("kind", "person");
    plan.put("register", "bench");
    plan.put("category", "suspect-or-convicted");
    plan.put("offence", "drug-trafficking");
    plan.put("evaluation", "B2");
    plan.put("handling", List.of("H1"));
    plan.put("reviewDays", 180);
    plan.put("eraseDays", 1_000);
    plan.put("checkableBy", List.of("rs.mup"));
    String at = "imports/" + taken.text("id");
    start = System.nanoTime();
    done(owner.post(at + "/start", plan));
    await(owner, at, "rows");
    double read = seconds(start);
    Api.Answer view = owner.get(at);
    while (owner.get("records/index").json().path("percent").asInt(0) < 100) {
      Thread.sleep(LOOK_MILLIS);
    }
    double found = seconds(start);
    say(
        "imported %,d persons (%d faulty rows) in %.1f s: %,.0f a second; all found after %.1f s",
        view.json().path("added").asLong(0),
        view.json().path("faults").asLong(0),
        read,
        count / read,
        found);
    say(
        "search index %.0f MiB, store with sealed contents and ledger %.0f MiB",
        size(node.resolve("index")), size(node) - size(node.resolve("index")));
  }

  private static void await(Api api, String at, String counted)
      throws IOException, InterruptedException {
    Api.Answer view = api.get(at);
    while (view.text("state").equals("running")) {
      System.err.printf(
          Locale.ROOT,
          "\r  %d %%  %,d",
          view.json().path("percent").asInt(0),
          view.json().path(counted).asLong(0));
      Thread.sleep(LOOK_MILLIS);
      view = api.get(at);
    }
    System.err.println();
    if (!view.text("state").equals("done")) {
      throw new IllegalStateException("Not read to its end: " + view.string());
    }
  }

  private void search(Api desk) throws IOException {
    ask(desk, "name as held", p -> Map.of("name", p.name()));
    ask(desk, "name with a letter missing", p -> Map.of("name", slip(p.name())));
    ask(
        desk,
        "name with a letter missing, date of birth",
        p ->
            Map.of(
                "name",
                slip(p.name()),
                "born",
                InventCommand.row(1, p).getOrDefault("date of birth", "")));
  }

  /** How a person is asked for. */
  @FunctionalInterface
  private interface Asking {
    Map<String, String> of(InventedPerson person);
  }

  private void ask(Api desk, String how, Asking asking) throws IOException {
    double[] millis = new double[sample.size()];
    int first = 0;
    for (int i = 0; i < millis.length; i++) {
      Map<String, String> wanted = asking.of(sample.get(i));
      long start = System.nanoTime();
      Api.Answer answer = done(desk.post("records/search", wanted));
      millis[i] = seconds(start) * 1_000;
      String best = answer.json().path(0).path("name").asString("");
      first += best.contains(sample.get(i).name()) ? 1 : 0;
    }
    say(
        "%s: first %.3f; %s over HTTP, with reasons",
        how, first / (double) millis.length, times(millis));
  }

  private static String times(double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "median %.1f ms, 95 %% within %.1f ms",
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.95)]);
  }

  /** Leaves out a letter in the middle. */
  private static String slip(String name) {
    int at = name.length() / 2;
    while (at < name.length() - 1 && !Character.isLetter(name.charAt(at))) {
      at++;
    }
    return name.length() < 4 ? name : name.substring(0, at) + name.substring(at + 1);
  }

  /** Half of the list is in the index, with slips; the other half is nobody. */
  private void screen(Api analyst) throws IOException, InterruptedException {
    StringBuilder list = new StringBuilder("name,date of birth\n");
    InventedPersons strangers = InventedPersons.of(2);
    int rows = Math.min(LISTED, 2 * sample.size());
    for (int i = 0; i < rows; i++) {
      InventedPerson person = i % 2 == 0 ? sample.get(i / 2 % sample.size()) : strangers.next();
      String name = i % 2 == 0 ? slip(person.name()) : person.name();
      list.append(InventCommand.cell(name))
          .append(',')
          .append(InventCommand.row(1, person).getOrDefault("date of birth", ""))
          .append('\n');
    }
    Api.Answer taken =
        done(analyst.file("screenings", "list.csv", BodyPublishers.ofString(list.toString())));
    String at = "screenings/" + taken.text("id");
    long start = System.nanoTime();
    done(analyst.post(at + "/start", Map.of("reason", "A benchmark.")));
    await(analyst, at, "met");
    double took = seconds(start);
    Api.Answer view = analyst.get(at);
    say(
        "screened %,d persons, half of them held, in %.1f s: %.0f a second; %,d met somebody",
        rows, took, rows / took, view.json().path("met").asLong(0));
  }

  private void plain() throws IOException {
    try (Plain plain = new Plain(folder.resolve("plain"))) {
      long start = System.nanoTime();
      InventedPersons persons = InventedPersons.of(1);
      for (int i = 0; i < count; i++) {
        plain.put(persons.next().name());
      }
      try (Plain.Searching searching = plain.searching()) {
        double indexed = seconds(start);
        double[] millis = new double[sample.size()];
        int first = 0;
        for (int i = 0; i < millis.length; i++) {
          String name = sample.get(i).name();
          long asked = System.nanoTime();
          first += searching.first(slip(name)).equals(name) ? 1 : 0;
          millis[i] = seconds(asked) * 1_000;
        }
        say(
            "peer, Lucene with ICU and fuzzy words, names in clear, in memory of this process: "
                + "%,.0f names a second, %.0f MiB; a letter missing: first %.3f; %s",
            count / indexed,
            size(folder.resolve("plain")),
            first / (double) millis.length,
            times(millis));
      }
    }
  }

  private static Api.Answer done(Api.Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException(answer.status() + " " + answer.string());
    }
    return answer;
  }

  private static double size(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      double bytes = 0;
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes / MEBI;
    }
  }

  private static double mebi(Path file) throws IOException {
    return Files.size(file) / MEBI;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
    System.err.println(String.format(Locale.ROOT, format, values));
  }
}
