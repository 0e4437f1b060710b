package org.entente.node.followup;

import java.util.HexFormat;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.entente.node.delivery.Envelope;
import org.entente.node.delivery.NotSupported;
import org.entente.node.delivery.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The signed part of a notice: a message about a message that was exchanged before. It rests on the
 * pinned identity of the partner, because its duty outlives the agreement under which the item was
 * given.
 *
 * @param about the message it is about
 * @param matter the message that opened the matter of that message
 * @param answers the notice it answers or asks for; null for every other kind
 * @param salt 16 bytes, hexadecimal; with the content they make the hash that both ledgers hold
 */
public record NoticeHeader(
    NoticeKind kind,
    AuthorityId from,
    AuthorityId to,
    UUID about,
    UUID matter,
    @Nullable UUID answers,
    String salt) {
  private static final int VERSION = 1;
  private static final int MAX_CHARS = 1_000;

  /** The word that names the family in its headers. */
  public static final String FAMILY = "notice";

  public NoticeHeader {
    if (!salt.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("The salt of a notice has the wrong form");
    }
    if (kind.followsAnother() != (answers != null)) {
      throw new IllegalArgumentException("An acknowledgement or reminder names its notice");
    }
  }

  private record Json(
      int version,
      String notice,
      String from,
      String to,
      UUID about,
      UUID matter,
      @Nullable UUID answers,
      String salt) {}

  /** The header as it travels: JSON by {@code docs/protocol.md}. */
  public String text() {
    return WireJson.write(
        new Json(VERSION, kind.code(), from.value(), to.value(), about, matter, answers, salt));
  }

  /** The header as the delivery sees it. */
  Envelope envelope() {
    return Envelope.read(text());
  }

  /**
   * Reads the header of a notice.
   *
   * @throws NotSupported when it is of a kind or version that is not known here
   * @throws IllegalArgumentException when it is not one of this version
   */
  public static NoticeHeader parse(String text) {
    if (text.length() > MAX_CHARS) {
      throw new IllegalArgumentException("The header of a notice is too large");
    }
    try {
      Json json = WireJson.read(text, Json.class);
      if (json.version() != VERSION) {
        throw new NotSupported();
      }
      return new NoticeHeader(
          NoticeKind.ofCode(json.notice()).orElseThrow(NotSupported::new),
          new AuthorityId(json.from()),
          new AuthorityId(json.to()),
          json.about(),
          json.matter(),
          json.answers(),
          json.salt());
    } catch (JacksonException | NullPointerException e) {
      throw new IllegalArgumentException(
          "The header of the notice is not of the form of version 1");
    }
  }

  public byte[] saltBytes() {
    return HexFormat.of().parseHex(salt);
  }
}
