package org.entente.node.store;

import java.nio.file.Path;

/**
 * Where a node keeps its rows.
 *
 * @param url {@code jdbc:sqlite:…} for the embedded default, {@code jdbc:postgresql:…} for a server
 * @param user database user; empty for SQLite
 * @param password database password; empty for SQLite
 */
public record StoreSettings(String url, String user, String password) {
  public StoreSettings {
    if (!url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "The database address must start with jdbc:sqlite: or jdbc:postgresql:");
    }
  }

  /** The embedded default: one file. */
  public static StoreSettings embedded(Path file) {
    return new StoreSettings("jdbc:sqlite:" + file.toAbsolutePath(), "", "");
  }

  boolean embedded() {
    return url.startsWith("jdbc:sqlite:");
  }

  @Override
  public String toString() {
    return "StoreSettings[" + (embedded() ? "SQLite" : "PostgreSQL") + "]";
  }
}
