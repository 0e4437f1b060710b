package org.entente.subject.names;

import java.util.ArrayList;
import java.util.List;

/** The few best beginnings of a spelling, the best first; equal ones are kept once. */
final class Beam {
  private static final int WIDTH = 8;

  private final String[] texts = new String[WIDTH];
  private final float[] scores = new float[WIDTH];
  private int size;

  int size() {
    return size;
  }

  String text(int k) {
    return texts[k];
  }

  float score(int k) {
    return scores[k];
  }

  /** Whether a beginning with this score, or less, could be among the best. */
  boolean takes(float score) {
    return size < WIDTH || score > scores[WIDTH - 1];
  }

  /** Offers a beginning with what goes on. */
  void offer(String before, String more, float score) {
    if (!takes(score)) {
      return;
    }
    String text = before.concat(more);
    int at = find(text);
    if (at < size && scores[at] >= score) {
      return;
    }
    if (at == WIDTH) {
      at--;
    }
    size = Math.max(size, at + 1);
    while (at > 0 && scores[at - 1] < score) {
      texts[at] = texts[at - 1];
      scores[at] = scores[at - 1];
      at--;
    }
    texts[at] = text;
    scores[at] = score;
  }

  private int find(String text) {
    int at = 0;
    while (at < size && !texts[at].equals(text)) {
      at++;
    }
    return at;
  }

  /** The best that are not empty. */
  List<Alignment.Spelling> best(int most) {
    List<Alignment.Spelling> out = new ArrayList<>();
    for (int k = 0; k < size && out.size() < most; k++) {
      if (!texts[k].isEmpty()) {
        out.add(new Alignment.Spelling(texts[k], scores[k]));
      }
    }
    return out;
  }
}
