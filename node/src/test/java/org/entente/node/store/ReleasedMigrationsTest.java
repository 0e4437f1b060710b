package org.entente.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

/** A node that ran a migration never sees it again, so what it did must stay what it says. */
class ReleasedMigrationsTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Path LIST = Path.of("src/test/resources/migrations.txt");

  private record Released(String digest, String name) {}

  private static List<Released> released() throws IOException {
    return Files.readAllLines(LIST).stream()
        .map(line -> line.split(" "))
        .map(parts -> new Released(parts[0], parts[1]))
        .toList();
  }

  private static MigrationVersion version(String name) {
    return MigrationVersion.fromVersion(name.substring(1, name.indexOf("__")).replace('_', '.'));
  }

  @Test
  void aReleasedMigrationIsNeverEditedOrRemoved() throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Released each : released()) {
      byte[] text = Files.readAllBytes(MIGRATIONS.resolve(each.name()));
      assertThat(HexFormat.of().formatHex(digest.digest(text)))
          .as("%s was released: write a new migration instead", each.name())
          .isEqualTo(each.digest());
    }
  }

  @Test
  void whatIsNewComesAfterEverythingReleased() throws IOException {
    List<String> names = released().stream().map(Released::name).toList();
    MigrationVersion newest = version(names.getLast());
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> !names.contains(name))
                  .toList())
          .allSatisfy(name -> assertThat(version(name)).isGreaterThan(newest));
    }
  }
}
