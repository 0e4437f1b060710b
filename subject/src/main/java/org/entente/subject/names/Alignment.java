package org.entente.subject.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A word laid out for alignment with Latin words: which learned pieces begin at each letter, and
 * how probable the word is by itself. Immutable; made once, aligned many times.
 */
final class Alignment {
  /**
   * A letter left out, put in, mistaken or exchanged with its neighbour: once in some 150 letters.
   */
  static final float SLIP = -5f;

  /** One letter among 26, as the mistaken one. */
  private static final float ANY_LETTER = -3.26f;

  /** A letter that was never learned. */
  private static final float UNKNOWN_LETTER = -9f;

  /** How far an alignment may stray from the straight one, in letters. */
  private static final int BAND = 5;

  private final Segments segments;
  private final int[][] pieces;
  private final float[] single;
  private final String word;

  /** Best log probability of the word by itself. */
  final float alone;

  Alignment(String letters, Segments segments) {
    this.segments = segments;
    this.word = Segments.START + letters + Segments.END;
    int m = word.length();
    pieces = new int[m][];
    single = new float[m];
    float[] best = new float[m + 1];
    Arrays.fill(best, Segments.IMPOSSIBLE);
    best[0] = 0;
    for (int i = 0; i < m; i++) {
      int most = Math.min(segments.longestSource + 1, m - i);
      pieces[i] = new int[most];
      for (int l = 1; l <= most; l++) {
        int id = segments.find(word.substring(i, i + l));
        pieces[i][l - 1] = id;
        if (id >= 0) {
          best[i + l] = Math.max(best[i + l], best[i] + segments.chance(id));
        }
      }
      int one = pieces[i][0];
      boolean edge = i == 0 || i == m - 1;
      single[i] = edge ? 0 : one >= 0 ? segments.chance(one) : UNKNOWN_LETTER;
      best[i + 1] = Math.max(best[i + 1], best[i] + (edge ? -0.01f : single[i] - 0.01f));
    }
    alone = best[m];
  }

  /** log P(latin | word) by the best alignment, slips of the pen allowed. */
  float logProbability(String latin) {
    int m = word.length();
    int n = latin.length();
    int width = n + 1;
    float[] best = new float[(m + 1) * width];
    Arrays.fill(best, Segments.IMPOSSIBLE);
    best[0] = 0;
    int longest = segments.longestTarget;
    int[] codes = new int[n];
    for (int j = 0; j < n; j++) {
      codes[j] = Segments.letter(latin.charAt(j));
    }
    for (int i = 0; i <= m; i++) {
      int middle = i * n / m;
      for (int j = Math.max(0, middle - BAND); j <= Math.min(n, middle + BAND); j++) {
        float here = best[i * width + j];
        if (here < -1e8f) {
          continue;
        }
        if (j < n) {
          raise(best, i * width + j + 1, here + SLIP + ANY_LETTER);
        }
        if (i == m) {
          continue;
        }
        boolean edge = i == 0 || i == m - 1;
        raise(best, (i + 1) * width + j, here + (edge ? 0 : SLIP + single[i]));
        if (!edge && j < n) {
          raise(best, (i + 1) * width + j + 1, here + SLIP + ANY_LETTER + single[i]);
          if (segments.writing == Writing.LATIN
              && j + 1 < n
              && i + 2 < m
              && word.charAt(i) == latin.charAt(j + 1)
              && word.charAt(i + 1) == latin.charAt(j)) {
            raise(best, (i + 2) * width + j + 2, here + SLIP + single[i] + single[i + 1]);
          }
        }
        for (int l = 1; l <= pieces[i].length; l++) {
          int piece = pieces[i][l - 1];
          if (piece < 0) {
            continue;
          }
          long firsts = segments.firsts(piece);
          if ((firsts & 1) != 0) {
            raise(best, (i + l) * width + j, here + segments.weight(piece, 0));
          }
          if (j == n || (firsts & 1L << codes[j]) == 0) {
            continue;
          }
          long target = 0;
          for (int t = 1; t <= longest && j + t <= n; t++) {
            target = target << Segments.LETTER_BITS | codes[j + t - 1];
            float w = segments.weight(piece, target);
            if (w > -1e8f) {
              raise(best, (i + l) * width + j + t, here + w);
            }
          }
        }
      }
    }
    return best[m * width + n] - alone;
  }

  private static void raise(float[] best, int at, float to) {
    if (to > best[at]) {
      best[at] = to;
    }
  }

  /** The likeliest Latin spellings, the best first. */
  List<Spelling> spellings(int most, LetterModel letters, float taste) {
    int m = word.length();
    List<Map<String, Float>> at = new ArrayList<>();
    for (int i = 0; i <= m; i++) {
      at.add(new HashMap<>());
    }
    at.get(0).put("", 0f);
    for (int i = 0; i < m; i++) {
      List<Map.Entry<String, Float>> open = new ArrayList<>(at.get(i).entrySet());
      open.sort(Map.Entry.<String, Float>comparingByValue().reversed());
      for (var entry : open.subList(0, Math.min(BEAM, open.size()))) {
        boolean known = false;
        for (int l = 1; l <= pieces[i].length; l++) {
          int piece = pieces[i][l - 1];
          if (piece < 0) {
            continue;
          }
          known = true;
          List<Segments.Arc> arcs = segments.arcs(piece);
          for (Segments.Arc arc : arcs.subList(0, Math.min(ARCS, arcs.size()))) {
            String text = entry.getKey() + Segments.unpack(arc.target());
            float score =
                entry.getValue()
                    + arc.logProbability()
                    + taste * row(letters, text, entry.getKey().length());
            at.get(i + l).merge(text, score, Math::max);
          }
        }
        if (!known) {
          at.get(i + 1).merge(entry.getKey(), entry.getValue() + UNKNOWN_LETTER, Math::max);
        }
      }
    }
    return at.get(m).entrySet().stream()
        .filter(e -> !e.getKey().isEmpty())
        .sorted(Map.Entry.<String, Float>comparingByValue().reversed())
        .limit(most)
        .map(e -> new Spelling(e.getKey(), e.getValue()))
        .toList();
  }

  private static final int BEAM = 8;
  private static final int ARCS = 8;

  private static float row(LetterModel letters, String text, int from) {
    float sum = 0;
    for (int i = from; i < text.length(); i++) {
      int a = i < 2 ? LetterModel.EDGE : Segments.letter(text.charAt(i - 2));
      int b = i < 1 ? LetterModel.EDGE : Segments.letter(text.charAt(i - 1));
      sum += letters.after(a, b, Segments.letter(text.charAt(i)));
    }
    return sum;
  }

  /** A Latin spelling of a word. */
  record Spelling(String latin, float logProbability) {}
}
