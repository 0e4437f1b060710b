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
    return new Shipped("rs-az-2010", "json");
  }

  /**
   * Directive (EU) 2023/977 between three Member States that stand for all, with a demonstration
   * arrangement.
   */
  public static Shipped directive2023977() {
    return new Shipped("directive-2023-977", "yaml");
  }

  /**
   * Regulation (EU) 2024/982 (Prüm II), the search in police records, with a demonstration
   * arrangement.
   */
  public static Shipped prum2PoliceRecords() {
    return new Shipped("prum-2-police-records", "yaml");
  }

  /** A memorandum between two police academies, invented as a demonstration. */
  public static Shipped academies() {
    return new Shipped("academies", "yaml");
  }

  /**
   * A memorandum on training between a ministry and a police university, invented as a
   * demonstration.
   */
  public static Shipped trainingAcademy() {
    return new Shipped("training-academy", "json");
  }

  /** The commented template of an instrument, to be filled for a new bilateral agreement. */
  public static String instrumentTemplate() {
    return Packed.text("template/instrument.yaml");
  }

  /** The commented template of an arrangement; it names its instrument's hash as it is shipped. */
  public static String arrangementTemplate() {
    return Packed.text("template/arrangement.yaml");
  }

  /** One shipped agreement: an instrument, and an arrangement that still wants its annex. */
  public static final class Shipped {

    private final String folder;
    private final String language;

    private Shipped(String folder, String language) {
      this.folder = folder;
      this.language = language;
    }

    /** The instrument's file. */
    public byte[] instrument() {
      return Packed.bytes(folder + "/instrument." + language);
    }

    /** The arrangement's file as shipped, with an empty annex: not readable as it is. */
    public byte[] arrangementTemplate() {
      return Packed.bytes(folder + "/arrangement.demo." + language);
    }

    /** The arrangement's file with these identities in its annex. */
    public byte[] arrangement(Map<AuthorityId, Fingerprint> identities) {
      return switch (ArrangementFile.withAnnex(arrangementTemplate(), identities)) {
        case ArrangementFile.Filled.Complete complete -> complete.bytes();
        case ArrangementFile.Filled.Broken broken ->
            throw new IllegalStateException("a shipped file is broken: " + broken.faults());
      };
    }

    /** The file that says what became of the agreement. */
    public byte[] historyFile() {
      return Packed.bytes(folder + "/history." + language);
    }

    /** What became of the agreement. */
    public History history() {
      return switch (HistoryReader.read(historyFile())) {
        case HistoryReader.Outcome.Read read -> read.history();
        case HistoryReader.Outcome.Broken broken ->
            throw new IllegalStateException("a shipped file is broken: " + broken.faults());
      };
    }

    /** Reads the agreement with these identities; broken unless every party has one. */
    public Reading read(Map<AuthorityId, Fingerprint> identities) {
      Reading reading = new AgreementReader().read(instrument(), arrangement(identities));
      return reading instanceof Reading.Read read
          ? new Reading.Read(read.agreement().with(history()))
          : reading;
    }
  }
}
