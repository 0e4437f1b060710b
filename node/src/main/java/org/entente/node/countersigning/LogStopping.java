package org.entente.node.countersigning;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreement.AuthorityId;
import org.entente.ledger.Checkpoint;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.TwoHeads;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Tx;
import org.entente.seal.Statement;

/** Writes a stop: both heads, a signed statement about them and the entry, in one transaction. */
final class LogStopping {
  /** Purpose of the statement over two heads. */
  static final String PURPOSE = "log-heads";

  private final Needs needs;

  LogStopping(Needs needs) {
    this.needs = needs;
  }

  /** Stops with a partner whose heads do not fit. */
  LogStop with(Tx tx, AuthorityId partner, CheckpointVerifier log, TwoHeads heads) {
    String code =
        switch (heads.judge(log)) {
          case TwoHeads.Finding.Forked f -> LogStop.FORKED;
          case TwoHeads.Finding.RolledBack r -> LogStop.ROLLED_BACK;
          case TwoHeads.Finding.NotContinued n -> LogStop.NOT_CONTINUED;
          case TwoHeads.Finding.Nothing nothing ->
              throw new IllegalStateException("Heads that fit stop nobody: " + nothing.code());
        };
    return with(tx, partner, code, heads);
  }

  private LogStop with(Tx tx, AuthorityId partner, String code, TwoHeads heads) {
    Instant now = needs.clock().instant();
    byte[] statement =
        Statement.sign(
            heads.encode().getBytes(StandardCharsets.UTF_8), PURPOSE, needs.identity(), now);
    LogStop stop = stop(partner, code, heads, Optional.empty(), now);
    LogStopRows.insert(tx, stop, statement);
    noted(tx, stop);
    return stop;
  }

  /** Stops until two persons accept the new log of a partner that restored a backup. */
  LogStop untilAccepted(
      Tx tx, AuthorityId partner, TwoHeads heads, String origin, byte[] statement) {
    LogStop stop =
        stop(partner, LogStop.BEGUN_ANEW, heads, Optional.of(origin), needs.clock().instant());
    LogStopRows.insert(tx, stop, statement);
    noted(tx, stop);
    return stop;
  }

  /**
   * Stops with everybody: the own log is not what a partner holds. No entry is written, because
   * each entry of a log that was set back makes the fork longer; the new log begins with it.
   */
  void withAll(Tx tx, String code, TwoHeads heads) {
    Instant now = needs.clock().instant();
    byte[] statement =
        Statement.sign(
            heads.encode().getBytes(StandardCharsets.UTF_8), PURPOSE, needs.identity(), now);
    LogStopRows.insert(tx, stop(needs.own(), code, heads, Optional.empty(), now), statement);
  }

  private static LogStop stop(
      AuthorityId partner, String code, TwoHeads heads, Optional<String> origin, Instant now) {
    return new LogStop(
        Generators.timeBasedEpochRandomGenerator().generate(),
        partner,
        code,
        heads,
        origin,
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void noted(Tx tx, LogStop stop) {
    needs.journal().append(tx, Event.LOG_STOPPED, Journal.NODE, references(stop));
  }

  /** What an entry says of a stop. */
  static Map<String, String> references(LogStop stop) {
    Map<String, String> references = new TreeMap<>();
    references.put("stop", stop.id().toString());
    references.put("partner", stop.partner().value());
    references.put("code", stop.code());
    head(references, "earlier", stop.heads().earlier().checkpoint());
    head(references, "later", stop.heads().later().checkpoint());
    stop.origin().ifPresent(origin -> references.put("log", origin));
    return references;
  }

  private static void head(Map<String, String> references, String which, Checkpoint head) {
    references.put(which + "-size", Long.toString(head.size()));
    references.put(which + "-root", head.root().hex());
  }
}
