package org.entente.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.entente.command.Demonstration;
import org.entente.command.Demonstration.City;

/**
 * The folders of a demonstration, founded once for all classes of a run and then copied: to make
 * keys and to stretch passphrases is meant to take long.
 */
final class Founded {
  /** No port of a test is written like these, so that they can be replaced in a text. */
  private static final int PORT = 9_100;

  private static final Demonstration FIRST = first();

  private Founded() {}

  /** Lays a founded demonstration into a folder, with ports of its own from this one on. */
  static Demonstration in(Path folder, int port) throws IOException {
    Demonstration copy = new Demonstration(folder, port);
    try (Stream<Path> all = Files.walk(FIRST.folder())) {
      for (Path from : all.toList()) {
        Path to = folder.resolve(FIRST.folder().relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else if (ofPorts(from)) {
          Files.writeString(to, moved(Files.readString(from), copy));
        } else {
          Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return copy;
  }

  private static boolean ofPorts(Path file) {
    String name = file.getFileName().toString();
    return name.equals("application.properties") || name.equals("partner.address");
  }

  private static String moved(String text, Demonstration copy) {
    String moved = text;
    for (City city : City.values()) {
      moved =
          moved
              .replace("" + FIRST.webPort(city), "" + copy.webPort(city))
              .replace("" + FIRST.partnerPort(city), "" + copy.partnerPort(city));
    }
    return moved;
  }

  private static Demonstration first() {
    try {
      Path folder = Files.createTempDirectory("founded");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> removed(folder)));
      Demonstration first = new Demonstration(folder, PORT);
      first.found(false);
      return first;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void removed(Path folder) {
    try {
      Demonstration.deleteTree(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
