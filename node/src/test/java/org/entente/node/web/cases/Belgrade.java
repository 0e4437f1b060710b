package org.entente.node.web.cases;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.ShippedAgreements;
import org.entente.node.RunningNode;
import org.entente.node.partners.AgreementsInForce;
import org.entente.seal.Identity;

/** A partner of a running node that nobody runs: what is sent to it waits. */
public final class Belgrade {
  static final AuthorityId ID = new AuthorityId("rs.mup");

  final Identity identity =
      Identity.create(
          "rs.mup", "Ministry in Belgrade", InstantSource.system(), Duration.ofDays(30));

  /** Puts the shipped agreement with this partner into force on a node. */
  public void agreesWith(RunningNode node) {
    ShippedAgreements.Shipped shipped = ShippedAgreements.serbiaAzerbaijan2010();
    Identity own = node.part(Identity.class);
    byte[] arrangement =
        shipped.arrangement(
            Map.of(
                new AuthorityId("az.mia"),
                new Fingerprint(own.card().fingerprint().hex()),
                ID,
                new Fingerprint(identity.card().fingerprint().hex())));
    node.part(AgreementsInForce.class)
        .load(
            shipped.instrument(),
            arrangement,
            shipped.history(),
            identity.card(),
            URI.create("https://127.0.0.1:9"));
  }
}
