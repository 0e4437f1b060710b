package org.entente.node.evidence;

import java.io.IOException;
import java.nio.file.Path;
import org.entente.node.store.FreshSqlite;
import org.entente.node.store.StoreSettings;

class SqliteEvidenceTest extends EvidenceContract {
  @Override
  protected StoreSettings settings(Path folder) throws IOException {
    return FreshSqlite.database(folder);
  }
}
