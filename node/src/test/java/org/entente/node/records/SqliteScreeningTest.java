package org.entente.node.records;

import org.entente.node.store.FreshSqlite;
import org.entente.node.store.StoreSettings;

class SqliteScreeningTest extends ScreeningContract {
  @Override
  StoreSettings settings() {
    return FreshSqlite.database(folder);
  }
}
