package org.entente.node.delivery;

import java.io.IOException;
import java.util.Optional;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Tx;

/**
 * A family of mail: one capability's messages. The delivery carries them sealed, sees that each
 * arrives once and is receipted, and knows no kind of any family. What a message means is judged,
 * kept and opened here, by the family.
 *
 * <p>To add a family, write in its own capability
 *
 * <ul>
 *   <li>a record of its header, which begins with {@code version} and the family's word, and has
 *       {@code from}, {@code to} and {@code salt} ({@link Envelope});
 *   <li>an implementation of this interface, and name it among the families in {@code Parts};
 *   <li>what an officer does: seal with {@link Outbox#seal}, then {@link Outbox#post} in the
 *       transaction that writes state and ledger entry.
 * </ul>
 *
 * Then say it in {@code docs/protocol.md} and add a vector. Nothing in this package changes. A
 * partner whose node does not know the family answers {@code kind-not-supported} in a signed
 * receipt; {@link PartnersAbilities#knows} tells before an officer writes.
 *
 * <p>Calls come on the delivery's threads, several at once. Those with a {@link Tx} run inside the
 * transaction that also stores the receipt: what they write is on disk together with it, or not at
 * all.
 *
 * @param <H> the family's header
 */
public interface Mail<H> {
  /**
   * What this node understands of the family. The word in it names the family: on the wire, in the
   * outbox and in the list that partners fetch. What it does not name is refused with {@code
   * kind-not-supported} before the family is asked.
   */
  Ability ability();

  /**
   * Reads the whole header of a message of a kind and version that {@link #ability} names.
   *
   * @throws NotSupported when a code in it is not known here: a later version may know it
   * @throws IllegalArgumentException when it is not of the form of its version; says nothing of it
   */
  H read(Envelope envelope);

  /**
   * Decides on a message that has been verified but not opened, and opens it only under a grant.
   * Writes nothing: that is what {@link Verdict.Keep} does later.
   *
   * @throws IOException when the disk fails; the partner comes again
   */
  Verdict judge(H header, Arrival arrival) throws IOException;

  /**
   * What one of our messages of this family says, to be sealed anew; empty when it is gone or has
   * arrived.
   */
  Optional<Afresh> afresh(MessageId id);

  /** A receipt for one of our messages of this family has come; called once a message. */
  void receipted(Tx tx, MessageId id, Receipt receipt);

  /** A transaction that kept, sealed anew or receipted a message of this family is on disk. */
  default void settled() {}
}
