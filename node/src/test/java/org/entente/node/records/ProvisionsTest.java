package org.entente.node.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.intake.Stated;
import org.junit.jupiter.api.Test;

class ProvisionsTest {
  private static final Instant DAY = Instant.parse("2026-06-01T00:00:00Z");

  private static Provisions provisions(Set<HandlingCode> handling) {
    return new Provisions(
        DataSubjectCategory.SUSPECT_OR_CONVICTED,
        OffenceArea.DRUG_TRAFFICKING,
        Evaluation.ofCode("B2").orElseThrow(),
        handling,
        DAY.plus(Duration.ofDays(100)),
        DAY.plus(Duration.ofDays(200)),
        List.of(new AuthorityId("az.mia")));
  }

  /** The digest by which a file tells what it changed is made of these words. */
  @Test
  void severalHandlingCodesAreSaidInTheSameOrderAfterEveryStart() {
    assertThat(provisions(EnumSet.allOf(HandlingCode.class)).toString())
        .contains("handling=" + List.of(HandlingCode.values()));
  }

  @Test
  void aRowChangesOnlyWhatItStates() {
    Provisions usual = provisions(Set.of(HandlingCode.H1));
    Stated nothing = new Stated(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    Stated code =
        new Stated(
            Optional.empty(), Optional.empty(), Evaluation.ofCode("X4"), Set.of(HandlingCode.H2));

    assertThat(usual.but(nothing)).isEqualTo(usual);
    assertThat(usual.but(code))
        .returns(usual.category(), Provisions::category)
        .returns(usual.eraseBy(), Provisions::eraseBy)
        .returns("X4", p -> p.evaluation().code())
        .returns(Set.of(HandlingCode.H2), Provisions::handling);
  }
}
