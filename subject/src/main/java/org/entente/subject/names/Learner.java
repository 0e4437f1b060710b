package org.entente.subject.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns {@link Segments} from pairs of words by expectation maximisation over all alignments
 * (Dempster, Laird, Rubin 1977; joint segment alignment as in grapheme-to-phoneme conversion).
 *
 * <p>Pairs that no alignment explains better than chance (another name was written beside) fade
 * out: each pair counts with the probability that it is one at all.
 */
final class Learner {
  /** A word, how it was written in Latin, and how often. */
  record Pair(String source, String latin, float weight) {}

  private static final float OUTSIDE = 0.05f;

  private final Writing writing;
  private final int longestSource;
  private final int longestTarget;
  private final Map<String, Integer> sources = new HashMap<>();
  private LongFloats joint = new LongFloats(1 << 16, 0);
  private final List<int[][]> pieces = new ArrayList<>();
  private final List<Pair> pairs;
  private final LetterModel background;
  private final float discount;

  Learner(Writing writing, List<Pair> pairs, LetterModel background, float discount) {
    this.writing = writing;
    this.pairs = pairs;
    this.background = background;
    this.discount = discount;
    this.longestSource = Segments.longestSource(writing);
    this.longestTarget = Segments.longestTarget(writing);
    for (Pair pair : pairs) {
      pieces.add(piecesOf(Segments.START + pair.source() + Segments.END));
    }
  }

  /** For each position the numbers of the pieces that begin there, by length. */
  private int[][] piecesOf(String word) {
    int[][] out = new int[word.length()][];
    for (int i = 0; i < word.length(); i++) {
      int most = Math.min(longest(word, i), word.length() - i);
      out[i] = new int[most];
      for (int l = 1; l <= most; l++) {
        out[i][l - 1] = sources.computeIfAbsent(word.substring(i, i + l), k -> sources.size());
      }
    }
    return out;
  }

  private int longest(String word, int i) {
    return longestSource
        + (word.charAt(i) == Segments.START || i + longestSource + 1 == word.length() ? 1 : 0);
  }

  Segments learn(int rounds) {
    for (int round = 0; round < rounds; round++) {
      LongFloats counts = new LongFloats(1 << 18, 0);
      double likelihood = 0;
      for (int p = 0; p < pairs.size(); p++) {
        likelihood += expect(pairs.get(p), pieces.get(p), counts, round == 0);
      }
      maximise(counts, round);
      System.err.printf(
          "%s round %d: %.4f, %d segments%n",
          writing, round, likelihood / pairs.size(), joint.size());
    }
    return finished();
  }

  private double expect(Pair pair, int[][] piece, LongFloats counts, boolean first) {
    int m = piece.length;
    String latin = pair.latin();
    int n = latin.length();
    double[][] forward = new double[m + 1][n + 1];
    double[][] backward = new double[m + 1][n + 1];
    forward[0][0] = 1;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j <= n; j++) {
        if (forward[i][j] == 0) {
          continue;
        }
        for (int l = 1; l <= piece[i].length; l++) {
          long target = 0;
          for (int t = 0; t <= longestTarget && j + t <= n; t++) {
            if (t > 0) {
              target = target << Segments.LETTER_BITS | Segments.letter(latin.charAt(j + t - 1));
            }
            double w = weight(piece[i][l - 1], target, l, t, i, j, m, n, first);
            if (w > 0) {
              forward[i + l][j + t] += forward[i][j] * w;
            }
          }
        }
      }
    }
    double total = forward[m][n];
    if (total <= 0) {
      return -50;
    }
    backward[m][n] = 1;
    double chance = Math.exp(background.logProbability(latin)) * OUTSIDE;
    double belief = first ? 1 : total / (total + chance * sourceChance(piece, m));
    for (int i = m - 1; i >= 0; i--) {
      for (int j = n; j >= 0; j--) {
        double sum = 0;
        for (int l = 1; l <= piece[i].length; l++) {
          long target = 0;
          for (int t = 0; t <= longestTarget && j + t <= n; t++) {
            if (t > 0) {
              target = target << Segments.LETTER_BITS | Segments.letter(latin.charAt(j + t - 1));
            }
            if (backward[i + l][j + t] == 0) {
              continue;
            }
            double w = weight(piece[i][l - 1], target, l, t, i, j, m, n, first);
            if (w > 0) {
              double through = w * backward[i + l][j + t];
              sum += through;
              if (forward[i][j] > 0) {
                counts.add(
                    Segments.key(piece[i][l - 1], target),
                    (float) (pair.weight() * belief * forward[i][j] * through / total));
              }
            }
          }
        }
        backward[i][j] = sum;
      }
    }
    return Math.log(total);
  }

  private final Map<Integer, Double> marginal = new HashMap<>();

  /** How probable the source word is by itself, by the pieces' own frequencies. */
  private double sourceChance(int[][] piece, int m) {
    double[] forward = new double[m + 1];
    forward[0] = 1;
    for (int i = 0; i < m; i++) {
      for (int l = 1; l <= piece[i].length; l++) {
        forward[i + l] += forward[i] * marginal.getOrDefault(piece[i][l - 1], 0.0);
      }
    }
    return forward[m];
  }

  private double weight(
      int source, long target, int l, int t, int i, int j, int m, int n, boolean first) {
    if (!first) {
      return joint.get(Segments.key(source, target));
    }
    double slope = Math.abs((i + l / 2.0) / m - (j + t / 2.0) / Math.max(1, n));
    return Math.exp(-2.0 * (l - 1) - 1.0 * Math.abs(t - l) - 6 * slope) * 0.01;
  }

  private void maximise(LongFloats counts, int round) {
    double[] total = {0};
    LongFloats kept = new LongFloats(counts.size() / 2 + 16, 0);
    marginal.clear();
    int[] lengths = new int[sources.size()];
    sources.forEach((s, id) -> lengths[id] = s.length());
    counts.forEach((key, count) -> {
      int source = (int) (key >>> 36) - 1;
      float less = count - discount * (lengths[source] > 1 ? 2 : 1) * (round == 0 ? 0.2f : 1);
      if (less > 0) {
        kept.put(key, less);
        total[0] += less;
        marginal.merge(source, (double) less, Double::sum);
      }
    });
    LongFloats normal = new LongFloats(kept.size(), 0);
    kept.forEach((key, count) -> normal.put(key, (float) (count / total[0])));
    marginal.replaceAll((k, v) -> v / total[0]);
    joint = normal;
  }

  private Segments finished() {
    Segments out = new Segments(writing, longestSource, longestTarget);
    String[] names = new String[sources.size()];
    sources.forEach((s, id) -> names[id] = s);
    joint.forEach((key, p) -> {
      int source = (int) (key >>> 36) - 1;
      out.add(names[source], key & ((1L << 36) - 1), (float) Math.log(p));
    });
    out.settle();
    return out;
  }
}
