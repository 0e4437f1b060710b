package org.entente.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
      CommandLine line = new CommandLine(new FormatsCheck());
      line.setExecutionExceptionHandler((exception, command, parsed) -> {
        System.out.println(exception.getMessage());
        return Stop.STATUS;
      });
      String[] arguments = new String[options.length + 1];
      System.arraycopy(options, 0, arguments, 0, options.length);
      arguments[options.length] = file.toString();
      int status = line.execute(arguments);
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
