package org.entente.node.countersigning;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.entente.node.ledger.Event;
import org.entente.node.officers.Officer;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/**
 * How a stop ends: one officer asks with a reason, another one confirms. A stop about a partner is
 * a supervisor's matter; one about the own log, that of an administrator or supervisor.
 */
public final class LogStopLifting {
  private static final int REASON_MAX = 2_000;

  private final Needs needs;
  private final LogContinuation continuing;

  LogStopLifting(Needs needs, LogContinuation continuing) {
    this.needs = needs;
    this.continuing = continuing;
  }

  /** Asks to lift a stop; the officer who asks last is the first of the two persons. */
  public Outcome<UUID> ask(Officer by, UUID id, String reason) {
    Optional<LogStop> found = needs.store().read(tx -> LogStopRows.find(tx, id));
    if (found.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    Optional<Refusal> refusal = found.get().lifting().againstFirst(by);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    if (reason.isBlank() || reason.length() > REASON_MAX) {
      return Outcome.refused(Usual.REASON_MISSING);
    }
    Locked locked = needs.vault().lock(reason.strip().getBytes(StandardCharsets.UTF_8), place(id));
    Instant now = needs.clock().instant();
    return needs
        .store()
        .write(tx -> {
          if (!LogStopRows.asked(tx, id, by.id(), locked, now)) {
            return Outcome.refused(Usual.WRONG_STATE);
          }
          if (!found.get().own()) {
            needs
                .journal()
                .append(
                    tx,
                    Event.LOG_STOP_LIFTING_ASKED,
                    by.id().toString(),
                    Map.of("stop", id.toString(), "partner", found.get().partner().value()),
                    locked.hash());
          }
          return Outcome.done(id);
        });
  }

  /** Another person confirms; the next head that the partner shows is then the first one. */
  public Outcome<UUID> confirm(Officer by, UUID id) {
    return needs
        .store()
        .write(tx -> {
          Optional<LogStop> found = LogStopRows.find(tx, id);
          Optional<Locked> reason = LogStopRows.reason(tx, id);
          if (found.isEmpty()) {
            return Outcome.refused(Usual.NOT_FOUND);
          }
          LogStop stop = found.get();
          Optional<Refusal> refusal = stop.lifting().againstSecond(by);
          if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
          }
          if (!stop.open() || stop.askedBy().isEmpty() || reason.isEmpty()) {
            return Outcome.refused(Usual.WRONG_STATE);
          }
          Optional<Refusal> same = stop.lifting().againstSecond(by, stop.askedBy());
          if (same.isPresent()) {
            return Outcome.refused(same.get());
          }
          lift(tx, stop, by, reason.get().hash());
          return Outcome.done(id);
        });
  }

  private void lift(Tx tx, LogStop stop, Officer by, String reasonHash) {
    if (stop.own()) {
      continuing.begin(tx, stop, by.id(), reasonHash);
      return;
    }
    Instant now = needs.clock().instant();
    Event event = Event.LOG_STOP_LIFTED;
    AuthorityId partner = stop.partner();
    if (stop.origin().isPresent()) {
      event = Event.PARTNER_LOG_ACCEPTED;
      PartnerLogs.accept(tx, partner, stop.origin().get(), now);
      LogStopRows.liftedAll(tx, partner, by.id(), now);
    } else {
      PartnerLogs.forget(tx, partner);
      LogStopRows.lifted(tx, stop.id(), by.id(), now);
    }
    Map<String, String> references = LogStopping.references(stop);
    stop.askedBy().ifPresent(first -> references.put("first", first.toString()));
    needs.journal().append(tx, event, by.id().toString(), references, reasonHash);
  }

  /** Why it was asked to lift the stop. */
  public Optional<String> reason(UUID id) {
    Optional<LogStop> stop = needs.store().read(tx -> LogStopRows.find(tx, id));
    return needs
        .store()
        .read(tx -> LogStopRows.reason(tx, id))
        .map(locked ->
            new String(
                needs
                    .vault()
                    .unlock(locked, place(id))
                    .open(needs.decisions().aboutAgreements(stop.orElseThrow().partner())),
                StandardCharsets.UTF_8));
  }

  private static String place(UUID id) {
    return "log-stop/" + id;
  }
}
