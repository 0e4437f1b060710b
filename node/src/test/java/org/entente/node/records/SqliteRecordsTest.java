package org.entente.node.records;

import org.entente.node.store.FreshSqlite;
import org.entente.node.store.StoreSettings;

class SqliteRecordsTest extends RecordsContract {
  @Override
  StoreSettings settings() {
    return FreshSqlite.database(folder);
  }
}
