package org.entente.node.checks;

import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.entente.agreement.AuthorityId;
import org.entente.node.delivery.PartnerDoor;

/** A door behind which somebody dishonest sits: what it answers can be changed on its way. */
public final class Screened implements PartnerDoor {
  private final PartnerDoor honest;
  private volatile UnaryOperator<Reply> change = UnaryOperator.identity();
  private volatile byte[] lastBody = new byte[0];
  private volatile Reply lastReply = Reply.bytes(new byte[0]);

  public Screened(PartnerDoor honest) {
    this.honest = honest;
  }

  public void change(UnaryOperator<Reply> how) {
    change = how;
  }

  public byte[] lastBody() {
    return lastBody;
  }

  public Reply lastReply() {
    return lastReply;
  }

  @Override
  public String method() {
    return honest.method();
  }

  @Override
  public Pattern path() {
    return honest.path();
  }

  @Override
  public int mostBytes() {
    return honest.mostBytes();
  }

  @Override
  public Reply answer(AuthorityId peer, String group, byte[] body) throws IOException {
    lastBody = body;
    lastReply = change.apply(honest.answer(peer, group, body));
    return lastReply;
  }
}
