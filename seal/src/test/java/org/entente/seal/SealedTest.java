package org.entente.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealedTest {
  private final Sealed<String> sealed = Sealed.of("planted-word");

  @Test
  void contentComesOutWithAGrantOnly() {
    assertThat(sealed.open(Parties.GRANT)).isEqualTo("planted-word");
  }

  @Test
  void contentIsNeitherPrintedNorSerialised() {
    assertThat(sealed + " " + String.format("%s", sealed)).doesNotContain("planted");
    assertThatThrownBy(
            () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(sealed))
        .isInstanceOf(NotSerializableException.class);
  }

  @Test
  void thereIsNoOtherWayIn() {
    var open =
        Arrays.stream(Sealed.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName);

    assertThat(open).containsExactlyInAnyOrder("of", "open", "toString");
    assertThat(Sealed.class.getFields()).isEmpty();
  }

  @Test
  void aGrantNamesItsBasis() {
    assertThat(Parties.GRANT.basis()).isEqualTo("test");
    assertThatThrownBy(() -> new OpeningGrant(" ") {}).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAttachmentKeyDoesNotPrint() {
    var key = AttachmentKey.of(new byte[32]);

    assertThat(key.toString()).isEqualTo("AttachmentKey[…]");
    assertThat(key.raw()).hasSize(32);
    key.destroy();
    assertThat(key.isDestroyed()).isTrue();
    assertThatThrownBy(key::raw).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> AttachmentKey.of(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
