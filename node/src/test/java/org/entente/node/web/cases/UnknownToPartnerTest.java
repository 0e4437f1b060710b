package org.entente.node.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.entente.node.RunningNode;
import org.entente.node.delivery.PartnersAbilities;
import org.entente.node.partners.Partners;
import org.entente.seal.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnknownToPartnerTest {
  private static final String DECISION =
      """
      {"kind":"request","partner":"rs.mup","offence":"drug-trafficking","urgency":"normal",
       "specialCategories":false,"strictlyNecessary":false,"political":false}
      """;

  private final Belgrade belgrade = new Belgrade();

  private void understandsOnly(RunningNode node, String list) {
    byte[] statement =
        Statement.sign(
            list.getBytes(StandardCharsets.UTF_8),
            "abilities",
            belgrade.identity,
            node.part(InstantSource.class).instant());
    assertThat(
            node.part(PartnersAbilities.class)
                .take(node.part(Partners.class).find(Belgrade.ID).orElseThrow(), statement))
        .isEqualTo(PartnersAbilities.Taken.KEPT);
  }

  @Test
  void whoWritesIsToldBeforeWhatThePartnersNodeDoesNotKnow(@TempDir Path folder) throws Exception {
    try (RunningNode node = RunningNode.founded(folder)) {
      belgrade.agreesWith(node);
      RunningNode.Browser desk = node.signedIn("desk");
      String token = node.token("desk");

      assertThat(desk.get("/requests/new").body()).doesNotContain("does not know this yet");
      assertThat(node.json(node.program(token, "/api/v1/decisions"), DECISION).body())
          .contains("\"knownToPartner\":true");

      understandsOnly(
          node,
          "{\"version\":1,\"mail\":[{\"family\":\"kind\",\"headers\":[1],\"content\":1,\"kinds\":[\"reply\"]}]}");

      assertThat(desk.get("/requests/new").body()).contains("does not know this yet");
      assertThat(desk.get("/consents/new").body()).contains("does not know this yet");
      assertThat(node.json(node.program(token, "/api/v1/decisions"), DECISION).body())
          .contains("\"knownToPartner\":false");
      assertThat(node.signedIn("supervisor").get("/steps/new").body())
          .contains("does not know this yet");
    }
  }
}
