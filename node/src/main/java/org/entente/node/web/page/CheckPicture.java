package org.entente.node.web.page;

import java.util.ArrayList;
import java.util.List;
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
  private static final int COLUMNS = 25;

  public CheckPicture {
    signs = List.copyOf(signs);
  }

  /** A partner's place. */
  public record Sign(int x, int y, AnswerState state, String partner) {}

  public static CheckPicture of(List<PartnerAnswer> answers) {
    boolean named = answers.size() <= NAMED_MOST;
    int columns = named ? Math.clamp(answers.size(), 1, NAMED_COLUMNS) : COLUMNS;
    int cell = named ? NAMED_CELL : WIDTH / columns;
    int row = named ? 74 : 30;
    List<Sign> signs = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      signs.add(
          new Sign(
              cell * (i % columns) + cell / 2,
              row * (i / columns) + (named ? 26 : row / 2),
              answers.get(i).state(),
              answers.get(i).partner().value()));
    }
    int rows = (answers.size() + columns - 1) / columns;
    return new CheckPicture(cell * columns, Math.max(row, rows * row), named, signs);
  }
}
