package org.entente.subject.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which word of one name meets which of the other, and the figures that follow from it. */
final class Meeting {
  /** Log-odds from which two words are taken to meet at all. */
  static final float MEETS = -1f;

  /** Words less alike than this are as unlike as any. */
  static final float UNLIKE = -6f;

  /** A word that meets another so well alone is not joined with its neighbour. */
  private static final float ALONE = 3f;

  /** Log-odds from which two joined words are taken as one. */
  private static final float TOGETHER = 2f;

  /** Log-odds of a nickname beside its name, of an initial beside a word, of two initials alike. */
  private static final float NICKNAME = 1.5f;

  private static final float ONE_INITIAL = 0.5f;
  private static final float TWO_INITIALS = 2f;

  private static final float MOST_NEAR = 4;

  /** What an initial says, in nats. */
  private static final float INITIAL = 1.5f;

  private static final List<Writing> WRITINGS = List.of(Writing.values());

  /** Letters by which joined words may be longer or shorter than the one they are. */
  private static final int MOST_LONGER = 3;

  final List<PreparedWord> left;
  final List<PreparedWord> right;
  final int[] partner;
  final float[] odds;
  final boolean[] initial;

  /** How alike the most alike of the words are that did not meet; words on both sides. */
  private float near = UNLIKE;

  private int open;

  private Meeting(List<PreparedWord> left, List<PreparedWord> right) {
    this.left = left;
    this.right = right;
    this.partner = new int[left.size()];
    this.odds = new float[left.size()];
    this.initial = new boolean[left.size()];
    Arrays.fill(partner, -1);
  }

  static Meeting of(WordPairs words, PreparedName a, PreparedName b) {
    List<PreparedWord> left = a.words();
    List<PreparedWord> right = b.words();
    float[][] odds = new float[left.size()][right.size()];
    for (int i = 0; i < left.size(); i++) {
      for (int j = 0; j < right.size(); j++) {
        odds[i][j] = pair(words, left.get(i), right.get(j));
      }
    }
    Words.Joined one = joining(words, a.joined(), right, odds, false);
    if (one != null) {
      left = joined(left, one);
      float[] row = new float[right.size()];
      for (int j = 0; j < row.length; j++) {
        row[j] = pair(words, one.word(), right.get(j));
      }
      odds = withRow(odds, one, row);
    } else {
      Words.Joined other = joining(words, b.joined(), left, odds, true);
      if (other != null) {
        right = joined(right, other);
        for (int i = 0; i < odds.length; i++) {
          odds[i] = withCell(odds[i], other, pair(words, left.get(i), other.word()));
        }
      }
    }
    Meeting meeting = new Meeting(left, right);
    meeting.assign(odds);
    meeting.nearest(odds);
    return meeting;
  }

  private static List<PreparedWord> joined(List<PreparedWord> parts, Words.Joined some) {
    List<PreparedWord> out = new ArrayList<>(parts);
    out.set(some.from(), some.word());
    out.subList(some.from() + 1, some.from() + some.count()).clear();
    return out;
  }

  private static float[][] withRow(float[][] odds, Words.Joined some, float[] row) {
    float[][] out = new float[odds.length - some.count() + 1][];
    System.arraycopy(odds, 0, out, 0, some.from());
    out[some.from()] = row;
    int after = some.from() + some.count();
    System.arraycopy(odds, after, out, some.from() + 1, odds.length - after);
    return out;
  }

  private static float[] withCell(float[] odds, Words.Joined some, float cell) {
    float[] out = new float[odds.length - some.count() + 1];
    System.arraycopy(odds, 0, out, 0, some.from());
    out[some.from()] = cell;
    int after = some.from() + some.count();
    System.arraycopy(odds, after, out, some.from() + 1, odds.length - after);
    return out;
  }

  private static float pair(WordPairs words, PreparedWord a, PreparedWord b) {
    boolean one = a.role() == PreparedWord.Role.INITIAL;
    boolean two = b.role() == PreparedWord.Role.INITIAL;
    if (one || two) {
      return Initials.agree(a, b) ? (one && two ? TWO_INITIALS : ONE_INITIAL) : Weights.LEAST;
    }
    float odds = words.likeness(a, b, UNLIKE);
    if (odds < NICKNAME && a.nicknames().contains(b.latin())) {
      return NICKNAME;
    }
    return odds < CutWords.MOST ? Math.max(odds, CutWords.odds(a, b)) : odds;
  }

  /** The first neighbours that together, and none alone, are a word of the other name. */
  private static Words.@Nullable Joined joining(
      WordPairs words,
      List<Words.Joined> joined,
      List<PreparedWord> whole,
      float[][] odds,
      boolean turned) {
    for (Words.Joined some : joined) {
      for (int j = 0; j < whole.size(); j++) {
        PreparedWord one = whole.get(j);
        if (one.role() == PreparedWord.Role.INITIAL
            || one.lettersApart(some.word()) > MOST_LONGER
            || anyMeetsAlone(some, j, odds, turned)) {
          continue;
        }
        if (turned
            ? words.likeness(one, some.word(), TOGETHER) > TOGETHER
            : words.likeness(some.word(), one, TOGETHER) > TOGETHER) {
          return some;
        }
      }
    }
    return null;
  }

  private static boolean anyMeetsAlone(Words.Joined some, int j, float[][] odds, boolean turned) {
    for (int i = some.from(); i < some.from() + some.count(); i++) {
      if ((turned ? odds[j][i] : odds[i][j]) > ALONE) {
        return true;
      }
    }
    return false;
  }

  /** The best pair first, then the best of what is left; names are short enough for that. */
  private void assign(float[][] matrix) {
    boolean[] taken = new boolean[right.size()];
    for (int round = 0; round < Math.min(left.size(), right.size()); round++) {
      int bestI = -1;
      int bestJ = -1;
      float best = MEETS;
      for (int i = 0; i < left.size(); i++) {
        for (int j = 0; j < right.size() && partner[i] < 0; j++) {
          float gain = matrix[i][j] - (Math.abs(i - j) * 1e-4f);
          if (!taken[j] && gain > best) {
            best = gain;
            bestI = i;
            bestJ = j;
          }
        }
      }
      if (bestI < 0) {
        return;
      }
      partner[bestI] = bestJ;
      odds[bestI] = matrix[bestI][bestJ];
      initial[bestI] =
          left.get(bestI).role() == PreparedWord.Role.INITIAL
              || right.get(bestJ).role() == PreparedWord.Role.INITIAL;
      taken[bestJ] = true;
    }
  }

  /** Looks at what did not meet: a word that is spelt oddly is no other word yet. */
  private void nearest(float[][] matrix) {
    boolean[] met = new boolean[right.size()];
    int openLeft = 0;
    for (int at : partner) {
      if (at >= 0) {
        met[at] = true;
      } else {
        openLeft++;
      }
    }
    open = Math.min(openLeft, right.size() - (left.size() - openLeft));
    for (int i = 0; i < partner.length; i++) {
      for (int j = 0; j < met.length && partner[i] < 0; j++) {
        near = met[j] ? near : Math.max(near, matrix[i][j]);
      }
    }
  }

  /** What the words that met say together, in log-odds. */
  float sum() {
    float sum = 0;
    for (int i = 0; i < partner.length; i++) {
      sum += partner[i] < 0 ? 0 : odds[i];
    }
    return sum;
  }

  /** Whether nothing met but initials: these are shared by one name in ten. */
  boolean onlyInitials() {
    boolean some = false;
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0 && !initial[i]) {
        return false;
      }
      some |= partner[i] >= 0;
    }
    return some;
  }

  /** How much what met says, by how seldom its words are, in nats. */
  float information() {
    float sum = 0;
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) {
        float both = Math.min(information(left.get(i)), information(right.get(partner[i])));
        sum += initial[i] ? Math.min(both, INITIAL) : both * (float) (1 / (1 + Math.exp(-odds[i])));
      }
    }
    return sum;
  }

  static float information(PreparedWord word) {
    float rare = Math.max(3, Math.min(12, word.rarity()));
    return switch (word.role()) {
      case INITIAL -> INITIAL;
      case PARTICLE -> 1f;
      case TITLE -> 0.5f;
      case NAME -> rare;
    };
  }

  /** The figures of {@link Weights#name}; the same for both orders of the two names. */
  float[] features() {
    float infoLeft = 0;
    float infoRight = 0;
    for (PreparedWord word : left) {
      infoLeft += information(word);
    }
    for (PreparedWord word : right) {
      infoRight += information(word);
    }
    float metLeft = 0;
    float metRight = 0;
    float sum = 0;
    float worst = 12;
    float best = -12;
    int full = 0;
    int initials = 0;
    float shared = 0;
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] < 0) {
        continue;
      }
      PreparedWord l = left.get(i);
      PreparedWord r = right.get(partner[i]);
      float p = (float) (1 / (1 + Math.exp(-odds[i])));
      if (initial[i]) {
        initials++;
        metLeft += information(l) * 0.7f;
        metRight += information(r) * 0.7f;
        continue;
      }
      metLeft += information(l) * p;
      metRight += information(r) * p;
      if (l.role() == PreparedWord.Role.NAME && r.role() == PreparedWord.Role.NAME) {
        full++;
        sum += Math.max(-2, Math.min(8, odds[i]));
        worst = Math.min(worst, odds[i]);
        best = Math.max(best, odds[i]);
        shared += Math.min(information(l), information(r)) * p;
      }
    }
    float openLeft = infoLeft - metLeft;
    float openRight = infoRight - metRight;
    float contradiction = Math.min(openLeft, openRight);
    float omission = Math.abs(openLeft - openRight);
    int shorter = Math.min(left.size(), right.size());
    float low = Math.min(metLeft / Math.max(1, infoLeft), metRight / Math.max(1, infoRight));
    float high = Math.max(metLeft / Math.max(1, infoLeft), metRight / Math.max(1, infoRight));
    float[] out = {
      sum / 8,
      low,
      high,
      Math.min(contradiction, 12) / 6,
      Math.min(contradiction, 3) / 3,
      Math.min(omission, 24) / 12,
      full == 0 ? 0 : worst / 6,
      full == 0 ? 0 : best / 6,
      full == 0 ? 1 : 0,
      full == 1 ? 1 : 0,
      Math.min(full, 4) / 4f,
      Math.min(shared, 30) / 15,
      initials > 0 ? 1 : 0,
      low * high,
      full == 1 && Math.max(left.size(), right.size()) > 1 ? 1 : 0,
      low * Math.min(shared, 30) / 15,
      Math.min(near, MOST_NEAR),
      open,
      shorter == 1 ? 1 : 0,
      shorter == 2 ? 1 : 0
    };
    return withWritings(out);
  }

  /** What counts as alike in one pair of writings is chance in another. */
  private float[] withWritings(float[] figures) {
    float[] out = Arrays.copyOf(figures, figures.length + WRITINGS.size());
    for (List<PreparedWord> name : List.of(left, right)) {
      for (PreparedWord word : name) {
        if (word.writing() != Writing.LATIN) {
          out[figures.length + WRITINGS.indexOf(word.writing())] = 1;
        }
      }
    }
    return out;
  }
}
