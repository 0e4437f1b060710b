package org.entente.node.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Embedded databases of tests: copies of one file whose schema is up to date. */
public final class FreshSqlite {
  private FreshSqlite() {}

  private static final class Template {
    static final byte[] FILE = migrated();

    private static byte[] migrated() {
      try {
        Path folder = Files.createTempDirectory("migrated");
        Path file = folder.resolve("node.db");
        DataSource source = Databases.writing("jdbc:sqlite:" + file, "", "");
        Migrations.bring(source);
        Databases.close(source); // What the write-ahead log holds goes into the file.
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        Files.delete(folder);
        return bytes;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException("The template could not be made", e);
      }
    }
  }

  /** An empty database whose schema is up to date, in this folder, with a key shelf to come. */
  public static StoreSettings database(Path folder) {
    try {
      Path file = Files.createDirectories(folder).resolve("node.db");
      Files.write(file, Template.FILE);
      return StoreSettings.embedded(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
