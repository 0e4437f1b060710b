package org.entente.node.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.node.store.StoreSettings;

class SqliteConformanceTest extends ConformanceContract {
  @Override
  protected StoreSettings settings(Path folder) throws IOException {
    return StoreSettings.embedded(Files.createDirectories(folder).resolve("node.db"));
  }
}
