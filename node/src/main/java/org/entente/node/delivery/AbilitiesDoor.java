package org.entente.node.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.entente.agreement.AuthorityId;
import org.entente.seal.Identity;
import org.entente.seal.Statement;

/** Where partners ask what this node understands. It signs its list once a day. */
final class AbilitiesDoor implements PartnerDoor {
  private static final Pattern PATH = Pattern.compile("/v1/abilities");
  private static final Duration SIGNED_FOR = Duration.ofDays(1);

  private final byte[] list;
  private final Identity identity;
  private final InstantSource clock;
  private byte[] statement = new byte[0];
  private Instant signedAt = Instant.EPOCH;

  AbilitiesDoor(Families families, Identity identity, InstantSource clock) {
    this.list = Abilities.of(families.abilities()).bytes();
    this.identity = identity;
    this.clock = clock;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public Pattern path() {
    return PATH;
  }

  @Override
  public int mostBytes() {
    return 0;
  }

  @Override
  public boolean openToAll() {
    return true;
  }

  @Override
  public Reply answer(AuthorityId peer, String group, byte[] body) {
    return new Reply(200, "application/pkcs7-mime", signed());
  }

  private synchronized byte[] signed() {
    Instant now = clock.instant();
    if (now.isBefore(signedAt) || !now.isBefore(signedAt.plus(SIGNED_FOR))) {
      statement = Statement.sign(list, Abilities.PURPOSE, identity, now);
      signedAt = now;
    }
    return statement;
  }
}
