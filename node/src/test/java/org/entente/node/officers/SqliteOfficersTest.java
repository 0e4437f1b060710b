package org.entente.node.officers;

import java.nio.file.Path;
import org.entente.node.store.FreshSqlite;
import org.entente.node.store.StoreSettings;
import org.junit.jupiter.api.io.TempDir;

class SqliteOfficersTest extends OfficersContract {
  @TempDir Path folder;

  @Override
  StoreSettings settings() {
    return FreshSqlite.database(folder);
  }
}
