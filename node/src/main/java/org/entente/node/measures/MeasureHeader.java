package org.entente.node.measures;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.entente.node.delivery.Envelope;
import org.entente.node.delivery.NotSupported;
import org.entente.node.delivery.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The signed part of a message of an urgent measure.
 *
 * @param matter the message that opened the measure between the two; its own where it opens
 * @param reference how the sender's officers call the measure
 * @param agreement hash of the agreement that the sender decided on; with what is stated in a
 *     message that asks for something, absent in one that only follows
 * @param stated what the agreement decides on; present in the same messages
 * @param salt 16 bytes, hexadecimal; with the content they make the hash that both ledgers hold
 */
public record MeasureHeader(
    MeasureKind kind,
    AuthorityId from,
    AuthorityId to,
    UUID matter,
    String reference,
    Optional<String> agreement,
    Optional<Stated> stated,
    String salt) {
  private static final int VERSION = 1;
  private static final int MAX_CHARS = 2_000;

  /** The word that names the family in its headers. */
  public static final String FAMILY = "measure";

  public MeasureHeader {
    if (!salt.matches("[0-9a-f]{32}") || !reference.matches("[A-Z]{2}-[0-9]{4}-U[0-9]{6,9}")) {
      throw new IllegalArgumentException("A salt or reference of a measure has the wrong form");
    }
    if (agreement.isPresent() != kind.decided()
        || stated.isPresent() != kind.decided()
        || agreement.filter(hash -> !hash.matches("[0-9a-f]{64}")).isPresent()) {
      throw new IllegalArgumentException("What asks names its agreement, what follows does not");
    }
  }

  private record Json(
      int version,
      String measure,
      String from,
      String to,
      UUID matter,
      String reference,
      @Nullable String agreement,
      Stated.@Nullable Json stated,
      String salt) {}

  /** The header as it travels: JSON by {@code docs/protocol.md}. */
  public String text() {
    return WireJson.write(
        new Json(
            VERSION,
            kind.code(),
            from.value(),
            to.value(),
            matter,
            reference,
            agreement.orElse(null),
            stated.map(Stated::json).orElse(null),
            salt));
  }

  /** The header as the delivery sees it. */
  Envelope envelope() {
    return Envelope.read(text());
  }

  /**
   * Reads the header of a message of a measure.
   *
   * @throws NotSupported when it is of a kind or version that is not known here
   * @throws IllegalArgumentException when it is not one of this version
   */
  public static MeasureHeader parse(String text) {
    if (text.length() > MAX_CHARS) {
      throw new IllegalArgumentException("The header of a measure is too large");
    }
    try {
      Json json = WireJson.read(text, Json.class);
      if (json.version() != VERSION) {
        throw new NotSupported();
      }
      return new MeasureHeader(
          MeasureKind.ofCode(json.measure()).orElseThrow(NotSupported::new),
          new AuthorityId(json.from()),
          new AuthorityId(json.to()),
          json.matter(),
          json.reference(),
          Optional.ofNullable(json.agreement()),
          Optional.ofNullable(json.stated()).map(Stated.Json::stated),
          json.salt());
    } catch (JacksonException | NullPointerException e) {
      throw new IllegalArgumentException(
          "The header of the measure is not of the form of version 1");
    }
  }

  byte[] saltBytes() {
    return HexFormat.of().parseHex(salt);
  }
}
