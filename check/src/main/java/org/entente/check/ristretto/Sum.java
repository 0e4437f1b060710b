package org.entente.check.ristretto;

/**
 * A point that changes while others are added to it (the unified formulas of Hisil, Wong, Carter
 * and Dawson for a = -1). Not safe for threads.
 */
final class Sum {
  private final long[] x;
  private final long[] y;
  private final long[] z;
  private final long[] t;
  private final long[] a = Field.zero();
  private final long[] b = Field.zero();
  private final long[] c = Field.zero();
  private final long[] d = Field.zero();
  private final long[] e = Field.zero();
  private final long[] f = Field.zero();
  private final long[] g = Field.zero();
  private final long[] h = Field.zero();

  Sum(Point start) {
    x = Field.copy(start.x);
    y = Field.copy(start.y);
    z = Field.copy(start.z);
    t = Field.copy(start.t);
  }

  void add(Addend other) {
    Field.subtract(a, y, x);
    Field.multiply(a, a, other.yMinusX);
    Field.add(b, y, x);
    Field.multiply(b, b, other.yPlusX);
    Field.multiply(c, t, other.twoDt);
    Field.multiply(d, z, other.twoZ);
    finish();
  }

  /** Adds the negative of a point; not for a secret choice. */
  void subtract(Addend other) {
    Field.subtract(a, y, x);
    Field.multiply(a, a, other.yPlusX);
    Field.add(b, y, x);
    Field.multiply(b, b, other.yMinusX);
    Field.multiply(c, t, other.twoDt);
    Field.negate(c, c);
    Field.multiply(d, z, other.twoZ);
    finish();
  }

  private void finish() {
    Field.subtract(e, b, a);
    Field.subtract(f, d, c);
    Field.add(g, d, c);
    Field.add(h, b, a);
    Field.multiply(x, e, f);
    Field.multiply(y, g, h);
    Field.multiply(z, f, g);
    Field.multiply(t, e, h);
  }

  /** Doubles so many times, at least once. */
  void doubled(int times) {
    for (int i = 0; i < times; i++) {
      Field.square(a, x);
      Field.square(b, y);
      Field.square(c, z);
      Field.add(c, c, c);
      Field.add(h, a, b);
      Field.add(e, x, y);
      Field.square(e, e);
      Field.subtract(e, h, e);
      Field.subtract(g, a, b);
      Field.add(f, c, g);
      Field.multiply(x, e, f);
      Field.multiply(y, g, h);
      Field.multiply(z, f, g);
    }
    Field.multiply(t, e, h);
  }

  Point point() {
    return new Point(Field.copy(x), Field.copy(y), Field.copy(z), Field.copy(t));
  }
}
