package org.entente.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/**
 * Schemas and published files that others wrote, by which the formats are judged. They are no part
 * of the project: {@code ./entente test} fetches them as judges.txt pins them. Without them a test
 * says so and is skipped.
 */
public final class Judges {
  private static final Path FOLDER =
      Path.of(System.getProperty("entente.judges", "../.entente/judges"));

  private Judges() {}

  /** The bytes of a pinned file; the test is skipped where it is not at hand. */
  public static byte[] bytes(String repository, String file) {
    String digest =
        pinned().stream()
            .filter(line -> line[1].equals(repository) && line[3].equals(file))
            .map(line -> line[0])
            .findFirst()
            .orElseThrow(() -> new AssertionError("judges.txt does not pin " + file));
    Path here = FOLDER.resolve(repository).resolve(file);
    Assumptions.assumeTrue(
        Files.isReadable(here),
        () ->
            "NOT JUDGED by others: "
                + repository
                + " is not here. ./entente test fetches it where it has a network.");
    try {
      byte[] bytes = Files.readAllBytes(here);
      if (!digest(bytes).equals(digest)) {
        throw new AssertionError(file + " is not the pinned one; delete it and fetch it again");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pinned files of a repository. */
  public static List<String> files(String repository) {
    return pinned().stream()
        .filter(line -> line[1].equals(repository))
        .map(line -> line[3])
        .toList();
  }

  public static String text(String repository, String file) {
    return new String(bytes(repository, file), StandardCharsets.UTF_8);
  }

  private static List<String[]> pinned() {
    try (var in = Objects.requireNonNull(Judges.class.getResourceAsStream("/judges.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 4))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
