package org.entente.node.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.entente.seal.ContentKey;
import org.entente.seal.MasterKey;
import org.entente.seal.SealException;
import org.entente.seal.Sealed;

/**
 * Keeps content as ciphertext: each piece under a key of its own, the key wrapped by the node's
 * master key and bound to the row it belongs to, so that no row can be passed off as another. The
 * wrapped key lies on the key shelf; the row holds a reference to it. {@link Tx#forget} destroys
 * it.
 */
public final class Vault {
  private static final int SALT_BYTES = 16;

  private final MasterKey master;
  private final KeyShelf shelf;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param store whose rows the content goes into
   */
  public Vault(MasterKey master, Store store) {
    this.master = master;
    this.shelf = store.shelf();
  }

  /**
   * A piece of content at rest.
   *
   * @param wrappedKey where its wrapped key lies; empty once it is forgotten
   * @param hash SHA-256 of salt and clear content, hexadecimal; the ledger's reference to it
   */
  public record Locked(byte[] ciphertext, byte[] wrappedKey, byte[] salt, String hash) {
    @Override
    public String toString() {
      return "Locked[…]";
    }
  }

  /** Locks content for the row named {@code row} with a fresh salt. */
  public Locked lock(byte[] content, String row) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return lock(content, salt, row);
  }

  /** Locks content with a salt that came with it, so that both nodes hold the same hash. */
  public Locked lock(byte[] content, byte[] salt, String row) {
    byte[] binding = row.getBytes(StandardCharsets.UTF_8);
    ContentKey key = ContentKey.create();
    try {
      return new Locked(
          key.encrypt(content, binding),
          shelf.put(master.wrap(key, binding)),
          salt,
          hash(content, salt));
    } catch (SealException e) {
      throw new IllegalStateException("Content could not be locked", e);
    }
  }

  /**
   * Unlocks content; it stays behind {@link Sealed} until a grant opens it.
   *
   * @throws KeyForgotten when it was erased
   * @throws IllegalStateException when the row was changed or belongs to another master key or
   *     shelf
   */
  public Sealed<byte[]> unlock(Locked locked, String row) {
    byte[] binding = row.getBytes(StandardCharsets.UTF_8);
    try {
      return Sealed.of(key(locked, row).decrypt(locked.ciphertext(), binding));
    } catch (SealException e) {
      throw new IllegalStateException("Stored content does not open with this node's key", e);
    }
  }

  /**
   * Locks something else under the key of content that is locked already, so that both go together.
   *
   * @param row of the content
   * @param beside names the place of the other thing
   * @throws KeyForgotten when the content was erased
   */
  public byte[] lockBeside(Locked content, String row, byte[] other, String beside) {
    try {
      return key(content, row).encrypt(other, beside.getBytes(StandardCharsets.UTF_8));
    } catch (SealException e) {
      throw new IllegalStateException("Content could not be locked", e);
    }
  }

  /**
   * Unlocks what was locked beside content.
   *
   * @throws KeyForgotten when the content was erased
   */
  public Sealed<byte[]> unlockBeside(Locked content, String row, byte[] other, String beside) {
    try {
      return Sealed.of(key(content, row).decrypt(other, beside.getBytes(StandardCharsets.UTF_8)));
    } catch (SealException e) {
      throw new IllegalStateException("Stored content does not open with this node's key", e);
    }
  }

  private ContentKey key(Locked locked, String row) throws SealException {
    return master.unwrap(wrapped(locked), row.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] wrapped(Locked locked) {
    if (locked.wrappedKey().length == 0) {
      throw new KeyForgotten();
    }
    return switch (shelf.find(locked.wrappedKey())) {
      case KeyShelf.Place.Key key -> key.wrapped();
      case KeyShelf.Place.Forgotten f -> throw new KeyForgotten();
      case KeyShelf.Place.Unknown u ->
          throw new IllegalStateException(
              "The key shelf does not know a key: it is older than the database");
    };
  }

  /** SHA-256 of salt and content, hexadecimal. */
  public static String hash(byte[] content, byte[] salt) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(salt);
      return HexFormat.of().formatHex(sha.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
