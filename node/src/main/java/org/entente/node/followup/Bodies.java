package org.entente.node.followup;

import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.MessageId;
import org.entente.node.partners.Decisions;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import org.entente.seal.Sealed;

/** Keeps what notices say under keys of their own, and opens it again. */
final class Bodies {
  private final Vault vault;
  private final Decisions decisions;

  Bodies(Vault vault, Decisions decisions) {
    this.vault = vault;
    this.decisions = decisions;
  }

  Locked lock(MessageId id, Notice notice) {
    return vault.lock(NoticeBody.bytes(notice), place(id));
  }

  /** Of a notice that a partner sent with its salt. */
  Locked lock(MessageId id, byte[] bytes, byte[] salt) {
    return vault.lock(bytes, salt, place(id));
  }

  /** The bytes of a notice that a partner sent. */
  byte[] arrived(AuthorityId from, Sealed<byte[]> body) {
    return body.open(decisions.aboutItems(from));
  }

  /** The signed object of a notice, under the key of what it says. */
  byte[] lockSigned(MessageId id, Locked body, byte[] signed) {
    return vault.lockBeside(body, place(id), signed, "signed/" + id);
  }

  byte[] openSigned(NoticeRows.Row row, byte[] locked) {
    return vault
        .unlockBeside(row.body(), place(row.id()), locked, "signed/" + row.id())
        .open(decisions.aboutItems(row.partner()));
  }

  byte[] bytes(NoticeRows.Row row) {
    return vault.unlock(row.body(), place(row.id())).open(decisions.aboutItems(row.partner()));
  }

  /** What a notice says; empty once it went with its case. */
  Optional<Notice> open(NoticeRows.Row row) {
    try {
      return Optional.of(NoticeBody.read(row.kind(), bytes(row)));
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  private static String place(MessageId id) {
    return "notice/" + id;
  }
}
