package org.entente.node.casework;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.entente.agreement.ActKind;
import org.entente.node.delivery.WireJson;

/**
 * What an approver gave back, and what they said about it: sealed as one, so that both are
 * destroyed together.
 *
 * @param note what is to be changed
 * @param version what they saw; empty for what left since, and in a folder of an earlier release
 */
public record GivenBack(String note, Optional<Version> version) {
  /** What a message said, and on which terms. */
  public record Version(Header header, Content content) {
    @Override
    public String toString() {
      return "Version[…]";
    }
  }

  /** As it is stored; where there is no version, the mere text of the note. */
  private record Stored(String note, String header, String content) {}

  GivenBack noteAlone() {
    return new GivenBack(note, Optional.empty());
  }

  byte[] bytes() {
    return version
        .map(v ->
            WireJson.bytes(
                new Stored(
                    note,
                    v.header().text(),
                    new String(Contents.bytes(v.content()), StandardCharsets.UTF_8))))
        .orElseGet(() -> WireJson.bytes(note));
  }

  /**
   * @throws ContentRefused when the version is not content of this kind
   */
  static GivenBack read(ActKind kind, byte[] bytes) throws ContentRefused {
    if (bytes[0] == '"') {
      return new GivenBack(WireJson.read(bytes, String.class), Optional.empty());
    }
    Stored stored = WireJson.read(bytes, Stored.class);
    byte[] content = stored.content().getBytes(StandardCharsets.UTF_8);
    return new GivenBack(
        stored.note(),
        Optional.of(
            new Version(Header.parse(stored.header()), Contents.read(kind, content).content())));
  }

  @Override
  public String toString() {
    return "GivenBack[…]";
  }
}
