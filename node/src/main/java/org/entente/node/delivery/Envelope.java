package org.entente.node.delivery;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.agreement.AuthorityId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What every header of every family says in the same words, in every version to come: the delivery
 * reads this much of it and hands the rest to the family.
 *
 * <p>The header is a JSON object. Its first field is {@code version}; its second field is called by
 * the word of the family and says the kind; {@code from}, {@code to} and {@code salt} are always
 * there, {@code attachments} where there are any.
 *
 * @param family the word of the family
 * @param kind within the family
 * @param salt 16 bytes, hexadecimal; with the content they make the hash that both ledgers hold
 * @param text the header as it travels
 */
public record Envelope(
    int version,
    String family,
    String kind,
    AuthorityId from,
    AuthorityId to,
    String salt,
    List<SealedAttachment> attachments,
    String text) {
  /** A header is a few hundred bytes; sixteen attachments make it three thousand. */
  private static final int MAX_CHARS = 16_384;

  static final Pattern FAMILY = Pattern.compile("[a-z][a-zA-Z]{0,39}");
  static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");

  public Envelope {
    attachments = SealedAttachment.listed(attachments);
    if (version < 1
        || !FAMILY.matcher(family).matches()
        || !KIND.matcher(kind).matches()
        || !SALT.matcher(salt).matches()) {
      throw new IllegalArgumentException("A header begins with version and kind and has a salt");
    }
  }

  /**
   * Reads what all headers have in common.
   *
   * @throws IllegalArgumentException when it is not that; says nothing of it
   */
  public static Envelope read(String text) {
    if (text.length() > MAX_CHARS) {
      throw new IllegalArgumentException("The header is too large");
    }
    try {
      JsonNode header = WireJson.read(text, JsonNode.class);
      List<Map.Entry<String, JsonNode>> fields = List.copyOf(header.properties());
      if (fields.size() < 2 || !fields.getFirst().getKey().equals("version")) {
        throw new IllegalArgumentException("A header begins with its version and its kind");
      }
      return new Envelope(
          WireJson.as(fields.getFirst().getValue(), Integer.class),
          fields.get(1).getKey(),
          WireJson.as(fields.get(1).getValue(), String.class),
          new AuthorityId(WireJson.as(header.path("from"), String.class)),
          new AuthorityId(WireJson.as(header.path("to"), String.class)),
          WireJson.as(header.path("salt"), String.class),
          header.has("attachments")
              ? List.of(WireJson.as(header.path("attachments"), SealedAttachment[].class))
              : List.of(),
          text);
    } catch (JacksonException | NullPointerException e) {
      throw new IllegalArgumentException("The header has not the form of one");
    }
  }

  public byte[] saltBytes() {
    return HexFormat.of().parseHex(salt);
  }

  @Override
  public String toString() {
    return "Envelope[" + family + " " + kind + "]";
  }
}
