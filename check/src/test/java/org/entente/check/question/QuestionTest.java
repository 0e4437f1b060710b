package org.entente.check.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.entente.check.oprf.NotAnElement;
import org.entente.check.oprf.P256;
import org.entente.check.oprf.PlainRistretto;
import org.entente.check.oprf.SecretKey;
import org.entente.check.oprf.Voprf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionTest {
  private static final int TWELVE = 12;

  static List<Voprf> suites() {
    return List.of(Voprf.shipped(), new Voprf(new PlainRistretto()), new Voprf(new P256()));
  }

  @ParameterizedTest
  @MethodSource("suites")
  void theAskerGetsTheOutputsTheOwnerPutIntoItsIndex(Voprf voprf) throws NotAnElement {
    SecretKey key = voprf.key(new byte[32], bytes("partner and epoch"));
    Question question = Question.about(List.of(tokens("a", "b"), tokens("c")), TWELVE, voprf);

    Answer answer = Answer.to(question.blinded(), key, voprf);

    List<List<byte[]>> outputs = question.outputs(key.publicKey(), answer).orElseThrow();
    assertThat(outputs.get(0).get(1)).isEqualTo(voprf.direct(key, bytes("b")));
    assertThat(outputs.get(1)).hasSize(1);
    assertThat(outputs.get(1).get(0)).isEqualTo(voprf.direct(key, bytes("c")));
  }

  @ParameterizedTest
  @MethodSource("suites")
  void everySubjectTakesAsManyElements(Voprf voprf) {
    Question one = Question.about(List.of(tokens("a")), TWELVE, voprf);
    Question full =
        Question.about(
            List.of(tokens("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l")),
            TWELVE,
            voprf);
    assertThat(one.blinded()).hasSize(TWELVE).hasSameSizeAs(full.blinded());
  }

  @ParameterizedTest
  @MethodSource("suites")
  void theSameQuestionNeverLooksTheSame(Voprf voprf) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      for (byte[] element : Question.about(List.of(tokens("a")), TWELVE, voprf).blinded()) {
        assertThat(seen.add(HexFormat.of().formatHex(element))).isTrue();
      }
    }
  }

  @Test
  void anAnswerOfAnotherKeyOrderOrLengthIsNotUsed() throws NotAnElement {
    Voprf voprf = Voprf.shipped();
    SecretKey key = voprf.key(new byte[32], bytes("this epoch"));
    SecretKey other = voprf.key(new byte[32], bytes("epoch before"));
    Question question = Question.about(List.of(tokens("a", "b")), TWELVE, voprf);
    Answer answer = Answer.to(question.blinded(), key, voprf);
    List<byte[]> swapped = new ArrayList<>(answer.evaluated());
    Collections.swap(swapped, 0, 1);

    assertThat(question.outputs(key.publicKey(), answer)).isPresent();
    assertThat(question.outputs(other.publicKey(), answer)).isEmpty();
    assertThat(question.outputs(key.publicKey(), Answer.to(question.blinded(), other, voprf)))
        .isEmpty();
    assertThat(question.outputs(key.publicKey(), new Answer(swapped, answer.proof()))).isEmpty();
    assertThat(
            question.outputs(
                key.publicKey(),
                new Answer(answer.evaluated().subList(0, TWELVE - 1), answer.proof())))
        .isEmpty();
  }

  @Test
  void aQuestionWithoutTokensOrWithTooManyCannotBeMade() {
    Voprf voprf = Voprf.shipped();
    assertThatThrownBy(() -> Question.about(List.of(), TWELVE, voprf))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Question.about(List.of(List.of()), TWELVE, voprf))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Question.about(List.of(tokens("a", "b")), 1, voprf))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Question.about(Collections.nCopies(3_000, tokens("a")), TWELVE, voprf))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void elementsOfAStrangerAreCountedBeforeTheyAreRead() {
    assertThat(Elements.read(new byte[0], 32)).isEmpty();
    assertThat(Elements.read(new byte[33], 32)).isEmpty();
    assertThat(Elements.read(new byte[32 * (Elements.MOST + 1)], 32)).isEmpty();
    assertThat(Elements.read(new byte[64], 32).orElseThrow()).hasSize(2);
  }

  private static List<byte[]> tokens(String... texts) {
    return Arrays.stream(texts).map(QuestionTest::bytes).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
