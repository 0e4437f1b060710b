package org.entente.command;

import picocli.CommandLine.Command;

/** Agreements as files: begin one, check one, ask one. */
@Command(
    name = "agreement",
    description = "Begins, checks and asks agreements as files.",
    mixinStandardHelpOptions = true,
    subcommands = {AgreementNew.class, AgreementCheck.class, AgreementAsk.class})
final class AgreementCommand {
  private AgreementCommand() {}
}
