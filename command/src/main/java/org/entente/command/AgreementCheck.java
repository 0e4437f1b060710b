package org.entente.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.Fault;
import org.entente.agreement.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what is wrong, where, and how it is mended. */
@Command(
    name = "check",
    description = "Says what is wrong with the files of an agreement, where, and the mend.",
    mixinStandardHelpOptions = true)
final class AgreementCheck implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..2",
      description = "A folder with instrument and arrangement, both files, or an instrument.")
  List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    if (files.size() == 1 && !Files.isDirectory(files.getFirst())) {
      return instrument(files.getFirst());
    }
    AgreementFiles pair = AgreementFiles.of(files);
    return switch (pair.read()) {
      case Reading.Broken broken -> faults(broken.faults(), pair);
      case Reading.Read read -> sound(read.agreement());
    };
  }

  private static int instrument(Path file) throws IOException {
    return switch (new AgreementReader().readInstrument(AgreementFiles.bytes(file))) {
      case AgreementReader.InstrumentReading.Broken broken ->
          faults(broken.faults(), new AgreementFiles(file, file));
      case AgreementReader.InstrumentReading.Read read -> {
        System.out.println("Sound: " + read.instrument().title().in(Locale.ENGLISH));
        System.out.println("An arrangement under it names: hash: \"" + read.hash().value() + "\"");
        yield 0;
      }
    };
  }

  private static int faults(List<Fault> faults, AgreementFiles pair) {
    for (Fault fault : faults) {
      Path file = fault.file().equals("instrument") ? pair.instrument() : pair.arrangement();
      System.out.printf(
          Locale.ROOT,
          "%s:%d:%d %s%n  %s%n  Mend: %s%n",
          file,
          fault.line(),
          fault.column(),
          fault.code().code(),
          fault.sentence(),
          fault.mend());
    }
    System.out.println(faults.size() == 1 ? "1 fault." : faults.size() + " faults.");
    return Stop.STATUS;
  }

  private static int sound(Agreement agreement) {
    System.out.println("Sound: " + agreement.instrument().title().in(Locale.ENGLISH));
    System.out.println("Hash of the agreement: " + agreement.hash().value());
    System.out.println("Hash of the instrument: " + agreement.instrumentHash().value());
    return 0;
  }
}
