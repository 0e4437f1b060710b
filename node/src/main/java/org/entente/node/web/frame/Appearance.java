package org.entente.node.web.frame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The face of the house: its colour and emblem, and on what occasion this node runs, which every
 * page says unless it is in operation.
 *
 * @param emblem a PNG picture of the authority's emblem; empty where its folder holds none
 */
public record Appearance(Accent accent, Occasion occasion, Optional<byte[]> emblem) {
  /** In the node's folder. */
  static final String EMBLEM = "emblem.png";

  private static final int EMBLEM_MOST_BYTES = 256 * 1024;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Colours that can be read on light and on dark ground (WCAG 2.2, 1.4.3). */
  public enum Accent {
    BLUE,
    GREEN,
    TEAL,
    PURPLE,
    BURGUNDY,
    SLATE;

    /** The stable code, in settings and style sheet. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** On what occasion a node runs. */
  public enum Occasion {
    OPERATION,
    DEMONSTRATION,
    TEST
  }

  /** As it is where nothing is set. */
  static Appearance usual() {
    return new Appearance(Accent.BLUE, Occasion.OPERATION, Optional.empty());
  }

  /**
   * Reads the emblem from the node's folder; a file that is no PNG, or a large one, is not shown.
   *
   * @throws IOException when the disk fails
   */
  static Optional<byte[]> emblem(Path folder) throws IOException {
    Path file = folder.resolve(EMBLEM);
    if (!Files.isRegularFile(file) || Files.size(file) > EMBLEM_MOST_BYTES) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] picture = in.readNBytes(EMBLEM_MOST_BYTES);
      boolean png =
          picture.length > PNG.length && Arrays.equals(picture, 0, PNG.length, PNG, 0, PNG.length);
      return png ? Optional.of(picture) : Optional.empty();
    }
  }

  /** Whether pages have to say that this is not in operation. */
  public boolean marked() {
    return occasion != Occasion.OPERATION;
  }
}
