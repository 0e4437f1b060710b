package org.entente.node.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.entente.agreement.AuthorityId;
import org.entente.seal.Identity;
import org.entente.seal.Statement;

/**
 * Where partners get what this node states of itself, signed: what it understands, whether its post
 * reaches a person. Open also while the exchange stands still. What says the same is signed anew
 * only after a while: signing is dear, asking is not. Safe for use by many threads.
 */
public final class StatementDoor implements PartnerDoor {
  private final Kind kind;
  private final Pattern path;
  private final Supplier<byte[]> words;
  private final Identity identity;
  private final InstantSource clock;
  private byte[] said = new byte[0];
  private byte[] statement = new byte[0];
  private Instant signedAt = Instant.EPOCH;

  /**
   * Which statement it is.
   *
   * @param path where partners ask for it
   * @param purpose what it is signed for
   * @param signedFor how long a signature over the same words is given out
   */
  public record Kind(String path, String purpose, Duration signedFor) {}

  /**
   * @param words what is stated now, in the one way to write it
   */
  public StatementDoor(Kind kind, Supplier<byte[]> words, Identity identity, InstantSource clock) {
    this.kind = kind;
    this.path = Pattern.compile(Pattern.quote(kind.path()));
    this.words = words;
    this.identity = identity;
    this.clock = clock;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public Pattern path() {
    return path;
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
    return new Reply(200, "application/pkcs7-mime", signed(words.get()));
  }

  private synchronized byte[] signed(byte[] now) {
    Instant at = clock.instant();
    boolean old = at.isBefore(signedAt) || !at.isBefore(signedAt.plus(kind.signedFor()));
    if (old || !Arrays.equals(now, said)) {
      statement = Statement.sign(now, kind.purpose(), identity, at);
      signedAt = at;
      said = now;
    }
    return statement;
  }
}
