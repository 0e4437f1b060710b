package org.entente.node.records;

import org.entente.node.store.StoreSettings;

class SqliteScreeningTest extends ScreeningContract {
  @Override
  StoreSettings settings() {
    return StoreSettings.embedded(folder.resolve("node.db"));
  }
}
