package org.entente.subject;

/** A domain or the address of a page as written, also made harmless ({@code hxxp}, {@code [.]}). */
public record WebAddress(String written) implements Subject {
  @Override
  public String toString() {
    return "WebAddress[]";
  }
}
