package org.entente.node.delivery;

import java.util.HexFormat;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
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

  /** No code of another header can hold a quote, so this stands in notices only. */
  private static final String MARK = "\"notice\":";

  public NoticeHeader {
    if (!salt.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("The salt of a notice has the wrong form");
    }
    if (kind.followsAnother() != (answers != null)) {
      throw new IllegalArgumentException("An acknowledgement or reminder names its notice");
    }
  }

  /** A kind that a later version may know; its sender is told in a receipt. */
  static final class KindUnknown extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    KindUnknown() {
      super("The kind of notice is not known");
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

  /** Whether a header is one of a notice. */
  static boolean isNotice(String text) {
    return text.contains(MARK);
  }

  /** The header as it travels: JSON by {@code docs/protocol.md}. */
  public String text() {
    return WireJson.write(
        new Json(VERSION, kind.code(), from.value(), to.value(), about, matter, answers, salt));
  }

  /**
   * Reads the header of a notice.
   *
   * @throws KindUnknown when it is whole and of a kind that is not known here
   * @throws IllegalArgumentException when it is not one of this version
   */
  public static NoticeHeader parse(String text) {
    if (text.length() > MAX_CHARS) {
      throw new IllegalArgumentException("The header of a notice is too large");
    }
    try {
      Json json = WireJson.read(text, Json.class);
      if (json.version() != VERSION) {
        throw new IllegalArgumentException("The version of the notice is not known here");
      }
      return new NoticeHeader(
          NoticeKind.ofCode(json.notice()).orElseThrow(KindUnknown::new),
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
