package org.entente.check.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.entente.check.oprf.NotAnElement;
import org.entente.check.oprf.Proof;
import org.entente.check.oprf.SecretKey;
import org.entente.check.oprf.Voprf;
import org.entente.check.question.Answer;
import org.entente.check.question.Question;
import org.entente.check.tokens.SubjectTokens;
import org.entente.check.tokens.Token;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An owner answers with another key than the committed one, so as to know a question again by what
 * follows from it, or to make a held person seem unknown. Whether the whole question or one element
 * is tagged, and whichever key, commitment or old proof the owner proves with, the asker's check
 * fails and nothing comes out.
 */
class TaggingOwnerTest {
  private final Voprf voprf = Voprf.shipped();
  private final SecretKey committed = Population.key("az.mia 1");
  private final SecretKey tag = Population.key("a tag");
  private final List<Token> tokens = Population.different(1, 51).getFirst();
  private Question question =
      Question.about(
          List.of(tokens.stream().map(Token::bytes).toList()), SubjectTokens.PER_SUBJECT, voprf);
  private List<byte[]> asked = question.blinded();

  @BeforeEach
  void anHonestAnswerIsTaken() throws NotAnElement {
    assertThat(question.outputs(committed.publicKey(), Answer.to(asked, committed, voprf)))
        .isPresent();
  }

  @Test
  void anotherKeyForOneQuestionIsSeen() throws NotAnElement {
    Answer tagged = Answer.to(asked, tag, voprf);
    assertThat(taken(tagged)).isFalse();
    assertThat(taken(new Answer(tagged.evaluated(), proofBy(committed, tagged.evaluated()))))
        .isFalse();
    Proof honest = Answer.to(asked, committed, voprf).proof();
    assertThat(taken(new Answer(tagged.evaluated(), honest))).isFalse();
  }

  @Test
  void anotherKeyForOneElementIsSeenWhicheverItIs() throws NotAnElement {
    Answer honest = Answer.to(asked, committed, voprf);
    for (int place = 0; place < asked.size(); place++) {
      List<byte[]> evaluated = new ArrayList<>(honest.evaluated());
      evaluated.set(place, voprf.evaluated(tag, asked.get(place)));
      assertThat(taken(new Answer(evaluated, honest.proof()))).isFalse();
      assertThat(taken(new Answer(evaluated, proofBy(committed, evaluated)))).isFalse();
      assertThat(taken(new Answer(evaluated, proofBy(tag, evaluated)))).isFalse();
    }
  }

  @Test
  void twoTagsThatCancelOutInTheSumAreSeen() throws NotAnElement {
    Answer honest = Answer.to(asked, committed, voprf);
    List<byte[]> exchanged = new ArrayList<>(honest.evaluated());
    exchanged.set(0, honest.evaluated().get(1));
    exchanged.set(1, honest.evaluated().get(0));
    assertThat(taken(new Answer(exchanged, honest.proof()))).isFalse();
    assertThat(taken(new Answer(exchanged, proofBy(committed, exchanged)))).isFalse();
  }

  private Proof proofBy(SecretKey key, List<byte[]> evaluated) throws NotAnElement {
    return voprf.proof(key, asked, evaluated);
  }

  private boolean taken(Answer answer) {
    return question.outputs(committed.publicKey(), answer).isPresent();
  }
}
