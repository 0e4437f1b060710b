package org.entente.agreement;

import java.util.regex.Pattern;

/**
 * The name of a signed instrument, such as {@code rs-az-2010-05-13}.
 *
 * @param value lower-case groups joined by hyphens
 */
public record AgreementId(String value) implements Comparable<AgreementId> {

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{2,20}(-[a-z0-9]{1,20}){1,7}");

  /** Refuses any other shape. */
  public AgreementId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not the shape of an agreement id, such as rs-az-2010-05-13");
    }
  }

  @Override
  public int compareTo(AgreementId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
