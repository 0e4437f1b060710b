package org.entente.command;

import picocli.CommandLine.Command;

/** Files in the formats of others. */
@Command(
    name = "formats",
    description = "Looks at files of threat platforms and lists, without a node.",
    mixinStandardHelpOptions = true,
    subcommands = {FormatsCheck.class})
final class FormatsCommand {
  private FormatsCommand() {}
}
