package org.entente.node.web.frame;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.Instrument;
import org.entente.agreement.ShippedAgreements;
import org.entente.node.casework.Unsent;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What tests of printed documents share: somebody who reads, and the words on the paper. */
public final class Printed {
  private static final Instrument MINISTRIES =
      ((AgreementReader.InstrumentReading.Read)
              new AgreementReader()
                  .readInstrument(ShippedAgreements.serbiaAzerbaijan2010().instrument()))
          .instrument();

  private Printed() {}

  /** The words of a document, each separated by one space. */
  public static String text(byte[] pdf) throws IOException {
    StringBuilder text = new StringBuilder();
    try (PdfReader document = new PdfReader(pdf)) {
      PdfTextExtractor extractor = new PdfTextExtractor(document);
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        text.append(extractor.getTextFromPage(page)).append(' ');
      }
    }
    return text.toString().replaceAll("\\s+", " ");
  }

  /** The name that the shipped agreement of the two ministries gives. */
  private static String agreed(String authority, Locale locale) {
    return MINISTRIES.parties().stream()
        .filter(party -> party.authority().value().equals(authority))
        .map(party -> party.name().in(locale))
        .findFirst()
        .orElse(authority);
  }

  public static Reader reader(Locale locale) {
    ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
    bundles.setBasenames(Sentences.BUNDLES.toArray(String[]::new));
    bundles.setDefaultEncoding("UTF-8");
    bundles.setFallbackToSystemLocale(false);
    bundles.setAlwaysUseMessageFormat(true);
    return new Reader(
        Sentences.of(bundles),
        locale,
        ZoneOffset.UTC,
        Optional.empty(),
        "az.mia",
        Appearance.usual(),
        "",
        "/",
        Instant.EPOCH,
        false,
        List.of(),
        Optional.empty(),
        false,
        false,
        false,
        0,
        Printed::agreed,
        (partner, family, kind) -> true,
        action -> Unsent.Copy.fresh());
  }
}
