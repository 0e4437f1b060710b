package org.entente.arms.compare;

import java.util.Comparator;
import org.entente.subject.Marking;

/**
 * Serial numbers laid beside each other. A sign in doubt fits every sign and says nothing; signs
 * that are mistaken for each other on worn metal cost little, others much.
 */
final class Serials {
  /** Signs that fit, that look alike, and those that do not, in bits. */
  private static final double SAME = 3.0;

  private static final double ALIKE = 1.0;
  private static final double OTHER = -5.0;
  private static final double LOST = -3.5;
  private static final double TURNED = 1.0;

  /** At either end a sign is worn off or broken off more often than within. */
  private static final double LOST_AT_END = -2.0;

  /** Each row: signs of which one is read for another. */
  private static final String[] MISREAD = {
    "0OQDCUG", "1IL7T", "2Z7", "3B8", "4A", "5S6", "6GB", "8B", "9GP", "UV", "VYX", "MNH", "KXH",
    "EF", "PRF"
  };

  private static final int SIGNS = 128;
  private static final boolean[][] LOOKS = looks();

  private Serials() {}

  /**
   * How two canonical numbers fit.
   *
   * @param score in bits
   * @param faults places at which both are read and differ, or one has a sign too few
   * @param doubts places at which one is in doubt
   * @param looks places at which two signs look alike without being the same
   */
  record Fit(double score, int faults, int doubts, int looks) {
    static final Fit NOTHING = new Fit(0, 0, 0, 0);
    static final Comparator<Fit> BEST_LAST =
        Comparator.comparingDouble(Fit::score)
            .thenComparing(Comparator.comparingInt(Fit::faults).reversed())
            .thenComparing(Comparator.comparingInt(Fit::looks).reversed());

    Fit plus(double more, int fault, int doubt, int look) {
      return new Fit(score + more, faults + fault, doubts + doubt, looks + look);
    }

    /** The higher score, then the fewer faults and look-alikes: the same whoever is named first. */
    Fit better(Fit other) {
      return other.betterThan(this) ? other : this;
    }

    boolean betterThan(Fit other) {
      return BEST_LAST.compare(this, other) > 0;
    }
  }

  /** The best way to lay the one beside the other. */
  static Fit fit(String a, String b) {
    int n = a.length();
    int m = b.length();
    Fit[][] best = new Fit[n + 1][m + 1];
    best[0][0] = Fit.NOTHING;
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        if (i == 0 && j == 0) {
          continue;
        }
        Fit fit = new Fit(Double.NEGATIVE_INFINITY, 0, 0, 0);
        if (i > 0 && j > 0) {
          fit = fit.better(step(best[i - 1][j - 1], a.charAt(i - 1), b.charAt(j - 1)));
        }
        if (i > 0) {
          fit = fit.better(best[i - 1][j].plus(lost(j, m), 1, 0, 0));
        }
        if (j > 0) {
          fit = fit.better(best[i][j - 1].plus(lost(i, n), 1, 0, 0));
        }
        if (turned(a, b, i, j)) {
          fit = fit.better(best[i - 2][j - 2].plus(TURNED, 1, 0, 0));
        }
        best[i][j] = fit;
      }
    }
    return best[n][m];
  }

  /** Whether one is a part of the other, at its beginning or end, and at least four signs long. */
  static boolean partOf(String a, String b) {
    String small = a.length() < b.length() ? a : b;
    String large = a.length() < b.length() ? b : a;
    return small.length() >= 4
        && small.length() < large.length()
        && small.indexOf(Marking.DOUBT) < 0
        && (large.startsWith(small) || large.endsWith(small));
  }

  private static Fit step(Fit before, char x, char y) {
    if (x == Marking.DOUBT || y == Marking.DOUBT) {
      return before.plus(0, 0, 1, 0);
    }
    if (x == y) {
      return before.plus(SAME, 0, 0, 0);
    }
    return x < SIGNS && y < SIGNS && LOOKS[x][y]
        ? before.plus(ALIKE, 0, 0, 1)
        : before.plus(OTHER, 1, 0, 0);
  }

  private static double lost(int at, int length) {
    return at == 0 || at == length ? LOST_AT_END : LOST;
  }

  private static boolean turned(String a, String b, int i, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1)
        && a.charAt(i - 1) != a.charAt(i - 2)
        && a.charAt(i - 1) != Marking.DOUBT
        && a.charAt(i - 2) != Marking.DOUBT;
  }

  private static boolean[][] looks() {
    boolean[][] looks = new boolean[SIGNS][SIGNS];
    for (String row : MISREAD) {
      for (int x = 0; x < row.length(); x++) {
        for (int y = 0; y < row.length(); y++) {
          looks[row.charAt(x)][row.charAt(y)] = true;
        }
      }
    }
    return looks;
  }
}
