package org.entente.node.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.entente.intake.CellForms;
import org.entente.intake.FileLayout;
import org.entente.intake.Place;
import org.junit.jupiter.api.Test;

class PlanTest {
  @Test
  void aPlanThatAnEarlierVersionKeptIsReadAsItWasMeant() {
    ListPlan plan =
        RecordJson.any(
            """
            {"name":"flight.csv","reading":{"format":"CSV","charset":"windows-1250",
            "delimiter":";","header":true},"columns":{"ime":"NAME"},"reason":"Invented."}
            """
                .getBytes(StandardCharsets.UTF_8),
            ListPlan.class);

    assertThat(plan.reading())
        .isEqualTo(
            new FileLayout(
                FileLayout.Format.CSV, "windows-1250", ';', true, Place.WHOLE, CellForms.USUAL));
    assertThat(RecordJson.any(RecordJson.any(plan), ListPlan.class)).isEqualTo(plan);
  }
}
