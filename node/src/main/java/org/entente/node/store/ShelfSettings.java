package org.entente.node.store;

import java.nio.file.Path;

/**
 * Where the key shelf lies: never in the database whose content its keys open, and never where a
 * backup keeps yesterday's state.
 *
 * @param url {@code jdbc:sqlite:…} for the embedded default, {@code jdbc:postgresql:…} for a server
 *     that several replicas of a node share
 * @param user database user; empty for SQLite
 * @param password database password; empty for SQLite
 */
public record ShelfSettings(String url, String user, String password) {
  public ShelfSettings {
    Databases.requireKnown(url);
  }

  /** The embedded default: one file. */
  public static ShelfSettings embedded(Path file) {
    return new ShelfSettings("jdbc:sqlite:" + file.toAbsolutePath(), "", "");
  }

  boolean embedded() {
    return Databases.embedded(url);
  }

  @Override
  public String toString() {
    return "ShelfSettings[" + (embedded() ? "SQLite" : "PostgreSQL") + "]";
  }
}
