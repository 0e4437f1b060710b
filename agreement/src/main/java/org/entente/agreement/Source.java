package org.entente.agreement;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A parsed file that still knows where each value stood.
 *
 * @param file {@code instrument} or {@code arrangement}
 * @param root the parsed content
 * @param places where each value begins, by JSON Pointer
 */
record Source(String file, JsonNode root, Map<String, Place> places) {

  /**
   * Where a value begins.
   *
   * @param line from 1
   * @param column from 1
   */
  record Place(int line, int column) {}

  /** How much of a name that a file made up is repeated in a sentence about it. */
  private static final int MAX_ECHO_CHARS = 200;

  Fault fault(String pointer, FaultCode code, String sentence) {
    Place place = nearest(pointer);
    return new Fault(
        file, place.line(), place.column(), shortened(pointer), code, sentence, code.mend());
  }

  /** A missing field has no place of its own: the nearest enclosing value has. */
  private Place nearest(String pointer) {
    String path = pointer;
    while (true) {
      Optional<Place> place = place(path);
      if (place.isPresent()) {
        return place.orElseThrow();
      }
      int cut = path.lastIndexOf('/');
      if (cut < 0) {
        return new Place(1, 1);
      }
      path = path.substring(0, cut);
    }
  }

  private Optional<Place> place(String pointer) {
    @Nullable Place found = places.get(pointer);
    return Optional.ofNullable(found);
  }

  static String step(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  static String shortened(String name) {
    return name.length() <= MAX_ECHO_CHARS ? name : name.substring(0, MAX_ECHO_CHARS) + "…";
  }
}
