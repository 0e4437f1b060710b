package org.entente.subject;

/** The digest of a file as written: hexadecimal, of MD5, SHA-1 or the SHA-2 family. */
public record FileHash(String written) implements Subject {
  @Override
  public String toString() {
    return "FileHash[]";
  }
}
