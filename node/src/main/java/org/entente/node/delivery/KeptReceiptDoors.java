package org.entente.node.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import java.util.List;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;

/**
 * Where a partner asks which of the messages between it and this node there are receipts of, and
 * for such a receipt. Open to all: a node that lost messages asks while nothing is exchanged with
 * it, and it is told only what it sent, or took, itself.
 */
final class KeptReceiptDoors {
  /** So many identifiers are told at once; a shorter list is the last one. */
  static final int AT_ONCE = 2_000;

  private static final String AT = "/v1/kept-receipts/";

  private final Store store;
  private final Receipts receipts;

  KeptReceiptDoors(Store store, Receipts receipts) {
    this.store = store;
    this.receipts = receipts;
  }

  static String after(MessageId id) {
    return AT + "after/" + id;
  }

  static String of(MessageId id) {
    return AT + id;
  }

  List<PartnerDoor> all() {
    return List.of(
        OpenDoor.get(
            AT + "after/" + PartnerServer.UUID,
            (peer, id, _) -> store.read(tx -> list(tx, peer, MessageId.of(id)))),
        OpenDoor.get(
            AT + PartnerServer.UUID,
            (peer, id, _) -> store.read(tx -> one(tx, peer, MessageId.of(id)))));
  }

  private PartnerDoor.Reply list(Reads tx, AuthorityId peer, MessageId after) {
    String ids =
        receipts.acceptedAfter(tx, peer, after, AT_ONCE).stream()
            .map(id -> id + "\n")
            .collect(joining());
    return new PartnerDoor.Reply(200, "text/plain;charset=US-ASCII", ids.getBytes(US_ASCII));
  }

  private PartnerDoor.Reply one(Reads tx, AuthorityId peer, MessageId id) {
    return receipts
        .with(tx, peer, id)
        .map(statement -> new PartnerDoor.Reply(200, "application/pkcs7-mime", statement))
        .orElseGet(() -> PartnerDoor.Reply.problem(404, "no-receipt"));
  }
}
