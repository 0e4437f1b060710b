package org.entente.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the vector files. */
final class Vectors {

  private static final Pattern COMMA = Pattern.compile(",");

  private Vectors() {}

  static byte[] bytes(String name) {
    try (var stream = Vectors.class.getResourceAsStream("/vectors/" + name)) {
      if (stream == null) {
        throw new AssertionError("no vector " + name);
      }
      return stream.readAllBytes();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static List<List<String>> rows(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8)
        .lines()
        .map(line -> List.of(COMMA.split(line, -1)))
        .toList();
  }
}
