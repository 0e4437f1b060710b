package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a spreadsheet makes of exported rows. */
class CsvTextTest {
  @Test
  void noCellBecomesAFormulaAlsoWhereTheSpreadsheetSplitsAtSemicolons() {
    assertThat(CsvText.row(List.of("a;=1+1", "=2+2", "plain")))
        .isEqualTo("\"a;=1+1\",'=2+2,plain\r\n");
  }
}
