package org.entente.node.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.ShippedAgreements;
import org.entente.node.RunningNode;
import org.entente.node.delivery.PartnersAbilities;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Partners;
import org.entente.seal.Identity;
import org.entente.seal.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnknownToPartnerTest {
  private static final AuthorityId BELGRADE = new AuthorityId("rs.mup");
  private static final String DECISION =
      """
      {"kind":"request","partner":"rs.mup","offence":"drug-trafficking","urgency":"normal",
       "specialCategories":false,"strictlyNecessary":false,"political":false}
      """;

  private final Identity belgrade =
      Identity.create(
          "rs.mup", "Ministry in Belgrade", InstantSource.system(), Duration.ofDays(30));

  private void agreesWithBelgrade(RunningNode node) {
    ShippedAgreements.Shipped shipped = ShippedAgreements.serbiaAzerbaijan2010();
    Identity own = node.part(Identity.class);
    byte[] arrangement =
        shipped.arrangement(
            Map.of(
                new AuthorityId("az.mia"),
                new Fingerprint(own.card().fingerprint().hex()),
                BELGRADE,
                new Fingerprint(belgrade.card().fingerprint().hex())));
    node.part(AgreementsInForce.class)
        .load(
            shipped.instrument(),
            arrangement,
            shipped.history(),
            belgrade.card(),
            URI.create("https://127.0.0.1:9"));
  }

  private void understandsOnly(RunningNode node, String list) {
    byte[] statement =
        Statement.sign(
            list.getBytes(StandardCharsets.UTF_8),
            "abilities",
            belgrade,
            node.part(InstantSource.class).instant());
    assertThat(
            node.part(PartnersAbilities.class)
                .take(node.part(Partners.class).find(BELGRADE).orElseThrow(), statement))
        .isEqualTo(PartnersAbilities.Taken.KEPT);
  }

  @Test
  void whoWritesIsToldBeforeWhatThePartnersNodeDoesNotKnow(@TempDir Path folder) throws Exception {
    try (RunningNode node = RunningNode.founded(folder)) {
      agreesWithBelgrade(node);
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
