package org.entente.node.delivery;

import java.util.regex.Pattern;
import org.entente.agreement.AuthorityId;

/**
 * A door that is open also while the exchange stands still: what partners ask to compare ledgers
 * and receipts. Answers at once and keeps nothing.
 */
public record OpenDoor(String method, Pattern path, int mostBytes, Answering answering)
    implements PartnerDoor {
  /** Answers one question. */
  public interface Answering {
    Reply answer(AuthorityId peer, String group, byte[] body);
  }

  /**
   * @param path a pattern; its first group is handed on
   */
  public static OpenDoor get(String path, Answering answering) {
    return new OpenDoor("GET", Pattern.compile(path), 0, answering);
  }

  /**
   * @param mostBytes a longer body is refused before it is read
   */
  public static OpenDoor post(String path, int mostBytes, Answering answering) {
    return new OpenDoor("POST", Pattern.compile(path), mostBytes, answering);
  }

  @Override
  public boolean openToAll() {
    return true;
  }

  @Override
  public Reply answer(AuthorityId peer, String group, byte[] body) {
    return answering.answer(peer, group, body);
  }
}
