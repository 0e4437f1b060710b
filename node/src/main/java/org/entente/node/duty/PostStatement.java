package org.entente.node.duty;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.entente.node.delivery.NotSupported;
import org.entente.node.delivery.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a node tells its partners of its duty post, signed: whether an alert that came now would
 * reach a person. No name, no count and no reason is in it.
 *
 * @param since when the oldest alarm was raised that has reached nobody; present exactly where the
 *     post is not reached
 */
record PostStatement(Standing standing, Optional<Instant> since) {
  /** What the statement is signed for. */
  static final String PURPOSE = "duty-post";

  /** Where partners ask for it. */
  static final String AT = "/v1/duty-post";

  private static final int VERSION = 1;

  /** Far more than it ever needs. */
  private static final int MOST_BYTES = 200;

  /** How a post stands. */
  enum Standing {
    /** Alarms go on and reach somebody. */
    REACHED("reached"),
    /** An alarm reaches nobody, or nobody knows whether it does. */
    UNREACHED("unreached"),
    /** No post is planned: nothing wakes anybody. */
    NONE("none");

    private final String code;

    Standing(String code) {
      this.code = code;
    }
  }

  PostStatement {
    if (since.isPresent() != (standing == Standing.UNREACHED)) {
      throw new IllegalArgumentException("A post that is not reached says since when");
    }
  }

  private record Json(int version, String post, @Nullable Instant since) {}

  /** The one way to write it: JSON by {@code docs/protocol.md}. */
  byte[] bytes() {
    return WireJson.bytes(new Json(VERSION, standing.code, since.orElse(null)));
  }

  /**
   * Reads a statement.
   *
   * @throws NotSupported when it is of a later version, or says what is not known here
   * @throws IllegalArgumentException when it is not written in the one way of this version
   */
  static PostStatement read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException("A statement of a post is shorter");
    }
    try {
      JsonNode version = WireJson.read(bytes, JsonNode.class).path("version");
      if (version.isInt() && version.intValue() > VERSION) {
        throw new NotSupported();
      }
      Json json = WireJson.read(bytes, Json.class);
      PostStatement read =
          new PostStatement(
              Arrays.stream(Standing.values())
                  .filter(each -> each.code.equals(json.post()))
                  .findFirst()
                  .orElseThrow(NotSupported::new),
              Optional.ofNullable(json.since()));
      if (json.version() != VERSION || !Arrays.equals(read.bytes(), bytes)) {
        throw new IllegalArgumentException("A statement of a post is written in one way only");
      }
      return read;
    } catch (JacksonException | NullPointerException e) {
      throw new IllegalArgumentException("The bytes are no statement of a post");
    }
  }
}
