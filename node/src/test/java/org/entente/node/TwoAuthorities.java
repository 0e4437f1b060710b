package org.entente.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.ShippedAgreements;
import org.entente.node.delivery.Mail;
import org.entente.node.duty.Outside;
import org.entente.node.store.Sides;
import org.entente.seal.Identity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two authorities, each with a node of its own in this process, before every test. */
public abstract class TwoAuthorities {
  protected static final Duration VALIDITY = Duration.ofDays(3_650);
  protected static final Identity BAKU_KEYS =
      Identity.create("az.mia", "Ministry in Baku", InstantSource.system(), VALIDITY);
  protected static final Identity BELGRADE_KEYS =
      Identity.create("rs.mup", "Ministry in Belgrade", InstantSource.system(), VALIDITY);
  protected static final ShippedAgreements.Shipped SHIPPED =
      ShippedAgreements.serbiaAzerbaijan2010();

  /** The instrument of {@link #bothHoldASecond}. */
  protected static final String SECOND = "rs-az-2025-01-01";

  /** In which databases the two keep their rows. */
  protected final Sides databases = Sides.of(getClass());

  protected final SettableClock clock =
      new SettableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS));
  protected Authority baku;
  protected Authority belgrade;

  /** The clock of Belgrade's node; Baku's if not said otherwise. */
  protected InstantSource clockOfBelgrade() {
    return clock;
  }

  /** Whether Baku's node is a contact point's; it is if not said otherwise. */
  protected boolean bakuIsContactPoint() {
    return true;
  }

  /** Families that Baku's node knows beside its own; none if not said otherwise. */
  protected List<? extends Mail<?>> moreMailOfBaku() {
    return List.of();
  }

  /** Families that Belgrade's node knows beside its own; none if not said otherwise. */
  protected List<? extends Mail<?>> moreMailOfBelgrade() {
    return List.of();
  }

  /** How Belgrade's node reaches the world outside; not at all if not said otherwise. */
  protected Outside outsideOfBelgrade() {
    return Outside.NONE;
  }

  @BeforeEach
  protected void start(@TempDir Path folder) throws Exception {
    Path az = folder.resolve("az");
    Path rs = folder.resolve("rs");
    baku =
        new Authority(
            BAKU_KEYS,
            databases.baku().fresh(az),
            az,
            clock,
            moreMailOfBaku(),
            bakuIsContactPoint(),
            Outside.NONE);
    belgrade =
        new Authority(
            BELGRADE_KEYS,
            databases.belgrade().fresh(rs),
            rs,
            clockOfBelgrade(),
            moreMailOfBelgrade(),
            true,
            outsideOfBelgrade());
    beforeTheyStart();
    baku.start();
    belgrade.start();
  }

  /** What both hold before their doors open; nothing if not said otherwise. */
  protected void beforeTheyStart() {}

  @AfterEach
  protected void stop() throws IOException {
    baku.close();
    belgrade.close();
  }

  /** Both hold the shipped agreement under this arrangement. */
  protected void bothHold(byte[] arrangement) {
    holds(baku, belgrade, arrangement);
    holds(belgrade, baku, arrangement);
  }

  /** One side holds it. */
  protected static void holds(Authority own, Authority partner, byte[] arrangement) {
    own.agree(
        SHIPPED.instrument(),
        arrangement,
        SHIPPED.history(),
        partner.identity.card(),
        partner.line.port());
  }

  /** The shipped arrangement with the identities of both. */
  protected static byte[] arrangement() {
    return SHIPPED.arrangement(
        Map.of(
            new AuthorityId("az.mia"),
            new Fingerprint(BAKU_KEYS.card().fingerprint().hex()),
            new AuthorityId("rs.mup"),
            new Fingerprint(BELGRADE_KEYS.card().fingerprint().hex())));
  }

  /** A second agreement between the two that asks for no second person. */
  protected void bothHoldASecond() {
    bothHoldASecond(UnaryOperator.identity());
  }

  /** The same with a change of its arrangement. */
  protected void bothHoldASecond(UnaryOperator<String> change) {
    byte[] instrument =
        new String(SHIPPED.instrument(), StandardCharsets.UTF_8)
            .replace("rs-az-2010-05-13", SECOND)
            .getBytes(StandardCharsets.UTF_8);
    byte[] arrangement =
        change
            .apply(new String(laxer(instrument), StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    baku.agree(
        instrument, arrangement, SHIPPED.history(), belgrade.identity.card(), belgrade.line.port());
    belgrade.agree(
        instrument, arrangement, SHIPPED.history(), baku.identity.card(), baku.line.port());
  }

  private static byte[] laxer(byte[] instrument) {
    if (new AgreementReader().readInstrument(instrument)
        instanceof AgreementReader.InstrumentReading.Read read) {
      return new String(arrangement(), StandardCharsets.UTF_8)
          .replaceFirst("\"id\" : \"[^\"]*\"", "\"id\" : \"" + SECOND + "\"")
          .replaceFirst("\"hash\" : \"[^\"]*\"", "\"hash\" : \"" + read.hash().value() + "\"")
          .replaceFirst("(?s)\"approvalFor\" : \\[[^\\]]*\\]", "\"approvalFor\" : [ ]")
          .getBytes(StandardCharsets.UTF_8);
    }
    throw new AssertionError("The instrument of the test is broken");
  }
}
