package org.entente.formats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Identifiers that follow from a name (RFC 9562 version 5): the same name has the same one. */
public final class NamedUuid {
  /** Of everything that is named here and that no other standard names. */
  private static final UUID OURS = UUID.fromString("0f2ad4b8-3c1e-4f57-9d36-7b8e52a6c914");

  private NamedUuid() {}

  /** The identifier of a name within a space of names. */
  public static UUID of(UUID space, String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(space.getMostSignificantBits())
              .putLong(space.getLeastSignificantBits())
              .array());
      ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
      long high = (digest.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
      long low = (digest.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }

  /** The identifier of something that only a dossier names. */
  public static UUID of(String name) {
    return of(OURS, name);
  }
}
