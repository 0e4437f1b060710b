package org.entente.agreement;

import java.util.regex.Pattern;

/**
 * An organisation entitled to exchange, such as {@code az.mia} or {@code rs.mup}.
 *
 * @param value country code, a full stop, and a short name
 */
public record AuthorityId(String value) implements Comparable<AuthorityId> {

  private static final Pattern SHAPE = Pattern.compile("[a-z]{2}\\.[a-z0-9-]{2,20}");

  /** Refuses any other shape. */
  public AuthorityId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not the shape of an authority id, such as rs.mup");
    }
  }

  @Override
  public int compareTo(AuthorityId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
