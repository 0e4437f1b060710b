package org.entente.node.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.junit.jupiter.api.Test;

/**
 * The published bytes of a report of an inaccuracy and its answer are read and written as they
 * stand.
 */
class NoticeVectorsTest {
  private static final UUID REQUEST = UUID.fromString("019ab1f0-7c00-7000-8000-00000000000b");
  private static final UUID REPORT = UUID.fromString("019ab1f0-7c00-7000-8000-00000000000e");
  private static final UUID CORRECTION = UUID.fromString("019ab1f0-7c00-7000-8000-00000000000f");
  private static final AuthorityId AZ = new AuthorityId("az.mia");
  private static final AuthorityId RS = new AuthorityId("rs.mup");

  private static byte[] vector(String name) throws IOException {
    try (InputStream in = NoticeVectorsTest.class.getResourceAsStream("/vectors/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static void header(String name, NoticeHeader expected) throws IOException {
    String text = new String(vector(name), StandardCharsets.UTF_8);
    assertThat(NoticeHeader.parse(text)).isEqualTo(expected);
    assertThat(expected.text()).isEqualTo(text);
  }

  private static void content(String name, Notice expected) throws IOException {
    assertThat(NoticeBody.read(expected.kind(), vector(name))).isEqualTo(expected);
    assertThat(NoticeBody.bytes(expected)).isEqualTo(vector(name));
  }

  @Test
  void aReportOfAnInaccuracy() throws Exception {
    header(
        "notice-inaccuracy-header-v1.json",
        new NoticeHeader(
            NoticeKind.INACCURACY,
            RS,
            AZ,
            REQUEST,
            REQUEST,
            null,
            "00112233445566778899aabbccddeeff"));
    content(
        "notice-inaccuracy-v1.json",
        new Notice.Inaccuracy(
            "facts", "Šest kilograma, ne jedanaest.", "The laboratory in Niš measured again."));
  }

  @Test
  void itsAnswer() throws Exception {
    header(
        "notice-finding-header-v1.json",
        new NoticeHeader(
            NoticeKind.FINDING,
            AZ,
            RS,
            REQUEST,
            REQUEST,
            REPORT,
            "ffeeddccbbaa99887766554433221100"));
    content("notice-finding-v1.json", new Notice.Finding(CORRECTION, ""));
    content(
        "notice-finding-denied-v1.json",
        new Notice.Finding(null, "Ölçmə təkrar olundu: on bir kiloqram."));
  }

  @Test
  void aQuestionWhetherAMessageMayBePassedOnAndItsAnswer() throws Exception {
    content("notice-passing-v1.json", new Notice.Passing("ge.mia", "Yük Tbilisiyə gedir."));
    content("notice-permission-v1.json", new Notice.Permission(false, "Naš izvor bi bio ugrožen."));
  }
}
