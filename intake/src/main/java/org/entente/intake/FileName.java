package org.entente.intake;

/** How a file may be called. */
public final class FileName {
  private static final int MOST_CHARS = 150;

  private FileName() {}

  /** Whether a file may be called like this: no path, nothing that is not seen. */
  public static boolean allowed(String name) {
    return !name.isBlank()
        && name.length() <= MOST_CHARS
        && name.chars().noneMatch(c -> c < ' ' || c == '/' || c == '\\');
  }
}
