package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way back above a page. */
class PlaceTest {
  @ParameterizedTest
  @CsvSource({
    "/cases/0192, /",
    "/requests/new, /",
    "/requests/0192/person, /",
    "/informations/new, /",
    "/records/imports, /records",
    "/records/imports/0192, /records /records/imports",
    "/records/0192, /records",
    "/records/screenings/0192, /records /records/screenings",
    "/checks/new, /checks",
    "/checks/lists/0192, /checks /checks/lists",
    "/checks/offers, /checks",
    "/calls/new, /measures",
    "/measures/0192, /measures",
    "/duty/plan, /duty",
    "/steps, /agreements",
    "/steps/0192, /agreements /steps",
    "/agreements/ab12, /agreements",
    "/notices/0192/withdrawal, /reviews",
    "/matters/0192, /ledger",
    "/log-stops, /ledger",
    "/lost-messages, /ledger",
    "/officers/0192/closure, /officers",
    "/oversight/statistics/counted, /oversight /oversight/statistics",
    "/oversight/answers/0192, /oversight /oversight/answers"
  })
  void aPageSaysWhatItHangsUnder(String path, String above) {
    assertThat(Place.above(path).stream().map(Place::address).toList())
        .isEqualTo(List.of(above.split(" ", -1)));
  }

  @ParameterizedTest
  @CsvSource({"/", "/records", "/checks", "/oversight", "/officers", "/ledger", "/account"})
  void whatTheMenuLeadsToHangsUnderNothing(String path) {
    assertThat(Place.above(path)).isEmpty();
  }
}
