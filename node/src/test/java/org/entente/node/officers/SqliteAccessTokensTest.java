package org.entente.node.officers;

import java.nio.file.Path;
import org.entente.node.store.FreshSqlite;
import org.entente.node.store.StoreSettings;
import org.junit.jupiter.api.io.TempDir;

class SqliteAccessTokensTest extends AccessTokensContract {
  @TempDir Path folder;

  @Override
  StoreSettings settings() {
    return FreshSqlite.database(folder);
  }
}
