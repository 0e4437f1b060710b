package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "entente.partner-prot=8450, entente.partner-port",
    "entente.databse=jdbc:postgresql://x/y, entente.database",
    "entente.evidence.timestamp=http://x, entente.evidence.timestamps",
    "sever.port=8080, server.port",
    "server.servlet.session.cookie.secur=true, server.servlet.session.cookie.secure",
    "entente.partner-port=84 50, entente.partner-port",
    "entente.partner-port=99999, entente.partner-port",
    "entente.token-slot=first, entente.token-slot",
    "server.port=http, server.port"
  })
  void aSlipInTheSettingsIsOneSentenceWithTheNameThatWasMeant(String line, String named)
      throws IOException {
    assertThat(fault("entente.authority=az.mia", line))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains(named).doesNotContain("\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "entente.partner-port=8450",
        "entente.partnerPort=8450",
        "entente.key-shelf=/var/lib/keys",
        "entente.evidence.timestamps=https://tsa.example",
        "server.port=0",
        "server.address=0.0.0.0",
        "server.servlet.session.cookie.secure=true",
        "logging.level.org.entente=DEBUG",
        "logging.file.name=/var/log/entente.log",
        "management.endpoint.health.show-details=never",
        "# entente.databse=commented"
      })
  void whatTheDocumentsNameIsTaken(String line) throws IOException {
    assertThat(fault("entente.authority=az.mia", line)).isEmpty();
  }

  @Test
  void aNameLikeNoOtherPointsToTheDocument() throws IOException {
    assertThat(fault("entente.authority=az.mia", "colour.of.the.roof=red"))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("docs/operating.md"));
  }

  @Test
  void aMissingOrBrokenAuthorityIsSaid() throws IOException {
    assertThat(fault("server.port=1")).hasValueSatisfying(s -> assertThat(s).contains("authority"));
    assertThat(fault("entente.authority=A B"))
        .hasValueSatisfying(s -> assertThat(s).contains("entente.authority"));
  }

  @Test
  void bytesThatAreNoSettingsAreSaid() throws IOException {
    Path file = folder.resolve("application.properties");
    Files.write(file, new byte[] {'a', '=', (byte) 0xff, (byte) 0xfe});

    assertThat(SettingsCheck.fault(file))
        .hasValueSatisfying(s -> assertThat(s).contains("no file of settings"));
  }

  private Optional<String> fault(String... lines) throws IOException {
    Path file = folder.resolve("application.properties");
    return SettingsCheck.fault(
        Files.writeString(file, String.join("\n", lines), StandardCharsets.UTF_8));
  }
}
