package org.entente.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AtRestTest {
  private static final byte[] ROW = "message/17".getBytes(UTF_8);
  private static final byte[] OTHER_ROW = "message/18".getBytes(UTF_8);

  private static void refused(ThrowingCallable call, SealException.Code code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(SealException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasNoCause();
  }

  @Property(tries = 200)
  void contentDecryptsWithItsKeyAndPlace(@ForAll @Size(max = 2000) byte[] plain)
      throws SealException {
    var key = ContentKey.create();

    var encrypted = key.encrypt(plain, ROW);

    assertThat(encrypted).hasSize(plain.length + AesGcm.OVERHEAD_BYTES);
    assertThat(key.decrypt(encrypted, ROW)).isEqualTo(plain);
  }

  @Property(tries = 200)
  void anyChangedByteAtRestIsRefused(
      @ForAll @Size(max = 200) byte[] plain, @ForAll @IntRange(max = 10_000) int place)
      throws SealException {
    var key = ContentKey.create();
    var encrypted = key.encrypt(plain, ROW);

    encrypted[place % encrypted.length] ^= 1;

    assertThatThrownBy(() -> key.decrypt(encrypted, ROW)).isInstanceOf(SealException.class);
  }

  @Test
  void contentCopiedToAnotherRowIsRefused() throws Exception {
    var key = ContentKey.create();
    var encrypted = key.encrypt(new byte[10], ROW);

    refused(() -> key.decrypt(encrypted, OTHER_ROW), SealException.Code.CHANGED);
    refused(() -> ContentKey.create().decrypt(encrypted, ROW), SealException.Code.CHANGED);
    refused(() -> key.decrypt(new byte[5], ROW), SealException.Code.CHANGED);
  }

  @Test
  void aWrappedKeyOpensOnlyUnderItsMasterKeyAndForItsRow() throws Exception {
    var master = MasterKey.create();
    var key = ContentKey.create();
    var wrapped = master.wrap(key, ROW);

    var unwrapped = master.unwrap(wrapped, ROW);

    assertThat(unwrapped.decrypt(key.encrypt(new byte[] {7}, ROW), ROW)).containsExactly(7);
    assertThat(wrapped).hasSize(61);
    refused(() -> master.unwrap(wrapped, OTHER_ROW), SealException.Code.CHANGED);
    refused(() -> MasterKey.create().unwrap(wrapped, ROW), SealException.Code.CHANGED);
  }

  @Test
  void aWrappedKeyIsNoContentAndContentIsNoWrappedKey() throws Exception {
    var raw = Cryptography.randomBytes(32);
    var master = new MasterKey(raw.clone());
    var content = new ContentKey(raw.clone());

    refused(
        () -> master.unwrap(content.encrypt(new byte[32], ROW), ROW), SealException.Code.CHANGED);
  }

  @Test
  void aNewerFormatIsRefusedAsSuch() throws Exception {
    var key = ContentKey.create();
    var encrypted = key.encrypt(new byte[3], ROW);

    encrypted[0] = 2;

    refused(() -> key.decrypt(encrypted, ROW), SealException.Code.UNKNOWN_VERSION);
  }

  @Test
  void contentAboveTheLimitIsRefused() {
    var key = ContentKey.create();

    refused(
        () -> key.encrypt(new byte[ContentKey.MAX_PLAIN_BYTES + 1], ROW),
        SealException.Code.TOO_LARGE);
  }

  @Test
  void equalContentLooksDifferentEachTime() throws Exception {
    var key = ContentKey.create();

    assertThat(key.encrypt(new byte[16], ROW)).isNotEqualTo(key.encrypt(new byte[16], ROW));
  }

  @Test
  void aDestroyedKeyDoesNothingAnyMore() {
    var key = ContentKey.create();
    var master = MasterKey.create();

    key.destroy();
    master.destroy();

    assertThat(key.isDestroyed() && master.isDestroyed()).isTrue();
    assertThatThrownBy(() -> key.encrypt(new byte[1], ROW))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> master.wrap(ContentKey.create(), ROW))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void warmingUpIsBounded() {
    assertThat(SealWarmUp.run()).isPositive().isLessThan(64L * 1024 * 1024);
  }
}
