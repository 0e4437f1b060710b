package org.entente.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an instrument and its arrangement.
 *
 * <p><b>Guarantees.</b> What comes back as {@link Reading.Read} is complete and consistent, and its
 * arrangement is no wider than its instrument. Anything else comes back as {@link Reading.Broken}
 * with places and codes; no bytes make it throw. Thread-safe.
 *
 * <p><b>Does not guarantee</b> that the files say what was signed on paper.
 */
public final class AgreementReader {

  /** More faults than this in one reading help nobody; the rest shows after mending. */
  public static final int MAX_FAULTS = 50;

  private static final String INSTRUMENT = "instrument";
  static final String ARRANGEMENT = "arrangement";

  /**
   * Reads both files, each UTF-8 JSON or YAML of at most 256 KiB. The agreement that comes back has
   * no history yet ({@link Agreement#with}).
   */
  public Reading read(byte[] instrumentJson, byte[] arrangementJson) {
    List<Fault> faults = new ArrayList<>();
    Optional<Source> instrumentSource =
        source(INSTRUMENT, instrumentJson, SchemaCheck.INSTRUMENT, faults);
    Optional<Source> arrangementSource =
        source(ARRANGEMENT, arrangementJson, SchemaCheck.ARRANGEMENT, faults);
    if (instrumentSource.isEmpty() || arrangementSource.isEmpty()) {
      return broken(faults);
    }
    return read(instrumentSource.orElseThrow(), arrangementSource.orElseThrow());
  }

  /** What came of reading an instrument alone. */
  public sealed interface InstrumentReading {
    /**
     * @param hash as an arrangement under it has to name it
     */
    record Read(Instrument instrument, AgreementHash hash) implements InstrumentReading {}

    /** At least one fault. */
    record Broken(List<Fault> faults) implements InstrumentReading {
      /** Copies. */
      public Broken {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Reads an instrument for which there is no arrangement yet. */
  public InstrumentReading readInstrument(byte[] file) {
    List<Fault> faults = new ArrayList<>();
    Optional<Source> source = source(INSTRUMENT, file, SchemaCheck.INSTRUMENT, faults);
    if (source.isEmpty()) {
      return new InstrumentReading.Broken(inOrder(faults));
    }
    Optional<Instrument> instrument = InstrumentBinding.bind(source.orElseThrow(), faults);
    return instrument.isEmpty()
        ? new InstrumentReading.Broken(inOrder(faults))
        : new InstrumentReading.Read(
            instrument.orElseThrow(), CanonicalJson.hash(source.orElseThrow().root()));
  }

  private static Reading read(Source instrumentSource, Source arrangementSource) {
    List<Fault> faults = new ArrayList<>();
    AgreementHash instrumentHash = CanonicalJson.hash(instrumentSource.root());
    Optional<Instrument> instrument = InstrumentBinding.bind(instrumentSource, faults);
    if (instrument.isEmpty()) {
      return broken(faults);
    }
    Optional<Arrangement> arrangement =
        ArrangementBinding.bind(
            arrangementSource, instrument.orElseThrow(), instrumentHash, faults);
    if (arrangement.isEmpty()) {
      return broken(faults);
    }
    return new Reading.Read(
        new Agreement(
            instrument.orElseThrow(),
            arrangement.orElseThrow(),
            instrumentHash,
            hash(instrumentSource, arrangementSource)));
  }

  private static Optional<Source> source(
      String file, byte[] json, SchemaCheck schema, List<Fault> faults) {
    return switch (SourceReader.read(file, json)) {
      case SourceReader.Outcome.Unreadable unreadable -> {
        faults.add(unreadable.fault());
        yield Optional.empty();
      }
      case SourceReader.Outcome.Parsed parsed -> {
        List<Fault> found = schema.faults(parsed.source());
        faults.addAll(found);
        yield found.isEmpty() ? Optional.of(parsed.source()) : Optional.empty();
      }
    };
  }

  private static AgreementHash hash(Source instrument, Source arrangement) {
    ObjectNode both = JsonNodeFactory.instance.objectNode();
    both.set(INSTRUMENT, instrument.root());
    both.set(ARRANGEMENT, arrangement.root());
    return CanonicalJson.hash(both);
  }

  private static Reading broken(List<Fault> faults) {
    return new Reading.Broken(inOrder(faults));
  }

  private static List<Fault> inOrder(List<Fault> faults) {
    Comparator<Fault> byPlace =
        Comparator.comparing(Fault::file)
            .reversed()
            .thenComparingInt(Fault::line)
            .thenComparingInt(Fault::column)
            .thenComparing(Fault::pointer);
    return faults.stream().sorted(byPlace).limit(MAX_FAULTS).toList();
  }
}
