package org.entente.node.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a node understands of mail, as it tells its partners in a signed list. A family or kind in
 * it that is not known here is one of a later version, kept and of no consequence.
 *
 * @param mail by family, sorted by its word, each once
 */
public record Abilities(List<Ability> mail) {
  /** The version that is written. */
  public static final int VERSION = 1;

  /** Where partners ask for it. */
  static final String AT = "/v1/abilities";

  /** What the list is signed for. */
  public static final String PURPOSE = "abilities";

  /** A list of the largest possible size is signed and read as any other statement. */
  public static final int MAX_BYTES = 48 << 10;

  private static final int FAMILIES_MOST = 64;

  public Abilities {
    mail = List.copyOf(mail);
    List<String> words = mail.stream().map(Ability::family).toList();
    if (mail.size() > FAMILIES_MOST || !words.equals(List.copyOf(new TreeSet<>(words)))) {
      throw new IllegalArgumentException("Abilities list families, each once, sorted");
    }
  }

  private record Json(int version, List<Ability> mail) {}

  /** The list of a node with these families. */
  static Abilities of(List<Ability> mail) {
    return new Abilities(mail.stream().sorted(Comparator.comparing(Ability::family)).toList());
  }

  /** The one way to write it: JSON by {@code docs/protocol.md}. */
  public byte[] bytes() {
    return WireJson.bytes(new Json(VERSION, mail));
  }

  /**
   * Reads a list.
   *
   * @throws NotSupported when it is of a later version
   * @throws IllegalArgumentException when it is not written in the one way of this version
   */
  public static Abilities read(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("A list of abilities is shorter");
    }
    try {
      JsonNode version = WireJson.read(bytes, JsonNode.class).path("version");
      if (WireJson.as(version, Integer.class) > VERSION) {
        throw new NotSupported();
      }
      Json json = WireJson.read(bytes, Json.class);
      Abilities read = new Abilities(json.mail());
      if (json.version() != VERSION || !Arrays.equals(read.bytes(), bytes)) {
        throw new IllegalArgumentException("A list of abilities is written in one way only");
      }
      return read;
    } catch (JacksonException | NullPointerException e) {
      throw new IllegalArgumentException("The bytes are no list of abilities");
    }
  }

  /** Whether a message of this kind with the first header of its family is understood. */
  public boolean knows(String family, String kind) {
    return of(family).filter(ability -> ability.knows(kind, 1)).isPresent();
  }

  private Optional<Ability> of(String family) {
    return mail.stream().filter(ability -> ability.family().equals(family)).findFirst();
  }

  @Override
  public String toString() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}
