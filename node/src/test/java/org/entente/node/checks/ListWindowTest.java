package org.entente.node.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.entente.intake.Description;
import org.entente.intake.RowFault;
import org.entente.intake.SubjectLines;
import org.junit.jupiter.api.Test;

class ListWindowTest {
  private static final int ALL = 2 * ListWindow.LINES + 100;

  private int read;

  private List<SubjectLines.Line> lines(long from, int most) {
    read++;
    return LongStream.range(from, Math.min(from + most, ALL))
        .mapToObj(i ->
            new SubjectLines.Line(
                i + 1, Map.of(), new Description.Read.Faulty(RowFault.KEY_MISSING, "")))
        .toList();
  }

  @Test
  void everyLineComesOnceAndInOrderAndTheListIsSeldomRead() throws IOException {
    ListWindow window = new ListWindow(this::lines);

    long at = 0;
    for (List<SubjectLines.Line> some = window.at(at, Asked.MOST_SUBJECTS);
        !some.isEmpty();
        some = window.at(at, Asked.MOST_SUBJECTS)) {
      assertThat(some.getFirst().line()).isEqualTo(at + 1);
      at += some.size();
    }

    assertThat(at).isEqualTo(ALL);
    assertThat(read).isLessThanOrEqualTo(5);
  }

  @Test
  void smallerPartsAndEarlierLinesComeToo() throws IOException {
    ListWindow window = new ListWindow(this::lines);

    assertThat(window.at(200, 64)).hasSize(64).first().returns(201L, SubjectLines.Line::line);
    assertThat(window.at(3, 1)).hasSize(1).first().returns(4L, SubjectLines.Line::line);
    assertThat(window.at(ALL - 1, 128))
        .hasSize(1)
        .first()
        .returns((long) ALL, SubjectLines.Line::line);
    assertThat(window.at(ALL, 128)).isEmpty();
  }
}
