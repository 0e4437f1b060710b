package org.entente.node.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeTest {
  @Test
  void onlyTheWordsThatDifferAreMarked() {
    assertThat(
            Change.between(
                Map.of("Facts", "Eleven kilograms of heroin were found."),
                Map.of("Facts", "Eleven kilograms of cocaine were found.")))
        .containsExactly(
            new Change("Facts", "Eleven kilograms of ", "heroin", "cocaine", " were found."));
  }

  @Test
  void whatWasOnlyAddedOrOnlyRemovedIsWhole() {
    assertThat(Change.between(Map.of(), Map.of("Document", "P 1234567")))
        .containsExactly(new Change("Document", "", "", "P 1234567", ""));
    assertThat(Change.between(Map.of("Document", "P 1234567"), Map.of()))
        .containsExactly(new Change("Document", "", "P 1234567", "", ""));
    assertThat(Change.between(Map.of("Text", "One two."), Map.of("Text", "One two. Three.")))
        .containsExactly(new Change("Text", "One two.", "", " Three.", ""));
  }

  @Test
  void whatIsTheSameIsNotListed() {
    assertThat(Change.between(Map.of("Text", "The same."), Map.of("Text", "The same."))).isEmpty();
  }

  @Test
  void aWordIsNeverCutInItsMiddle() {
    assertThat(Change.between(Map.of("Name", "Petrov"), Map.of("Name", "Petrović")))
        .containsExactly(new Change("Name", "", "Petrov", "Petrović", ""));
    assertThat(Change.between(Map.of("Text", "a b b c"), Map.of("Text", "a b c")))
        .containsExactly(new Change("Text", "a b ", "b ", "", "c"));
  }
}
