package org.entente.node.store;

import java.nio.file.Path;

/**
 * Where a node keeps its rows.
 *
 * @param url {@code jdbc:sqlite:…} for the embedded default, {@code jdbc:postgresql:…} for a server
 * @param user database user; empty for SQLite
 * @param password database password; empty for SQLite
 * @param shelf where the keys of the content lie, apart from the rows
 */
public record StoreSettings(String url, String user, String password, ShelfSettings shelf) {
  /** Folder of the embedded key shelf, beside the embedded database. */
  public static final String SHELF_FOLDER = "keys";

  private static final String SHELF_FILE = "shelf.db";

  public StoreSettings {
    Databases.requireKnown(url);
    if (url.equals(shelf.url())) {
      throw new IllegalArgumentException("The key shelf must not lie in the database");
    }
  }

  /** The embedded default: one file, and the key shelf in a folder beside it. */
  public static StoreSettings embedded(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("The database lies in a folder");
    }
    return embedded(file, shelfIn(folder));
  }

  /** The embedded database with its key shelf elsewhere. */
  public static StoreSettings embedded(Path file, ShelfSettings shelf) {
    return new StoreSettings("jdbc:sqlite:" + file.toAbsolutePath(), "", "", shelf);
  }

  /** The embedded key shelf of a node's folder. */
  public static ShelfSettings shelfIn(Path folder) {
    return ShelfSettings.embedded(folder.resolve(SHELF_FOLDER).resolve(SHELF_FILE));
  }

  boolean embedded() {
    return Databases.embedded(url);
  }

  @Override
  public String toString() {
    return "StoreSettings[" + (embedded() ? "SQLite" : "PostgreSQL") + "]";
  }
}
