package org.entente.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The library of the European Commission for electronic signatures judges our containers. */
class CourtLibraryTest {
  private static SimpleReport report(byte[] container, X509Certificate... trusted) {
    CommonTrustedCertificateSource source = new CommonTrustedCertificateSource();
    List.of(trusted).forEach(c -> source.addCertificate(new CertificateToken(c)));
    CommonCertificateVerifier verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(source);
    SignedDocumentValidator validator =
        SignedDocumentValidator.fromDocument(new InMemoryDocument(container, "case.asice"));
    validator.setCertificateVerifier(verifier);
    return validator.validateDocument().getSimpleReport();
  }

  private static String only(SimpleReport report) {
    assertThat(report.getSignaturesCount()).isEqualTo(1);
    return report.getFirstSignatureId();
  }

  @Test
  void aContainerPassesWithTheSignersCertificateTrusted() throws IOException {
    byte[] container = new SampleCase().container();

    SimpleReport report = report(container, SampleCase.BAKU.evidenceCertificate());

    assertThat(report.getIndication(only(report))).isEqualTo(Indication.TOTAL_PASSED);
    assertThat(report.getSignatureFormat(only(report))).isEqualTo(SignatureLevel.CAdES_BASELINE_B);
  }

  @Test
  void aTimeStampedContainerPassesAtTheHigherLevel() throws IOException {
    try (LocalTimeService service = new LocalTimeService()) {
      SampleCase sample = new SampleCase();
      sample.stamped = true;
      SignedFiles files = sample.files(new SampleCase.Changes());
      TimeStampQuestion question = files.question();
      byte[] container =
          SampleCase.bytes(
              files
                  .stamped(question, service.answer(question.bytes()), service.trusted())
                  .orElseThrow());

      SimpleReport report =
          report(container, SampleCase.BAKU.evidenceCertificate(), service.certificate());

      assertThat(report.getIndication(only(report))).isEqualTo(Indication.TOTAL_PASSED);
      assertThat(report.getSignatureFormat(only(report)))
          .isEqualTo(SignatureLevel.CAdES_BASELINE_T);
    }
  }

  @Test
  void oneChangedByteFails() throws IOException {
    Map<String, byte[]> files = Repacked.unpacked(new SampleCase().container());
    byte[] cover = SampleCase.COVER.clone();
    cover[cover.length - 1] ^= 1;
    files.put(Layout.COVER, cover);
    byte[] container = Repacked.packed(files);

    SimpleReport report = report(container, SampleCase.BAKU.evidenceCertificate());

    assertThat(report.getIndication(only(report))).isNotEqualTo(Indication.TOTAL_PASSED);
    assertThat(report.getSubIndication(only(report)).name()).isEqualTo("HASH_FAILURE");
  }

  @Test
  void aSignerThatNobodyTrustsIsNotPassed() throws IOException {
    SimpleReport report = report(new SampleCase().container());

    assertThat(report.getIndication(only(report))).isEqualTo(Indication.INDETERMINATE);
  }
}
