package org.entente.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.seal.Parties.CLOCK;
import static org.entente.seal.Parties.SENDER;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
  private static final char[] PASSPHRASE = "für eine Übung только".toCharArray();

  @TempDir private static Path folder = Path.of("");
  private static Path file = Path.of("");
  private static byte[] bytes = new byte[0];

  @BeforeAll
  static void save() throws Exception {
    file = folder.resolve("node.identity");
    SENDER.save(file, PASSPHRASE);
    bytes = Files.readAllBytes(file);
  }

  private static IdentityException.Code code(byte[] content, char[] passphrase) {
    try {
      IdentityFile.decode(content, passphrase);
      throw new AssertionError("was opened");
    } catch (IdentityException e) {
      assertThat(e).hasNoCause();
      return e.code();
    }
  }

  @Test
  void aSavedIdentityLoadsWithTheSameCardAndWorkingKeys() throws Exception {
    var loaded = Identity.load(file, PASSPHRASE);
    var key = ContentKey.create();
    var wrapped = SENDER.masterKey().wrap(key, new byte[] {1});

    assertThat(loaded.card()).isEqualTo(SENDER.card());
    assertThat(loaded.card().encoded()).isEqualTo(SENDER.card().encoded());
    assertThat(loaded.masterKey().unwrap(wrapped, new byte[] {1}).raw()).isEqualTo(key.raw());
    assertThat(loaded.signCheckpoint(PROBE)).isEqualTo(SENDER.signCheckpoint(PROBE));
    assertThat(Statement.sign(PROBE, "probe", loaded, CLOCK.instant())).isNotEmpty();
  }

  private static final byte[] PROBE = "probe".getBytes(UTF_8);

  @Test
  void aCheckpointSignatureIsPlainEd25519OverTheBytes() throws Exception {
    var signature = SENDER.signCheckpoint(PROBE);
    var key = KeyPairs.checkpointKey(SENDER.checkpointPublicKey());

    assertThat(signature).hasSize(64);
    assertThat(KeyPairs.verifies("Ed25519", key, PROBE, signature)).isTrue();
    assertThat(KeyPairs.verifies("Ed25519", key, new byte[] {1}, signature)).isFalse();
  }

  @Test
  void aWrongPassphraseIsRefusedAsSuch() {
    assertThat(code(bytes, "some other passphrase".toCharArray()))
        .isEqualTo(IdentityException.Code.WRONG_PASSPHRASE);
    assertThat(code(bytes, new char[0])).isEqualTo(IdentityException.Code.WRONG_PASSPHRASE);
  }

  @Test
  void aFileCutOffIsDamaged() {
    for (int length : new int[] {0, 1, 100, bytes.length / 2, bytes.length - 1}) {
      assertThat(code(Arrays.copyOf(bytes, length), PASSPHRASE))
          .isEqualTo(IdentityException.Code.DAMAGED);
    }
  }

  @Test
  void aChangedByteIsNeverOpened() {
    for (int i = 0; i < 60; i++) {
      var changed = bytes.clone();
      changed[i] ^= 1;
      assertThat(code(changed, PASSPHRASE)).isNotNull();
    }
    for (int i = 300; i < bytes.length; i += bytes.length / 5) {
      var changed = bytes.clone();
      changed[i] ^= 1;
      assertThat(code(changed, PASSPHRASE)).isNotNull();
    }
  }

  @Test
  void aFileLargerThanAnIdentityIsRefused() {
    assertThat(code(new byte[IdentityFile.MAX_BYTES + 1], PASSPHRASE))
        .isEqualTo(IdentityException.Code.TOO_LARGE);
  }

  @Test
  void anotherPkcs12FileIsRefused() throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSPHRASE);
    var out = new ByteArrayOutputStream();
    store.store(out, PASSPHRASE);

    assertThat(code(out.toByteArray(), PASSPHRASE)).isEqualTo(IdentityException.Code.DAMAGED);
    assertThatThrownBy(() ->
            KeyStore.getInstance("PKCS12")
                .load(new ByteArrayInputStream(bytes), "wrong".toCharArray()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aMissingFileIsAFaultAndNotARefusal() {
    assertThatThrownBy(() -> Identity.load(folder.resolve("none"), PASSPHRASE))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void onlyTheOwnerMayReadTheFileAndNothingElseIsLeftBehind() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void theFileShowsNeitherNameNorKeys() {
    var seen = new String(bytes, StandardCharsets.ISO_8859_1);

    assertThat(seen).doesNotContain("xa.one").doesNotContain("Exempelamt");
  }

  @Test
  void aShortPassphraseIsNotAccepted() {
    assertThatThrownBy(() -> SENDER.save(folder.resolve("x"), "too short".toCharArray()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("too short");
  }

  @Test
  void aValidityOutsideItsLimitsIsNotAccepted() {
    for (var validity : new Duration[] {Duration.ZERO, Duration.ofDays(5000)}) {
      assertThatThrownBy(() -> Identity.create("xa.one", "Amt", CLOCK, validity))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void nothingOfAnIdentityPrintsAKey() {
    assertThat(SENDER.toString()).isEqualTo("Identity[xa.one]");
    assertThat(SENDER.keys().toString()).isEqualTo("Keys[…]");
    assertThat(SENDER.masterKey().toString()).isEqualTo("MasterKey[…]");
    assertThat(SENDER.card().toString()).isEqualTo("IdentityCard[xa.one]");
  }
}
