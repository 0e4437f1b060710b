package org.entente.node.agreements;

import java.util.HexFormat;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.entente.node.delivery.Envelope;
import org.entente.node.delivery.NotSupported;
import org.entente.node.delivery.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The signed part of a note: a message about an agreement, which therefore rests on none.
 *
 * @param agreement hash of the agreement it is about
 * @param answers the proposal it answers or takes back; null for every other kind
 * @param salt 16 bytes, hexadecimal; with the content they make the hash that both ledgers hold
 */
public record NoteHeader(
    NoteKind kind,
    AuthorityId from,
    AuthorityId to,
    String agreement,
    @Nullable UUID answers,
    String salt) {
  private static final int VERSION = 1;
  private static final int MAX_CHARS = 1_000;

  /** The word that names the family in its headers. */
  public static final String FAMILY = "note";

  public NoteHeader {
    if (!agreement.matches("[0-9a-f]{64}") || !salt.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("A hash or salt of a note has the wrong form");
    }
    if (kind.aboutProposal() != (answers != null)) {
      throw new IllegalArgumentException("A note about a proposal names it, and no other does");
    }
  }

  private record Json(
      int version,
      String note,
      String from,
      String to,
      String agreement,
      @Nullable UUID answers,
      String salt) {}

  /** The header as it travels: JSON by {@code docs/protocol.md}. */
  public String text() {
    return WireJson.write(
        new Json(VERSION, kind.code(), from.value(), to.value(), agreement, answers, salt));
  }

  /** The header as the delivery sees it. */
  Envelope envelope() {
    return Envelope.read(text());
  }

  /**
   * Reads the header of a note.
   *
   * @throws NotSupported when it is of a kind or version that is not known here
   * @throws IllegalArgumentException when it is not one of this version
   */
  public static NoteHeader parse(String text) {
    if (text.length() > MAX_CHARS) {
      throw new IllegalArgumentException("The header of a note is too large");
    }
    try {
      Json json = WireJson.read(text, Json.class);
      if (json.version() != VERSION) {
        throw new NotSupported();
      }
      return new NoteHeader(
          NoteKind.ofCode(json.note()).orElseThrow(NotSupported::new),
          new AuthorityId(json.from()),
          new AuthorityId(json.to()),
          json.agreement(),
          json.answers(),
          json.salt());
    } catch (JacksonException | NullPointerException e) {
      throw new IllegalArgumentException("The header of the note is not of the form of version 1");
    }
  }

  public byte[] saltBytes() {
    return HexFormat.of().parseHex(salt);
  }
}
