package org.entente.node.casework;

import org.entente.agreement.ActKind;
import org.entente.node.delivery.ContentRefused;
import org.entente.node.delivery.WireJson;
import org.entente.node.exchange.MessageId;
import org.entente.node.partners.Decisions;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import org.entente.seal.OpeningGrant;
import tools.jackson.core.JacksonException;

/** The bytes of content: JSON by {@code docs/protocol.md}, the same on disk and on the way. */
final class Contents {
  private final Vault vault;
  private final Decisions decisions;

  Contents(Vault vault, Decisions decisions) {
    this.vault = vault;
    this.decisions = decisions;
  }

  static byte[] bytes(Content content) {
    return WireJson.bytes(content);
  }

  /**
   * @throws ContentRefused when the bytes are not content of this kind
   */
  static Content read(ActKind kind, byte[] bytes) throws ContentRefused {
    try {
      return switch (kind) {
        case REQUEST -> WireJson.read(bytes, Content.Request.class);
        case CLARIFICATION_QUESTION -> WireJson.read(bytes, Content.Question.class);
        case CLARIFICATION_ANSWER -> WireJson.read(bytes, Content.Answer.class);
        case REPLY -> WireJson.read(bytes, Content.Reply.class);
        case REFUSAL -> WireJson.read(bytes, Content.Refusal.class);
        case CONSENT_REQUEST -> WireJson.read(bytes, Content.ConsentQuestion.class);
        case CONSENT_GRANT -> WireJson.read(bytes, Content.ConsentGrant.class);
        case CONSENT_DENIAL -> WireJson.read(bytes, Content.ConsentDenial.class);
        case CLOSURE -> WireJson.read(bytes, Content.Closure.class);
        case INFORMATION,
            JUDICIAL_DELAY,
            CHECK,
            ALERT,
            TRACE,
            TRAINING,
            JOINT_WORK,
            ONWARD_TRANSFER ->
            throw new ContentRefused("kind-not-supported");
      };
    } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
      throw new ContentRefused("content-malformed");
    }
  }

  Locked lock(MessageId id, byte[] content, byte[] salt) {
    return vault.lock(content, salt, "message/" + id);
  }

  /** The signed object of a message, under the key of its content. */
  byte[] lockSigned(MessageId id, Locked body, byte[] signed) {
    return vault.lockBeside(body, "message/" + id, signed, "signed/" + id);
  }

  /** The signed object of a message that was exchanged. */
  byte[] openSigned(MessageRows.Row row, byte[] locked) {
    return vault
        .unlockBeside(row.body(), "message/" + row.id(), locked, "signed/" + row.id())
        .open(decisions.recorded(row.articles()));
  }

  /** The bytes of what a message says that was exchanged. */
  byte[] bytes(MessageRows.Row row) {
    return body(row, decisions.recorded(row.articles()));
  }

  Content open(MessageRows.Row row, OpeningGrant grant) {
    byte[] bytes = vault.unlock(row.body(), "message/" + row.id()).open(grant);
    try {
      return read(row.kind(), bytes);
    } catch (ContentRefused e) {
      throw new IllegalStateException("Stored content is not of this version", e);
    }
  }

  /** The content of a message that has not left yet. */
  Content ofOwnDraft(MessageRows.Row row) {
    return open(row, decisions.ownDraft());
  }

  /** The content of a message that an officer of this node may read. */
  Content forReading(MessageRows.Row row) {
    return row.standing().restricted()
        ? new Content.Withheld(row.kind(), Content.Withheld.Why.RESTRICTED)
        : forReadingThoughRestricted(row);
  }

  /** The same for somebody who said why he has to read what is restricted. */
  Content forReadingThoughRestricted(MessageRows.Row row) {
    if (row.standing().erasedAt().isPresent()) {
      return new Content.Withheld(row.kind(), Content.Withheld.Why.ERASED);
    }
    try {
      Content content =
          row.articles().isEmpty()
              ? ofOwnDraft(row)
              : open(row, decisions.recorded(row.articles()));
      return row.standing().handling().map(content::handledBy).orElse(content);
    } catch (KeyForgotten e) {
      return new Content.Withheld(row.kind(), Content.Withheld.Why.ERASED);
    }
  }

  Locked lockReason(String place, String reason) {
    return vault.lock(WireJson.bytes(reason), place);
  }

  /** A reason that was given for a look; empty once it is forgotten. */
  String openReason(String place, Locked locked) {
    try {
      return WireJson.read(vault.unlock(locked, place).open(decisions.ownRecords()), String.class);
    } catch (KeyForgotten e) {
      return "";
    }
  }

  /** The bytes of the content, for sealing. */
  byte[] body(MessageRows.Row row, OpeningGrant grant) {
    return vault.unlock(row.body(), "message/" + row.id()).open(grant);
  }

  Locked lockNote(MessageId id, String note) {
    return vault.lock(WireJson.bytes(note), "note/" + id);
  }

  String openNote(MessageId id, Locked note) {
    byte[] bytes = vault.unlock(note, "note/" + id).open(decisions.ownDraft());
    return WireJson.read(bytes, String.class);
  }
}
