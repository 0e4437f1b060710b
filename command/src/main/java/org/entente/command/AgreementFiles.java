package org.entente.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.Reading;

/** The two files of an agreement. */
record AgreementFiles(Path instrument, Path arrangement) {
  static AgreementFiles of(List<Path> files) {
    if (files.size() == 2) {
      return new AgreementFiles(files.get(0), files.get(1));
    }
    Path folder = files.getFirst();
    return new AgreementFiles(in(folder, "instrument"), in(folder, "arrangement"));
  }

  private static Path in(Path folder, String name) {
    for (String ending : List.of(".yaml", ".yml", ".json")) {
      if (Files.isReadable(folder.resolve(name + ending))) {
        return folder.resolve(name + ending);
      }
    }
    throw new Stop(folder + " holds no " + name + ".yaml or " + name + ".json.");
  }

  Reading read() throws IOException {
    return new AgreementReader().read(bytes(instrument), bytes(arrangement));
  }

  /** The bytes of a file that somebody named. */
  static byte[] bytes(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new Stop(file + " cannot be read. Give the path of a file.");
    }
    return Files.readAllBytes(file);
  }
}
