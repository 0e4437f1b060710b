package org.entente.node.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The kinds of databases that a node can keep its rows in, fresh for each test. */
public enum Database {
  SQLITE {
    @Override
    public StoreSettings fresh(Path folder) {
      return FreshSqlite.database(folder);
    }

    @Override
    public StoreSettings backup(StoreSettings of) {
      try {
        Path copy = file(of).resolveSibling("backup.db");
        Files.copy(file(of), copy);
        return StoreSettings.embedded(copy, of.shelf());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    StoreSettings emptied(StoreSettings of) {
      Path database = file(of);
      try (Stream<Path> files = Files.list(database.getParent())) {
        for (Path file :
            files.filter(f -> f.getFileName().toString().startsWith("node.db")).toList()) {
          Files.delete(file);
        }
        Files.createFile(database);
        return of;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },

  POSTGRESQL {
    @Override
    public StoreSettings fresh(Path folder) {
      return FreshPostgres.database();
    }

    @Override
    public StoreSettings backup(StoreSettings of) {
      return FreshPostgres.copy(of);
    }

    @Override
    StoreSettings emptied(StoreSettings of) {
      return FreshPostgres.untouched(of.shelf());
    }
  };

  /** An empty database whose schema is up to date; what lies in files lies in this folder. */
  public abstract StoreSettings fresh(Path folder);

  /** What a backup tool would keep of a database that nobody is connected to. */
  public abstract StoreSettings backup(StoreSettings of);

  /** The same place after an administrator removed the database; nobody is connected. */
  abstract StoreSettings emptied(StoreSettings of);

  private static Path file(StoreSettings of) {
    return Path.of(of.url().substring("jdbc:sqlite:".length()));
  }

  static List<Database> wanted() {
    String named = System.getProperty("entente.databases", "");
    return named.isEmpty()
        ? List.of(values())
        : Arrays.stream(named.split(",")).map(Database::valueOf).toList();
  }

  /** Removes after each test what it had on the server; files go with their folder. */
  static final class Removed implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) {
      FreshPostgres.removeAll();
    }
  }
}
