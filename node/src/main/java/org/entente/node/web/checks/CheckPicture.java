package org.entente.node.web.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.entente.node.checks.AnswerState;
import org.entente.node.checks.PartnerAnswer;

/**
 * Which partners were asked, as a picture: one sign a partner, told apart by form and not by colour
 * alone.
 *
 * @param width in the picture's units
 * @param height in the same
 * @param named whether there is room for names
 */
public record CheckPicture(int width, int height, boolean named, List<Sign> signs) {
  private static final int WIDTH = 680;
  private static final int NAMED_MOST = 24;
  private static final int NAMED_COLUMNS = 4;
  private static final int NAMED_CELL = 170;
  private static final int NAMED_ROW = 104;
  private static final int LINE_CHARS = 24;
  private static final int LINES_MOST = 3;
  private static final int COLUMNS = 25;

  public CheckPicture {
    signs = List.copyOf(signs);
  }

  /**
   * A partner's place.
   *
   * @param name of the authority
   * @param lines the name, broken to fit below the sign; the last one is cut where it is too long
   */
  public record Sign(int x, int y, AnswerState state, String name, List<String> lines) {}

  /** The picture of some answers, with authorities called by these names. */
  public static CheckPicture of(List<PartnerAnswer> answers, UnaryOperator<String> names) {
    boolean named = answers.size() <= NAMED_MOST;
    int columns = named ? Math.clamp(answers.size(), 1, NAMED_COLUMNS) : COLUMNS;
    int cell = named ? NAMED_CELL : WIDTH / columns;
    int row = named ? NAMED_ROW : 30;
    List<Sign> signs = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      signs.add(
          new Sign(
              cell * (i % columns) + cell / 2,
              row * (i / columns) + (named ? 26 : row / 2),
              answers.get(i).state(),
              names.apply(answers.get(i).partner().value()),
              broken(names.apply(answers.get(i).partner().value()))));
    }
    int rows = (answers.size() + columns - 1) / columns;
    return new CheckPicture(cell * columns, Math.max(row, rows * row), named, signs);
  }

  private static List<String> broken(String name) {
    List<String> lines = new ArrayList<>();
    for (String word : name.split(" ", -1)) {
      boolean fits = !lines.isEmpty() && lines.getLast().length() + 1 + word.length() <= LINE_CHARS;
      if (fits) {
        lines.set(lines.size() - 1, lines.getLast() + " " + word);
      } else if (lines.size() < LINES_MOST) {
        lines.add(word);
      } else {
        lines.set(LINES_MOST - 1, lines.getLast() + " …");
        break;
      }
    }
    return lines;
  }
}
