package org.entente.agreement;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the history of an agreement that was signed before two nodes met. No bytes make it throw.
 * Thread-safe.
 */
public final class HistoryReader {
  private static final String FILE = "history";

  private HistoryReader() {}

  /** What came of reading it. */
  public sealed interface Outcome {
    record Read(History history) implements Outcome {}

    /** At least one fault. */
    record Broken(List<Fault> faults) implements Outcome {
      /** Copies. */
      public Broken {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Reads UTF-8 JSON or YAML of at most 256 KiB, format {@code entente-history}. */
  public static Outcome read(byte[] file) {
    List<Fault> faults = new ArrayList<>();
    Source source;
    switch (SourceReader.read(FILE, file)) {
      case SourceReader.Outcome.Unreadable unreadable -> {
        return new Outcome.Broken(List.of(unreadable.fault()));
      }
      case SourceReader.Outcome.Parsed parsed -> source = parsed.source();
    }
    faults.addAll(SchemaCheck.HISTORY.faults(source));
    if (!faults.isEmpty()) {
      return new Outcome.Broken(faults);
    }
    List<Status> statuses = new ArrayList<>();
    for (Value entry : Value.root(source, faults).at("entries").items()) {
      status(entry, statuses).ifPresent(statuses::add);
    }
    return faults.isEmpty() ? new Outcome.Read(new History(statuses)) : new Outcome.Broken(faults);
  }

  private static Optional<Status> status(Value entry, List<Status> before) {
    Optional<Instant> at = instant(entry.at("at"));
    Optional<Status.State> state = Status.State.ofCode(entry.at("state").text());
    if (at.isEmpty() || state.isEmpty()) {
      return Optional.empty();
    }
    Status status =
        new Status(
            state.orElseThrow(), at.orElseThrow(), entry.optional("note").map(Value::localText));
    Optional<Status> last = before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
    if (!status.mayFollow(last)) {
      entry.add(
          FaultCode.STATUS_ORDER,
          last.map(l ->
                  "\""
                      + status.state().code()
                      + "\" at this time cannot follow \""
                      + l.state().code()
                      + "\".")
              .orElse("A history begins with the signature."));
      return Optional.empty();
    }
    return Optional.of(status);
  }

  private static Optional<Instant> instant(Value value) {
    try {
      return Optional.of(Instant.parse(value.text()));
    } catch (DateTimeException noInstant) {
      value.add(FaultCode.MALFORMED, "This is no instant such as 2011-01-01T00:00:00Z.");
      return Optional.empty();
    }
  }
}
