package org.entente.node.duty;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.duty.Alarm;
import org.entente.duty.AlarmId;
import org.entente.duty.Auditor;
import org.entente.node.store.Store;
import org.entente.node.work.Worker;

/**
 * Looks every minute, from the database alone, whether every alarm goes on, and calls an address
 * outside when it does: where that call is missing, somebody else rings.
 */
final class Audit {
  private static final Duration EVERY = Duration.ofMinutes(1);

  /** After which an audit says nothing any more. */
  private static final Duration STALE = Duration.ofMinutes(3);

  /** How long nobody may be left to reach until health turns red. */
  static final Duration UNREACHED_MOST = Duration.ofMinutes(15);

  private static final Duration CLEARED_EVERY = Duration.ofDays(1);

  /** How long alarms that ended are kept. */
  static final Duration KEPT = Duration.ofDays(92);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Store store;
  private final InstantSource clock;
  private final Optional<URI> heartbeat;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Worker minutely = Worker.every("duty-audit", EVERY, this::look);
  private volatile Optional<Found> last;
  private Instant cleared;

  Audit(Duty.Needs n) {
    this.store = n.store();
    this.clock = n.clock();
    this.heartbeat = n.outside().heartbeat();
    this.last = Optional.of(new Found(clock.instant(), List.of(), 0, Optional.empty()));
    this.cleared = clock.instant();
  }

  /**
   * What an audit found.
   *
   * @param broken alarms that do not go on as promised
   * @param unreached alarms for which nobody has been left to reach for a while
   * @param since when the oldest alarm was raised that is broken or unreached
   */
  record Found(Instant at, List<Auditor.Finding> broken, long unreached, Optional<Instant> since) {
    boolean well() {
      return broken.isEmpty() && unreached == 0;
    }
  }

  Worker minutely() {
    return minutely;
  }

  /** Looks once. */
  Found look() throws InterruptedException {
    Instant now = clock.instant();
    List<AlarmRows.Row> open = store.read(AlarmRows::open);
    Found found = found(open, now);
    last = Optional.of(found);
    clear(now);
    if (found.well() && heartbeat.isPresent()) {
      call(heartbeat.get());
    }
    return found;
  }

  private static Found found(List<AlarmRows.Row> open, Instant now) {
    List<Auditor.Finding> broken =
        Auditor.findings(open.stream().map(AlarmRows.Row::alarm).toList(), now);
    Set<AlarmId> stuck =
        broken.stream().map(finding -> finding.alarm()).collect(Collectors.toSet());
    List<AlarmRows.Row> unreached = open.stream().filter(row -> unreached(row, now)).toList();
    Optional<Instant> since =
        Stream.concat(
                unreached.stream(), open.stream().filter(row -> stuck.contains(row.alarm().id())))
            .map(AlarmRows.Row::raisedAt)
            .min(Comparator.naturalOrder());
    return new Found(now, broken, unreached.size(), since);
  }

  /** When an audit was last done, however long ago. */
  Instant lastAt() {
    return last.orElseThrow().at();
  }

  /** Once a day: statistics of a quarter are what alarms are kept for. */
  private void clear(Instant now) {
    if (now.isAfter(cleared.plus(CLEARED_EVERY)) && store.provenTime().erases(now)) {
      store.write(tx -> {
        AlarmRows.forget(tx, now.minus(KEPT));
        HandOverRows.forget(tx, now.minus(KEPT));
        PageRows.forget(tx, now.minus(CLEARED_EVERY));
        return true;
      });
      cleared = now;
    }
  }

  private static boolean unreached(AlarmRows.Row row, Instant now) {
    return row.alarm().state() instanceof Alarm.Ringing ringing
        && ringing.nobodyLeft()
        && row.raisedAt().isBefore(now.minus(UNREACHED_MOST));
  }

  /** What the last audit found; empty where there was none, or it is too old to say anything. */
  Optional<Found> last() {
    return last.filter(found -> found.at().plus(STALE).isAfter(clock.instant()));
  }

  /** A call that fails is missed by the one who waits for it, which is what it is for. */
  private void call(URI address) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
    try (InputStream body = client.send(request, BodyHandlers.ofInputStream()).body()) {
      int _ = body.available();
    } catch (IOException e) {
      // Nobody here can do anything about it.
    }
  }

  void close() {
    client.shutdownNow();
  }
}
