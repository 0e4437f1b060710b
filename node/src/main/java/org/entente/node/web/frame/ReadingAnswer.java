package org.entente.node.web.frame;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.intake.Doubt;
import org.entente.intake.FileLayout;
import org.entente.intake.FirstLook;

/**
 * How a file is read, by stable codes; {@link ReadingChoice} changes it.
 *
 * @param format {@code csv}, {@code json-lines}, {@code json} or {@code workbook}
 */
public record ReadingAnswer(
    String format,
    String charset,
    String delimiter,
    boolean header,
    int above,
    String sheet,
    String dates,
    String several,
    List<String> nothing) {
  public static ReadingAnswer of(FileLayout layout) {
    return new ReadingAnswer(
        layout.format().code(),
        layout.charset(),
        String.valueOf(layout.delimiter()),
        layout.header(),
        layout.place().above(),
        layout.place().sheet(),
        layout.cells().dates().code(),
        layout.cells().several().code(),
        layout.cells().nothing());
  }

  /**
   * What a file leaves open.
   *
   * @param about {@code charset}, {@code delimiter}, {@code dates}, {@code several} or {@code
   *     sheet}
   * @param asked whether it has to be said before the file is read
   */
  public record DoubtAnswer(
      String about, boolean asked, String chosen, List<ChoiceAnswer> choices) {
    static DoubtAnswer of(Doubt doubt) {
      return new DoubtAnswer(
          doubt.code(),
          doubt.asks(),
          doubt.chosen(),
          doubt.choices().stream()
              .map(choice -> new ChoiceAnswer(choice.value(), choice.sample()))
              .toList());
    }
  }

  /** One way to read it, and what would be read. */
  public record ChoiceAnswer(String value, List<String> sample) {
    @Override
    public String toString() {
      return "ChoiceAnswer[…]";
    }
  }

  /**
   * What came of the values of a column in the first rows.
   *
   * @param notes how many were not understood, by code
   */
  public record UnderstoodAnswer(int values, Map<String, Integer> notes) {
    static UnderstoodAnswer of(FirstLook.Understood understood) {
      Map<String, Integer> notes = new TreeMap<>();
      understood.notes().forEach((fault, times) -> notes.put(fault.code(), times));
      return new UnderstoodAnswer(understood.values(), notes);
    }
  }
}
