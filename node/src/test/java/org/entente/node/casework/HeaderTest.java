package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.PersonalData;
import org.entente.agreement.UrgencyReason;
import org.entente.node.delivery.SealedAttachment;
import org.entente.node.exchange.AttachmentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTest {
  private static final AuthorityId BAKU = new AuthorityId("az.mia");
  private static final AuthorityId BELGRADE = new AuthorityId("rs.mup");

  private static Header header(ActKind kind, OffenceArea offence, UrgencyReason reason) {
    return new Header(
        Act.of(kind, BAKU, BELGRADE, offence)
            .urgent(reason)
            .with(
                PersonalData.of(
                    Set.of(DataSubjectCategory.WITNESS), Set.of(DataCategory.PERSONAL_DETAILS))),
        "ab".repeat(32),
        new UUID(1, 2),
        "AZ-2026-000001",
        new UUID(3, 4),
        ActKind.REQUEST,
        "0f".repeat(16),
        List.of(new SealedAttachment(new AttachmentId(new UUID(5, 6)), 7, "cd".repeat(32))));
  }

  @Property(tries = 100)
  void aHeaderIsReadAsItWasWritten(
      @ForAll ActKind kind, @ForAll OffenceArea offence, @ForAll UrgencyReason reason) {
    Header header = header(kind, offence, reason);

    assertThat(Header.parse(header.text())).isEqualTo(header);
  }

  @Property(tries = 200)
  void anythingElseIsRefusedWithoutRepeatingIt(@ForAll String text) {
    assertThatThrownBy(() -> Header.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"version\":1', '\"version\":2'",
    "'\"version\":1', '\"version\":1,\"version\":1'",
    "'\"version\":1', '\"version\":1,\"more\":true'",
    "'drug-trafficking', 'jaywalking'",
    "'az.mia', 'AZ.MIA'",
    "'AZ-2026-000001', 'anything'",
  })
  void aChangedFormIsRefused(String from, String to) {
    String good =
        header(ActKind.REQUEST, OffenceArea.DRUG_TRAFFICKING, UrgencyReason.THREAT_TO_LIFE).text();
    String changed = good.replace(from, to);

    assertThat(changed).isNotEqualTo(good);
    assertThatThrownBy(() -> Header.parse(changed)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTooLargeHeaderIsRefused() {
    assertThatThrownBy(() -> Header.parse(" ".repeat(20_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
