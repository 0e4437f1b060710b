package org.entente.node.web.page;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.node.checks.CheckTraces;
import org.entente.node.records.RecordView;
import org.entente.node.records.Traces;
import org.entente.node.supervision.Trace;
import org.entente.node.supervision.TraceKey;

/** A trace of a person in one line. */
public final class TraceText {
  private TraceText() {}

  /** What tells the trace from others. */
  public static String title(Reader reader, Trace trace) {
    return switch (trace) {
      case Trace.OfCase(Traces.InRequest request, String reference, var partner, var open) ->
          reference
              + " · "
              + (request.person().givenName() + " " + request.person().familyName()).strip();
      case Trace.OfRecord(RecordView record, var likeness) -> RecordText.headline(record);
      case Trace.OfSearch(Traces.Searched search) ->
          search.question().name().isBlank()
              ? reader.time(search.at())
              : search.question().name().strip();
      case Trace.OfList(Traces.Listed line, String reason) -> CheckText.headline(line.subject());
      case Trace.OfCheck(CheckTraces.AskedAbout check) ->
          CheckText.headline(check.about().subject());
    };
  }

  /** What else is known of it, without a person's data. */
  public static String about(Reader reader, Trace trace, OversightNames names) {
    return switch (trace) {
      case Trace.OfCase(Traces.InRequest request, String reference, var partner, var open) ->
          reader.name(partner.value())
              + born(request.person().birthDate() == null ? "" : request.person().birthDate());
      case Trace.OfRecord(RecordView record, var likeness) ->
          record.source()
              + born(RecordText.born(record))
              + " · "
              + record.provisions().category().label(reader.locale());
      case Trace.OfSearch(Traces.Searched search) ->
          names.of(search.by()) + " · " + reader.time(search.at());
      case Trace.OfList(Traces.Listed line, String reason) ->
          names.of(line.by())
              + " · "
              + reader.time(line.at())
              + (reason.isEmpty() ? "" : " · " + reason);
      case Trace.OfCheck(CheckTraces.AskedAbout check) ->
          names.of(check.by())
              + " · "
              + reader.time(check.at())
              + " · "
              + check.about().why().purpose();
    };
  }

  private static String born(String date) {
    return date.isEmpty() ? "" : " · " + date;
  }

  /** Where a supervisor may read on; empty where the trace has no page for him. */
  public static String address(Trace trace) {
    return switch (trace) {
      case Trace.OfCase(Traces.InRequest request, String reference, var partner, var open) ->
          "/cases/" + request.caseId();
      case Trace.OfCheck(CheckTraces.AskedAbout check) -> "/checks/" + check.id();
      case Trace.OfRecord r -> "";
      case Trace.OfSearch s -> "";
      case Trace.OfList l -> "";
    };
  }

  /** Matters that go on first: they need a thought before anything is told. */
  public static List<Trace> openFirst(List<Trace> traces) {
    return traces.stream().sorted(Comparator.comparing((Trace t) -> !t.open())).toList();
  }

  /** Who is asked before the person is told of a matter that goes on. */
  public static String toAsk(Reader reader, Trace trace) {
    return trace.partners().stream()
        .map(partner -> reader.name(partner.value()))
        .collect(Collectors.joining(", "));
  }

  /** The trace of a decision in words; its kind alone once it was erased. */
  public static String title(Reader reader, List<Trace> traces, String key) {
    return traces.stream()
        .filter(trace -> trace.key().toString().equals(key))
        .map(trace -> title(reader, trace))
        .findFirst()
        .orElse("–");
  }

  /** Whether what it says is restricted. */
  public static boolean restricted(Trace trace) {
    return trace instanceof Trace.OfCase c && c.request().restricted();
  }

  /** Which kind of trace a key names, in words. */
  public static String kind(Reader reader, TraceKey key) {
    return reader.of("trace-kind", key.kind());
  }
}
