package org.entente.agreement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the history of an agreement that was signed before two nodes met. No bytes make it throw.
 * Thread-safe.
 */
public final class HistoryReader {
  private static final String FILE = "history";

  /** Where a civil day begins first on earth; a history has instants and an instrument a day. */
  private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

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
    return read(file, Optional.empty());
  }

  /**
   * The same, held against the instrument it is said to be the history of: it may name no other
   * one, and cannot begin before the day of signature has begun anywhere.
   */
  public static Outcome readFor(Instrument instrument, byte[] file) {
    return read(file, Optional.of(instrument));
  }

  private static Outcome read(byte[] file, Optional<Instrument> instrument) {
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
    List<PartyChange> changes = new ArrayList<>();
    Value root = Value.root(source, faults);
    for (Value entry : root.at("entries").items()) {
      if (isChange(entry)) {
        change(entry, changes, statuses).ifPresent(changes::add);
      } else {
        status(entry, statuses).ifPresent(statuses::add);
      }
    }
    instrument.ifPresent(i -> checkParties(root, i));
    instrument.ifPresent(i -> compare(root, statuses, i));
    return faults.isEmpty()
        ? new Outcome.Read(new History(statuses, changes))
        : new Outcome.Broken(faults);
  }

  private static void compare(Value root, List<Status> statuses, Instrument instrument) {
    root.optional("instrument")
        .filter(named -> !named.text().equals(instrument.id().value()))
        .ifPresent(named ->
            named.add(
                FaultCode.OTHER_INSTRUMENT,
                "This is the history of another instrument than \""
                    + instrument.id().value()
                    + "\"."));
    Instant earliest = instrument.signedOn().atStartOfDay(FIRST_ZONE).toInstant();
    if (!statuses.isEmpty() && statuses.getFirst().at().isBefore(earliest)) {
      root.at("entries")
          .items()
          .getFirst()
          .at("at")
          .add(
              FaultCode.STATUS_ORDER,
              "The instrument was signed on "
                  + instrument.signedOn()
                  + "; its history cannot begin before.");
    }
  }

  /** What bears a party, and what only a party can do. */
  private static boolean isChange(Value entry) {
    return entry.has("party")
        || entry.has("towards")
        || Status.State.ofCode(entry.at("state").text()).isEmpty();
  }

  private static Optional<PartyChange> change(
      Value entry, List<PartyChange> before, List<Status> statuses) {
    Optional<Instant> at = instant(entry.at("at"));
    Optional<PartyChange.Kind> kind = PartyChange.Kind.ofCode(entry.at("state").text());
    if (!entry.has("party") || kind.isEmpty()) {
      entry.add(
          entry.has("party") ? FaultCode.UNKNOWN_VALUE : FaultCode.MISSING_FIELD,
          entry.has("party")
              ? "A party is bound, suspended, resumed or withdrawn."
              : "An entry of one party says which, such as \"party: RS\".");
      return Optional.empty();
    }
    if (at.isEmpty()) {
      return Optional.empty();
    }
    PartyChange change =
        new PartyChange(
            kind.orElseThrow(),
            entry.at("party").text(),
            entry.optional("towards").map(Value::text),
            at.orElseThrow());
    boolean late =
        (!before.isEmpty() && change.at().isBefore(before.getLast().at())) || statuses.isEmpty();
    if (late || !change.mayFollow(before)) {
      entry.add(
          FaultCode.STATUS_ORDER,
          "\"" + entry.at("state").text() + "\" of this party cannot stand at this place.");
      return Optional.empty();
    }
    return Optional.of(change);
  }

  private static void checkParties(Value root, Instrument instrument) {
    Set<String> countries =
        instrument.parties().stream().map(Party::country).collect(Collectors.toSet());
    for (Value entry : root.at("entries").items()) {
      for (String field : List.of("party", "towards")) {
        entry
            .optional(field)
            .filter(named -> !countries.contains(named.text()))
            .ifPresent(named ->
                named.add(FaultCode.DANGLING_REFERENCE, "No authority of this state is a party."));
      }
    }
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
