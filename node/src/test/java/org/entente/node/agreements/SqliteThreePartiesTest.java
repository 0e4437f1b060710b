package org.entente.node.agreements;

import java.io.IOException;
import java.nio.file.Path;
import org.entente.node.store.FreshSqlite;
import org.entente.node.store.StoreSettings;

class SqliteThreePartiesTest extends ThreePartiesContract {
  @Override
  protected StoreSettings settings(Path folder) throws IOException {
    return FreshSqlite.database(folder);
  }
}
