package org.entente.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.entente.node.store.ShelfLock;
import org.entente.seal.TokenKey;

/** The token of the settings as the second lock on the keys of content. */
final class TokenLock implements ShelfLock {
  private final TokenKey token;

  private TokenLock(TokenKey token) {
    this.token = token;
  }

  /** The lock; empty when no token is set. The PIN lies in the folder's {@code token-pin}. */
  static Optional<ShelfLock> of(NodeSettings settings) throws IOException {
    Path library = settings.tokenLibrary();
    if (library == null) {
      return Optional.empty();
    }
    String pin =
        Files.readString(settings.folder().resolve("token-pin"), StandardCharsets.UTF_8).strip();
    Integer slot = settings.tokenSlot();
    return Optional.of(
        new TokenLock(TokenKey.open(library, slot == null ? 0 : slot, pin.toCharArray())));
  }

  @Override
  public byte[] lock(byte[] wrapped, byte[] reference) {
    return token.lock(wrapped, reference);
  }

  @Override
  public byte[] unlock(byte[] locked, byte[] reference) {
    return token.unlock(locked, reference);
  }
}
