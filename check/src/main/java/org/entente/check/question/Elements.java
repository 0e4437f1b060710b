package org.entente.check.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Elements as they cross the border: one after the other, without anything between. */
public final class Elements {
  /** Elements of one question at most; a proof covers no more either. */
  public static final int MOST = 16_384;

  private Elements() {}

  public static byte[] joined(List<byte[]> elements) {
    int size = elements.isEmpty() ? 0 : elements.getFirst().length;
    byte[] out = new byte[size * elements.size()];
    for (int i = 0; i < elements.size(); i++) {
      System.arraycopy(elements.get(i), 0, out, i * size, size);
    }
    return out;
  }

  /**
   * @param elementBytes length of one
   * @return nothing where the bytes are no whole number of them, none or more than {@link #MOST}
   */
  public static Optional<List<byte[]>> read(byte[] joined, int elementBytes) {
    int count = joined.length / elementBytes;
    if (count == 0 || count > MOST || joined.length % elementBytes != 0) {
      return Optional.empty();
    }
    List<byte[]> elements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      elements.add(Arrays.copyOfRange(joined, i * elementBytes, (i + 1) * elementBytes));
    }
    return Optional.of(elements);
  }
}
