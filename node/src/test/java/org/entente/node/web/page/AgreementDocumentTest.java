package org.entente.node.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.Reading;
import org.entente.agreement.ShippedAgreements;
import org.entente.node.web.Sentences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.context.support.ResourceBundleMessageSource;

class AgreementDocumentTest {
  private static final AuthorityId BAKU = new AuthorityId("az.mia");

  @ParameterizedTest
  @CsvSource({
    "en, Illicit trade in narcotic drugs",
    "az, Narkotik vasitələrin",
    "sr, Недозвољена трговина",
    "sr-Latn, Nedozvoljena trgovina"
  })
  void theDocumentSaysInEveryLanguageWhatThePageSays(String language, String words)
      throws IOException {
    Agreement agreement = agreement();

    byte[] pdf =
        AgreementDocument.of(
            reader(Locale.forLanguageTag(language)), agreement, Map.of(BAKU, List.of("umbrella")));

    String text = text(pdf);
    assertThat(text).contains(words, "Art. 1(1)(d)", agreement.hash().value(), "umbrella");
  }

  static String text(byte[] pdf) throws IOException {
    StringBuilder text = new StringBuilder();
    try (PdfReader document = new PdfReader(pdf)) {
      PdfTextExtractor extractor = new PdfTextExtractor(document);
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        text.append(extractor.getTextFromPage(page)).append(' ');
      }
    }
    return text.toString().replaceAll("\\s+", " ");
  }

  static Reader reader(Locale locale) {
    ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
    bundles.setBasename("messages");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setFallbackToSystemLocale(false);
    bundles.setAlwaysUseMessageFormat(true);
    return new Reader(
        Sentences.of(bundles),
        locale,
        ZoneOffset.UTC,
        Optional.empty(),
        "az.mia",
        "",
        "/",
        Instant.EPOCH,
        false);
  }

  private static Agreement agreement() {
    Reading reading =
        ShippedAgreements.serbiaAzerbaijan2010()
            .read(
                Map.of(
                    BAKU,
                    new Fingerprint("0a".repeat(32)),
                    new AuthorityId("rs.mup"),
                    new Fingerprint("0b".repeat(32))));
    if (reading instanceof Reading.Read read) {
      return read.agreement();
    }
    throw new AssertionError("The shipped agreement cannot be read");
  }
}
