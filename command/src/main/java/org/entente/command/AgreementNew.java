package org.entente.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.agreement.ShippedAgreements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lays down the commented template. */
@Command(
    name = "new",
    description = "Lays down the commented template of an agreement to be filled.",
    mixinStandardHelpOptions = true)
final class AgreementNew implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER")
  Path folder = Path.of("");

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(folder);
    write("instrument.yaml", ShippedAgreements.instrumentTemplate());
    write("arrangement.yaml", ShippedAgreements.arrangementTemplate());
    System.out.println("Fill both files, then: ./entente agreement check " + folder);
    return 0;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      throw new Stop(file + " exists already. Choose an empty folder.");
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
