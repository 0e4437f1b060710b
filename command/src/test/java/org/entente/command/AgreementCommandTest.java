package org.entente.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AgreementCommandTest {
  @TempDir Path folder;

  private record Said(int status, String text) {}

  /** Runs a command and takes down what it says. */
  private static Said say(Object... words) {
    PrintStream before = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.create());
    line.addSubcommand("agreement", new CommandLine(AgreementCommand.class));
    line.setExecutionExceptionHandler((exception, command, parsed) -> {
      System.out.println(exception.getMessage());
      return Stop.STATUS;
    });
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      int status = line.execute(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
      return new Said(status, said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void theTemplateIsLaidDownAndSound() {
    assertThat(say("agreement", "new", folder).status()).isZero();

    Said checked = say("agreement", "check", folder);

    assertThat(checked.status()).isZero();
    assertThat(checked.text()).startsWith("Sound").contains("Hash of the agreement");
    assertThat(say("agreement", "new", folder).text()).contains("exists already");
  }

  @Test
  void aBrokenFileGetsLineReasonAndMend() throws IOException {
    say("agreement", "new", folder);
    Path file = folder.resolve("instrument.yaml");
    String text = Files.readString(file).replace("[drug-trafficking]", "[drugs]");
    Files.writeString(file, text);
    int line = (int) text.substring(0, text.indexOf("[drugs]")).lines().count();

    Said checked = say("agreement", "check", file);

    assertThat(checked.status()).isEqualTo(Stop.STATUS);
    assertThat(checked.text())
        .contains("instrument.yaml:" + line + ":")
        .contains("unknown-area")
        .contains("Mend:");
  }

  @Test
  void anArrangementThatPermitsMoreThanItsInstrumentIsNamed() throws IOException {
    say("agreement", "new", folder);
    Path file = folder.resolve("arrangement.yaml");
    Files.writeString(
        file, Files.readString(file).replace("acts: [request,", "acts: [trace, request,"));

    Said checked = say("agreement", "check", folder);

    assertThat(checked.status()).isEqualTo(Stop.STATUS);
    assertThat(checked.text()).contains("arrangement.yaml").contains("widens-instrument");
  }

  @Test
  void aDecisionIsExplainedWithItsArticles() {
    List<Object> request =
        List.of(
            "agreement",
            "ask",
            "--of",
            "rs-az-2010",
            "--act",
            "request",
            "--from",
            "az.mia",
            "--to",
            "rs.mup",
            "--offence");

    assertThat(say(with(request, "drug-trafficking")).text())
        .contains("PERMITTED", "Art. 1(1)(d)", "Art. 2(1)(b)");
    assertThat(say(with(request, "computer-crime")).text()).contains("NEEDS THE CONSENT of rs.mup");
    assertThat(say(with(request, "computer-crime", "--consent-of", "rs.mup")).text())
        .contains("PERMITTED");
    assertThat(say(with(request, "insider-dealing")).text())
        .contains("REFUSED", "offence-excluded");
    assertThat(say(with(request, "drugs")).text()).contains("--offence is one of", "terrorism");
    assertThat(say(with(request, "terrorism", "--at", "2010-12-31T00:00:00Z")).text())
        .contains("not-in-force");
  }

  @Test
  void aSearchThatPruemTwoAllowsIsPermittedAndALooserOneIsNot() {
    List<Object> check =
        List.of(
            "agreement",
            "ask",
            "--of",
            "prum-2-police-records",
            "--act",
            "check",
            "--from",
            "hr.mup",
            "--to",
            "si.policija",
            "--offence",
            "corruption",
            "--subject",
            "suspect-or-convicted",
            "--data",
            "personal-details",
            "--penalty",
            "12",
            "--identifiers");

    assertThat(say(with(check, "2", "--justified")).text()).contains("PERMITTED");
    assertThat(say(with(check, "1", "--justified")).text()).contains("identifiers-missing");
    assertThat(say(with(check, "2")).text()).contains("justification-missing");
  }

  private static final List<Object> ON_DRUGS =
      List.of(
          "agreement",
          "ask",
          "--of",
          "rs-az-2010",
          "--act",
          "request",
          "--to",
          "rs.mup",
          "--offence",
          "drug-trafficking",
          "--from");

  @Test
  void dataAboutNobodyInParticularAreNotDroppedInSilence() {
    Said said = say(with(ON_DRUGS, "az.mia", "--data", "economic"));

    assertThat(said.status()).isEqualTo(Stop.STATUS);
    assertThat(said.text()).contains("--data wants --subject").doesNotContain("PERMITTED");
  }

  @Test
  void aWrongValueOfAnOptionGetsASentence() {
    assertThat(say(with(ON_DRUGS, "AA")).text()).contains("--from wants an authority");
    assertThat(say(with(ON_DRUGS, "az.mia", "--penalty", "-5")).text())
        .contains("--penalty wants months");
    assertThat(say(with(ON_DRUGS, "az.mia", "--identifiers", "9")).text())
        .contains("--identifiers wants 0 to 3");
    assertThat(say(with(ON_DRUGS, "az.mia", "--consent-of", "AA")).text())
        .contains("--consent-of wants an authority");
    assertThat(say(with(ON_DRUGS, "az.mia", "--consent-of", "hr.mup")).text())
        .contains("--consent-of wants one of the two");
    assertThat(say(with(ON_DRUGS, "rs.mup", "--consent-of", "rs.mup")).text())
        .contains("--consent-of wants one of the two");
    assertThat(say(with(ON_DRUGS, "az.mia", folder)).text()).contains("not both");
  }

  @Test
  void withoutAHistoryItIsSaidThatForceIsNotKnown() throws IOException {
    say("agreement", "new", folder);
    List<Object> request =
        List.of(
            "agreement",
            "ask",
            folder,
            "--act",
            "request",
            "--from",
            "aa.min",
            "--to",
            "bb.min",
            "--offence",
            "drug-trafficking");
    Path history = folder.resolve("history.txt");
    Files.writeString(
        history,
        """
        format: entente-history
        version: 1
        entries:
          - {state: signed, at: "2026-02-01T00:00:00Z"}
          - {state: inForce, at: "2026-02-01T00:00:00Z"}
        """);

    assertThat(say(with(request)).text()).contains("NOT KNOWN TO BE IN FORCE", "PERMITTED");
    assertThat(say(with(request, "--history", history)).text())
        .contains("PERMITTED")
        .doesNotContain("NOT KNOWN");
    Files.writeString(history, Files.readString(history).replace("2026", "1999"));
    assertThat(say(with(request, "--history", history, "--at", "2000-01-01T00:00:00Z")).text())
        .contains("The history has a fault", "cannot begin before")
        .doesNotContain("PERMITTED");
  }

  @Test
  void aHistoryBesideAShippedAgreementIsUsed() throws IOException {
    Path history = folder.resolve("history.txt");
    Files.writeString(
        history,
        """
        format: entente-history
        version: 1
        entries:
          - {state: signed, at: "2010-05-13T00:00:00Z"}
        """);

    assertThat(say(with(ON_DRUGS, "az.mia", "--history", history)).text()).contains("not-in-force");
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertThat(say("agreement", "check", folder.resolve("nothing.yaml")).text())
        .contains("cannot be read");
    assertThat(say("agreement", "check", folder).text()).contains("holds no instrument");
  }

  private static Object[] with(List<Object> words, Object... more) {
    return Stream.concat(words.stream(), Arrays.stream(more)).toArray();
  }
}
