package org.entente.agreement;

import java.util.Map;

/** The agreements that come with this library. */
public final class ShippedAgreements {

  private ShippedAgreements() {}

  /**
   * The agreement between Serbia and Azerbaijan on cooperation against crime, Baku, 13 May 2010,
   * Articles 1 and 2, with an arrangement that is a demonstration and was agreed by nobody.
   */
  public static Shipped serbiaAzerbaijan2010() {
    return new Shipped("rs-az-2010");
  }

  /** One shipped agreement: an instrument, and an arrangement that still wants its annex. */
  public static final class Shipped {

    private final String folder;

    private Shipped(String folder) {
      this.folder = folder;
    }

    /** The instrument's file. */
    public byte[] instrumentJson() {
      return Packed.bytes(folder + "/instrument.json");
    }

    /** The arrangement's file as shipped, with an empty annex: not readable as it is. */
    public byte[] arrangementTemplateJson() {
      return Packed.bytes(folder + "/arrangement.demo.json");
    }

    /** The arrangement's file with these identities in its annex. */
    public byte[] arrangementJson(Map<AuthorityId, Fingerprint> identities) {
      return switch (ArrangementFile.withAnnex(arrangementTemplateJson(), identities)) {
        case ArrangementFile.Filled.Complete complete -> complete.bytes();
        case ArrangementFile.Filled.Broken broken ->
            throw new IllegalStateException("a shipped file is broken: " + broken.faults());
      };
    }

    /** The file that says what became of the agreement. */
    public byte[] historyJson() {
      return Packed.bytes(folder + "/history.json");
    }

    /** What became of the agreement. */
    public History history() {
      return switch (HistoryReader.read(historyJson())) {
        case HistoryReader.Outcome.Read read -> read.history();
        case HistoryReader.Outcome.Broken broken ->
            throw new IllegalStateException("a shipped file is broken: " + broken.faults());
      };
    }

    /** Reads the agreement with these identities; broken unless every party has one. */
    public Reading read(Map<AuthorityId, Fingerprint> identities) {
      Reading reading = new AgreementReader().read(instrumentJson(), arrangementJson(identities));
      return reading instanceof Reading.Read read
          ? new Reading.Read(read.agreement().with(history()))
          : reading;
    }
  }
}
