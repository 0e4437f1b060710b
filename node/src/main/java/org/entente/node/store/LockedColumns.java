package org.entente.node.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.entente.node.store.Vault.Locked;

/** Reads locked content from a row, by the names its columns have in every table. */
public final class LockedColumns {
  private LockedColumns() {}

  /** The one piece of content of a row: {@code sealed_NAME, wrapped_key, salt, NAME_hash}. */
  public static Locked only(ResultSet row, String name) throws SQLException {
    return new Locked(
        row.getBytes("sealed_" + name),
        row.getBytes("wrapped_key"),
        row.getBytes("salt"),
        row.getString(name + "_hash"));
  }

  /** One piece of several: {@code sealed_NAME, NAME_key, NAME_salt, NAME_hash}. */
  public static Locked among(ResultSet row, String name) throws SQLException {
    return new Locked(
        row.getBytes("sealed_" + name),
        row.getBytes(name + "_key"),
        row.getBytes(name + "_salt"),
        row.getString(name + "_hash"));
  }
}
