package org.entente.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A key on SoftHSM2, a PKCS#11 token in software. */
class TokenKeyTest {
  private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final char[] PIN = "271828".toCharArray();
  private static final byte[] WRAPPED =
      "what the master key wrapped".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PLACE = {1, 2, 3};

  private static TokenKey token;

  @BeforeAll
  static void token() throws IOException, InterruptedException {
    assumeThat(LIBRARY)
        .as("SoftHSM2 is not installed: apt-get install softhsm2, or ./entente test")
        .exists();
    Path settings = Path.of(System.getenv("SOFTHSM2_CONF"));
    Path tokens = Files.createTempDirectory(settings.getParent(), "tokens");
    Files.writeString(
        settings, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
    Process made =
        new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "entente",
                "--pin",
                new String(PIN),
                "--so-pin",
                "314159")
            .redirectErrorStream(true)
            .redirectOutput(tokens.resolve("made.log").toFile())
            .start();
    assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(made.exitValue()).isZero();
    token = TokenKey.open(LIBRARY, 0, PIN);
  }

  @Test
  void whatIsLockedOpensAgain() {
    byte[] locked = token.lock(WRAPPED, PLACE);

    assertThat(locked).hasSize(WRAPPED.length + TokenKey.OVERHEAD_BYTES);
    assertThat(locked[0]).isEqualTo(TokenKey.VERSION);
    assertThat(token.unlock(locked, PLACE)).isEqualTo(WRAPPED);
  }

  @Test
  void theKeyStaysOnTheTokenFromOneStartToTheNext() throws IOException {
    byte[] locked = token.lock(WRAPPED, PLACE);

    assertThat(TokenKey.open(LIBRARY, 0, PIN).unlock(locked, PLACE)).isEqualTo(WRAPPED);
  }

  @Test
  void anotherPlaceOrAChangedByteIsRefused() {
    byte[] locked = token.lock(WRAPPED, PLACE);
    byte[] changed = locked.clone();
    changed[changed.length - 1] ^= 1;

    assertThatThrownBy(() -> token.unlock(locked, new byte[] {1, 2, 4}))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> token.unlock(changed, PLACE))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> token.unlock(new byte[100], PLACE))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theSameKeyIsNeverLockedToTheSameBytes() {
    assertThat(token.lock(WRAPPED, PLACE)).isNotEqualTo(token.lock(WRAPPED, PLACE));
  }

  @Test
  void aTokenThatIsNotThereIsAFault() {
    assertThatThrownBy(() -> TokenKey.open(Path.of("/nowhere/token.so"), 0, PIN))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("token");
  }
}
