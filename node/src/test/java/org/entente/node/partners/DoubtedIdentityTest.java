package org.entente.node.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.OffenceArea;
import org.entente.node.LedgerOf;
import org.entente.node.TwoAuthorities;
import org.entente.seal.Identity;
import org.entente.seal.IdentityCard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who can write to the database puts a stranger instead of a partner. */
class DoubtedIdentityTest extends TwoAuthorities {
  private static final IdentityCard STRANGER =
      Identity.create("rs.mup", "Stranger", InstantSource.system(), Duration.ofDays(30)).card();
  private static final AuthorityId BELGRADE = new AuthorityId("rs.mup");

  @BeforeEach
  void agree() {
    bothHold(arrangement());
  }

  @Test
  void aCardThatDoesNotFitItsNotedFingerprintIsNotBelieved() {
    baku.store.write(
        tx -> tx.sql("UPDATE partner SET card = :card").param("card", STRANGER.encoded()).update());

    assertStopped(restartedPartners());
  }

  @Test
  void aCardThatTheAnnexDoesNotNameIsNotBelieved() {
    putStranger();

    assertStopped(restartedPartners());
  }

  @Test
  void anAnnexThatWasChangedWithItIsNotBelievedEither() {
    putStranger();
    String files =
        baku.store.read(tx ->
            new String(
                tx.sql("SELECT arrangement FROM agreement").query(byte[].class).single(),
                StandardCharsets.UTF_8));
    baku.store.write(tx ->
        tx.sql("UPDATE agreement SET arrangement = :files")
            .param(
                "files",
                files
                    .replace(BELGRADE_KEYS.card().fingerprint().hex(), STRANGER.fingerprint().hex())
                    .getBytes(StandardCharsets.UTF_8))
            .update());

    assertStopped(restartedPartners());
  }

  @Test
  void theTrueCardPinnedAgainEndsTheDoubt() {
    putStranger();
    Partners partners = restartedPartners();
    restartedAgreements(partners);

    partners.pin(BELGRADE_KEYS.card(), URI.create("https://127.0.0.1:1"));

    assertThat(partners.doubted()).isEmpty();
    assertThat(restartedAgreements(restartedPartners()).between(BELGRADE)).hasSize(1);
  }

  @Test
  void whatWasNotTouchedIsBelieved() {
    Partners partners = restartedPartners();

    assertThat(restartedAgreements(partners).between(BELGRADE)).hasSize(1);
    assertThat(partners.doubted()).isEmpty();
    assertThat(partners.find(BELGRADE)).isPresent();
  }

  private void putStranger() {
    baku.store.write(tx ->
        tx.sql("UPDATE partner SET card = :card, fingerprint = :fingerprint")
            .param("card", STRANGER.encoded())
            .param("fingerprint", STRANGER.fingerprint().hex())
            .update());
  }

  private void assertStopped(Partners partners) {
    AgreementsInForce agreements = restartedAgreements(partners);
    Decisions decisions =
        new Decisions(baku.id, agreements, baku.consents, new QuotaCounts(baku.store));
    Act act = Act.of(ActKind.REQUEST, baku.id, BELGRADE, OffenceArea.DRUG_TRAFFICKING);

    assertThat(partners.doubted()).containsExactly(BELGRADE);
    assertThat(partners.all()).isEmpty();
    assertThat(partners.bySigner(STRANGER.signerFingerprint())).isEmpty();
    assertThat(decisions.on(act, clock.instant())).isInstanceOf(Ruling.NoAgreement.class);
    assertThat(LedgerOf.events(baku.store)).contains("partner-doubted");
  }

  private Partners restartedPartners() {
    return new Partners(baku.store, baku.journal, clock);
  }

  private AgreementsInForce restartedAgreements(Partners partners) {
    return new AgreementsInForce(baku.store, baku.journal, partners, BAKU_KEYS.card(), clock);
  }
}
