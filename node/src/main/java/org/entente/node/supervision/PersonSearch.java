package org.entente.node.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.casework.Casework;
import org.entente.node.checks.CheckId;
import org.entente.node.checks.CheckTraces;
import org.entente.node.delivery.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.records.Comparison;
import org.entente.node.records.IndexSilent;
import org.entente.node.records.Question;
import org.entente.node.records.RecordId;
import org.entente.node.records.Traces;

/**
 * Finds where a person left traces on this node: in requests, records, searches, lists and checks,
 * compared as the rest of the house compares. Safe for use by many threads.
 */
public final class PersonSearch {
  private final Looks looks;
  private final Casework casework;
  private final Traces traces;
  private final CheckTraces checks;

  PersonSearch(Looks looks, Casework casework, Traces traces, CheckTraces checks) {
    this.looks = looks;
    this.casework = casework;
    this.traces = traces;
    this.checks = checks;
  }

  /** What is kept of a search. */
  record Said(PersonDescription who, String reason, List<String> traces, boolean complete) {
    Said {
      traces = List.copyOf(traces);
    }

    Set<TraceKey> keys() {
      Set<TraceKey> keys = new LinkedHashSet<>();
      traces.forEach(text -> TraceKey.read(text).ifPresent(keys::add));
      return keys;
    }
  }

  /**
   * What a search found.
   *
   * @param complete whether every sealed search, list and check of this node was looked at
   */
  public record Found(
      LookId id,
      Instant at,
      PersonDescription who,
      String reason,
      boolean complete,
      boolean dateUnread,
      List<Trace> traces) {
    public Found {
      traces = List.copyOf(traces);
    }

    /** The traces of one kind. */
    public List<Trace> of(TraceKey.Kind kind) {
      return traces.stream().filter(trace -> trace.key().kind() == kind).toList();
    }

    @Override
    public String toString() {
      return "Found[" + id + "]";
    }
  }

  /** Looks for somebody; the look is an entry, and what was asked is kept sealed beside it. */
  public Seen<LookId> search(Officer by, PersonDescription who, String reason) {
    if (!Supervision.mayLook(by)) {
      return Seen.refused(SupervisionRefusal.ROLE_MISSING);
    }
    if (who.tooLong()) {
      return Seen.refused(SupervisionRefusal.TOO_LONG);
    }
    Question question = who.question();
    if (!Traces.askable(question)) {
      return Seen.refused(SupervisionRefusal.NOTHING_ASKED);
    }
    if (Reasons.missing(reason)) {
      return Seen.refused(SupervisionRefusal.REASON_MISSING);
    }
    Map<TraceKey, Trace> found = new LinkedHashMap<>();
    boolean complete;
    try {
      Traces.Opened<Traces.InRequest> requests = traces.requests(question);
      requests.met().forEach(r -> put(found, ofCase(r)));
      Traces.Opened<org.entente.node.records.Found> records = traces.records(question);
      records
          .met()
          .forEach(f -> put(found, Optional.of(new Trace.OfRecord(f.record(), f.likeness()))));
      Traces.Opened<Traces.Searched> searches = traces.searches(question);
      searches.met().forEach(s -> put(found, Optional.of(new Trace.OfSearch(s))));
      Traces.Opened<Traces.Listed> lists = traces.lists(question);
      lists.met().forEach(l -> put(found, Optional.of(new Trace.OfList(l, ""))));
      Traces.Opened<CheckTraces.AskedAbout> asked = checks.about(Comparison.with(question));
      asked.met().forEach(c -> put(found, Optional.of(new Trace.OfCheck(c))));
      complete =
          requests.complete()
              && records.complete()
              && searches.complete()
              && lists.complete()
              && asked.complete();
    } catch (IndexSilent e) {
      return Seen.refused(SupervisionRefusal.INDEX_SILENT);
    }
    List<String> keys = found.keySet().stream().map(TraceKey::toString).toList();
    Said said = new Said(who, reason.strip(), keys, complete);
    Map<String, String> references = Map.of("found", Integer.toString(keys.size()));
    return Seen.done(looks.keep(by, Looks.Kind.SEARCH, said, references));
  }

  private static void put(Map<TraceKey, Trace> found, Optional<? extends Trace> trace) {
    trace.ifPresent(t -> found.putIfAbsent(t.key(), t));
  }

  private Optional<Trace.OfCase> ofCase(Traces.InRequest request) {
    return casework
        .cases()
        .summary(request.caseId())
        .map(s -> new Trace.OfCase(request, s.reference(), s.partner(), s.closedAt().isEmpty()));
  }

  /** What a search found, for the officer who made it, for a day. */
  public Seen<Found> open(Officer by, LookId id) {
    if (!Supervision.mayLook(by)) {
      return Seen.refused(SupervisionRefusal.ROLE_MISSING);
    }
    return looks
        .own(by, id, Looks.Kind.SEARCH, Said.class)
        .map(look -> {
          Said said = look.said();
          Question question = said.who().question();
          return Seen.done(
              new Found(
                  id,
                  look.at(),
                  said.who(),
                  said.reason(),
                  said.complete(),
                  question.dateUnread(),
                  traces(said.keys(), said.who())));
        })
        .orElseGet(() -> Seen.refused(SupervisionRefusal.NOT_FOUND));
  }

  /** The traces as they stand now; what was erased meanwhile is not among them. */
  List<Trace> traces(Set<TraceKey> keys, PersonDescription who) {
    Question question = who.question();
    Comparison comparison = Comparison.with(question);
    Map<TraceKey, Trace> lines = new LinkedHashMap<>();
    if (keys.stream().anyMatch(key -> key.kind() == TraceKey.Kind.LIST)) {
      traces
          .lists(question)
          .met()
          .forEach(l -> put(lines, Optional.of(new Trace.OfList(l, traces.reasonOfList(l.id())))));
    }
    List<Trace> found = new ArrayList<>();
    for (TraceKey key : keys) {
      String id = key.id().toString();
      Optional<? extends Trace> trace =
          switch (key.kind()) {
            case CASE -> traces.request(MessageId.of(id), question).flatMap(this::ofCase);
            case RECORD ->
                traces
                    .record(RecordId.of(id))
                    .map(r -> new Trace.OfRecord(r, comparison.of(r.described().subject())));
            case SEARCH -> traces.search(id, question).map(Trace.OfSearch::new);
            case LIST -> Optional.ofNullable(lines.get(key));
            case CHECK -> checks.check(CheckId.of(id), comparison).map(Trace.OfCheck::new);
          };
      trace.ifPresent(found::add);
    }
    return found;
  }
}
