package org.entente.check.ristretto;

/** A point made ready to be added: y + x, y - x, 2z, 2d·t. */
final class Addend {
  final long[] yPlusX = Field.zero();
  final long[] yMinusX = Field.zero();
  final long[] twoZ = Field.zero();
  final long[] twoDt = Field.zero();

  Addend(Point point) {
    Field.add(yPlusX, point.y, point.x);
    Field.subtract(yMinusX, point.y, point.x);
    Field.add(twoZ, point.z, point.z);
    Field.multiply(twoDt, point.t, Point.TWO_D);
  }

  /**
   * Takes the table's entry |digit| - 1, negated where the digit is negative, and the neutral
   * element for 0. Every entry is read, whatever the digit (from -8 to 8).
   */
  void choose(Addend[] table, byte digit) {
    long sign = digit >> 7;
    long size = (digit ^ sign) - sign;
    Field.set(yPlusX, Field.ONE);
    Field.set(yMinusX, Field.ONE);
    Field.add(twoZ, Field.ONE, Field.ONE);
    Field.set(twoDt, new long[Field.LIMBS]);
    for (int i = 0; i < table.length; i++) {
      long difference = size ^ (i + 1);
      long mask = ((difference | -difference) >> 63) ^ -1L;
      Field.select(yPlusX, yPlusX, table[i].yPlusX, mask);
      Field.select(yMinusX, yMinusX, table[i].yMinusX, mask);
      Field.select(twoZ, twoZ, table[i].twoZ, mask);
      Field.select(twoDt, twoDt, table[i].twoDt, mask);
    }
    for (int i = 0; i < Field.LIMBS; i++) {
      long swap = sign & (yPlusX[i] ^ yMinusX[i]);
      yPlusX[i] ^= swap;
      yMinusX[i] ^= swap;
    }
    Field.negateIf(twoDt, twoDt, sign);
  }
}
