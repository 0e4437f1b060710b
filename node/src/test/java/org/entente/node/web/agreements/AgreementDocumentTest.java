package org.entente.node.web.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.Reading;
import org.entente.agreement.ShippedAgreements;
import org.entente.node.web.frame.Printed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            Printed.reader(Locale.forLanguageTag(language)),
            agreement,
            Map.of(BAKU, List.of("umbrella")));

    String text = Printed.text(pdf);
    assertThat(text).contains(words, "Art. 1(1)(d)", agreement.hash().value(), "umbrella");
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
