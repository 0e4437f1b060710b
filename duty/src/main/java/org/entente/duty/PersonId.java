package org.entente.duty;

/** A person who keeps watches, by an identifier that carries no name. */
public record PersonId(String value) {
  private static final int LENGTH_MOST = 64;

  public PersonId {
    if (value.isEmpty() || value.length() > LENGTH_MOST || !value.matches("[A-Za-z0-9-]+")) {
      throw new IllegalArgumentException("An identifier of a person is letters, digits and dashes");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
