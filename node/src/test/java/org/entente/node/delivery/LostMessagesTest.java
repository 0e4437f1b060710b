package org.entente.node.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.casework.Correspondence;
import org.entente.node.exchange.MessageId;
import org.entente.node.partners.Partner;
import org.entente.node.store.OnMixedDatabases;
import org.entente.node.store.Paged;
import org.entente.seal.Identity;
import org.entente.seal.Statement;
import org.junit.jupiter.api.Test;

/** What a partner says was lost is believed only where a receipt proves it. */
@OnMixedDatabases
class LostMessagesTest extends Correspondence {
  @Test
  void onlyAReceiptOfTheTwoProvesThatAMessageWasLost() throws Exception {
    MessageId arrived = arrived();
    Partner partner = belgrade.partners.find(baku.id).orElseThrow();
    byte[] proof =
        baku.store.read(tx -> baku.receipts.signed(tx, arrived)).orElseThrow().statement();
    Receipt receipt = baku.store.read(tx -> baku.receipts.find(tx, arrived)).orElseThrow();

    assertThat(belgrade.lost.take(partner, MessageId.next(), proof)).contains("receipt-not-signed");
    assertThat(belgrade.lost.take(partner, arrived, new byte[] {1, 2, 3}))
        .contains("receipt-not-signed");
    assertThat(belgrade.lost.take(partner, arrived, signed(receipt, BAKU_KEYS)))
        .as("what Belgrade is said to have taken, signed by Baku")
        .contains("receipt-not-signed");
    assertThat(belgrade.lost.take(partner, arrived, signed(refused(receipt), BELGRADE_KEYS)))
        .as("what was refused was never held")
        .contains("receipt-not-signed");
    assertThat(belgrade.lost.page(belgrade.desk, Paged.FIRST).lines()).isEmpty();

    assertThat(belgrade.lost.take(partner, arrived, proof)).isEmpty();
    assertThat(belgrade.lost.page(belgrade.desk, Paged.FIRST).lines())
        .as("it is still there, so it is not lost")
        .isEmpty();
    belgrade.store.write(tx ->
        tx.sql("DELETE FROM receipt WHERE message_id = :id")
            .param("id", arrived.toString())
            .update());
    assertThat(belgrade.lost.page(belgrade.desk, Paged.FIRST).lines())
        .extracting(LostMessages.Lost::id)
        .containsExactly(arrived);
  }

  @Test
  void aPartnerIsToldOfItsOwnMessagesOnly() throws Exception {
    MessageId arrived = arrived();

    assertThat(kept(baku.id, LostMessageRows.BEFORE_ALL)).containsExactly(arrived);
    assertThat(kept(baku.id, arrived)).isEmpty();
    assertThat(kept(belgrade.id, LostMessageRows.BEFORE_ALL)).isEmpty();
    assertThat(shown(baku.id, arrived)).isPresent();
    assertThat(shown(belgrade.id, arrived)).isEmpty();
    assertThat(shown(baku.id, MessageId.next())).isEmpty();
  }

  private List<MessageId> kept(AuthorityId partner, MessageId after) {
    return belgrade.store.read(tx -> belgrade.receipts.acceptedAfter(tx, partner, after, 10));
  }

  private Optional<byte[]> shown(AuthorityId partner, MessageId id) {
    return belgrade.store.read(tx -> belgrade.receipts.with(tx, partner, id));
  }

  private byte[] signed(Receipt receipt, Identity by) {
    return Statement.sign(WireJson.bytes(receipt), Courier.RECEIPT_PURPOSE, by, clock.instant());
  }

  private static Receipt refused(Receipt receipt) {
    return new Receipt(
        receipt.version(),
        receipt.message(),
        receipt.sender(),
        receipt.recipient(),
        receipt.digest(),
        receipt.at(),
        Receipt.Verdict.REFUSED,
        "case-unknown",
        receipt.caseReference(),
        receipt.entry(),
        receipt.checkpoint(),
        receipt.signed());
  }
}
