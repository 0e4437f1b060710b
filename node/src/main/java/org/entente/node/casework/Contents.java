package org.entente.node.casework;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreement.ActKind;
import org.entente.node.delivery.NotSupported;
import org.entente.node.delivery.Understood;
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
  /** The highest version of contents that is written here. */
  static final int VERSION = Content.WITH_FORMS;

  /** That of what says what becomes of a copy. */
  private static final int COPIES = 3;

  /** That of a reply which refuses a part. */
  private static final int PARTS = 2;

  private final Vault vault;
  private final Decisions decisions;

  Contents(Vault vault, Decisions decisions) {
    this.vault = vault;
    this.decisions = decisions;
  }

  /** The kinds of acts whose content is understood. */
  static Stream<ActKind> kinds() {
    return Arrays.stream(ActKind.values()).filter(kind -> type(kind).isPresent());
  }

  private static Optional<Class<? extends Content>> type(ActKind kind) {
    return switch (kind) {
      case REQUEST -> Optional.of(Content.Request.class);
      case CLARIFICATION_QUESTION -> Optional.of(Content.Question.class);
      case CLARIFICATION_ANSWER -> Optional.of(Content.Answer.class);
      case REPLY -> Optional.of(Content.Reply.class);
      case REFUSAL -> Optional.of(Content.Refusal.class);
      case CONSENT_REQUEST -> Optional.of(Content.ConsentQuestion.class);
      case CONSENT_GRANT -> Optional.of(Content.ConsentGrant.class);
      case CONSENT_DENIAL -> Optional.of(Content.ConsentDenial.class);
      case JUDICIAL_DELAY -> Optional.of(Content.Delay.class);
      case CLOSURE -> Optional.of(Content.Closure.class);
      case INFORMATION -> Optional.of(Content.Information.class);
      case CHECK, ALERT, EMERGENCY_DISCLOSURE, TRACE, TRAINING, JOINT_WORK, ONWARD_TRANSFER ->
          Optional.empty();
    };
  }

  /** How a draft that is not finished is stored, so that nothing else is taken for one. */
  private record Unfinished(Content.Unfinished unfinished) {}

  private static final byte[] UNFINISHED = "{\"unfinished\":".getBytes(StandardCharsets.UTF_8);

  /** As it is kept and sent: in the earliest version that can say it. */
  static byte[] bytes(Content content) {
    if (content instanceof Content.Unfinished u) {
      return WireJson.bytes(new Unfinished(u));
    }
    if (!content.tells().forms().isEmpty()) {
      return WireJson.bytes(content, VERSION);
    }
    boolean things = content instanceof Content.Request request && request.person() == null;
    if (things || !content.tells().none()) {
      return WireJson.bytes(content, Content.WITH_SUBJECTS);
    }
    if (content.copied().isPresent()) {
      return WireJson.bytes(content, COPIES);
    }
    boolean part = content instanceof Content.Reply reply && reply.refusedPart() != null;
    return part ? WireJson.bytes(content, PARTS) : WireJson.bytes(content);
  }

  private static boolean unfinished(byte[] bytes) {
    return bytes.length > UNFINISHED.length
        && Arrays.equals(bytes, 0, UNFINISHED.length, UNFINISHED, 0, UNFINISHED.length);
  }

  /**
   * @throws ContentRefused when the bytes are not content of this kind
   */
  static Understood<Content> read(ActKind kind, byte[] bytes) throws ContentRefused {
    try {
      Understood<Content> read =
          WireJson.content(bytes, type(kind).orElseThrow(NotSupported::new))
              .map(content -> content);
      if (!read.content().tells().understood()) {
        throw new NotSupported();
      }
      return read;
    } catch (NotSupported e) {
      throw new ContentRefused(NotSupported.CODE);
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
    return understood(row, grant).content();
  }

  private Understood<Content> understood(MessageRows.Row row, OpeningGrant grant) {
    byte[] bytes = body(row, grant);
    if (row.articles().isEmpty() && unfinished(bytes)) { // What left or came rests on an article.
      return Understood.of(WireJson.read(bytes, Unfinished.class).unfinished());
    }
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
    return shown(row).content();
  }

  /** Returns the same to an officer who said why they have to read what is restricted. */
  Content reopen(MessageRows.Row row) {
    return shownThoughRestricted(row).content();
  }

  /** The content of a message for an officer, with the names of what is not understood of it. */
  Understood<Content> shown(MessageRows.Row row) {
    return row.standing().restricted()
        ? Understood.of(new Content.Withheld(row.kind(), Content.Withheld.Why.RESTRICTED))
        : shownThoughRestricted(row);
  }

  Understood<Content> shownThoughRestricted(MessageRows.Row row) {
    Content erased = new Content.Withheld(row.kind(), Content.Withheld.Why.ERASED);
    if (row.standing().erasedAt().isPresent()) {
      return Understood.of(erased);
    }
    try {
      Understood<Content> read =
          understood(
              row,
              row.articles().isEmpty() ? decisions.ownDraft() : decisions.recorded(row.articles()));
      return row.standing()
          .handling()
          .map(codes -> read.map(content -> content.handledBy(codes)))
          .orElse(read);
    } catch (KeyForgotten e) {
      return Understood.of(erased);
    }
  }

  Locked lockReason(String place, String reason) {
    return lock(place, reason);
  }

  /** A reason that was given for a look; empty once it is forgotten. */
  String openReason(String place, Locked locked) {
    return opened(place, locked, String.class).orElse("");
  }

  /** Locks what this node keeps beside its messages. */
  Locked lock(String place, Object said) {
    return vault.lock(WireJson.bytes(said), place);
  }

  /** The same in clear; empty once it is forgotten. */
  <T> Optional<T> opened(String place, Locked locked, Class<T> type) {
    try {
      return Optional.of(
          WireJson.read(vault.unlock(locked, place).open(decisions.ownRecords()), type));
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  /** The bytes of the content, for sealing. */
  byte[] body(MessageRows.Row row, OpeningGrant grant) {
    return vault.unlock(row.body(), "message/" + row.id()).open(grant);
  }

  Locked lockNote(MessageId id, GivenBack given) {
    return vault.lock(given.bytes(), "note/" + id);
  }

  /** What was given back and why; empty too once that is forgotten. */
  Optional<GivenBack> givenBack(MessageRows.Row row) {
    if (row.returnNote().isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes =
          vault.unlock(row.returnNote().get(), "note/" + row.id()).open(decisions.ownDraft());
      return Optional.of(GivenBack.read(row.kind(), bytes));
    } catch (KeyForgotten e) {
      return Optional.empty();
    } catch (ContentRefused e) {
      throw new IllegalStateException("Stored content is not of this version", e);
    }
  }
}
