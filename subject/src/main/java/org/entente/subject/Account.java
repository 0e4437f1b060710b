package org.entente.subject;

/** A bank account or wallet as written: an IBAN, a national number. */
public record Account(String written) implements Subject {
  @Override
  public String toString() {
    return "Account[]";
  }
}
