package org.entente.node.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The published bytes of this module. */
final class Vector {
  private Vector() {}

  static byte[] bytes(String name) throws IOException {
    try (InputStream in = Vector.class.getResourceAsStream("/vectors/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
