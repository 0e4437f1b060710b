package org.entente.node.countersigning;

import java.util.regex.Pattern;
import org.entente.agreement.AuthorityId;
import org.entente.node.delivery.PartnerDoor;

/** What partners ask in order to compare ledgers. */
record LedgerDoor(String method, Pattern path, Answering answering) implements PartnerDoor {
  /** A head and a proof are a few kilobytes; notes with many signatures may be larger. */
  private static final int REQUEST_MAX_BYTES = 1 << 20;

  /** Answers one question. */
  interface Answering {
    Reply answer(AuthorityId peer, String group, byte[] body);
  }

  static LedgerDoor get(String path, Answering answering) {
    return new LedgerDoor("GET", Pattern.compile(path), answering);
  }

  static LedgerDoor post(String path, Answering answering) {
    return new LedgerDoor("POST", Pattern.compile(path), answering);
  }

  @Override
  public int mostBytes() {
    return REQUEST_MAX_BYTES;
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
