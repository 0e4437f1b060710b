package org.entente.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Invented authorities, made once: keys are slow to make. */
final class Parties {
  static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");
  static final InstantSource CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final Duration YEAR = Duration.ofDays(365);

  static final Identity SENDER = identity("xa.one");
  static final Identity RECIPIENT = identity("xb.two");
  static final Identity THIRD = identity("xc.three");
  static final Identity STRANGER = identity("xd.four");

  static final CardDirectory PINNED =
      CardDirectory.of(SENDER.card(), RECIPIENT.card(), THIRD.card());

  static final OpeningGrant GRANT = new TestGrant();

  private Parties() {}

  static Identity identity(String authority) {
    return Identity.create(authority, "Exempelamt " + authority, CLOCK, YEAR);
  }

  /** For handshakes, which look at the machine's clock. */
  static Identity identityNow(String authority) {
    return Identity.create(authority, "Exempelamt " + authority, InstantSource.system(), YEAR);
  }

  private static final class TestGrant extends OpeningGrant {
    TestGrant() {
      super("test");
    }
  }
}
