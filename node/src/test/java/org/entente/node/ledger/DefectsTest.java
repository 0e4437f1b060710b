package org.entente.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.node.work.Faults;
import org.junit.jupiter.api.Test;

class DefectsTest {
  @Test
  void aDefectIsNotedWithItsPlaceAndWithoutItsWords() {
    String place =
        Faults.place(
            new IllegalStateException(
                "Petar Đorđević", new IllegalArgumentException("born 1990-01-02")));

    assertThat(place)
        .contains("IllegalStateException at org.entente.node.ledger.DefectsTest.aDefect")
        .contains("because of java.lang.IllegalArgumentException at ")
        .doesNotContain("Petar")
        .doesNotContain("1990");
  }
}
