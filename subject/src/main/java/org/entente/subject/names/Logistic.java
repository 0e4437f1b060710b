package org.entente.subject.names;

import java.util.List;

/**
 * Logistic regression by Newton's method with a small ridge, for rows of a few figures. Used by the
 * programs that learn the weights of this library, never while comparing.
 */
public final class Logistic {
  private static final int STEPS = 30;

  private Logistic() {}

  /** The weights that make the labels likeliest; each row has the same length. */
  public static double[] fit(List<float[]> rows, List<Boolean> labels, double ridge) {
    int n = rows.getFirst().length;
    double[] w = new double[n];
    for (int step = 0; step < STEPS; step++) {
      double[][] hessian = new double[n][n];
      double[] gradient = new double[n];
      for (int r = 0; r < rows.size(); r++) {
        float[] x = rows.get(r);
        double z = 0;
        for (int i = 0; i < n; i++) {
          z += w[i] * x[i];
        }
        double p = 1 / (1 + Math.exp(-z));
        double error = (labels.get(r) ? 1 : 0) - p;
        double s = Math.max(1e-9, p * (1 - p));
        for (int i = 0; i < n; i++) {
          gradient[i] += error * x[i];
          for (int j = 0; j <= i; j++) {
            hessian[i][j] += s * x[i] * x[j];
          }
        }
      }
      for (int i = 0; i < n; i++) {
        gradient[i] -= ridge * rows.size() * 1e-3 * w[i];
        hessian[i][i] += ridge * rows.size() * 1e-3 + 1e-9;
        for (int j = 0; j < i; j++) {
          hessian[j][i] = hessian[i][j];
        }
      }
      double[] move = solve(hessian, gradient);
      double size = 0;
      for (int i = 0; i < n; i++) {
        w[i] += move[i];
        size += Math.abs(move[i]);
      }
      if (size < 1e-8) {
        break;
      }
    }
    return w;
  }

  private static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
      }
      double[] row = a[c];
      a[c] = a[pivot];
      a[pivot] = row;
      double value = b[c];
      b[c] = b[pivot];
      b[pivot] = value;
      for (int r = c + 1; r < n; r++) {
        double factor = a[r][c] / a[c][c];
        for (int k = c; k < n; k++) {
          a[r][k] -= factor * a[c][k];
        }
        b[r] -= factor * b[c];
      }
    }
    double[] x = new double[n];
    for (int r = n - 1; r >= 0; r--) {
      double sum = b[r];
      for (int k = r + 1; k < n; k++) {
        sum -= a[r][k] * x[k];
      }
      x[r] = sum / a[r][r];
    }
    return x;
  }
}
