package org.entente.subject.names;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A few figures to one, through one row of bends between: what two figures say together is not the
 * sum of what each says alone. Immutable.
 */
final class Network {
  private static final int ROUNDS = 60;
  private static final int AT_ONCE = 512;
  private static final double STEP = 0.01;
  private static final double DECAY = 3e-3;
  private static final double SPREAD = 0.3;
  private static final double SLOW = 0.9;
  private static final double SLOWER = 0.999;

  /** A row for each bend: its weights, then what it begins with; the last row joins the bends. */
  private final float[][] rows;

  Network(float[][] rows) {
    this.rows = rows;
  }

  /** The log-odds for these figures. */
  float of(float[] figures) {
    float[] joins = rows[rows.length - 1];
    float sum = joins[rows.length - 1];
    for (int b = 0; b < rows.length - 1; b++) {
      float[] row = rows[b];
      float in = row[figures.length];
      for (int i = 0; i < figures.length; i++) {
        in += row[i] * figures[i];
      }
      sum += joins[b] * (float) Math.tanh(in);
    }
    return sum;
  }

  /** No figures give more than this. */
  float most() {
    float[] joins = rows[rows.length - 1];
    float sum = joins[rows.length - 1];
    for (int b = 0; b < rows.length - 1; b++) {
      sum += Math.abs(joins[b]);
    }
    return sum;
  }

  /** A line of text for each row. */
  String text() {
    StringBuilder out = new StringBuilder();
    for (float[] row : rows) {
      out.append(out.isEmpty() ? "" : ";");
      for (int i = 0; i < row.length; i++) {
        out.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.4f", row[i]));
      }
    }
    return out.toString();
  }

  static Network read(String text) {
    return new Network(
        Arrays.stream(text.split(";", -1)).map(Network::row).toArray(float[][]::new));
  }

  private static float[] row(String text) {
    String[] cells = text.strip().split(" ", -1);
    float[] row = new float[cells.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = Float.parseFloat(cells[i]);
    }
    return row;
  }

  /** Learns from rows of figures and whether each is so (Adam; Kingma and Ba 2015). */
  static Network learn(List<float[]> figures, List<Boolean> labels, int bends) {
    int n = figures.getFirst().length;
    double[] mean = new double[n];
    double[] spread = new double[n];
    for (int i = 0; i < n; i++) {
      int at = i;
      mean[i] = figures.stream().mapToDouble(row -> row[at]).average().orElse(0);
      double square =
          figures.stream().mapToDouble(row -> Math.pow(row[at] - mean[at], 2)).average().orElse(0);
      spread[i] = square == 0 ? 1 : Math.sqrt(square);
    }
    Random chance = new Random(3);
    double[] w = new double[bends * (n + 1) + bends + 1];
    for (int i = 0; i < w.length - 1; i++) {
      boolean beginning = i < bends * (n + 1) && i % (n + 1) == n;
      w[i] = beginning ? 0 : chance.nextGaussian() * SPREAD;
    }
    double[] first = new double[w.length];
    double[] second = new double[w.length];
    int[] order = new int[figures.size()];
    Arrays.setAll(order, i -> i);
    int step = 0;
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(order, chance);
      double pace = STEP * (1 - round / (double) ROUNDS);
      for (int from = 0; from < order.length; from += AT_ONCE) {
        int to = Math.min(order.length, from + AT_ONCE);
        double[] gradient = new double[w.length];
        for (int k = from; k < to; k++) {
          add(gradient, w, standard(figures.get(order[k]), mean, spread), labels.get(order[k]));
        }
        step++;
        for (int i = 0; i < w.length; i++) {
          double slope = gradient[i] / (to - from) + (decays(i, n, bends) ? DECAY * w[i] : 0);
          first[i] = SLOW * first[i] + (1 - SLOW) * slope;
          second[i] = SLOWER * second[i] + (1 - SLOWER) * slope * slope;
          double size = Math.sqrt(second[i] / (1 - Math.pow(SLOWER, step))) + 1e-8;
          w[i] -= pace * first[i] / (1 - Math.pow(SLOW, step)) / size;
        }
      }
    }
    return folded(w, mean, spread, bends);
  }

  private static boolean decays(int at, int n, int bends) {
    return at < bends * (n + 1) ? at % (n + 1) != n : at != bends * (n + 1) + bends;
  }

  private static void shuffle(int[] order, Random chance) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = chance.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  private static double[] standard(float[] row, double[] mean, double[] spread) {
    double[] out = new double[row.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (row[i] - mean[i]) / spread[i];
    }
    return out;
  }

  private static void add(double[] gradient, double[] w, double[] x, boolean label) {
    int n = x.length;
    int bends = (w.length - 1) / (n + 2);
    int joins = bends * (n + 1);
    double[] out = new double[bends];
    double sum = w[joins + bends];
    for (int b = 0; b < bends; b++) {
      double in = w[b * (n + 1) + n];
      for (int i = 0; i < n; i++) {
        in += w[b * (n + 1) + i] * x[i];
      }
      out[b] = Math.tanh(in);
      sum += w[joins + b] * out[b];
    }
    double error = 1 / (1 + Math.exp(-sum)) - (label ? 1 : 0);
    gradient[joins + bends] += error;
    for (int b = 0; b < bends; b++) {
      gradient[joins + b] += error * out[b];
      double back = error * w[joins + b] * (1 - out[b] * out[b]);
      gradient[b * (n + 1) + n] += back;
      for (int i = 0; i < n; i++) {
        gradient[b * (n + 1) + i] += back * x[i];
      }
    }
  }

  /** Takes the standard scale of each figure into the weights. */
  private static Network folded(double[] w, double[] mean, double[] spread, int bends) {
    int n = mean.length;
    float[][] rows = new float[bends + 1][];
    for (int b = 0; b < bends; b++) {
      rows[b] = new float[n + 1];
      double begins = w[b * (n + 1) + n];
      for (int i = 0; i < n; i++) {
        double weight = w[b * (n + 1) + i] / spread[i];
        rows[b][i] = (float) weight;
        begins -= weight * mean[i];
      }
      rows[b][n] = (float) begins;
    }
    rows[bends] = new float[bends + 1];
    for (int b = 0; b <= bends; b++) {
      rows[bends][b] = (float) w[bends * (n + 1) + b];
    }
    return new Network(rows);
  }
}
