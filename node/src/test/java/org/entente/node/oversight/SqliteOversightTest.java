package org.entente.node.oversight;

import java.io.IOException;
import java.nio.file.Path;
import org.entente.node.store.FreshSqlite;
import org.entente.node.store.StoreSettings;

class SqliteOversightTest extends OversightContract {
  @Override
  protected StoreSettings settings(Path folder) throws IOException {
    return FreshSqlite.database(folder);
  }
}
