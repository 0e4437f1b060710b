package org.entente.node;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.entente.node.records.SearchCluster;
import org.entente.node.store.ShelfSettings;
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
 * @param keyShelf address of a PostgreSQL database that holds the key shelf, needed where several
 *     replicas share a database, or the path of a folder; in {@code keys} of the node's folder when
 *     not set
 * @param keyShelfUser its user
 * @param keyShelfPassword its password
 * @param tokenLibrary PKCS#11 library of a token that locks the keys a second time; none when not
 *     set
 * @param tokenSlot which of its slots with a token, from 0
 * @param searchCluster address of an OpenSearch cluster that holds the search index; it lies in the
 *     node's folder when not set
 * @param searchClusterUser its user
 * @param searchClusterPassword its password
 */
@ConfigurationProperties("entente")
public record NodeSettings(
    String authority,
    Path folder,
    String partnerHost,
    int partnerPort,
    @Nullable String database,
    @Nullable String databaseUser,
    @Nullable String databasePassword,
    @Nullable String keyShelf,
    @Nullable String keyShelfUser,
    @Nullable String keyShelfPassword,
    @Nullable Path tokenLibrary,
    @Nullable Integer tokenSlot,
    @Nullable String searchCluster,
    @Nullable String searchClusterUser,
    @Nullable String searchClusterPassword) {
  StoreSettings store() {
    return database == null || database.isBlank()
        ? StoreSettings.embedded(folder.resolve("node.db"), shelf())
        : new StoreSettings(
            database,
            databaseUser == null ? "" : databaseUser,
            databasePassword == null ? "" : databasePassword,
            shelf());
  }

  private ShelfSettings shelf() {
    if (keyShelf == null || keyShelf.isBlank()) {
      return StoreSettings.shelfIn(folder);
    }
    return keyShelf.startsWith("jdbc:")
        ? new ShelfSettings(
            keyShelf,
            keyShelfUser == null ? "" : keyShelfUser,
            keyShelfPassword == null ? "" : keyShelfPassword)
        : ShelfSettings.embedded(Path.of(keyShelf).resolve("shelf.db"));
  }

  Optional<SearchCluster> search() {
    return searchCluster == null || searchCluster.isBlank()
        ? Optional.empty()
        : Optional.of(
            new SearchCluster(
                URI.create(searchCluster),
                searchClusterUser == null ? "" : searchClusterUser,
                searchClusterPassword == null ? "" : searchClusterPassword));
  }

  @Override
  public String toString() {
    return "NodeSettings[" + authority + "]";
  }
}
