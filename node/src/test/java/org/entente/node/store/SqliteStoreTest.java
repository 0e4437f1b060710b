package org.entente.node.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
  @TempDir Path folder;

  @Override
  StoreSettings settings() {
    return StoreSettings.embedded(folder.resolve("node.db"));
  }
}
