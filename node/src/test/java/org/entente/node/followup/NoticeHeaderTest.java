package org.entente.node.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.agreement.AuthorityId;
import org.junit.jupiter.api.Test;

class NoticeHeaderTest {
  private static final NoticeHeader ERASURE =
      new NoticeHeader(
          NoticeKind.ERASURE,
          new AuthorityId("az.mia"),
          new AuthorityId("rs.mup"),
          new UUID(1, 2),
          new UUID(3, 4),
          null,
          "0123456789abcdef0123456789abcdef");

  @Test
  void aHeaderReadsBackAsItWasWritten() {
    assertThat(NoticeHeader.parse(ERASURE.text())).isEqualTo(ERASURE);
    assertThat(ERASURE.envelope().family()).isEqualTo("notice");
    assertThat(ERASURE.envelope().kind()).isEqualTo("erasure");
  }

  @Test
  void itsFormIsTheOneOfTheProtocol() {
    assertThat(ERASURE.text())
        .isEqualTo(
            "{\"version\":1,\"notice\":\"erasure\",\"from\":\"az.mia\",\"to\":\"rs.mup\","
                + "\"about\":\"00000000-0000-0001-0000-000000000002\","
                + "\"matter\":\"00000000-0000-0003-0000-000000000004\",\"answers\":null,"
                + "\"salt\":\"0123456789abcdef0123456789abcdef\"}");
  }

  @Test
  void anAcknowledgementNamesItsNoticeAndNothingElseDoes() {
    String answering =
        ERASURE.text().replace("\"answers\":null", "\"answers\":\"" + UUID.randomUUID() + "\"");
    String silent = ERASURE.text().replace("erasure", "acknowledgement");

    assertThatThrownBy(() -> NoticeHeader.parse(answering))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NoticeHeader.parse(silent))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void whateverComesIsReadOrRefused(@ForAll String text) {
    assertThatThrownBy(() -> NoticeHeader.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void aChangedHeaderIsReadWholeOrRefused(
      @ForAll @net.jqwik.api.constraints.IntRange(min = 0, max = 200) int at, @ForAll char with) {
    StringBuilder changed = new StringBuilder(ERASURE.text());
    changed.setCharAt(Math.min(at, changed.length() - 1), with);
    NoticeHeader read;
    try {
      read = NoticeHeader.parse(changed.toString());
    } catch (IllegalArgumentException e) {
      return;
    }
    assertThat(NoticeHeader.parse(read.text())).isEqualTo(read);
  }
}
