package org.entente.subject.names;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** How probable a row of Latin letters is as a word of names: letters after the two before. */
final class LetterModel {
  private static final int LETTERS = 38;
  static final int EDGE = 37;
  private static final int SIZE = LETTERS * LETTERS * LETTERS;
  private final float[] threes = new float[SIZE];

  /** As it was learned: one byte a figure, in steps of a sixteenth. */
  static LetterModel read(DataInput in) throws IOException {
    LetterModel model = new LetterModel(List.of(), List.of());
    for (int i = 0; i < SIZE; i++) {
      model.threes[i] = -in.readUnsignedByte() / 16f;
    }
    return model;
  }

  void write(DataOutput out) throws IOException {
    for (float three : threes) {
      out.writeByte(Math.min(255, Math.round(-three * 16)));
    }
  }

  /**
   * The figure for letter {@code c} after {@code a} and {@code b}; 37 stands for the word's edge.
   */
  private float after(int a, int b, int c) {
    return threes[(a * LETTERS + b) * LETTERS + c];
  }

  LetterModel(List<String> words, List<Float> weights) {
    double[] c3 = new double[LETTERS * LETTERS * LETTERS];
    double[] c2 = new double[LETTERS * LETTERS];
    double[] c1 = new double[LETTERS];
    double all = 0;
    for (int w = 0; w < words.size(); w++) {
      int a = EDGE;
      int b = EDGE;
      String word = words.get(w);
      float weight = weights.get(w);
      for (int i = 0; i <= word.length(); i++) {
        int c = i == word.length() ? EDGE : Segments.letter(word.charAt(i));
        c3[(a * LETTERS + b) * LETTERS + c] += weight;
        c2[b * LETTERS + c] += weight;
        c1[c] += weight;
        all += weight;
        a = b;
        b = c;
      }
    }
    for (int a = 0; a < LETTERS; a++) {
      for (int b = 0; b < LETTERS; b++) {
        double s3 = 0;
        double s2 = 0;
        for (int c = 0; c < LETTERS; c++) {
          s3 += c3[(a * LETTERS + b) * LETTERS + c];
          s2 += c2[b * LETTERS + c];
        }
        for (int c = 0; c < LETTERS; c++) {
          double one = (c1[c] + 1) / (all + LETTERS);
          double two = (c2[b * LETTERS + c] + 20 * one) / (s2 + 20);
          double three = (c3[(a * LETTERS + b) * LETTERS + c] + 20 * two) / (s3 + 20);
          threes[(a * LETTERS + b) * LETTERS + c] = (float) Math.log(three);
        }
      }
    }
  }

  /** The figure for letters that go on after others; the end is left open. */
  float row(String before, String more) {
    int length = before.length();
    int a = length < 2 ? EDGE : Segments.letter(before.charAt(length - 2));
    int b = length < 1 ? EDGE : Segments.letter(before.charAt(length - 1));
    float sum = 0;
    for (int i = 0; i < more.length(); i++) {
      int c = Segments.letter(more.charAt(i));
      sum += after(a, b, c);
      a = b;
      b = c;
    }
    return sum;
  }

  float logProbability(String word) {
    int a = EDGE;
    int b = EDGE;
    float sum = 0;
    for (int i = 0; i <= word.length(); i++) {
      int c = i == word.length() ? EDGE : Segments.letter(word.charAt(i));
      sum += threes[(a * LETTERS + b) * LETTERS + c];
      a = b;
      b = c;
    }
    return sum;
  }
}
