package org.entente.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.entente.seal.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded key shelf leaves on the disk. */
class ShelfFileTest {
  @TempDir Path folder;

  @Test
  void noFileOfTheShelfHoldsTheBytesOfAForgottenKey() throws Exception {
    try (Store store = Store.open(Database.SQLITE.fresh(folder), () -> {})) {
      var master =
          Identity.create("az.mia", "Ministry", InstantSource.system(), Duration.ofDays(30))
              .masterKey();
      Vault vault = new Vault(master, store);
      Vault.Locked locked = vault.lock("A word.".getBytes(StandardCharsets.UTF_8), "row");
      byte[] wrapped =
          store.shelf().find(locked.wrappedKey()) instanceof KeyShelf.Place.Key key
              ? key.wrapped()
              : new byte[0];
      store.write(tx -> 0);
      assertThat(occurs(folder, wrapped)).isTrue();

      store.write(tx -> {
        tx.forget(locked.wrappedKey());
        return 0;
      });

      assertThat(occurs(folder, wrapped)).isFalse();
    }
  }

  private static boolean occurs(Path folder, byte[] wanted) throws Exception {
    String text = new String(wanted, StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }
}
