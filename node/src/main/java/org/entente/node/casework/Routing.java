package org.entente.node.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.agreement.ActKind;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;
import org.entente.node.work.Worker;

/**
 * The way of a matter to the authorities of the own state and to a judge, and back (Directive (EU)
 * 2023/977 Art. 9, 14(1)(b), 16(1)(b)). What is asked and what comes is written down here; the node
 * does not reach them itself. A matter whose answer is not here at half of what was left until its
 * limit comes back to the desk. Safe for use by many threads.
 */
public final class Routing {
  /** Questions about one matter. */
  static final int MOST = 50;

  /** A matter that is nearly due, or past it, comes back after this. */
  private static final Duration SOON = Duration.ofHours(1);

  /** Where no clock runs. */
  private static final Duration USUAL = Duration.ofDays(3);

  private final Store store;
  private final Journal journal;
  private final Contents contents;
  private final InstantSource clock;
  private final Worker minutely = Worker.every("routes", Duration.ofMinutes(1), () -> sendBack());

  Routing(Store store, Journal journal, Contents contents, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.contents = contents;
    this.clock = clock;
  }

  /** Brings matters back to the desk whose answer did not come in time. */
  public Worker minutely() {
    return minutely;
  }

  /** Writes down that an authority, or a judge, was asked about a matter. */
  public Outcome<UUID> ask(Officer by, CaseId caseId, Route.Kind kind, Route.Asked asked) {
    if (!Rights.may(by, Right.DRAFT)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    List<ContentFault> faults = ContentRules.faults(asked);
    if (!faults.isEmpty()) {
      return Outcome.refused(new Hindrance.Faulty(faults));
    }
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    Route.Asked said =
        new Route.Asked(asked.to().strip(), asked.way().strip(), asked.text().strip());
    Locked locked = contents.lock(askedPlace(id), said);
    return store.write(tx -> {
      Optional<CaseRows.Row> file = CaseRows.find(tx, caseId);
      if (file.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      if (!answerable(file.get())) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      if (RouteRows.ofCase(tx, caseId).size() >= MOST) {
        return Outcome.refused(Rejection.TOO_MANY_ROUTES);
      }
      RouteRows.insert(
          tx,
          new RouteRows.Row(
              id,
              caseId,
              kind,
              by.id(),
              now,
              backAt(tx, caseId, now),
              false,
              locked,
              Optional.empty()));
      WorkRows.settle(tx, caseId);
      journal.append(
          tx, Event.ROUTED, by.id().toString(), references(file.get(), id, kind), locked.hash());
      return Outcome.done(id);
    });
  }

  /** Writes down what came back. */
  public Outcome<CaseId> came(Officer by, UUID id, Route.Result result, String text) {
    if (!Rights.may(by, Right.DRAFT)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    List<ContentFault> faults = ContentRules.faults("text", text);
    if (!faults.isEmpty()) {
      return Outcome.refused(new Hindrance.Faulty(faults));
    }
    Instant now = clock.instant();
    Locked locked = contents.lockReason(camePlace(id), text.strip());
    return store.write(tx -> {
      Optional<RouteRows.Row> found = RouteRows.find(tx, id);
      if (found.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      RouteRows.Row row = found.get();
      boolean judgeHolds = row.kind() == Route.Kind.JUDGE && result == Route.Result.NOTHING;
      if (judgeHolds || !RouteRows.came(tx, id, new RouteRows.Came(result, by.id(), now, locked))) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      CaseRows.Row file = CaseRows.find(tx, row.caseId()).orElseThrow();
      WorkRows.settle(tx, row.caseId());
      Map<String, String> references = references(file, id, row.kind());
      references.put("result", result.code());
      journal.append(tx, Event.ROUTE_CAME, by.id().toString(), references, locked.hash());
      return Outcome.done(row.caseId());
    });
  }

  /** Everything about a case, the oldest first; nothing of a restricted one. */
  public List<Route> of(Officer by, CaseId id) {
    if (!Rights.may(by, Right.READ_CASES)) {
      return List.of();
    }
    return store.read(tx ->
        CaseRows.find(tx, id).filter(file -> !file.restricted()).isEmpty()
            ? List.of()
            : RouteRows.ofCase(tx, id).stream().map(this::route).toList());
  }

  /** Brings back to the desk what was not answered by its time; how many cases that were. */
  int sendBack() {
    Instant now = clock.instant();
    if (store.read(tx -> RouteRows.late(tx, now)) == 0) {
      return 0;
    }
    return store.write(tx -> {
      List<CaseId> cases = RouteRows.back(tx, now);
      cases.forEach(id -> WorkRows.settle(tx, id));
      return cases.size();
    });
  }

  private static boolean answerable(CaseRows.Row file) {
    return file.side() == Side.THEIRS
        && file.opening() == ActKind.REQUEST
        && !file.restricted()
        && (file.state() == CaseState.OPEN || file.state() == CaseState.CLARIFICATION);
  }

  private static Instant backAt(Tx tx, CaseId id, Instant now) {
    Duration left =
        CaseClock.read(tx, id)
            .map(deadline -> Duration.between(now, deadline.dueAt(now)).dividedBy(2))
            .orElse(USUAL);
    return now.plus(left.compareTo(SOON) < 0 ? SOON : left);
  }

  private static Map<String, String> references(CaseRows.Row file, UUID id, Route.Kind kind) {
    Map<String, String> references = new TreeMap<>();
    references.put("matter", file.request().toString());
    references.put("route", id.toString());
    references.put("to", kind.code());
    return references;
  }

  private Route route(RouteRows.Row row) {
    return new Route(
        row.id(),
        row.caseId(),
        row.kind(),
        contents
            .opened(askedPlace(row.id()), row.asked(), Route.Asked.class)
            .orElse(new Route.Asked("", "", "")),
        row.askedBy(),
        row.askedAt(),
        row.backAt(),
        row.back(),
        row.came()
            .map(came ->
                new Route.Came(
                    came.result(),
                    contents.openReason(camePlace(row.id()), came.text()),
                    came.by(),
                    came.at())));
  }

  private static String askedPlace(UUID id) {
    return "route/" + id + "/asked";
  }

  private static String camePlace(UUID id) {
    return "route/" + id + "/came";
  }
}
