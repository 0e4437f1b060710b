package org.entente.node.delivery;

import java.io.IOException;
import java.util.regex.Pattern;
import org.entente.agreement.AuthorityId;

/**
 * A request that partners may send beside messages. The partner that comes through has shown the
 * transport certificate of a pinned partner; what else it may do is decided behind the door.
 */
public interface PartnerDoor {
  /** The HTTP method it is knocked on with. */
  String method();

  /** The whole path; its groups are handed on. */
  Pattern path();

  /** A longer body is refused before it is read. */
  int mostBytes();

  /**
   * Whether it is open also before ledgers were compared and while the exchange stands still: what
   * partners ask in order to compare them.
   */
  default boolean openToAll() {
    return false;
  }

  /**
   * Answers. Called on threads of the partners' port, several at once.
   *
   * @param group the first group of the path, empty if it has none
   * @throws IOException where the disk does not read or write; the partner is told to come again
   */
  Reply answer(AuthorityId peer, String group, byte[] body) throws IOException;

  /**
   * What is sent back. Nobody else holds the array.
   *
   * @param status HTTP status
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Reply(int status, String type, byte[] body) {
    public static Reply bytes(byte[] body) {
      return new Reply(200, "application/octet-stream", body);
    }

    /**
     * A refusal as RFC 9457 problem details.
     *
     * @param code stable, in kebab-case
     */
    public static Reply problem(int status, String code) {
      return new Reply(status, "application/problem+json", new Problem(status, code).bytes());
    }
  }
}
