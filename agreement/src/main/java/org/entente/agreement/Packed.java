package org.entente.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files packed with the library. One that is not there is a defect of the build. */
final class Packed {

  private Packed() {}

  static byte[] bytes(String name) {
    try (var stream = Packed.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the library was packed without " + name);
      }
      return stream.readAllBytes();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }
}
