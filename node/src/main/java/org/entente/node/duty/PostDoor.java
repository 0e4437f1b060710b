package org.entente.node.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.entente.agreement.AuthorityId;
import org.entente.node.delivery.PartnerDoor;
import org.entente.seal.Identity;
import org.entente.seal.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Where partners ask whether this post reaches a person. Open also while the exchange stands still:
 * a partner must know whom not to rely on.
 */
final class PostDoor implements PartnerDoor {
  static final String AT = "/v1/duty-post";

  private static final Pattern PATH = Pattern.compile(AT);

  /** A statement that says the same is signed anew so often: signing is dear, asking is not. */
  private static final Duration SIGNED_FOR = Duration.ofMinutes(1);

  private final Supplier<PostStatement> standing;
  private final Identity identity;
  private final InstantSource clock;
  private @Nullable PostStatement said;
  private byte[] statement = new byte[0];
  private Instant signedAt = Instant.EPOCH;

  PostDoor(Supplier<PostStatement> standing, Identity identity, InstantSource clock) {
    this.standing = standing;
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
    return new Reply(200, "application/pkcs7-mime", signed(standing.get()));
  }

  private synchronized byte[] signed(PostStatement now) {
    Instant at = clock.instant();
    if (!now.equals(said) || at.isBefore(signedAt) || !at.isBefore(signedAt.plus(SIGNED_FOR))) {
      statement = Statement.sign(now.bytes(), PostStatement.PURPOSE, identity, at);
      signedAt = at;
      said = now;
    }
    return statement;
  }
}
