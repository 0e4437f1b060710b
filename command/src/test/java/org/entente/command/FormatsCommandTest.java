package org.entente.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What somebody is told of a file before it is brought in anywhere. */
class FormatsCommandTest {
  @TempDir private static Path folder = Path.of("");

  private record Said(int status, String text) {}

  private static Said check(String name, String content, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      CommandLine line = new CommandLine(Entente.class);
      line.setExecutionExceptionHandler((exception, command, parsed) -> {
        System.out.println(exception.getMessage());
        return Stop.STATUS;
      });
      List<String> arguments = new ArrayList<>(List.of("formats", "check"));
      arguments.addAll(List.of(options));
      arguments.add(file.toString());
      int status = line.execute(arguments.toArray(String[]::new));
      return new Said(status, said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void aFileIsNamedCountedAndWhatWouldNotBeTakenIsListed() throws IOException {
    Said said =
        check(
            "event.json",
            """
            {"Event":{"info":"Invented","Orgc":{"name":"CERT"},"Attribute":[
              {"type":"domain","value":"a.example"},{"type":"yara","value":"rule x"}]}}
            """,
            "--entries");

    assertThat(said.status()).isZero();
    assertThat(said.text())
        .contains("MISP event, from CERT: Invented")
        .contains("1 persons and things, 0 links")
        .contains("web-address=a.example")
        .contains("attribute yara")
        .contains("no place for such a thing");
  }

  @Test
  void aListIsToldToo() throws IOException {
    Said said =
        check(
            "un.xml",
            "<CONSOLIDATED_LIST><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>A</FIRST_NAME><SECOND_NAME>B"
                + "</SECOND_NAME><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>C</ALIAS_NAME>"
                + "</INDIVIDUAL_ALIAS></INDIVIDUAL></CONSOLIDATED_LIST>",
            "--entries");

    assertThat(said.text())
        .contains("List in the form of the United Nations")
        .contains("name=A B  alias=C  weak=[C]")
        .contains("Everything in it was understood.");
    assertThat(check("bomb.xml", "<!DOCTYPE x [<!ENTITY y \"z\">]><x/>").text())
        .contains("(declares-entities)");
  }

  @Test
  void aFileOfWhichNothingIsTakenIsRefusedWithItsReason() throws IOException {
    assertThat(check("a.txt", "nothing"))
        .isEqualTo(
            new Said(
                Stop.STATUS,
                "Nothing is taken (not-known). It is in none of the formats that are read; see"
                    + " --help.\n"));
    assertThat(check("b.json", "{\"type\":\"bundle\",").text()).contains("(damaged)");
  }
}
