package org.entente.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands, as {@code ./entente help} lists them. */
@Command(
    name = "./entente",
    description = "A node for cross-border police cooperation.%n",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      WalkthroughCommand.class,
      VerifyCommand.class,
      AgreementCommand.class,
      FormatsCommand.class,
      ScreenCommand.class,
      CheckCommand.class,
      InventCommand.class,
      SimulateCommand.class,
      NodeCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "  test       Runs every test, or those of the modules that are named; --quick takes one",
      "             database and no browser. Installs what they need.",
      "  bench      Runs the benchmarks, or the one that is named.",
      "  fuzz       Fuzzes the parsers, or the one that is named, for so many seconds.",
      "  build      Builds what changed, without tests."
    })
final class Entente {
  private Entente() {}

  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Entente());
    line.setExecutionExceptionHandler((exception, command, parsed) -> {
      if (exception instanceof Stop stop) {
        command.getErr().println(stop.getMessage());
        return Stop.STATUS;
      }
      throw exception;
    });
    System.exit(line.execute(arguments));
  }
}
