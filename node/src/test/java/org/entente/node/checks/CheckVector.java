package org.entente.node.checks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;

/** The published bytes of checks. */
final class CheckVector {
  private CheckVector() {}

  static byte[] bytes(String name) throws IOException {
    try (InputStream in = CheckVector.class.getResourceAsStream("/vectors/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  static String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  static byte[] ofHex(String name) throws IOException {
    return HexFormat.of().parseHex(text(name));
  }
}
