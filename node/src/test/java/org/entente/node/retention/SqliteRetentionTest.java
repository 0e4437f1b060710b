package org.entente.node.retention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.node.store.FreshSqlite;
import org.entente.node.store.StoreSettings;

class SqliteRetentionTest extends RetentionContract {
  @Override
  protected StoreSettings settings(Path folder) throws IOException {
    return FreshSqlite.database(folder);
  }

  @Override
  StoreSettings backup(StoreSettings of) throws IOException {
    Path copy = baku.folder.resolve("backup.db");
    Files.copy(baku.folder.resolve("node.db"), copy);
    return StoreSettings.embedded(copy, of.shelf());
  }
}
