package org.entente.check.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TokenTest {
  @Test
  void aTokenIsItsDomainItsFamilyAndItsText() {
    assertThat(new Token(Family.PLATE, "BG123ŠT").bytes())
        .isEqualTo("Entente-Token-v1\u0015BG123ŠT".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void tokensOfTwoFamiliesDifferWhateverTheyHold() {
    assertThat(new Token(Family.PLATE, "1").bytes())
        .isNotEqualTo(new Token(Family.SERIAL, "1").bytes());
  }

  @Test
  void noTwoFamiliesHaveOneCodeAndEachCodeIsOneByte() {
    assertThat(Arrays.stream(Family.values()).map(Family::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code > 0 && code < 128);
  }

  @Test
  void whatHoldsNothingOrTooMuchIsNoToken() {
    assertThatThrownBy(() -> new Token(Family.PLATE, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Token(Family.PLATE, "9".repeat(Token.LONGEST_TEXT + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("9999");
  }
}
