package org.entente.node.checks;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.entente.node.delivery.WireJson;
import org.entente.seal.Identity;
import org.entente.seal.IdentityCard;
import org.entente.seal.Statement;
import tools.jackson.core.JacksonException;

/**
 * A signed statement and the payload whose digest it names: the length of the statement in four
 * bytes, the statement, the payload. Nobody else holds the arrays.
 */
@SuppressWarnings("ArrayRecordComponent")
record Parcel(byte[] statement, byte[] payload) {
  /** A receipt's checkpoint is the longest part of a statement. */
  private static final int MOST_STATEMENT_BYTES = 96 << 10;

  /** What a statement of a parcel always says. */
  interface Spoken {
    int VERSION = 1;

    int version();

    /** SHA-256 of the payload, in hexadecimal. */
    String payload();
  }

  static Parcel signed(Spoken spoken, String purpose, byte[] payload, Identity signer, Instant at) {
    return new Parcel(Statement.sign(WireJson.bytes(spoken), purpose, signer, at), payload);
  }

  byte[] bytes() {
    return ByteBuffer.allocate(4 + statement.length + payload.length)
        .putInt(statement.length)
        .put(statement)
        .put(payload)
        .array();
  }

  /** Cuts a parcel open; nothing of it has been verified then. */
  static Optional<Parcel> read(byte[] bytes) {
    if (bytes.length < 4) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int length = buffer.getInt();
    if (length < 1 || length > MOST_STATEMENT_BYTES || length > buffer.remaining()) {
      return Optional.empty();
    }
    byte[] statement = new byte[length];
    buffer.get(statement);
    byte[] payload = new byte[buffer.remaining()];
    buffer.get(payload);
    return Optional.of(new Parcel(statement, payload));
  }

  /** What it says, if this signer said it for this purpose, in this version, of this payload. */
  <T extends Record & Spoken> Optional<T> opened(
      IdentityCard signer, String purpose, Class<T> type) {
    if (!(Statement.verify(statement, signer, purpose)
        instanceof Statement.Verification.Verified verified)) {
      return Optional.empty();
    }
    try {
      T spoken = WireJson.read(verified.statement(), type);
      return spoken.version() == Spoken.VERSION && spoken.payload().equals(digest(payload))
          ? Optional.of(spoken)
          : Optional.empty();
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** SHA-256 in hexadecimal. */
  static String digest(byte[] bytes) {
    return digest(ByteBuffer.wrap(bytes));
  }

  static String digest(ByteBuffer bytes) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(bytes.duplicate());
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
