package org.entente.node;

import java.nio.file.Path;
import org.entente.node.store.StoreSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an administrator sets in {@code application.properties} of the node's folder.
 *
 * @param authority this authority, such as {@code az.mia}
 * @param folder where keys, database and attachments lie
 * @param partnerHost address on which partners' nodes are listened for
 * @param partnerPort port for partners' nodes
 * @param database address of a PostgreSQL database; the embedded one when not set
 * @param databaseUser its user
 * @param databasePassword its password
 */
@ConfigurationProperties("entente")
public record NodeSettings(
    String authority,
    Path folder,
    String partnerHost,
    int partnerPort,
    @Nullable String database,
    @Nullable String databaseUser,
    @Nullable String databasePassword) {
  StoreSettings store() {
    return database == null || database.isBlank()
        ? StoreSettings.embedded(folder.resolve("node.db"))
        : new StoreSettings(
            database,
            databaseUser == null ? "" : databaseUser,
            databasePassword == null ? "" : databasePassword);
  }

  @Override
  public String toString() {
    return "NodeSettings[" + authority + "]";
  }
}
