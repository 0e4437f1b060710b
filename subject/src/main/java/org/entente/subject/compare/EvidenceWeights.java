package org.entente.subject.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What each piece of evidence weighs, in log-odds, as {@link EvidenceLearning} learned it. */
final class EvidenceWeights {
  /**
   * Set, not learned: the data have no documents. One chance agreement in some 3,000 is assumed.
   */
  static final double SAME_DOCUMENT = 8;

  /** A number belongs to one person, in nats; mistakes and shared numbers aside. */
  static final double NUMBER_INFORMATION = 14;

  /** Set, not learned: two sexes, in nats. */
  static final double SEX_INFORMATION = 0.6;

  /**
   * Set, not learned: the data have no sex. Half of all persons share it, and names mostly show it.
   */
  static final double SAME_SEX = 0.4;

  /** Set: one record in some hundred names the wrong sex. */
  static final double OTHER_SEX = -3.5;

  private final Properties figures;

  EvidenceWeights(Properties figures) {
    this.figures = figures;
  }

  static EvidenceWeights shipped() {
    Properties figures = new Properties();
    try (InputStream in = EvidenceWeights.class.getResourceAsStream("weights.properties")) {
      if (in == null) {
        throw new IllegalStateException("The learned weights are missing from the library");
      }
      figures.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EvidenceWeights(figures);
  }

  /** How much of the name's own log-odds stays when a date of birth is known on both sides. */
  double names() {
    return figure("names");
  }

  double base() {
    return figure("base");
  }

  double born(BirthDates how) {
    return switch (how) {
      case UNKNOWN -> 0;
      // Too seldom in the data to be learned apart.
      case DIGITS_EXCHANGED -> born(BirthDates.ONE_DIGIT);
      case SAME_MONTH_ONLY_MONTH_KNOWN ->
          (born(BirthDates.SAME) + born(BirthDates.SAME_YEAR_ONLY_YEAR_KNOWN)) / 2;
      default -> figure("born." + how.code());
    };
  }

  private double figure(String name) {
    return Double.parseDouble(figures.getProperty(name, "0"));
  }
}
