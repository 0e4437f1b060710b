package org.entente.node.countersigning;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.Parsed;
import org.entente.ledger.SignedCheckpoint;
import org.entente.ledger.TwoHeads;
import org.entente.node.delivery.PartnerDoor.Reply;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.OfficerId;
import org.entente.node.partners.Partner;
import org.entente.node.store.Reads;
import org.entente.node.store.Tx;
import org.entente.seal.Statement;

/**
 * How a log goes on after a backup was restored: the old one ends as it is, a new one begins under
 * the next name, and its first entry says what partners hold and to where the old one was restored.
 */
final class LogContinuation {
  /** Purpose of the statement that tells partners. */
  static final String PURPOSE = "log-begun-anew";

  private static final String HEADER = "entente-log-begun-anew/1\nlog ";

  private final Needs needs;
  private final LogStopping stopping;

  private volatile Runnable begun = () -> {};

  LogContinuation(Needs needs, LogStopping stopping) {
    this.needs = needs;
    this.stopping = stopping;
  }

  /** Tells once a new log of this node is on disk; one listener. */
  void whenBegun(Runnable listener) {
    begun = listener;
  }

  /** The statement about the present log; empty for the first one. */
  static Optional<byte[]> statement(Reads tx) {
    return Journal.statement(tx);
  }

  /** Begins the new log and writes its first entry. */
  void begin(Tx tx, LogStop stop, OfficerId second, String reasonHash) {
    Journal.NewLog next = needs.journal().next(tx);
    String former = needs.journal().log(tx).name();
    String text = HEADER + next.origin() + "\n" + stop.heads().encode();
    byte[] statement =
        Statement.sign(
            text.getBytes(StandardCharsets.UTF_8),
            PURPOSE,
            needs.identity(),
            needs.clock().instant());
    needs.journal().begin(tx, new Journal.NewLog(next.number(), next.origin(), statement));
    Map<String, String> references = LogStopping.references(stop);
    references.put("log", next.origin());
    references.put("former-log", former);
    stop.askedBy().ifPresent(first -> references.put("first", first.toString()));
    needs.journal().append(tx, Event.LOG_CONTINUED, second.toString(), references, reasonHash);
    OwnHeads.clear(tx);
    tx.afterCommit(begun);
    LogStopRows.liftedAll(tx, needs.own(), second, needs.clock().instant());
  }

  /** A partner says that it begins its log anew: kept until two persons here accept it. */
  Reply announced(Partner partner, byte[] statement) {
    if (!(Statement.verify(statement, partner.card(), PURPOSE)
        instanceof Statement.Verification.Verified verified)) {
      return Reply.problem(422, "statement-not-signed");
    }
    String text = new String(verified.statement(), StandardCharsets.UTF_8);
    int end = text.startsWith(HEADER) ? text.indexOf('\n', HEADER.length()) : -1;
    if (end < 0
        || !(TwoHeads.parse(text.substring(end + 1)) instanceof Parsed.Read<TwoHeads> heads)) {
      return Reply.problem(422, "statement-malformed");
    }
    String origin = text.substring(HEADER.length(), end);
    return needs
        .store()
        .write(tx -> announced(tx, partner, new Announcement(origin, heads.value(), statement)));
  }

  private record Announcement(String origin, TwoHeads heads, byte[] statement) {}

  private Reply announced(Tx tx, Partner partner, Announcement said) {
    var logs = PartnerLogs.logs(tx, partner);
    if (logs.getFirst().name().equals(said.origin()) || waits(tx, partner.id(), said.origin())) {
      return accepted();
    }
    if (!said.origin().equals(PartnerLogs.firstLog(partner.id()) + "/" + (logs.size() + 1))
        || !said.heads().earlier().verify(logs.getFirst()).isProven()
        || !said.heads().later().verify(logs.getFirst()).isProven()) {
      return Reply.problem(422, "statement-for-another");
    }
    stopping.untilAccepted(
        tx,
        partner.id(),
        seenHere(tx, partner, said.heads(), logs.getFirst()),
        said.origin(),
        said.statement());
    return accepted();
  }

  /** What was seen here stands for what the partner says others hold. */
  private static TwoHeads seenHere(Tx tx, Partner partner, TwoHeads said, CheckpointVerifier log) {
    SignedCheckpoint earlier =
        PartnerLogs.head(tx, partner.id()).map(PartnerLogs.Seen::note).orElse(said.earlier());
    return new TwoHeads(earlier, said.later().signedOnlyBy(log), said.path());
  }

  private static boolean waits(Tx tx, AuthorityId partner, String origin) {
    return tx.sql(
                """
                SELECT COUNT(*)
                FROM log_stop
                WHERE partner = :partner AND origin = :origin AND lifted_at IS NULL
                """)
            .param("partner", partner.value())
            .param("origin", origin)
            .query(Long.class)
            .single()
        > 0;
  }

  private static Reply accepted() {
    return new Reply(202, "text/plain;charset=UTF-8", new byte[0]);
  }
}
