package org.entente.node.followup;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Items;
import org.entente.node.casework.Items.Item;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Reads;

/**
 * The notices about messages of a case, as they were signed, for a party that has to prove them.
 * Safe for use by many threads.
 */
public final class NoticeOriginals {
  private final AuthorityId own;
  private final Items items;
  private final Bodies bodies;

  NoticeOriginals(AuthorityId own, Items items, Bodies bodies) {
    this.own = own;
    this.items = items;
    this.bodies = bodies;
  }

  /**
   * A notice that left or came.
   *
   * @param partner whom it is exchanged with, which need not be the partner of the case
   * @param said empty when it was erased, or must not be shown
   */
  public record Original(
      MessageId id,
      AuthorityId partner,
      boolean ours,
      NoticeKind kind,
      UUID about,
      String bodyHash,
      Instant at,
      boolean erased,
      Optional<Said> said) {}

  /**
   * What a notice says.
   *
   * @param signed the object that was signed; empty for notices exchanged before it was kept
   */
  // Made once and handed over: nobody compares these records.
  @SuppressWarnings("ArrayRecordComponent")
  public record Said(Optional<byte[]> signed, String header, byte[] body) {
    @Override
    public String toString() {
      return "Said[…]";
    }
  }

  /**
   * The notices of a case, oldest first.
   *
   * @param restricted whether what is restricted is wanted too, by an officer who said why
   */
  public List<Original> of(Reads tx, CaseId id, boolean restricted) {
    return NoticeRows.exchanged(tx, id).stream().map(row -> original(tx, row, restricted)).toList();
  }

  private Original original(Reads tx, NoticeRows.Row row, boolean restricted) {
    Item item = items.find(tx, row.about()).orElseThrow();
    // What is right repeats what its item says: it must not tell what that does not tell any more.
    boolean repeats = row.kind() == NoticeKind.CORRECTION || row.kind() == NoticeKind.INACCURACY;
    boolean shown =
        !repeats
            || (item.standing().erasedAt().isEmpty()
                && (restricted || !item.standing().restricted()));
    Optional<Said> said = Optional.empty();
    boolean erased = false;
    if (shown) {
      try {
        said = Optional.of(said(tx, row, item));
      } catch (KeyForgotten e) {
        erased = true;
      }
    }
    return new Original(
        row.id(),
        row.partner(),
        row.ours(),
        row.kind(),
        row.about().value(),
        row.body().hash(),
        row.arrivedAt().or(row::releasedAt).orElse(row.madeAt()),
        erased,
        said);
  }

  private Said said(Reads tx, NoticeRows.Row row, Item item) {
    byte[] body = bodies.bytes(row);
    NoticeHeader header =
        new NoticeHeader(
            row.kind(),
            row.ours() ? own : row.partner(),
            row.ours() ? row.partner() : own,
            row.about().value(),
            item.matter(),
            row.answers().map(MessageId::value).orElse(null),
            HexFormat.of().formatHex(row.body().salt()));
    return new Said(
        NoticeRows.signed(tx, row.id()).map(locked -> bodies.openSigned(row, locked)),
        header.text(),
        body);
  }
}
