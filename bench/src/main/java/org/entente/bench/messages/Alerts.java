package org.entente.bench.messages;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.entente.bench.desk.Desks;
import org.entente.command.Api;
import org.entente.command.Demonstration;
import org.entente.command.Demonstration.City;
import org.entente.command.NodeProcess;

/**
 * Releases alerts while a backlog waits, and measures how long each takes until it rings at the
 * partner's post: the alarm that every board of the post is told of at once. Beside them ordinary
 * requests are released into the same backlog: they wait as an alert would if there were no lane
 * for what is urgent. Arguments: how many messages of 10 kB wait, how many MiB one file has that
 * waits with them, how many alerts are released. Writes its figures to the standard output.
 */
public final class Alerts {
  private static final int PORT = 18_960;
  private static final int WARMING = 10;
  private static final int ORDINARY = 5;
  private static final int MEBI = 1 << 20;
  private static final int FACTS = 8 << 10;
  private static final long LOOK_MILLIS = 2;
  private static final int CASES_AN_HOUR = 60_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final int backlog;
  private final int mebi;
  private final int count;
  private final Demonstration demonstration;
  private final Desks desks = new Desks(3);

  private Alerts(int backlog, int mebi, int count, Path folder) {
    this.backlog = backlog;
    this.mebi = mebi;
    this.count = count;
    this.demonstration = new Demonstration(folder, PORT);
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("entente-bench");
    try {
      new Alerts(
              Integer.parseInt(arguments[0]),
              Integer.parseInt(arguments[1]),
              Integer.parseInt(arguments[2]),
              folder)
          .run();
    } finally {
      Demonstration.deleteTree(folder);
    }
  }

  private void run() throws Exception {
    demonstration.found(false);
    roomForTheBacklog();
    try (NodeProcess _ = demonstration.start(City.BAKU).awaitReady();
        NodeProcess belgrade = demonstration.start(City.BELGRADE).awaitReady();
        Waiting waiting = new Waiting(demonstration.node(City.BAKU).path());
        Connection there =
            DriverManager.getConnection(
                "jdbc:sqlite:" + demonstration.node(City.BELGRADE).path().resolve("node.db"))) {
      plan();
      Clerks clerks = new Clerks();
      List<Double> calm = new ArrayList<>();
      for (int i = 0; i < WARMING; i++) {
        calm.add(alert(clerks, there));
      }
      signal(belgrade, "STOP");
      write(clerks);
      signal(belgrade, "CONT");
      List<String> ordinary = new ArrayList<>();
      long released = System.nanoTime();
      for (int i = 0; i < ORDINARY; i++) {
        ordinary.add(clerks.request());
      }
      List<Double> pressed = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        pressed.add(alert(clerks, there));
      }
      int left = waiting.count();
      say("%d messages of 10 kB and a file of %d MiB wait", backlog, mebi);
      say("%-22s %8s %12s %12s %12s", "", "released", "median", "99 of 100", "slowest");
      report("alert, nothing waits", calm);
      report("alert, backlog waits", pressed);
      say("still waiting after the last alert: %d", left);
      report(there, ordinary, released);
    }
  }

  /** Each message of the backlog opens a case: Belgrade's node is set to take them all. */
  private void roomForTheBacklog() throws IOException {
    Path settings = demonstration.node(City.BELGRADE).path().resolve("application.properties");
    Files.writeString(
        settings,
        "entente.partner-cases-an-hour=" + CASES_AN_HOUR + "\n",
        StandardOpenOption.APPEND);
  }

  private void plan() throws IOException {
    Demonstration.Someone desk = demonstration.officer(City.BELGRADE, "DESK");
    Map<String, Object> step = Map.of("whom", "on-watch", "ways", List.of("browser"), "minutes", 5);
    Map<String, Object> layer =
        Map.of(
            "turns",
            List.of(desk.login()),
            "from",
            LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(),
            "change",
            "08:00",
            "days",
            1);
    Api.Answer _ =
        Desks.done(
            demonstration
                .signIn(City.BELGRADE, "SUPERVISOR")
                .put(
                    "duty/post",
                    Map.of(
                        "title",
                        "Contact point",
                        "zone",
                        desk.zone(),
                        "members",
                        List.of(desk.login()),
                        "layers",
                        List.of(layer),
                        "steps",
                        List.of(step),
                        "decayMinutes",
                        30,
                        "version",
                        0,
                        "risk",
                        "A benchmark wakes nobody.")));
  }

  /** The backlog: one file, and requests that several officers write at once. */
  private void write(Clerks clerks) throws IOException, InterruptedException {
    if (mebi > 0) {
      clerks.file(mebi);
    }
    desks.write(
        backlog,
        () -> {
          Clerks own = new Clerks();
          return () -> {
            String _ = own.request();
          };
        });
  }

  /** Releases an alert; the milliseconds until it rings at the post in Belgrade. */
  private static double alert(Clerks clerks, Connection there) throws Exception {
    String measure = clerks.alert();
    String leg = clerks.leg(measure);
    long start = System.nanoTime();
    clerks.release(measure);
    String ringing =
        "SELECT 1 FROM measure_leg l JOIN duty_alarm a ON a.about = l.measure_id WHERE l.id = ?";
    if (!awaitRow(there, ringing, leg, start + PATIENCE.toNanos())) {
      throw new IllegalStateException("An alert does not ring after " + PATIENCE);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static boolean awaitRow(Connection there, String query, String value, long end)
      throws SQLException, InterruptedException {
    try (PreparedStatement statement = there.prepareStatement(query)) {
      statement.setString(1, value);
      while (System.nanoTime() < end) {
        try (ResultSet rs = statement.executeQuery()) {
          if (rs.next()) {
            return true;
          }
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
    }
    return false;
  }

  private static void report(String what, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted(Comparator.naturalOrder()).toList();
    say(
        "%-22s %8d %9.0f ms %9.0f ms %9.0f ms",
        what,
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get((sorted.size() * 99 + 99) / 100 - 1),
        sorted.getLast());
  }

  /** How long what was released behind the backlog took, were it not urgent. */
  private static void report(Connection there, List<String> messages, long released)
      throws SQLException, InterruptedException {
    OptionalDouble last = OptionalDouble.empty();
    int arrived = 0;
    for (String message : messages) {
      if (awaitRow(
          there, "SELECT 1 FROM message WHERE id = ?", message, released + PATIENCE.toNanos())) {
        arrived++;
        last = OptionalDouble.of((System.nanoTime() - released) / 1e6);
      }
    }
    say(
        "without a lane         %8d %s",
        messages.size(),
        arrived < messages.size()
            ? arrived + " arrived within " + PATIENCE.toMinutes() + " minutes"
            : String.format(
                Locale.ROOT, "the last arrived after %.0f ms", last.orElse(Double.NaN)));
  }

  /** A desk officer and an approver of Baku. */
  private final class Clerks {
    private final Api desk;
    private final Api approver;

    Clerks() throws IOException {
      desk = demonstration.signIn(City.BAKU, "DESK");
      approver = demonstration.signIn(City.BAKU, "APPROVER");
    }

    /** Writes and releases a request; its message. */
    String request() throws IOException {
      String message =
          Desks.done(
                  desk.post(
                      "requests",
                      desks.request("Eleven kilograms were seized. ".repeat(FACTS / 30))))
              .text("messageId");
      send(message);
      return message;
    }

    void file(int size) throws IOException {
      String message =
          Desks.done(desk.post("requests", desks.request("See the file."))).text("messageId");
      Desks.done(
          desk.attach(message, "exhibit.bin", BodyPublishers.ofInputStream(() -> new Zeros(size))));
      send(message);
    }

    private void send(String message) throws IOException {
      Desks.done(desk.post("messages/" + message + "/submission"));
      Desks.done(approver.post("messages/" + message + "/release"));
    }

    String alert() throws IOException {
      return Desks.done(
              desk.post(
                  "measures",
                  Map.ofEntries(
                      Map.entry("kind", "alert"),
                      Map.entry("partners", List.of(City.BELGRADE.authority)),
                      Map.entry("offence", "terrorism"),
                      Map.entry("urgencyReason", "threat-to-life"),
                      Map.entry("what", "A lorry with explosives crossed the border."),
                      Map.entry("where", "Preševo"),
                      Map.entry("when", "Just now"),
                      Map.entry("endangered", "Visitors of a fair"),
                      Map.entry("asked", "Stop it."),
                      Map.entry("handling", List.of("h1")),
                      Map.entry("language", "en"))))
          .text("measure");
    }

    String leg(String measure) throws IOException {
      return Objects.requireNonNull(
          desk.get("measures/" + measure).json().path("legs").path(0).path("id").asString(""));
    }

    void release(String measure) throws IOException {
      Desks.done(approver.post("measures/" + measure + "/release"));
    }
  }

  /** So many mebibytes of nothing, without a file on the disk. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(int mebi) {
      this.left = (long) mebi * MEBI;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int at, int most) {
      if (left <= 0) {
        return -1;
      }
      int read = (int) Math.min(left, most);
      Arrays.fill(into, at, at + read, (byte) 0);
      left -= read;
      return read;
    }
  }

  private static void signal(NodeProcess node, String signal)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(node.pid())).start().waitFor();
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values).stripTrailing());
  }
}
