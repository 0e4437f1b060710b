package org.entente.subject.names;

import java.util.Arrays;
import java.util.List;

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

  /** More than sums of these figures are ever rounded by. */
  private static final float ROUNDING = 1e-2f;

  private static final ThreadLocal<float[]> ROOM = ThreadLocal.withInitial(() -> new float[1024]);

  /** How far an alignment may stray from the straight one, in letters. */
  private static final int BAND = 5;

  private final Segments segments;
  private final int[][] pieces;
  private final float[] single;
  private final String word;

  /** Best log probability of what follows each letter, whatever it is written as. */
  private final float[] rest;

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
    rest = rest();
  }

  private float[] rest() {
    int m = word.length();
    float[] after = new float[m + 1];
    for (int i = m - 1; i >= 0; i--) {
      after[i] = after[i + 1] + single[i];
      for (int l = 1; l <= pieces[i].length; l++) {
        int piece = pieces[i][l - 1];
        if (piece >= 0) {
          after[i] = Math.max(after[i], after[i + l] + segments.chance(piece));
        }
      }
    }
    return after;
  }

  /** log P(latin | word) by the best alignment, slips of the pen allowed. */
  float logProbability(LatinForm latin) {
    return logProbability(latin, Segments.IMPOSSIBLE);
  }

  /**
   * The same where it may reach {@code least}; any figure below that where it may not. A beginning
   * is given up as soon as the rest of the word, however it went on, could not make up for it.
   */
  float logProbability(LatinForm latin, float least) {
    int m = word.length();
    int n = latin.length();
    int width = n + 1;
    float[] best = room(m, width);
    best[0] = 0;
    float needed = least + alone - ROUNDING;
    int reached = 0;
    for (int i = 0; i <= reached; i++) {
      int middle = i * n / m;
      int last = Math.min(n, middle + BAND);
      for (int j = Math.max(0, middle - BAND); j <= last; j++) {
        float here = best[i * width + j];
        if (here + rest[i] < needed || here < -1e8f) {
          continue;
        }
        boolean maySlip = here + SLIP + rest[i] >= needed;
        if (j < n && maySlip) {
          raise(best, i * width + j + 1, here + SLIP + ANY_LETTER);
        }
        if (i < m) {
          if (i == 0 || i == m - 1) {
            raise(best, (i + 1) * width + j, here);
            reached = Math.max(reached, i + 1);
          } else if (maySlip) {
            reached = Math.max(reached, slips(best, latin.letters(), i, j, here, width));
          }
          reached = Math.max(reached, learned(best, latin, i, j, here, width));
        }
      }
    }
    return reached < m ? Segments.IMPOSSIBLE : best[m * width + n] - alone;
  }

  /** What a row of alignments is kept in; each thread has one and uses it again. */
  private static float[] room(int m, int width) {
    float[] best = ROOM.get();
    int size = (m + 1) * width;
    if (best.length < size) {
      best = new float[size];
      ROOM.set(best);
    }
    Arrays.fill(best, 0, size, Segments.IMPOSSIBLE);
    return best;
  }

  /** A letter left out, mistaken, or exchanged with the next one; the furthest letter reached. */
  private int slips(float[] best, String latin, int i, int j, float here, int width) {
    int n = width - 1;
    raise(best, (i + 1) * width + j, here + SLIP + single[i]);
    if (j < n) {
      raise(best, (i + 1) * width + j + 1, here + SLIP + ANY_LETTER + single[i]);
      if (segments.writing == Writing.LATIN
          && j + 1 < n
          && i + 2 < word.length()
          && word.charAt(i) == latin.charAt(j + 1)
          && word.charAt(i + 1) == latin.charAt(j)) {
        raise(best, (i + 2) * width + j + 2, here + SLIP + single[i] + single[i + 1]);
        return i + 2;
      }
    }
    return i + 1;
  }

  /** Every learned piece that goes on here; the furthest letter reached. */
  private int learned(float[] best, LatinForm latin, int i, int j, float here, int width) {
    int left = latin.length() - j;
    int letter = left == 0 ? 0 : latin.codes()[j];
    int furthest = i;
    for (int l = 1; l <= pieces[i].length; l++) {
      int piece = pieces[i][l - 1];
      if (piece < 0) {
        continue;
      }
      int at = (i + l) * width + j;
      long firsts = segments.firsts(piece);
      if ((firsts & 1) != 0) {
        raise(best, at, here + segments.silent(piece));
        furthest = i + l;
      }
      if (left == 0 || (firsts & 1L << letter) == 0) {
        continue;
      }
      furthest = i + l;
      int group = segments.group(piece, letter);
      for (int k = segments.begin(group); k < segments.begin(group + 1); k++) {
        long target = segments.target(k);
        int length = Segments.length(target);
        if (length <= left && latin.packed(j, length) == target) {
          raise(best, at + length, here + segments.figure(k));
        }
      }
    }
    return furthest;
  }

  private static void raise(float[] best, int at, float to) {
    if (to > best[at]) {
      best[at] = to;
    }
  }

  /** The likeliest Latin spellings, the best first. */
  List<Spelling> spellings(int most, LetterModel letters, float taste) {
    int m = word.length();
    Beam[] at = new Beam[m + 1];
    Arrays.setAll(at, i -> new Beam());
    at[0].offer("", "", 0);
    for (int i = 0; i < m; i++) {
      for (int k = 0; k < at[i].size(); k++) {
        String before = at[i].text(k);
        boolean known = false;
        for (int l = 1; l <= pieces[i].length; l++) {
          int piece = pieces[i][l - 1];
          if (piece < 0) {
            continue;
          }
          known = true;
          List<Segments.Arc> arcs = segments.arcs(piece);
          for (int a = 0; a < Math.min(ARCS, arcs.size()); a++) {
            Segments.Arc arc = arcs.get(a);
            float score = at[i].score(k) + arc.logProbability();
            if (at[i + l].takes(score)) {
              at[i + l].offer(
                  before, arc.latin(), score + taste * letters.row(before, arc.latin()));
            }
          }
        }
        if (!known) {
          at[i + 1].offer(before, "", at[i].score(k) + UNKNOWN_LETTER);
        }
      }
    }
    return at[m].best(most);
  }

  private static final int ARCS = 8;

  /** A Latin spelling of a word. */
  record Spelling(String latin, float logProbability) {}
}
