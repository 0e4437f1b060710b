package org.entente.duty;

/** A post that is held around the clock, such as the desk of the contact point. */
public record PostId(String value) {
  private static final int LENGTH_MOST = 40;

  public PostId {
    if (value.isEmpty() || value.length() > LENGTH_MOST || !value.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException(
          "An identifier of a post is small letters, digits and dashes");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
