package org.entente.agreement;

import java.util.regex.Pattern;

/**
 * The fingerprint of an authority's identity, as printed in the annex of the arrangement.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record Fingerprint(String value) implements Comparable<Fingerprint> {

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  /** Refuses any other shape. */
  public Fingerprint {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not the shape of a fingerprint: 64 lower-case hexadecimal digits");
    }
  }

  @Override
  public int compareTo(Fingerprint other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
